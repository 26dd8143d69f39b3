// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/endpoint.h"
#include "core/result.h"
#include "core/service_registry.h"

#include <string_view>
#include <vector>

namespace quaywatch {

/// What a line of the registry table says of a run of ports for some protocols.
struct RegistryTableRow {
    PortRange ports;
    unsigned protocols = 0;  ///< protocolBit() of each.
    AssignmentState state = AssignmentState::Unlisted;
    ServiceNames names;
    std::string_view description;
};

/// The registry table as text: the form of `resources/iana/ports.tsv`. Views into the text.
struct RegistryTable {
    std::string_view date;  ///< "2026-08-17"
    std::vector<RegistryTableRow> rows;
};

/// Reads a registry table, and takes it only if every line is well-formed and the rows are in the
/// order look-up relies on: ascending, and two rows either of the very same ports and of different
/// protocols, or without a port in common.
///
/// The program itself does not read it, the table is compiled in; the tests hold the two together.
///
/// @return Malformed, with the number of the line.
[[nodiscard]] Result<RegistryTable> parseRegistryTable(std::string_view text);

}  // namespace quaywatch
