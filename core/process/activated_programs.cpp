// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/activated_programs.h"

namespace quaywatch {

std::vector<std::string> activatedPrograms(const SocketRecord& listener,
                                           const ActivationSystem& system)
{
    for (const ProcessPtr& owner : listener.owners()) {
        const ServiceManager manager = system.managerOf(owner->id);
        const bool isUser = manager == ServiceManager::User;
        if (manager != ServiceManager::System && !isUser) {
            continue;
        }
        SocketUnitQuestion question{.protocol = listener.key.protocol,
                                    .local = listener.local(),
                                    .manager = manager,
                                    .managerProcess = owner->id};
        const std::optional<std::uint32_t> managerUid = isUser ? owner->uid : std::nullopt;
        if (listener.serviceContext && listener.serviceContext->unitManagerUid == managerUid) {
            question.unit = listener.serviceContext->unit;
        }
        const std::optional<SocketUnit> unit = system.findSocketUnit(question);
        const bool isPerConnection = unit && unit->service.find("@.") != std::string::npos;
        return unit && !isPerConnection ? unit->programs : std::vector<std::string>();
    }
    return {};
}

}  // namespace quaywatch
