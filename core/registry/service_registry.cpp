// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/service_registry.h"

#include "core/base/token_table.h"
#include "core/registry/active_registry.h"
#include "core/registry/packed_registry.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 6> kAssignmentStates{"assigned", "private",    "unassigned",
                                                            "reserved", "deassigned", "unlisted"};
constexpr std::array<std::string_view, 3> kClasses{"well-known", "registered", "dynamic"};

}  // namespace

std::string_view token(AssignmentState state) noexcept
{
    return tokenIn(kAssignmentStates, state);
}

std::string_view token(PortClass portClass) noexcept
{
    return tokenIn(kClasses, portClass);
}

std::optional<AssignmentState> parseAssignmentState(std::string_view text) noexcept
{
    return parseTokenIn<AssignmentState>(kAssignmentStates, text);
}

namespace registry {
namespace {

bool isNamed(std::string_view packedNames, std::string_view name) noexcept
{
    const ServiceNames names(packedNames);
    return std::any_of(names.begin(), names.end(), [name](std::string_view candidate) {
        return equalsIgnoringCase(candidate, name);
    });
}

}  // namespace

Assignment lookup(Port port, Protocol protocol) noexcept
{
    return active().table.lookup(port, protocol);
}

std::vector<Port> portsOfName(std::string_view name)
{
    const PackedTable& table = active().table;
    std::set<Port> ports;
    for (const PackedRow& row : table.rows) {
        if (isNamed(table.names(row), name)) {
            for (std::uint32_t port = row.first; port <= row.last; ++port) {
                ports.insert(static_cast<Port>(port));
            }
        }
    }
    return {ports.begin(), ports.end()};
}

std::optional<PortId> findByName(std::string_view name) noexcept
{
    const PackedTable& table = active().table;
    for (const PackedRow& row : table.rows) {
        if (!isNamed(table.names(row), name)) {
            continue;
        }
        for (const Protocol protocol : kRegistryProtocols) {
            if ((row.protocols & protocolBit(protocol)) != 0) {
                return PortId{row.first, protocol};
            }
        }
    }
    return std::nullopt;
}

std::string_view date() noexcept
{
    return active().date;
}

std::string_view oftenUsedBy(Port port, Protocol protocol) noexcept
{
    const PackedTable table = packedCommonUses();
    const PackedRow* row = table.find(port, protocol);
    return row != nullptr ? table.names(*row) : std::string_view{};
}

}  // namespace registry
}  // namespace quaywatch
