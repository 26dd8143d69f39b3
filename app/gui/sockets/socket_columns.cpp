// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/socket_columns.h"

#include "app/gui/widgets/column_layout.h"
#include "app/gui/widgets/row_table.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace quaywatch {

namespace {

/// Whether a column may be narrower than its usual values: texts are elided, but a number or a
/// badge without its end says something else.
bool mayShrink(Column column)
{
    switch (column) {
        case Column::Service:
        case Column::User:
        case Column::LocalAddress:
        case Column::RemoteAddress:
        case Column::Place:
        case Column::Ident:
        case Column::Activity:
            return true;
        default:
            return false;
    }
}

}  // namespace

SocketColumns::SocketColumns(QHeaderView& header, std::vector<Column> defaults,
                             ContentWidth contentWidth, QObject* parent)
    : QObject(parent)
    , m_header(header)
    , m_defaults(std::move(defaults))
    , m_contentWidth(std::move(contentWidth))
{
    showDefaults();
    layOutAll();
    connect(&header, &QHeaderView::sectionResized, this, [this] {
        if (!m_isLayingOut) {
            m_isAutomatic = false;
        }
    });
    // The title of the sorted column has an arrow.
    connect(&header, &QHeaderView::sortIndicatorChanged, this, [this] {
        if (!m_isLayingOut) {
            fit();
        }
    });
}

void SocketColumns::showDefaults()
{
    const QScopedValueRollback guard(m_isLayingOut, true);
    for (int i = 0; i < m_header.count(); ++i) {
        m_header.setSectionHidden(i, true);
    }
    int place = 0;
    for (const Column column : m_defaults) {
        const int section = static_cast<int>(column);
        m_header.setSectionHidden(section, false);
        m_header.moveSection(m_header.visualIndex(section), place++);
    }
}

void SocketColumns::reset()
{
    showDefaults();
    m_isAutomatic = true;
    layOutAll();
}

void SocketColumns::setShown(Column column, bool isShown)
{
    {
        const QScopedValueRollback guard(m_isLayingOut, true);
        const int section = static_cast<int>(column);
        m_header.setSectionHidden(section, !isShown);
        if (isShown && !m_isAutomatic) {
            m_header.resizeSection(section,
                                   std::max(m_contentWidth(column), titleWidth(m_header, section)));
        }
    }
    fit();
}

void SocketColumns::fit()
{
    m_isAutomatic ? layOutAll() : fillRest();
}

void SocketColumns::followFont()
{
    if (m_header.font() != m_font) {
        m_isAutomatic = true;
        layOutAll();
    }
}

std::vector<int> SocketColumns::shownSections() const
{
    std::vector<int> sections;
    for (int place = 0; place < m_header.count(); ++place) {
        const int section = m_header.logicalIndex(place);
        if (!m_header.isSectionHidden(section)) {
            sections.push_back(section);
        }
    }
    return sections;
}

void SocketColumns::layOutAll()
{
    m_font = m_header.font();
    const std::vector<int> sections = shownSections();
    std::vector<ColumnNeed> needs;
    needs.reserve(sections.size());
    for (const int section : sections) {
        const auto column = static_cast<Column>(section);
        const int content = m_contentWidth(column);
        const int title = titleWidth(m_header, section);
        needs.push_back({std::max(title, mayShrink(column) ? content * 2 / 3 : content),
                         std::max(title, content), column == Column::Process});
    }
    const std::vector<int> widths = layOutColumns(needs, room());
    const QScopedValueRollback guard(m_isLayingOut, true);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        m_header.resizeSection(sections[i], widths[i]);
    }
}

void SocketColumns::fillRest()
{
    const int section = static_cast<int>(Column::Process);
    if (m_header.isSectionHidden(section)) {
        return;
    }
    const int least =
        std::max(titleWidth(m_header, section), m_contentWidth(Column::Process) * 2 / 3);
    const int rest = room() - m_header.length();
    const QScopedValueRollback guard(m_isLayingOut, true);
    m_header.resizeSection(section, std::max(least, m_header.sectionSize(section) + rest));
}

int SocketColumns::room() const
{
    // When the table is resized, its header follows later.
    const auto* table = qobject_cast<const QAbstractScrollArea*>(m_header.parentWidget());
    return table != nullptr ? table->viewport()->width() : m_header.width();
}

/// A header must not restore the state of another set of columns, or widths of another font.
QByteArray SocketColumns::prefix() const
{
    return QByteArray::number(m_header.count()) + ',' + m_header.font().toString().toUtf8() + ';';
}

QByteArray SocketColumns::state() const
{
    return prefix() + (m_isAutomatic ? 'a' : 'm') + m_header.saveState();
}

void SocketColumns::restore(const QByteArray& state)
{
    const QByteArray own = prefix();
    bool isRestored = false;
    if (state.startsWith(own) && state.size() > own.size()) {
        const QScopedValueRollback guard(m_isLayingOut, true);
        isRestored = m_header.restoreState(state.sliced(own.size() + 1));
    }
    m_header.setStretchLastSection(false);  // restoreState() changes it, too
    m_isAutomatic = !isRestored || state.at(own.size()) == 'a';
    m_font = m_header.font();
    if (!isRestored || m_header.hiddenSectionCount() == m_header.count()) {
        showDefaults();
    }
    fit();
}

}  // namespace quaywatch
