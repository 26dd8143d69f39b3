// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The form of a registry that is looked up: numbers and one text, no pointers. So the tables of
/// `resources/iana` lie ready in the program's file and nothing happens at start.

#pragma once

#include "core/registry/service_registry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace quaywatch {

/// What a table says of a run of ports for some protocols.
struct PackedRow {
    std::uint32_t textOffset = 0;  ///< The names in the table's text, the description behind them.
    std::uint16_t descriptionSize = 0;
    Port first = 0;
    Port last = 0;
    std::uint8_t namesSize = 0;
    std::uint8_t protocols : 4 = 0;  ///< protocolBit() of each.
    std::uint8_t state : 4 = 0;      ///< An AssignmentState.
};

/// Those that a registry speaks of.
inline constexpr std::array kRegistryProtocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp,
                                               Protocol::Dccp};

[[nodiscard]] constexpr unsigned protocolBit(Protocol protocol) noexcept
{
    return 1U << static_cast<unsigned>(protocol);
}

/// Rows in ascending order of ports. Two rows are either of the very same ports and of different
/// protocols, or have no port in common.
struct PackedTable {
    std::span<const PackedRow> rows;
    std::string_view text;

    /// The row of the port and protocol, or null.
    [[nodiscard]] const PackedRow* find(Port port, Protocol protocol) const noexcept;
    /// The last port of the run that begins at `port` and in which every port has the same rows, or
    /// none has one.
    [[nodiscard]] Port endOfUniformRange(Port port) const noexcept;
    /// find() as an Assignment; Unlisted without a row.
    [[nodiscard]] Assignment lookup(Port port, Protocol protocol) const noexcept;
    [[nodiscard]] std::string_view names(const PackedRow& row) const noexcept
    {
        return text.substr(row.textOffset, row.namesSize);
    }
    [[nodiscard]] std::string_view description(const PackedRow& row) const noexcept
    {
        return text.substr(row.textOffset + row.namesSize, row.descriptionSize);
    }
};

/// `ports.tsv`: IANA's registry. A port and protocol without a row is unlisted.
[[nodiscard]] PackedTable packedAssignments() noexcept;

/// The date of `ports.tsv`.
[[nodiscard]] std::string_view packedAssignmentsDate() noexcept;

/// `often_used_by.tsv`: the use stands in the place of the names.
[[nodiscard]] PackedTable packedCommonUses() noexcept;

}  // namespace quaywatch
