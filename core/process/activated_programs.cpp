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
        if (const auto& context = listener.serviceContext) {
            const std::optional<std::uint32_t>& uid = context->unitManagerUid;
            const bool isOfManager = isUser ? uid && owner->uid && *uid == *owner->uid : !uid;
            question.unit = isOfManager ? context->unit : std::nullopt;
        }
        const std::optional<SocketUnit> unit = system.findSocketUnit(question);
        const bool isPerConnection = unit && unit->service.find("@.") != std::string::npos;
        return unit && !isPerConnection ? unit->programs : std::vector<std::string>();
    }
    return {};
}

}  // namespace quaywatch
