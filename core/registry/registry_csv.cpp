// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_csv.h"

#include "core/message/message_list.h"
#include "core/registry/registry_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace quaywatch {
namespace {

using Cells = std::vector<std::string>;
constexpr std::size_t kMaxColumns = 64;

/// Reads rows from a text by RFC 4180: a quoted cell may contain commas, quotes (doubled) and line
/// ends. Also accepts a bare LF as the end of a line.
class CsvRows {
public:
    explicit CsvRows(std::string_view text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool isAtEnd() const noexcept { return m_rest.empty(); }
    /// The line on which the next row begins.
    [[nodiscard]] std::size_t line() const noexcept { return m_line; }

    /// False if the text is not CSV here, or ends before its line does.
    bool next(Cells& cells)
    {
        cells.clear();
        while (cells.size() < kMaxColumns) {
            std::string cell;
            if (!(m_rest.starts_with('"') ? takeQuoted(cell) : takePlain(cell))) {
                return false;
            }
            cells.push_back(std::move(cell));
            if (takeEndOfLine()) {
                return true;
            }
            if (!m_rest.starts_with(',')) {
                return false;
            }
            m_rest.remove_prefix(1);
        }
        return false;
    }

private:
    bool takeQuoted(std::string& cell)
    {
        for (m_rest.remove_prefix(1);; m_rest.remove_prefix(1)) {
            const std::size_t quote = m_rest.find('"');
            if (quote == std::string_view::npos) {
                return false;
            }
            const std::string_view piece = m_rest.substr(0, quote);
            cell += piece;
            m_line += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
            m_rest.remove_prefix(quote + 1);
            if (!m_rest.starts_with('"')) {
                return true;
            }
            cell += '"';
        }
    }

    bool takePlain(std::string& cell)
    {
        const std::size_t end = m_rest.find_first_of(",\"\r\n");
        if (end == std::string_view::npos) {
            return false;
        }
        cell = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        return true;
    }

    bool takeEndOfLine()
    {
        const std::size_t size =
            m_rest.starts_with("\r\n") ? 2 : (m_rest.starts_with('\n') ? 1 : 0);
        m_rest.remove_prefix(size);
        m_line += size > 0 ? 1U : 0U;
        return size > 0;
    }

    std::string_view m_rest;
    std::size_t m_line = 1;
};

/// The index of each column in a row.
struct Columns {
    std::size_t name = 0;
    std::size_t number = 0;
    std::size_t protocol = 0;
    std::size_t description = 0;
    std::size_t note = 0;
    std::size_t registered = 0;
    std::size_t modified = 0;
    std::size_t count = 0;
};

Result<Columns> columnsOf(const Cells& head)
{
    Columns columns;
    columns.count = head.size();
    const auto wanted = std::to_array<std::pair<std::size_t*, std::string_view>>({
        {&columns.name, "Service Name"},
        {&columns.number, "Port Number"},
        {&columns.protocol, "Transport Protocol"},
        {&columns.description, "Description"},
        {&columns.note, "Assignment Notes"},
        {&columns.registered, "Registration Date"},
        {&columns.modified, "Modification Date"},
    });
    for (const auto& [place, title] : wanted) {
        const auto found = std::find(head.begin(), head.end(), title);
        if (found == head.end()) {
            return failure(ErrorCode::Malformed, Message(MessageId::CsvColumnMissing, title));
        }
        *place = static_cast<std::size_t>(found - head.begin());
    }
    return columns;
}

/// "2026-08-17", also for a cell with only a month; empty if it is not a date.
std::string dateIn(const std::string& cell)
{
    for (const std::string& date : {cell, cell + "-01"}) {
        if (isRegistryDate(date)) {
            return date;
        }
    }
    return {};
}

tl::unexpected<Error> notCsv(std::size_t line)
{
    return failure(ErrorCode::Malformed, Message(MessageId::InvalidCsv, line));
}

}  // namespace

Result<RegistryRecords> readRegistryCsv(std::string_view text)
{
    CsvRows rows(text);
    Cells cells;
    if (!rows.next(cells)) {
        return failure(ErrorCode::Malformed, Message(MessageId::NeitherXmlNorCsv));
    }
    const Result<Columns> columns = columnsOf(cells);
    if (!columns) {
        return tl::unexpected<Error>(columns.error());
    }
    RegistryRecords result;
    result.isDateOfRecords = true;
    while (!rows.isAtEnd()) {
        const std::size_t line = rows.line();
        if (!rows.next(cells) || cells.size() != columns->count) {
            return notCsv(line);
        }
        if (result.records.size() == kMaxRegistryRecords) {
            return failure(ErrorCode::Malformed, Message(MessageId::TooManyRecords));
        }
        result.date = std::max(
            {result.date, dateIn(cells[columns->registered]), dateIn(cells[columns->modified])});
        result.records.push_back({cells[columns->name], cells[columns->number],
                                  cells[columns->protocol], cells[columns->description],
                                  cells[columns->note]});
    }
    return result;
}

}  // namespace quaywatch
