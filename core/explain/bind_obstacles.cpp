// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_obstacles.h"

#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace quaywatch {

void addRuleObstacles(std::vector<BindObstacle>& obstacles, Port port, const BindRules& rules,
                      const CurrentUser& currentUser)
{
    if (rules.firstUnprivilegedPort && port < *rules.firstUnprivilegedPort &&
        currentUser.uid != 0) {
        const std::string who = currentUser.user.empty() ? fmt::format("uid {}", currentUser.uid)
                                                         : displayText(currentUser.user);
        obstacles.push_back({"privileged", sentence(Message(MessageId::PrivilegedPorts,
                                                            *rules.firstUnprivilegedPort, who))});
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
