// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_table.h"

#include "core/message/message_list.h"
#include "core/net/protocol.h"
#include "core/registry/packed_registry.h"
#include "core/text/text_scan.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kColumns = 5;
constexpr std::string_view kDateMark = "# date: ";
constexpr std::string_view kImportedMark = "# imported: ";
constexpr std::size_t kLongestOrigin = 1000;

using TableCells = std::array<std::string_view, kColumns>;

std::string_view takeUntil(std::string_view& rest, char separator)
{
    const std::size_t at = std::min(rest.find(separator), rest.size());
    const std::string_view taken = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return taken;
}

std::optional<TableCells> splitColumns(std::string_view line)
{
    if (std::count(line.begin(), line.end(), '\t') != kColumns - 1) {
        return std::nullopt;
    }
    TableCells columns;
    for (std::string_view& column : columns) {
        column = takeUntil(line, '\t');
    }
    return columns;
}

std::optional<Port> parseTablePort(std::string_view text)
{
    const bool hasLeadingZero = text.size() > 1 && text.front() == '0';
    return hasLeadingZero ? std::nullopt : parseUnsigned<Port>(text);
}

std::optional<PortRange> parsePorts(std::string_view text)
{
    const bool isRange = text.find('-') != std::string_view::npos;
    const std::optional<Port> first = parseTablePort(takeUntil(text, '-'));
    const std::optional<Port> last = isRange ? parseTablePort(text) : first;
    if (!first || !last || (isRange && *first >= *last)) {
        return std::nullopt;
    }
    return PortRange{*first, *last};
}

std::optional<unsigned> parseProtocols(std::string_view text)
{
    if (text.ends_with(',')) {
        return std::nullopt;
    }
    unsigned protocols = 0;
    do {
        const std::string_view word = takeUntil(text, ',');
        const std::optional<Protocol> protocol = parseProtocol(word);
        // Accepts only the exact tokens, in the order of the enum, so that each set has one
        // spelling.
        if (!protocol || token(*protocol) != word || protocolBit(*protocol) <= protocols) {
            return std::nullopt;
        }
        protocols |= protocolBit(*protocol);
    } while (!text.empty());
    return protocols;
}

std::optional<AssignmentState> parseState(std::string_view text)
{
    const std::optional<AssignmentState> state = parseAssignmentState(text);
    const bool isRowState = state && token(*state) == text && *state != AssignmentState::Unlisted;
    return isRowState ? state : std::nullopt;
}

bool areNames(std::string_view text)
{
    const bool isPrintable =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return isPrintable && text.size() <= kMaxRegistryNames && !text.starts_with(' ') &&
           !text.ends_with(' ') && text.find("  ") == std::string_view::npos;
}

bool isDescription(std::string_view text)
{
    return text.size() <= kMaxRegistryDescription && isPrintable(text);
}

/// Parses "2026-11-23 /home/alice/registry.xml".
bool readOrigin(std::string_view text, RegistryTable& table)
{
    table.importedOn = takeUntil(text, ' ');
    table.importedFrom = text;
    return isRegistryDate(table.importedOn) && !text.empty() && text.size() <= kLongestOrigin &&
           isPrintable(text);
}

Result<RegistryTableRow> parseRow(std::string_view line)
{
    const std::optional<TableCells> columns = splitColumns(line);
    if (!columns) {
        return failure(ErrorCode::Malformed, Message(MessageId::OtherColumnCount));
    }
    const auto& [ports, protocols, state, names, description] = *columns;
    const std::optional<PortRange> range = parsePorts(ports);
    const std::optional<unsigned> set = parseProtocols(protocols);
    const std::optional<AssignmentState> rowState = parseState(state);
    if (!range) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoPortRange));
    }
    if (!set) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoProtocolList));
    }
    if (!rowState) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoState));
    }
    if (!areNames(names) || (*rowState == AssignmentState::Assigned) == names.empty()) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoNamesOfPort));
    }
    if (!isDescription(description)) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoDescription));
    }
    return RegistryTableRow{*range, *set, *rowState, ServiceNames(names), description};
}

/// Checks that the rows have the order that look-up requires.
class RowOrder {
public:
    [[nodiscard]] bool admits(const RegistryTableRow& row)
    {
        const bool samePorts = m_before && *m_before == row.ports;
        const bool isBehind = !m_before || m_before->last < row.ports.first;
        m_taken = samePorts ? m_taken : 0;
        if ((!samePorts && !isBehind) || (row.protocols & m_taken) != 0) {
            return false;
        }
        m_taken |= row.protocols;
        m_before = row.ports;
        return true;
    }

private:
    std::optional<PortRange> m_before;
    unsigned m_taken = 0;  ///< Protocols that earlier rows of these ports have.
};

}  // namespace

bool isRegistryDate(std::string_view text) noexcept
{
    constexpr std::string_view kForm = "dddd-dd-dd";
    const bool isFormed = std::equal(
        text.begin(), text.end(), kForm.begin(), kForm.end(),
        [](char c, char form) { return form == 'd' ? c >= '0' && c <= '9' : c == form; });
    const auto number = [text](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char digit : text.substr(at, size)) {
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    return isFormed &&
           std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                       std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                       std::chrono::day(static_cast<unsigned>(number(8, 2))))
               .ok();
}

Result<RegistryTable> parseRegistryTable(std::string_view text)
{
    RegistryTable table;
    RowOrder order;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = takeUntil(text, '\n');
        const auto inLine = [number](ErrorCode code, Message why) {
            return failure(code, Message(MessageId::InLine, number, std::move(why)));
        };
        if (line.starts_with(kDateMark)) {
            table.date = line.substr(kDateMark.size());
        }
        if (line.starts_with(kImportedMark) &&
            !readOrigin(line.substr(kImportedMark.size()), table)) {
            return inLine(ErrorCode::Malformed, Message(MessageId::NoSourceOfTable));
        }
        if (line.starts_with('#')) {
            continue;
        }
        Result<RegistryTableRow> row = parseRow(line);
        if (!row) {
            return inLine(row.error().code, row.error().context);
        }
        if (!order.admits(*row)) {
            return inLine(ErrorCode::Malformed, Message(MessageId::OutOfOrder));
        }
        table.rows.push_back(*row);
    }
    if (!isRegistryDate(table.date)) {
        return failure(ErrorCode::Malformed, Message(MessageId::NoDateLine));
    }
    return table;
}

}  // namespace quaywatch
