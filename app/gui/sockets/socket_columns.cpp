// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/socket_columns.h"

#include "app/gui/widgets/row_table.h"

#include <QHeaderView>

#include <algorithm>

namespace quaywatch {

namespace {

constexpr int kLeastProcessWidth = 100;

/// The number of columns: a header must not restore the state of another set of columns.
QByteArray prefixOf(const QHeaderView& header)
{
    return QByteArray::number(header.count()) + ':';
}

}  // namespace

SocketColumns::SocketColumns(QHeaderView& header, Widths defaults)
    : m_header(header)
    , m_defaults(std::move(defaults))
{
    layOut();
}

void SocketColumns::layOut()
{
    for (int i = 0; i < m_header.count(); ++i) {
        m_header.setSectionHidden(i, true);
    }
    int place = 0;
    for (const auto& [column, width] : m_defaults) {
        const int section = static_cast<int>(column);
        m_header.setSectionHidden(section, false);
        m_header.moveSection(m_header.visualIndex(section), place++);
        m_header.resizeSection(section, std::max(width, titleWidth(m_header, section)));
    }
}

void SocketColumns::reset()
{
    layOut();
    m_isPristine = true;
}

void SocketColumns::fillWidth(int before, int now)
{
    const int section = static_cast<int>(Column::Process);
    const int length = m_header.length();
    const bool mayShrink = length == before || m_isPristine;
    if (m_header.isSectionHidden(section) || (length > now && !mayShrink)) {
        return;
    }
    m_header.resizeSection(
        section, std::max(kLeastProcessWidth, m_header.sectionSize(section) + now - length));
    m_isPristine = false;
}

QByteArray SocketColumns::state() const
{
    return prefixOf(m_header) + m_header.saveState();
}

void SocketColumns::restore(const QByteArray& state)
{
    const QByteArray prefix = prefixOf(m_header);
    const bool isRestored =
        state.startsWith(prefix) && m_header.restoreState(state.sliced(prefix.size()));
    m_header.setStretchLastSection(false);  // restoreState() changes it, too
    m_isPristine = !isRestored;
    if (!isRestored || m_header.hiddenSectionCount() == m_header.count()) {
        layOut();
    }
}

}  // namespace quaywatch
