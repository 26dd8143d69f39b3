// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/list_table.h"

#include "app/cli/reports/socket_text.h"
#include "app/cli/reports/text_table.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace quaywatch::cli {
namespace {

constexpr std::string_view kAlarm = "\033[1;31m";
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kReset = "\033[0m";

constexpr std::size_t kNoLimit = ~std::size_t{0};
constexpr std::size_t kCramped = 6;

struct Column {
    const char* header;
    std::string (*cell)(const SocketRecord&);
    TextColumn::Align align = TextColumn::Align::Left;
    unsigned weight = 0;
    std::size_t leastWidth = 6;
    int dropPriority = 0;  ///< Higher ones go first on a narrow terminal; 0 stays.
    /// The same among the columns that stay, if even their least widths do not fit.
    int lateDropPriority = 0;
};

std::string markCell(const SocketRecord& socket)
{
    return socket.assessment.verdict == Verdict::Unexpected ? "!" : "";
}
std::string portCell(const SocketRecord& socket)
{
    return std::to_string(socket.key.localPort);
}
std::string peerCell(const SocketRecord& socket)
{
    return socket.hasRemote() ? toString(socket.remote()) : "-";
}
std::string stateCell(const SocketRecord& socket)
{
    return std::string(token(socket.state));
}
std::string exposureCell(const SocketRecord& socket)
{
    return socket.exposure ? std::string(token(*socket.exposure)) : "-";
}

std::vector<Column> columnsFor(const ListForm& form)
{
    using Align = TextColumn::Align;
    std::vector<Column> columns;
    if (form.width) {
        columns.push_back({"", markCell});
    }
    columns.push_back({"PORT", portCell, Align::Right});
    columns.push_back({"PROTO", protocolText, Align::Left, 0, 6, 0, 1});
    columns.push_back({"ADDRESS", localAddressText, Align::Left, 1, 15});
    if (form.hasConnections) {
        columns.push_back({"PEER", peerCell, Align::Left, 1, 21});
        columns.push_back({"STATE", stateCell, Align::Left, 0, 6, 1});
    }
    columns.push_back({"SERVICE", serviceText, Align::Left, 1, 12, 2});
    columns.push_back({"PROCESS", ownerText, Align::Left, 2, 16});
    columns.push_back({"PID", pidText, Align::Right, 0, 6, 0, 2});
    columns.push_back({"USER", userText, Align::Left, 1, 8, 0, 3});
    columns.push_back({"UNIT", placeText, Align::Left, 2, 12, 3});
    if (!form.hasConnections) {
        columns.push_back({"EXPOSURE", exposureCell, Align::Left, 0, 6, 4});
    }
    columns.push_back({"VERDICT", verdictText, Align::Left, 3, 21});
    return columns;
}

/// A row of the table: sockets whose cells are all the same, such as one for each worker.
struct FoldedRow {
    const SocketRecord* socket = nullptr;  ///< The first of them.
    std::size_t count = 1;
};

std::string cellOf(const Column& column, const FoldedRow& row)
{
    std::string text = column.cell(*row.socket);
    if (row.count > 1 && column.cell == ownerText) {
        text += " x" + std::to_string(row.count);
    }
    return text;
}

/// Folds the sockets that look the same in these columns, in the order of the first of each.
std::vector<FoldedRow> folded(const std::vector<const SocketRecord*>& sockets,
                              const std::vector<Column>& columns)
{
    std::vector<FoldedRow> rows;
    std::unordered_map<std::string, std::size_t> places;
    Port port = 0;
    for (const SocketRecord* socket : sockets) {
        // Rows of another port are never the same.
        if (socket->key.localPort != port) {
            places.clear();
            port = socket->key.localPort;
        }
        std::string cells;
        for (const Column& column : columns) {
            cells += column.cell(*socket) + '\0';
        }
        const auto [place, isNew] = places.try_emplace(std::move(cells), rows.size());
        if (isNew) {
            rows.push_back({socket});
        } else {
            ++rows[place->second].count;
        }
    }
    return rows;
}

std::vector<std::string> linesOf(const std::vector<FoldedRow>& rows,
                                 const std::vector<Column>& columns, std::size_t width,
                                 std::size_t leastWidth = kNoLimit)
{
    std::vector<TextColumn> heads;
    heads.reserve(columns.size());
    for (const Column& column : columns) {
        heads.push_back(
            {column.header, column.align, column.weight, std::min(column.leastWidth, leastWidth)});
    }
    TextTable table(std::move(heads));
    for (const FoldedRow& row : rows) {
        std::vector<std::string> cells;
        cells.reserve(columns.size());
        for (const Column& column : columns) {
            cells.push_back(cellOf(column, row));
        }
        table.addRow(std::move(cells));
    }
    return table.lines(width);
}

/// Removes the droppable columns that have no value for any of the sockets.
void dropEmptyColumns(std::vector<Column>& columns, const std::vector<const SocketRecord*>& sockets)
{
    const auto saysNothing = [&sockets](const Column& column) {
        return column.dropPriority > 0 &&
               std::all_of(sockets.begin(), sockets.end(), [&column](const SocketRecord* socket) {
                   return column.cell(*socket) == "-";
               });
    };
    columns.erase(std::remove_if(columns.begin(), columns.end(), saysNothing), columns.end());
}

/// Removes the least important column. Returns false if no column can be removed.
bool dropColumn(std::vector<Column>& columns, int Column::*priority)
{
    const auto least = std::max_element(
        columns.begin(), columns.end(),
        [priority](const Column& a, const Column& b) { return a.*priority < b.*priority; });
    if (least == columns.end() || (*least).*priority == 0) {
        return false;
    }
    columns.erase(least);
    return true;
}

std::string colored(const std::vector<std::string>& lines, const std::vector<FoldedRow>& rows,
                    bool hasColor)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isHead = i == 0;
        const bool isAlarm =
            !isHead && rows[i - 1].socket->assessment.verdict == Verdict::Unexpected;
        if (hasColor && (isHead || isAlarm)) {
            text.append(isHead ? kBold : kAlarm).append(lines[i]).append(kReset);
        } else {
            text += lines[i];
        }
        text += '\n';
    }
    return text;
}

}  // namespace

std::string listTable(const std::vector<const SocketRecord*>& sockets, const ListForm& form)
{
    std::vector<Column> columns = columnsFor(form);
    // Before columns are dropped, so that the rows do not depend on the width.
    const std::vector<FoldedRow> rows = folded(sockets, columns);
    if (!form.width) {
        return colored(linesOf(rows, columns, 0), rows, form.hasColor);
    }
    dropEmptyColumns(columns, sockets);
    std::vector<std::string> lines = linesOf(rows, columns, *form.width);
    const auto isTooWide = [&form](const std::string& line) {
        return displayWidth(line) > *form.width;
    };
    bool isCramped = false;
    while (std::any_of(lines.begin(), lines.end(), isTooWide)) {
        if (isCramped && !dropColumn(columns, &Column::lateDropPriority)) {
            break;
        }
        // The remaining columns can still be too wide.
        isCramped = isCramped || !dropColumn(columns, &Column::dropPriority);
        lines = linesOf(rows, columns, *form.width, isCramped ? kCramped : kNoLimit);
    }
    return colored(lines, rows, form.hasColor);
}

}  // namespace quaywatch::cli
