// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The form of a registry for look-ups: numbers and one text, no pointers. The tables of
/// `resources/iana` are therefore ready in the executable file and need no work at program start.

#pragma once

#include "core/registry/service_registry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace quaywatch {

/// One row of a table: what it says about a range of ports for some protocols.
struct PackedRow {
    std::uint32_t textOffset = 0;  ///< Of the names in the table's text; then the description.
    std::uint16_t descriptionSize = 0;
    Port first = 0;
    Port last = 0;
    std::uint8_t namesSize = 0;
    std::uint8_t protocols : 4 = 0;  ///< protocolBit() of each.
    std::uint8_t state : 4 = 0;      ///< An AssignmentState.
};

/// The protocols of the registry.
inline constexpr std::array kRegistryProtocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp,
                                               Protocol::Dccp};

[[nodiscard]] constexpr unsigned protocolBit(Protocol protocol) noexcept
{
    return 1U << static_cast<unsigned>(protocol);
}

/// Rows in ascending order of ports. Two rows have either exactly the same ports and different
/// protocols, or no port in common.
struct PackedTable {
    std::span<const PackedRow> rows;
    std::string_view text;

    /// The row of the port and protocol, or null.
    [[nodiscard]] const PackedRow* find(Port port, Protocol protocol) const noexcept;
    /// The last port of the range that begins at `port` and in which every port has the same rows,
    /// or none has a row.
    [[nodiscard]] Port endOfUniformRange(Port port) const noexcept;
    /// find() as an Assignment; Unlisted if there is no row.
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

/// `often_used_by.tsv`: the use is stored as the names.
[[nodiscard]] PackedTable packedCommonUses() noexcept;

}  // namespace quaywatch
