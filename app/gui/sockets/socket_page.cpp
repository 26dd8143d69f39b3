// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/socket_page.h"

#include "app/delegates/socket_delegate.h"
#include "app/gui/widgets/focus_selection.h"
#include "app/models/ordered_model.h"
#include "app/text/qt_text.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kFlashTime{2000};

const SocketRecord* socketAt(const QModelIndex& index)
{
    if (!index.isValid()) {
        return nullptr;
    }
    const auto* socket = index.data(SocketRole).value<const SocketRecord*>();
    if (socket == nullptr && index.model()->rowCount(index.siblingAtColumn(0)) > 0) {
        return socketAt(index.model()->index(0, 0, index.siblingAtColumn(0)));
    }
    return socket;
}

std::optional<EndTarget> endTargetAt(const QModelIndex& index)
{
    const SocketRecord* socket = socketAt(index);
    if (socket == nullptr) {
        return std::nullopt;
    }
    std::optional<EndTarget> target = endTargetOf(*socket);
    if (target && target->port && index.parent().isValid()) {
        target->socket = socket->key;  // other sockets on the port may have other owners
    }
    return target;
}

/// A port is represented by its sockets, and is not listed itself. Its peers are left out: they are
/// in the other view.
void collect(const QAbstractItemModel& model, const QModelIndex& row,
             std::vector<SocketRecord>& into)
{
    const int children = model.rowCount(row);
    for (int i = 0; i < std::max(children, 1); ++i) {
        const QModelIndex index = children == 0 ? row : model.index(i, 0, row);
        const auto* socket = index.data(SocketRole).value<const SocketRecord*>();
        const bool isClosed = index.data(FlashRole).toInt() == static_cast<int>(Flash::Closed);
        if (socket != nullptr && !isClosed && (children == 0 || socket->isListener())) {
            into.push_back(*socket);
        }
    }
}

}  // namespace

SocketPage::SocketPage(QWidget* parent)
    : Page(parent)
{
}

void SocketPage::adopt(QAbstractItemView* view, QHeaderView* header, const EmptyText::Texts& texts,
                       std::vector<Column> columns, int indentation)
{
    m_view = view;
    m_header = header;
    m_delegate = new SocketDelegate(view->font(), view);
    setUpView();
    const auto contentWidth = [this, indentation](Column column) {
        return m_delegate->contentWidth(column) + (column == Column::LocalPort ? indentation : 0);
    };
    m_columns = new SocketColumns(*header, std::move(columns), contentWidth, this);
    setRowHeight(m_delegate->rowHeight());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    m_selectedRows.emplace(*view, *header);
    m_empty = new EmptyText(texts, *view);
    connect(m_empty, &EmptyText::clearRequested, this, &SocketPage::clearRequested);
    connectSelection();
    connect(view, &QWidget::customContextMenuRequested, this, &SocketPage::showRowMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &SocketPage::showColumnMenu);
    connect(view, &QAbstractItemView::doubleClicked, this, &SocketPage::inspectRequested);
    connectModel();
}

void SocketPage::setUpView()
{
    m_view->setItemDelegate(m_delegate);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->installEventFilter(this);
    m_header->setSectionsMovable(true);
    m_header->setHighlightSections(false);
    m_header->setTextElideMode(Qt::ElideRight);
    m_header->setStretchLastSection(false);
    m_header->setMinimumSectionSize(40);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->setAccessibleName(tr("Columns"));
    m_header->setSortIndicator(static_cast<int>(Column::LocalPort), Qt::AscendingOrder);
}

void SocketPage::connectModel()
{
    auto* model = qobject_cast<OrderedModel*>(m_view->model());
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model, signal, this, &SocketPage::updateEmptyText);
    }
    connect(model, &QAbstractItemModel::modelReset, this, &SocketPage::updateEmptyText);
    // A tree repaints the cells that change, without the space left of the first one, which has the
    // tint of the row, too.
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        const int width = m_header->sectionSize(m_header->logicalIndex(0));
        m_view->viewport()->update(0, 0, width, m_view->viewport()->height());
    });
    m_anchor.emplace(*m_view);
    m_selectionKeeper.emplace(*m_view);
    m_filterMemory.emplace(*m_view);
    connect(model, &OrderedModel::aboutToApply, this, [this] {
        m_anchor->take();
        m_selectionKeeper->take();
    });
    connect(model, &OrderedModel::applied, this, [this] {
        m_selectionKeeper->restore();
        m_anchor->restore();
        restoreRows();
    });
}

void SocketPage::connectSelection()
{
    const QItemSelectionModel* selection = m_view->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &SocketPage::currentChanged);
    connect(selection, &QItemSelectionModel::selectionChanged, this, [this, selection] {
        if (!m_isRestoring && selection->hasSelection()) {
            m_filterMemory->forget();
            emit currentChanged();
        }
    });
    m_view->installEventFilter(this);
    new FocusSelection(*m_view);
}

void SocketPage::setAlertMarks(const AlertMarksPtr& marks)
{
    qobject_cast<OrderedModel*>(m_view->model())->setAlertMarks(marks);
    m_view->viewport()->update();
}

void SocketPage::apply(const SnapshotUpdate& update)
{
    m_snapshot = update.after;
    applyToModel(update);
    updateEmptyText();
}

void SocketPage::setFilter(const Filter& filter)
{
    m_isFiltered = !filter.isEmpty();
    m_filterMemory->take();
    filterModel(filter);
    restoreRows();
    m_view->viewport()->update();  // Cells also show registry data, which may have changed.
    updateEmptyText();
}

void SocketPage::applySettings(const SettingsValues& values)
{
    setFlashTime(values.hasReducedMotion ? std::chrono::milliseconds(0) : kFlashTime);
    const int before = m_delegate->rowHeight();
    m_delegate->setCompact(values.hasCompactRows);
    if (m_delegate->rowHeight() != before) {
        setRowHeight(m_delegate->rowHeight());
        m_view->doItemsLayout();  // A tree keeps the height of its rows.
    }
}

void SocketPage::followFont()
{
    m_delegate->setFont(m_view->font());
    setRowHeight(m_delegate->rowHeight());
    m_columns->followFont();
    m_view->doItemsLayout();  // A tree keeps the height of its rows.
}

QWidget& SocketPage::focusTarget()
{
    return *m_view;
}

const SocketRecord* SocketPage::currentSocket() const
{
    return socketAt(currentRow());
}

std::optional<EndTarget> SocketPage::currentEndTarget() const
{
    return endTargetAt(currentRow());
}

EndRequest SocketPage::endRequest() const
{
    EndRequest request;
    for (const QModelIndex& row : m_selectedRows->rows()) {
        request.add(endTargetAt(row));
    }
    request.leaveOut(m_selectedRows->leftOutCount());
    return request;
}

QModelIndex SocketPage::currentRow() const
{
    const QItemSelectionModel& selection = *m_view->selectionModel();
    const QModelIndex current = selection.currentIndex();
    if (selection.isSelected(current) || !selection.hasSelection()) {
        return selection.isSelected(current) ? current : QModelIndex();
    }
    return selection.selection().constFirst().topLeft();
}

/// After a change of the filter: the current row may be hidden now, or shown again.
void SocketPage::restoreRows()
{
    if (m_filterMemory->isWaiting()) {
        const QScopedValueRollback guard(m_isRestoring, true);
        m_filterMemory->restore();
        emit currentChanged();
    }
}

std::optional<RowContext> SocketPage::context(const QModelIndex& cell) const
{
    const SocketRecord* socket = socketAt(cell);
    if (socket == nullptr) {
        return std::nullopt;
    }
    RowContext context;
    context.socket = *socket;
    context.column = static_cast<Column>(cell.column());
    context.cellText = cell.data().toString();
    const bool isSelected = m_view->selectionModel()->isSelected(cell);
    context.endRequest = isSelected ? endRequest() : EndRequest(endTargetAt(cell));
    for (const QModelIndex& row : m_selectedRows->rows()) {
        if (const SocketRecord* each = socketAt(row)) {
            context.selected.push_back(*each);
        }
    }
    if (context.selected.empty()) {
        context.selected.push_back(*socket);
    }
    return context;
}

int SocketPage::uncopiedCount() const
{
    return m_selectedRows->leftOutCount();
}

QString SocketPage::selectionText() const
{
    return m_selectedRows->text();
}

std::vector<SocketRecord> SocketPage::shownSockets() const
{
    std::vector<SocketRecord> sockets;
    const QAbstractItemModel& model = *m_view->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        collect(model, model.index(row, 0), sockets);
    }
    return sockets;
}

Exporter SocketPage::exporter() const
{
    if (!m_snapshot) {
        return {};
    }
    return [rows = shownSockets(), snapshot = m_snapshot](ExportFormat format) {
        return exportBytes(rows, *snapshot, format);
    };
}

bool SocketPage::selectPort(Port port)
{
    const QAbstractItemModel& model = *m_view->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const SocketRecord* socket = socketAt(index);
        if (socket != nullptr && socket->key.localPort == port) {
            m_view->setCurrentIndex(index);
            m_view->scrollTo(index);
            return true;
        }
    }
    return false;
}

void SocketPage::selectFirst()
{
    m_view->setCurrentIndex(m_view->model()->index(0, 0));
}

void SocketPage::updateEmptyText()
{
    m_empty->explain(m_snapshot.get(), m_isFiltered);
}

bool SocketPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
        m_columns->fit();
    }
    if (watched == m_view && event->type() == QEvent::FontChange) {
        // After the view and its header have the font.
        QMetaObject::invokeMethod(this, &SocketPage::followFont, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void SocketPage::showColumnMenu(const QPoint& position)
{
    QMenu menu(this);
    for (int section = 0; section < m_header->count(); ++section) {
        const QString title = m_view->model()->headerData(section, Qt::Horizontal).toString();
        QAction* action = menu.addAction(forMenu(title));
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(section));
        // The tree needs its first column.
        action->setEnabled(section != static_cast<int>(Column::LocalPort));
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            m_columns->setShown(static_cast<Column>(section), isShown);
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Default columns")), &QAction::triggered, this,
            [this] { m_columns->reset(); });
    menu.exec(m_header->mapToGlobal(position));
}

void SocketPage::showRowMenu(const QPoint& position)
{
    if (const auto about = context(m_view->indexAt(position))) {
        emit menuRequested(*about, m_view->viewport()->mapToGlobal(position));
    }
}

}  // namespace quaywatch
