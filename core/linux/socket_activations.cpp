// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/socket_activations.h"

#include <algorithm>
#include <optional>

namespace quaywatch::linux_backend {
namespace {

/// The owner that may be a manager: which one it is takes reading files. Null if there is none.
const ProcessInfo* managerAmong(const OwnerSet& owners) noexcept
{
    const auto found = std::find_if(owners.begin(), owners.end(), [](const ProcessPtr& owner) {
        return owner->id.pid == 1 || owner->comm == "systemd";
    });
    return found != owners.end() ? found->get() : nullptr;
}

bool isSame(const std::shared_ptr<const ServiceContext>& a,
            const std::shared_ptr<const ServiceContext>& b)
{
    return a == b || (a && b && *a == *b);
}

}  // namespace

SocketActivations::SocketActivations(ActivationSystem system)
    : m_system(std::move(system))
{
}

bool SocketActivations::mayBeManaged(const SocketRecord& socket) noexcept
{
    return socket.isListener() &&
           (managerAmong(socket.owners()) != nullptr || isInSocketUnit(socket));
}

void SocketActivations::addTo(std::span<SocketRecord* const> sockets, bool isWhole)
{
    std::map<Key, Answer> seen;
    for (SocketRecord* socket : sockets) {
        const ProcessInfo* manager = managerAmong(socket->owners());
        const Key key(socket->key, manager != nullptr ? manager->id.pid : 0);
        auto known = m_answers.extract(key);
        const bool isKnown =
            !known.empty() && isSame(known.mapped().before, socket->serviceContext);
        Answer answer = isKnown ? std::move(known.mapped())
                                : Answer{socket->serviceContext, contextFor(*socket)};
        socket->serviceContext = answer.after;
        seen.insert_or_assign(key, std::move(answer));
    }
    if (!isWhole) {
        seen.merge(m_answers);
    }
    m_answers = std::move(seen);
}

SocketActivations::Context SocketActivations::contextFor(const SocketRecord& socket) const
{
    const std::optional<SocketUnit> unit = activatingUnit(socket, m_system);
    if (!unit || unit->name.empty() || unit->service.empty()) {
        return socket.serviceContext;
    }
    ServiceContext context = socket.serviceContext ? *socket.serviceContext : ServiceContext();
    context.activation = SocketActivation{unit->name, unit->service};
    return std::make_shared<const ServiceContext>(std::move(context));
}

}  // namespace quaywatch::linux_backend
