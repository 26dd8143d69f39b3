// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/service_key.h"

#include "core/sockets/socket_events.h"

#include <algorithm>
#include <array>

namespace quaywatch {
namespace {

constexpr std::string_view kService = ".service";

const std::optional<std::string>* unitOf(const SocketRecord& socket)
{
    if (socket.serviceContext && socket.serviceContext->unit) {
        return &socket.serviceContext->unit;
    }
    return socket.owners().empty() ? nullptr : &socket.owners().front()->unit;
}

bool isInContainer(const SocketRecord& socket)
{
    return (socket.serviceContext && socket.serviceContext->container) ||
           (!socket.owners().empty() && socket.owners().front()->container);
}

}  // namespace

std::string portKeyOf(Protocol protocol, Port port)
{
    return std::string(token(protocol)) + "|" + std::to_string(port) + "|";
}

std::string programKeyOf(const SocketRecord& socket)
{
    const OwnerSet& owners = socket.owners();
    std::string key = owners.empty() ? std::string{} : executedProgram(*owners.front());
    // The number and not the name: the name may become known only later.
    key += "|" + (socket.uid ? std::to_string(*socket.uid) : std::string{}) + "|";
    if (isInContainer(socket)) {
        return key + "container";  // its number changes each time it is created again
    }
    const std::optional<std::string_view> unit = serviceUnitOf(socket);
    return unit ? key.append(*unit) : key;
}

std::string serviceKeyOf(const SocketRecord& socket)
{
    return portKeyOf(socket.key.protocol, socket.key.localPort) + programKeyOf(socket);
}

std::string peerIdentityOf(const SocketRecord& connection)
{
    SocketRecord remoteEnd = connection;
    remoteEnd.key.localAddress = connection.key.remoteAddress;
    remoteEnd.key.localPort = connection.key.remotePort;
    return identityOf(remoteEnd);
}

std::string programIdentityOf(const SocketRecord& socket)
{
    const std::string identity = identityOf(socket);
    // Neither an address nor a port contains a '|'.
    const std::size_t address = identity.find('|');
    const std::size_t port = identity.find('|', address + 1);
    const std::size_t exe = identity.find('|', port + 1);
    return identity.substr(0, address) + "||" + identity.substr(exe);
}

std::string alertKeyOf(WatchRule rule, const SocketRecord& socket)
{
    switch (rule) {
        case WatchRule::UnassignedPeer:
        case WatchRule::Probe:
            return peerIdentityOf(socket);
        case WatchRule::CloseWaitPileUp:
            return programIdentityOf(socket);
        default:
            return identityOf(socket);
    }
}

std::optional<std::string_view> serviceUnitOf(const SocketRecord& socket)
{
    const std::optional<std::string>* unit = unitOf(socket);
    // Scopes get new numbers with each login; a service's socket unit has the same name as the
    // service.
    if (unit == nullptr || !*unit || (*unit)->starts_with("user@")) {
        return std::nullopt;
    }
    std::string_view name = **unit;
    for (const std::string_view type : {kService, std::string_view(".socket")}) {
        if (name.ends_with(type)) {
            name.remove_suffix(type.size());
            return name;
        }
    }
    return std::nullopt;
}

bool isOfSystemService(const SocketRecord& socket)
{
    return serviceUnitOf(socket) && !socket.unitManagerUid();
}

bool isSettling(const SocketRecord& listener)
{
    return listener.ownerState == OwnerState::Hidden || isOfSystemService(listener);
}

}  // namespace quaywatch
