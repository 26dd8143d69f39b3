// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/registry/service_registry.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Maximum bytes of all names of a row together, and of its description: the limit of the packed
/// form.
inline constexpr std::size_t kMaxRegistryNames = std::numeric_limits<std::uint8_t>::max();
inline constexpr std::size_t kMaxRegistryDescription = std::numeric_limits<std::uint16_t>::max();

/// One line of the registry table: what it says about a range of ports for some protocols.
struct RegistryTableRow {
    PortRange ports;
    unsigned protocols = 0;  ///< protocolBit() of each.
    AssignmentState state = AssignmentState::Unlisted;
    ServiceNames names;
    std::string_view description;
};

/// The registry table as text: the format of `resources/iana/ports.tsv`, and of the table that the
/// user has imported. Views into the text.
struct RegistryTable {
    std::string_view date;          ///< "2026-08-17"
    std::string_view importedOn;    ///< A date; empty for a table that came with the program.
    std::string_view importedFrom;  ///< The file or address; empty likewise.
    std::vector<RegistryTableRow> rows;
};

/// Reads a registry table. Accepts it only if every line is well-formed and the rows are in the
/// order that look-up requires: ascending, and two rows have either exactly the same ports and
/// different protocols, or no port in common.
///
/// The program reads an imported table with this function; its own table is compiled in, and tests
/// check that both ways give the same result.
///
/// @return Malformed, with the number of the line.
[[nodiscard]] Result<RegistryTable> parseRegistryTable(std::string_view text);

/// Whether the text is a calendar day in the form "2026-08-17".
[[nodiscard]] bool isRegistryDate(std::string_view text) noexcept;

}  // namespace quaywatch
