// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/listeners_page.h"

#include "app/delegates/palette_colors.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTreeView>

namespace quaywatch {

namespace {

const std::vector<Column> kListenerColumns{
    Column::LocalPort, Column::Protocol,    Column::Service,      Column::Process,
    Column::Pid,       Column::User,        Column::LocalAddress, Column::Exposure,
    Column::Verdict,   Column::Connections, Column::Activity,
};
constexpr int kIndentation = 16;

/// A tree that paints the background of its branch arrows like the cells of the row.
class ListenerView final : public QTreeView {
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override
    {
        if (selectionModel()->isSelected(index)) {
            // Covers the style's own highlight. The delegate tints an unexpected row, including
            // this part.
            const PaletteColors& colors = PaletteColors::of(palette());
            const bool isUnexpected = index.data(SeverityRole).isValid();
            painter->fillRect(rect, isUnexpected ? colors.base : colors.selection);
        }
        if (!model()->hasChildren(index)) {
            return;
        }
        QStyleOption option;
        option.initFrom(this);
        const int side = indentation();
        option.rect =
            QRect(rect.right() - side + 1, rect.top(), side, rect.height())
                .adjusted(3, (rect.height() - side) / 2 + 3, -3, -(rect.height() - side) / 2 - 3);
        style()->drawPrimitive(
            isExpanded(index) ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowRight,
            &option, painter, this);
    }
};

}  // namespace

ListenersPage::ListenersPage(const PortActivity& activity, const TrafficSeries& traffic,
                             QWidget* parent)
    : SocketPage(parent)
{
    auto* tree = new ListenerView(this);
    m_model.setActivity(&activity, &traffic);
    tree->setModel(&m_model);
    tree->setUniformRowHeights(true);
    tree->setExpandsOnDoubleClick(true);
    tree->setIndentation(kIndentation);
    tree->setAccessibleName(tr("Listeners"));
    // A row below a port is indented twice.
    adopt(tree, tree->header(),
          {tr("Nothing listens on this machine"),
           tr("Nothing listens in this network namespace; others are not listed"),
           tr("No listener was found, but not all socket tables could be read"),
           tr("No listener matches this filter")},
          kListenerColumns, 2 * kIndentation);
    tree->setSortingEnabled(true);
    // The branch arrows stay in the column of the port.
    tree->header()->setFirstSectionMovable(false);
    connect(&m_model, &ListenerTreeModel::applied, this, &Page::countChanged);
}

void ListenersPage::onRegistryChanged()
{
    m_model.sort(header().sortIndicatorSection(), header().sortIndicatorOrder());
}

void ListenersPage::filterModel(const Filter& filter)
{
    m_model.setFilter(filter);
}

}  // namespace quaywatch
