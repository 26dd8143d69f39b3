// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

struct TextColumn {
    enum class Align : unsigned char { Left, Right };

    std::string header;
    Align align = Align::Left;
    /// If the table is too wide, columns shrink; one of weight 2 keeps twice the width of one of
    /// weight 1. One of weight 0 never shrinks.
    unsigned weight = 0;
    /// The minimum width of a column that shrinks.
    std::size_t leastWidth = 6;
    /// If even the minimum widths do not fit, the column with the highest one is left out; one of 0
    /// stays.
    int dropPriority = 0;
};

/// A table for a terminal: columns as wide as their cells, shrunk until a line fits. Cells go
/// through fullDisplayText(), so no control character reaches the terminal.
class TextTable {
public:
    explicit TextTable(std::vector<TextColumn> columns);

    /// Missing cells are blank; surplus ones are dropped.
    void addRow(std::vector<std::string> cells);
    [[nodiscard]] std::size_t rowCount() const noexcept { return m_rows.size(); }

    /// Returns the header and then one line per row, without line ends and trailing blanks. Cells
    /// are cut at a character and end in "…". If even the minimum widths of the columns that stay
    /// do not fit, lines are longer.
    ///
    /// @param width  Columns of the terminal; 0: as many as needed, nothing is cut.
    [[nodiscard]] std::vector<std::string> lines(std::size_t width) const;

    /// Returns lines(), each ending in a line feed.
    [[nodiscard]] std::string toText(std::size_t width) const;

private:
    struct Row {
        std::vector<std::string> cells;   ///< One for each column.
        std::vector<std::size_t> widths;  ///< Widths of the cells.
    };

    [[nodiscard]] Row fit(std::vector<std::string> cells) const;
    /// The width of each column; empty for one that is left out.
    using Widths = std::vector<std::optional<std::size_t>>;

    [[nodiscard]] Widths columnWidths(std::size_t width) const;
    [[nodiscard]] std::size_t leastWidthOf(std::size_t column, std::size_t width) const noexcept;
    void dropColumns(Widths& widths, std::size_t width) const;
    void appendLine(std::string& out, const Row& row, const Widths& widths) const;

    std::vector<TextColumn> m_columns;
    Row m_header;
    std::vector<Row> m_rows;
};

}  // namespace quaywatch
