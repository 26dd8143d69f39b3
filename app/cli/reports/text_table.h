// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch {

struct TextColumn {
    enum class Align : unsigned char { Left, Right };

    std::string header;
    Align align = Align::Left;
    /// Where the table is too wide, columns shrink; one of weight 2 keeps twice as much as one of
    /// weight 1. One of weight 0 never shrinks.
    unsigned weight = 0;
    /// What a column that shrinks keeps.
    std::size_t leastWidth = 6;
};

/// A table for a terminal: columns as wide as their cells, made narrower until a line fits.
/// Cells are put through fullDisplayText(), so no control character reaches the terminal.
class TextTable {
public:
    explicit TextTable(std::vector<TextColumn> columns);

    /// Missing cells are blank; surplus ones are dropped.
    void addRow(std::vector<std::string> cells);
    [[nodiscard]] std::size_t rowCount() const noexcept { return m_rows.size(); }

    /// The header and then a line a row, without line ends and trailing blanks. Cells are cut at
    /// a character and end in "…". Where not even the least widths fit, lines are longer.
    ///
    /// @param width  Columns of the terminal; 0 for as many as it takes, nothing is cut then.
    [[nodiscard]] std::vector<std::string> lines(std::size_t width) const;

    /// lines(), each ending in a line feed.
    [[nodiscard]] std::string toText(std::size_t width) const;

private:
    struct Row {
        std::vector<std::string> cells;   ///< One for each column.
        std::vector<std::size_t> widths;  ///< Of the cells.
    };

    [[nodiscard]] Row fit(std::vector<std::string> cells) const;
    [[nodiscard]] std::vector<std::size_t> columnWidths(std::size_t width) const;
    void appendLine(std::string& out, const Row& row, const std::vector<std::size_t>& widths) const;

    std::vector<TextColumn> m_columns;
    Row m_header;
    std::vector<Row> m_rows;
};

}  // namespace quaywatch
