// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/activated_programs.h"

namespace quaywatch {
namespace {

/// The unit for which one of the owners holds the listener.
std::optional<SocketUnit> unitOfHolder(const SocketRecord& listener, const ActivationSystem& system)
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
        return system.findSocketUnit(question);
    }
    return std::nullopt;
}

}  // namespace

bool isInSocketUnit(const SocketRecord& listener) noexcept
{
    const ServiceContext* context = listener.serviceContext.get();
    return context != nullptr && !context->container && context->unit &&
           context->unit->ends_with(".socket");
}

std::optional<SocketUnit> activatingUnit(const SocketRecord& listener,
                                         const ActivationSystem& system)
{
    // The units of a container are not those of this system.
    if (listener.serviceContext && listener.serviceContext->container) {
        return std::nullopt;
    }
    if (std::optional<SocketUnit> unit = unitOfHolder(listener, system)) {
        return unit;
    }
    // An ordinary user may not see that process 1 holds the socket.
    if (!isInSocketUnit(listener) || listener.serviceContext->unitManagerUid) {
        return std::nullopt;
    }
    return system.findSocketUnit({.protocol = listener.key.protocol,
                                  .local = listener.local(),
                                  .unit = listener.serviceContext->unit});
}

std::vector<std::string> activatedPrograms(const SocketRecord& listener,
                                           const ActivationSystem& system)
{
    const std::optional<SocketUnit> unit = unitOfHolder(listener, system);
    const bool isPerConnection = unit && unit->service.find("@.") != std::string::npos;
    return unit && !isPerConnection ? unit->programs : std::vector<std::string>();
}

}  // namespace quaywatch
