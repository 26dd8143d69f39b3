// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_table.h"
#include "core/registry/service_registry.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace quaywatch;

void require(bool claim)
{
    if (!claim) {
        std::abort();
    }
}

// The guarantees of the parser for every table that it accepts.
void checkRows(const RegistryTable& table)
{
    const RegistryTableRow* before = nullptr;
    for (const RegistryTableRow& row : table.rows) {
        require(row.ports.first <= row.ports.last && row.protocols != 0);
        require((row.state == AssignmentState::Assigned) == !row.names.empty());
        std::size_t size = 0;
        for (const std::string_view name : row.names) {
            require(!name.empty() && name.find('\t') == std::string_view::npos);
            size += name.size() + 1;
        }
        require(row.names.empty() || size == row.names.packed().size() + 1);
        require(before == nullptr || before->ports.last < row.ports.first ||
                (before->ports == row.ports && (before->protocols & row.protocols) == 0));
        before = &row;
    }
}

}  // namespace

// A table is either refused or meets the guarantees; any text may be looked up as a service name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto table = parseRegistryTable(text)) {
        checkRows(*table);
    }
    if (size < 32) {
        if (const auto named = registry::findByName(text)) {
            require(!registry::lookup(named->port, named->protocol).names.empty());
        }
    }
    return 0;
}
