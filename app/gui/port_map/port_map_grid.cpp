// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_grid.h"

#include <algorithm>

namespace quaywatch {
namespace {

constexpr int kRoomyCell = 13;       // from this size on, the gap is two pixels
constexpr double kWidestPort = 1.9;  // width to height
constexpr double kWidestBlock = 3.4;
constexpr int kFirstDynamicPage = 48;

}  // namespace

PortRange PortMapView::range() const noexcept
{
    if (isAll()) {
        return {0, 65535};
    }
    return {static_cast<Port>(m_page * kPageSize), static_cast<Port>((m_page + 1) * kPageSize - 1)};
}

PortRange PortMapView::rangeOf(int cell) const noexcept
{
    const int first = range().first + cell * portsPerCell();
    return {static_cast<Port>(first), static_cast<Port>(first + portsPerCell() - 1)};
}

std::optional<int> PortMapView::cellOf(Port port) const noexcept
{
    if (!range().contains(port)) {
        return std::nullopt;
    }
    return (port - range().first) / portsPerCell();
}

PortMapGrid::PortMapGrid(const PortMapView& view, QSize size, QSize margins)
    : m_rows(view.rows())
    , m_isAll(view.isAll())
{
    const QSize room = size - margins;
    m_blockGap = std::clamp(room.width() / 220, 2, 6);
    const int width = (room.width() - 3 * m_blockGap) / PortMapView::kColumns;
    const int height = (room.height() - rowGaps(m_rows) * m_blockGap) / m_rows;
    const double widest = m_isAll ? kWidestBlock : kWidestPort;
    m_cell = QSize(std::min(width, static_cast<int>(height * widest)),
                   std::min(height, static_cast<int>(width * 1.2)));
    if (m_cell.width() < 4 || m_cell.height() < 4) {
        m_cell = QSize();
        return;
    }
    m_inset = 1;
    if (std::min(m_cell.width(), m_cell.height()) < kRoomyCell) {
        m_inset = 0;
    }
    m_origin = {margins.width(), margins.height()};
    const QRect used = bounds();
    m_origin += QPoint(std::max(0, (room.width() - used.width()) / 2),
                       std::max(0, (room.height() - used.height()) / 2));
}

int PortMapGrid::rowGaps(int row) const
{
    if (m_isAll) {
        // Additional gaps between the well-known, the registered and the dynamic ports.
        return (row > 0 ? 2 : 0) + (row >= kFirstDynamicPage ? 2 : 0);
    }
    return std::min(row, m_rows - 1) / PortMapView::kBlock;
}

int PortMapGrid::columnAt(int column) const
{
    return m_origin.x() + column * m_cell.width() + column / PortMapView::kBlock * m_blockGap;
}

int PortMapGrid::rowAt(int row) const
{
    return m_origin.y() + row * m_cell.height() + rowGaps(row) * m_blockGap;
}

QRect PortMapGrid::slot(int cell) const
{
    return {QPoint(columnAt(cell % PortMapView::kColumns), rowAt(cell / PortMapView::kColumns)),
            m_cell};
}

QRect PortMapGrid::face(int cell) const
{
    return m_inset > 0 ? slot(cell).adjusted(m_inset, m_inset, -m_inset, -m_inset)
                       : slot(cell).adjusted(0, 0, -1, -1);
}

QRect PortMapGrid::bounds() const
{
    return isEmpty() ? QRect() : slot(0).united(slot(m_rows * PortMapView::kColumns - 1));
}

std::optional<int> PortMapGrid::cellAt(QPoint point) const
{
    if (isEmpty() || !bounds().contains(point)) {
        return std::nullopt;
    }
    // Gaps only move a cell to the right and down, so the guess is at most one block too far.
    const QPoint inside = point - m_origin;
    const int guessColumn = std::min(inside.x() / m_cell.width(), PortMapView::kColumns - 1);
    const int guessRow = std::min(inside.y() / m_cell.height(), m_rows - 1);
    for (int row = guessRow; row >= std::max(0, guessRow - PortMapView::kBlock); --row) {
        for (int column = guessColumn; column >= std::max(0, guessColumn - PortMapView::kBlock);
             --column) {
            const int cell = row * PortMapView::kColumns + column;
            if (slot(cell).contains(point)) {
                return cell;
            }
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch
