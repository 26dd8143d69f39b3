// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"

#include <QRect>
#include <QSize>

#include <optional>

namespace quaywatch {

/// The ports that a map shows at once: one page, or all. Both have 32 columns; a row of a page is
/// one cell of the map of all ports.
class PortMapView {
public:
    static constexpr int kColumns = 32;
    static constexpr int kBlock = 8;        ///< Rows and columns between two gaps.
    static constexpr int kPageSize = 1024;  ///< Ports on a page, and in a row of all ports.
    static constexpr int kPageCount = 64;

    /// A page: 1,024 ports, one in each cell. Page 0 has the well-known ports.
    [[nodiscard]] static PortMapView page(int number) { return PortMapView(number); }
    [[nodiscard]] static PortMapView pageOf(Port port) { return PortMapView(port / kPageSize); }
    /// All 65,536 ports, 32 in each cell.
    [[nodiscard]] static PortMapView all() { return PortMapView(-1); }

    [[nodiscard]] bool isAll() const noexcept { return m_page < 0; }
    [[nodiscard]] int pageNumber() const noexcept { return m_page; }
    [[nodiscard]] int rows() const noexcept { return isAll() ? kPageCount : kColumns; }
    [[nodiscard]] int cellCount() const noexcept { return rows() * kColumns; }
    [[nodiscard]] int portsPerCell() const noexcept { return isAll() ? kColumns : 1; }
    [[nodiscard]] PortRange range() const noexcept;
    [[nodiscard]] PortRange rangeOf(int cell) const noexcept;
    /// The cell of a port; empty if the port is on another page.
    [[nodiscard]] std::optional<int> cellOf(Port port) const noexcept;

    friend bool operator==(const PortMapView&, const PortMapView&) = default;

private:
    explicit PortMapView(int page)
        : m_page(page)
    {
    }

    int m_page;
};

/// The positions of the cells. All cells have the same size, and are grouped in blocks of eight for
/// easier counting, to the right of and below the scales.
class PortMapGrid {
public:
    PortMapGrid() = default;
    /// @param margins  Space for the scales at the left and at the top.
    PortMapGrid(const PortMapView& view, QSize size, QSize margins);

    /// The rectangle of the cell, including half of the gap to its neighbors.
    [[nodiscard]] QRect slot(int cell) const;
    /// The rectangle of the cell without the gap.
    [[nodiscard]] QRect face(int cell) const;
    /// The cell at a point; empty between the blocks and outside.
    [[nodiscard]] std::optional<int> cellAt(QPoint point) const;
    [[nodiscard]] QRect bounds() const;
    [[nodiscard]] QSize cellSize() const noexcept { return m_cell; }
    [[nodiscard]] int rows() const noexcept { return m_rows; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_cell.isEmpty(); }

private:
    [[nodiscard]] int columnAt(int column) const;
    [[nodiscard]] int rowAt(int row) const;
    [[nodiscard]] int rowGaps(int row) const;

    QPoint m_origin;
    QSize m_cell;  // size of a slot
    int m_rows = 0;
    int m_inset = 1;
    int m_blockGap = 0;
    bool m_isAll = false;
};

}  // namespace quaywatch
