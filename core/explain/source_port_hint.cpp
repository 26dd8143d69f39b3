// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/source_port_hint.h"

#include "core/message/message_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>

namespace quaywatch {

std::optional<SourcePortHint> sourcePortHint(std::vector<Port> expected, const BindRules& rules,
                                             const CurrentUser& currentUser)
{
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    const auto isSafe = [&](Port port) {
        return !rules.ephemeralPorts || !rules.ephemeralPorts->contains(port) ||
               std::any_of(rules.reservedPorts.begin(), rules.reservedPorts.end(),
                           [&](const PortRange& range) { return range.contains(port); });
    };
    expected.erase(std::remove_if(expected.begin(), expected.end(), isSafe), expected.end());
    if (expected.empty()) {
        return std::nullopt;
    }
    std::string reserved;
    for (const PortRange& range : rules.reservedPorts) {
        reserved += range.first == range.last ? fmt::format("{},", range.first)
                                              : fmt::format("{}-{},", range.first, range.last);
    }
    SourcePortHint hint;
    hint.command =
        fmt::format("{}sysctl -w net.ipv4.ip_local_reserved_ports={}{}",
                    currentUser.uid == 0 ? "" : "sudo ", reserved, fmt::join(expected, ","));
    hint.text = sentence(Message(
        byCount(expected.size(), MessageId::ExpectedSourcePort, MessageId::ExpectedSourcePorts),
        fmt::format("{}", fmt::join(expected, ", ")), rules.ephemeralPorts->first,
        rules.ephemeralPorts->last, hint.command));
    hint.ports = std::move(expected);
    return hint;
}

}  // namespace quaywatch
