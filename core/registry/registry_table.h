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

/// Bytes of all names of a row together, and of its description: what the packed form has room for.
inline constexpr std::size_t kMaxRegistryNames = std::numeric_limits<std::uint8_t>::max();
inline constexpr std::size_t kMaxRegistryDescription = std::numeric_limits<std::uint16_t>::max();

/// What a line of the registry table says of a run of ports for some protocols.
struct RegistryTableRow {
    PortRange ports;
    unsigned protocols = 0;  ///< protocolBit() of each.
    AssignmentState state = AssignmentState::Unlisted;
    ServiceNames names;
    std::string_view description;
};

/// The registry table as text: the form of `resources/iana/ports.tsv`, and of the table that a
/// person has imported. Views into the text.
struct RegistryTable {
    std::string_view date;          ///< "2026-08-17"
    std::string_view importedOn;    ///< A date; empty for a table that came with the program.
    std::string_view importedFrom;  ///< The file or address; empty likewise.
    std::vector<RegistryTableRow> rows;
};

/// Reads a registry table, and takes it only if every line is well-formed and the rows are in the
/// order look-up relies on: ascending, and two rows either of the very same ports and of different
/// protocols, or without a port in common.
///
/// The program reads an imported table so; its own is compiled in, and tests hold the two together.
///
/// @return Malformed, with the number of the line.
[[nodiscard]] Result<RegistryTable> parseRegistryTable(std::string_view text);

/// Whether it is a day of the calendar, written "2026-08-17".
[[nodiscard]] bool isRegistryDate(std::string_view text) noexcept;

}  // namespace quaywatch
