// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_obstacles.h"

#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace quaywatch {
namespace {

/// Root can lack the capability, too: in a container, or in a user namespace of its own.
Message privilegedText(Port first, const CurrentUser& currentUser)
{
    if (currentUser.uid == 0) {
        return sentence(Message(MessageId::PrivilegedPortsForRoot, first));
    }
    const std::string who = currentUser.user.empty() ? fmt::format("uid {}", currentUser.uid)
                                                     : displayText(currentUser.user);
    return sentence(Message(MessageId::PrivilegedPorts, first, who));
}

}  // namespace

void addRuleObstacles(std::vector<BindObstacle>& obstacles, Port port, const BindRules& rules,
                      const CurrentUser& currentUser)
{
    if (rules.areUnreadable) {
        obstacles.push_back({"rules-unknown", sentence(Message(MessageId::BindRulesUnknown))});
    }
    if (rules.firstUnprivilegedPort && port < *rules.firstUnprivilegedPort &&
        !rules.mayBindPrivileged.value_or(currentUser.uid == 0)) {
        obstacles.push_back(
            {"privileged", privilegedText(*rules.firstUnprivilegedPort, currentUser)});
    }
    const bool isReserved =
        std::any_of(rules.reservedPorts.begin(), rules.reservedPorts.end(),
                    [&](const PortRange& range) { return range.contains(port); });
    if (isReserved) {
        obstacles.push_back({"reserved", sentence(Message(MessageId::ReservedByKernel))});
    } else if (rules.ephemeralPorts && rules.ephemeralPorts->contains(port)) {
        obstacles.push_back(
            {"ephemeral", sentence(Message(MessageId::EphemeralPort, rules.ephemeralPorts->first,
                                           rules.ephemeralPorts->last))});
    }
}

}  // namespace quaywatch
