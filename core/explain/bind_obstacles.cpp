// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_obstacles.h"

#include "core/explain/socket_sentences.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>

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
        {"held", fmt::format("{} is held by {}: binding {} fails, \"Address already in use\".",
                             place, holderText(listener),
                             isWildcard ? "it or any single address" : "it or all addresses")});
    if (isDualStack(listener)) {
        obstacles.push_back(
            {"dual-stack",
             fmt::format("{} accepts IPv4 too, so {} 0.0.0.0:{} is in use as well, although no "
                         "table lists it.",
                         place, token(listener.key.protocol), listener.key.localPort)});
    } else if (isWildcard && listener.key.localAddress.family() == AddressFamily::Ipv4) {
        obstacles.push_back(
            {"dual-stack", fmt::format("A dual-stack bind of {} [::]:{} fails on it too; one "
                                       "with IPV6_V6ONLY works.",
                                       token(listener.key.protocol), listener.key.localPort)});
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
            {"time-wait",
             fmt::format("{} still in TIME_WAIT: for up to a minute only a program that sets "
                         "SO_REUSEADDR can bind the port.",
                         lingering == 1 ? "1 connection is"
                                        : pluralize(lingering, "connection") + " are")});
    }
    if (connected > 0 && !hasTcpListener) {
        obstacles.push_back(
            {"connection",
             fmt::format("{} the port as its local end; a bind may fail until "
                         "it is closed.",
                         connected == 1 ? "1 connection has"
                                        : pluralize(connected, "connection") + " have")});
    }
}

void addRuleObstacles(std::vector<BindObstacle>& obstacles, Port port, const BindRules& rules,
                      const CurrentUser& currentUser)
{
    if (rules.firstUnprivilegedPort && port < *rules.firstUnprivilegedPort &&
        currentUser.uid != 0) {
        const std::string who = currentUser.user.empty() ? fmt::format("uid {}", currentUser.uid)
                                                         : displayText(currentUser.user);
        obstacles.push_back(
            {"privileged",
             fmt::format("Ports below {} need root or CAP_NET_BIND_SERVICE, and you are {}.",
                         *rules.firstUnprivilegedPort, who)});
    }
    const bool isReserved =
        std::any_of(rules.reservedPorts.begin(), rules.reservedPorts.end(),
                    [&](const PortRange& range) { return range.contains(port); });
    if (isReserved) {
        obstacles.push_back({"reserved",
                             "net.ipv4.ip_local_reserved_ports reserves it: the kernel gives it "
                             "only to a program that asks for this port."});
    } else if (rules.ephemeralPorts && rules.ephemeralPorts->contains(port)) {
        obstacles.push_back(
            {"ephemeral",
             fmt::format("The kernel picks local ports for outgoing connections from {}-{}, so any "
                         "program may hold it for a while.",
                         rules.ephemeralPorts->first, rules.ephemeralPorts->last)});
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
