// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/proc_net_parser.h"

#include "core/text/text_scan.h"

#include <sys/socket.h>

#include <array>
#include <cstring>
#include <optional>

namespace quaywatch::linux_backend {
namespace {

/// Removes the next word, separated by blanks, from the front of `line` and returns it; empty at
/// the end.
std::string_view takeWord(std::string_view& line) noexcept
{
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) {
        line = {};
        return {};
    }
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

/// Parses text such as "0100007F:03A3" into an address in network byte order and a port.
bool parseEnd(std::string_view text, std::size_t words, std::array<std::uint8_t, 16>& address,
              std::uint16_t& port) noexcept
{
    const std::size_t digits = words * 8;
    if (text.size() != digits + 5 || text[digits] != ':') {
        return false;
    }
    for (std::size_t i = 0; i < words; ++i) {
        const auto word = parseUnsigned<std::uint32_t>(text.substr(i * 8, 8), 16);
        if (!word) {
            return false;
        }
        // The kernel prints the word as a number; in memory it is in network byte order.
        std::memcpy(address.data() + i * 4, &*word, 4);
    }
    const auto parsed = parseUnsigned<std::uint16_t>(text.substr(digits + 1), 16);
    port = parsed.value_or(0);
    return parsed.has_value();
}

/// Parses text such as "00000000:00000001": bytes in the send queue, bytes in the receive queue.
bool parseQueues(std::string_view text, DiagRow& row) noexcept
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        return false;
    }
    const auto send = parseUnsigned<std::uint32_t>(text.substr(0, colon), 16);
    const auto receive = parseUnsigned<std::uint32_t>(text.substr(colon + 1), 16);
    row.sendQueue = send.value_or(0);
    row.receiveQueue = receive.value_or(0);
    return send && receive;
}

std::optional<DiagRow> parseLine(std::string_view line, std::uint8_t family,
                                 std::uint8_t protocol) noexcept
{
    DiagRow row;
    row.family = family;
    row.protocol = protocol;
    const std::size_t words = family == AF_INET ? 1 : 4;
    takeWord(line);  // "12:", the number of the row
    if (!parseEnd(takeWord(line), words, row.local, row.localPort) ||
        !parseEnd(takeWord(line), words, row.remote, row.remotePort)) {
        return std::nullopt;
    }
    const auto state = parseUnsigned<std::uint8_t>(takeWord(line), 16);
    if (!state || !parseQueues(takeWord(line), row)) {
        return std::nullopt;
    }
    takeWord(line);  // timer
    takeWord(line);  // retransmissions
    const auto uid = parseUnsigned<std::uint32_t>(takeWord(line));
    takeWord(line);  // timeout
    const auto inode = parseUnsigned<std::uint32_t>(takeWord(line));
    if (!uid || !inode) {
        return std::nullopt;
    }
    row.state = *state;
    row.uid = *uid;
    row.inode = *inode;
    return row;
}

}  // namespace

ProcNetTable parseProcNet(std::string_view text, std::uint8_t family, std::uint8_t protocol)
{
    ProcNetTable table;
    bool isHeading = true;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        const std::string_view line = text.substr(0, newline);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        if (isHeading || line.empty()) {
            isHeading = false;
            continue;
        }
        if (const auto row = parseLine(line, family, protocol)) {
            table.rows.push_back(*row);
        } else {
            ++table.unreadableLines;
        }
    }
    return table;
}

}  // namespace quaywatch::linux_backend
