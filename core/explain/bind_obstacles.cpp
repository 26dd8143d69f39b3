// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_obstacles.h"

#include "core/explain/socket_sentences.h"
#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

bool isDualStack(const SocketRecord& listener)
{
    const IpAddress& address = listener.key.localAddress;
    return address.family() == AddressFamily::Ipv6 && address.isUnspecified() &&
           !listener.isV6Only.value_or(false);
}

void addHolder(std::vector<BindObstacle>& obstacles, const SocketRecord& listener)
{
    const std::string place =
        fmt::format("{} {}", token(listener.key.protocol), localText(listener));
    const bool isWildcard = listener.key.localAddress.unmapped().isUnspecified();
    obstacles.push_back(
        {"held", sentence(Message(isWildcard ? MessageId::WildcardHeld : MessageId::AddressHeld,
                                  place, holderText(listener)))});
    if (isDualStack(listener)) {
        obstacles.push_back({"dual-stack", sentence(Message(MessageId::AcceptsIpv4Too, place,
                                                            token(listener.key.protocol),
                                                            listener.key.localPort))});
    } else if (isWildcard && listener.key.localAddress.family() == AddressFamily::Ipv4) {
        obstacles.push_back(
            {"dual-stack", sentence(Message(MessageId::DualStackFails, token(listener.key.protocol),
                                            listener.key.localPort))});
    }
}

/// Adds each obstacle once, however many sockets cause it.
void addSocketObstacles(std::vector<BindObstacle>& obstacles,
                        const std::vector<const SocketRecord*>& sockets)
{
    constexpr std::size_t kMaxHolders = 4;
    std::size_t lingering = 0;
    std::size_t connected = 0;
    bool hasTcpListener = false;
    std::vector<SocketKey> held;
    for (const SocketRecord* socket : sockets) {
        if (socket->isListener()) {
            hasTcpListener = hasTcpListener || socket->key.protocol == Protocol::Tcp;
            SocketKey place = socket->key;
            place.kernelId = 0;
            if (held.size() < kMaxHolders &&
                std::find(held.begin(), held.end(), place) == held.end()) {
                held.push_back(place);
                addHolder(obstacles, *socket);
            }
        } else if (socket->state == SocketState::TimeWait) {
            ++lingering;
        } else {
            ++connected;
        }
    }
    if (lingering > 0) {
        obstacles.push_back(
            {"time-wait", sentence(Message(byCount(lingering, MessageId::StillInTimeWait,
                                                   MessageId::SeveralStillInTimeWait),
                                           lingering))});
    }
    if (connected > 0 && !hasTcpListener) {
        obstacles.push_back(
            {"connection", sentence(Message(byCount(connected, MessageId::ConnectionHasPort,
                                                    MessageId::ConnectionsHavePort),
                                            connected))});
    }
}

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

}  // namespace

std::vector<BindObstacle> obstaclesTo(Port port, const std::vector<const SocketRecord*>& here,
                                      const BindRules& rules, const CurrentUser& currentUser)
{
    std::vector<BindObstacle> obstacles;
    addSocketObstacles(obstacles, here);
    addRuleObstacles(obstacles, port, rules, currentUser);
    return obstacles;
}

}  // namespace quaywatch
