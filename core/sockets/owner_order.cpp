// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/owner_order.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

int rankOf(const ProcessInfo& owner, const SocketRecord& socket)
{
    const ServiceContext* serviceContext = socket.serviceContext.get();
    const bool isOfItsPlace =
        serviceContext != nullptr && (serviceContext->unit || serviceContext->container) &&
        owner.unit == serviceContext->unit && owner.container == serviceContext->container &&
        owner.unitManagerUid == serviceContext->unitManagerUid;
    const bool isOfItsUser = owner.uid && owner.uid == socket.uid;
    return (isOfItsPlace ? 0 : 2) + (isOfItsUser ? 0 : 1);
}

std::shared_ptr<const OwnerSet> arranged(const SocketRecord& socket)
{
    const auto isBefore = [&socket](const ProcessPtr& a, const ProcessPtr& b) {
        return rankOf(*a, socket) < rankOf(*b, socket);
    };
    const OwnerSet& owners = *socket.ownerSet;
    if (std::is_sorted(owners.begin(), owners.end(), isBefore)) {
        return socket.ownerSet;
    }
    auto set = std::make_shared<OwnerSet>(owners);
    std::stable_sort(set->begin(), set->end(), isBefore);
    return set;
}

}  // namespace

void OwnerOrder::arrange(std::span<SocketRecord* const> sockets)
{
    std::map<Key, Arranged> before = std::exchange(m_arranged, {});
    for (SocketRecord* const row : sockets) {
        SocketRecord& socket = *row;
        if (!socket.ownerSet || socket.ownerSet->size() < 2) {
            continue;
        }
        const Key key(socket.ownerSet.get(), socket.serviceContext.get(), socket.uid);
        auto entry = m_arranged.find(key);
        if (entry == m_arranged.end()) {
            const auto old = before.find(key);
            entry = m_arranged
                        .emplace(key, old != before.end()
                                          ? std::move(old->second)
                                          : Arranged{socket.ownerSet, socket.serviceContext,
                                                     arranged(socket)})
                        .first;
        }
        socket.ownerSet = entry->second.set;
    }
}

}  // namespace quaywatch
