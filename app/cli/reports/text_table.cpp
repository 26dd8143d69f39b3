// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/text_table.h"

#include "core/text/display_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::string_view kGutter = "  ";

}  // namespace

TextTable::TextTable(std::vector<TextColumn> columns)
    : m_columns(std::move(columns))
{
    std::vector<std::string> headers;
    headers.reserve(m_columns.size());
    for (const TextColumn& column : m_columns) {
        headers.push_back(column.header);
    }
    m_header = fit(std::move(headers));
}

void TextTable::addRow(std::vector<std::string> cells)
{
    m_rows.push_back(fit(std::move(cells)));
}

TextTable::Row TextTable::fit(std::vector<std::string> cells) const
{
    Row row{std::move(cells), {}};
    row.cells.resize(m_columns.size());
    row.widths.reserve(m_columns.size());
    for (std::string& cell : row.cells) {
        cell = fullDisplayText(cell);
        row.widths.push_back(displayWidth(cell));
    }
    return row;
}

std::size_t TextTable::leastWidthOf(std::size_t column, std::size_t width) const noexcept
{
    const TextColumn& shape = m_columns[column];
    return shape.weight == 0 ? width : std::min(width, std::max<std::size_t>(shape.leastWidth, 1));
}

/// Leaves out columns until the minimum widths of the others fit, or no further one may go.
void TextTable::dropColumns(Widths& widths, std::size_t width) const
{
    for (;;) {
        std::size_t least = 0;
        std::size_t last = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (!widths[i]) {
                continue;
            }
            least += leastWidthOf(i, *widths[i]) + (least == 0 ? 0 : kGutter.size());
            const int priority = m_columns[i].dropPriority;
            if (priority > 0 &&
                (last == widths.size() || priority > m_columns[last].dropPriority)) {
                last = i;
            }
        }
        if (least <= width || last == widths.size()) {
            return;
        }
        widths[last].reset();
    }
}

TextTable::Widths TextTable::columnWidths(std::size_t width) const
{
    Widths widths(m_header.widths.begin(), m_header.widths.end());
    for (const Row& row : m_rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = std::max(*widths[i], row.widths[i]);
        }
    }
    if (width == 0 || widths.empty()) {
        return widths;
    }
    dropColumns(widths, width);
    std::size_t total = 0;
    for (const std::optional<std::size_t>& column : widths) {
        total += column ? *column + (total == 0 ? 0 : kGutter.size()) : 0;
    }
    for (; total > width; --total) {
        // The column with the largest width per weight loses one character; a few hundred steps at
        // most.
        std::optional<std::size_t>* widest = nullptr;
        unsigned widestWeight = 0;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const TextColumn& column = m_columns[i];
            if (!widths[i] || column.weight == 0 || *widths[i] <= leastWidthOf(i, *widths[i])) {
                continue;
            }
            if (widest == nullptr || *widths[i] * widestWeight > **widest * column.weight) {
                widest = &widths[i];
                widestWeight = column.weight;
            }
        }
        if (widest == nullptr) {
            break;
        }
        --**widest;
    }
    return widths;
}

void TextTable::appendLine(std::string& out, const Row& row, const Widths& widths) const
{
    const std::size_t lineBegin = out.size();
    bool isFirst = true;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (!widths[i]) {
            continue;
        }
        if (!std::exchange(isFirst, false)) {
            out += kGutter;
        }
        const std::size_t width = *widths[i];
        const bool isCut = row.widths[i] > width;
        const std::string cut = isCut ? cutToWidth(row.cells[i], width) : std::string();
        const std::size_t used = isCut ? displayWidth(cut) : row.widths[i];
        const std::size_t blanks = width - used;
        const bool isRight = m_columns[i].align == TextColumn::Align::Right;
        out.append(isRight ? blanks : 0, ' ');
        out += isCut ? cut : row.cells[i];
        out.append(isRight ? 0 : blanks, ' ');
    }
    const std::size_t last = out.find_last_not_of(' ');
    out.resize(last == std::string::npos ? lineBegin : std::max(lineBegin, last + 1));
}

std::vector<std::string> TextTable::lines(std::size_t width) const
{
    const Widths widths = columnWidths(width);
    std::vector<std::string> lines(m_rows.size() + 1);
    appendLine(lines.front(), m_header, widths);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        appendLine(lines[i + 1], m_rows[i], widths);
    }
    return lines;
}

std::string TextTable::toText(std::size_t width) const
{
    const Widths widths = columnWidths(width);
    std::string text;
    appendLine(text, m_header, widths);
    text += '\n';
    for (const Row& row : m_rows) {
        appendLine(text, row, widths);
        text += '\n';
    }
    return text;
}

}  // namespace quaywatch
