// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/rpc_listeners.h"

#include "core/host/system_user.h"
#include "core/registry/service_registry.h"
#include "core/sockets/classify.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace quaywatch {
namespace {

/// The name of the system service in whose cgroup the socket was opened, without the type: a
/// service and its socket unit have the same one. Empty if there is none.
std::string_view systemServiceOf(const SocketRecord& row)
{
    const ServiceContext* context = row.serviceContext.get();
    if (context == nullptr || !context->isSystemService || !context->unit) {
        return {};
    }
    const std::string_view unit = *context->unit;
    return unit.substr(0, unit.rfind('.'));
}

}  // namespace

bool isRpcUser(const SocketRecord& listener)
{
    constexpr std::array<std::string_view, 4> kUsers{"statd", "rpcuser", "_rpc", "rpc"};
    return listener.uid == 0U ||
           (listener.uid && isSystemUser(*listener.uid) && listener.user &&
            std::find(kUsers.begin(), kUsers.end(), *listener.user) != kUsers.end());
}

RpcListeners::RpcListeners(std::vector<SocketRecord>& sockets,
                           const std::vector<RpcService>& services)
    : m_sockets(sockets)
{
    for (const RpcService& service : services) {
        m_registrations.emplace(PortId{service.port, service.protocol}, &service);
    }
}

std::optional<std::uint32_t> RpcListeners::registeredProgram(const SocketRecord& row) const
{
    if (m_registrations.empty() || !row.uid || !isRpcUser(row)) {
        return std::nullopt;
    }
    const auto [first, last] = m_registrations.equal_range({row.key.localPort, row.key.protocol});
    for (auto service = first; service != last; ++service) {
        const auto& registrant = service->second->registrantUid;
        if (!registrant || *registrant == 0 || registrant == row.uid) {
            return service->second->program;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> RpcListeners::programOfOwners(const SocketRecord& row)
{
    if (m_registrations.empty() || row.ownerState != OwnerState::Known || row.owners().empty()) {
        return std::nullopt;
    }
    collect();
    std::optional<std::uint32_t> program;
    for (const ProcessPtr& owner : row.owners()) {
        const auto found = m_processes.find(owner->id);
        if (found == m_processes.end()) {
            return std::nullopt;
        }
        program = found->second;
    }
    return program;
}

std::optional<std::uint32_t> RpcListeners::programOfService(const SocketRecord& row)
{
    const std::string_view service = systemServiceOf(row);
    if (row.ownerState != OwnerState::Hidden || service.empty()) {
        return std::nullopt;
    }
    collect();
    const auto found = m_programsOfServices.find(service);
    return found != m_programsOfServices.end() && found->second.size() == 1
               ? std::optional(*found->second.begin())
               : std::nullopt;
}

void RpcListeners::collect()
{
    if (std::exchange(m_isCollected, true)) {
        return;
    }
    for (const SocketRecord& row : m_sockets) {
        if (!row.isListener()) {
            continue;
        }
        const auto program = registeredProgram(row);
        if (!program) {
            continue;
        }
        for (const ProcessPtr& owner : row.owners()) {
            if (owner->id.pid != kInitPid) {
                m_processes.emplace(owner->id, *program);
            }
        }
        if (const std::string_view service = systemServiceOf(row); !service.empty()) {
            m_programsOfServices[std::string(service)].insert(*program);
        }
    }
}

std::optional<RpcName> RpcListeners::nameOf(const SocketRecord& row)
{
    if (const auto program = registeredProgram(row)) {
        return RpcName{*program, /*isRegistered=*/true};
    }
    // rpc.statd and rpcbind have one such socket each, at another port after each start. A process
    // may serve anything else at its other ports.
    const bool isPrivate = row.key.protocol == Protocol::Udp &&
                           row.key.localPort < kFirstRegisteredPort && isRpcUser(row);
    auto program = isPrivate ? programOfOwners(row) : std::nullopt;
    if (isPrivate && !program) {
        program = programOfService(row);
    }
    return program ? std::optional(RpcName{*program, /*isRegistered=*/false}) : std::nullopt;
}

void RpcListeners::nameAll()
{
    if (m_registrations.empty()) {
        return;
    }
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < m_sockets.size(); ++i) {
        SocketRecord& row = m_sockets[i];
        if (row.isListener()) {
            row.rpc = nameOf(row);
            if (row.rpc) {
                named.push_back(i);
            }
        }
    }
    // The rows of one port and protocol are neighbors.
    const auto isOfPort = [this](std::size_t i, const SocketKey& key) {
        return i < m_sockets.size() && m_sockets[i].key.localPort == key.localPort &&
               m_sockets[i].key.protocol == key.protocol;
    };
    for (const std::size_t place : named) {
        const SocketRecord& listener = m_sockets[place];
        std::size_t row = place;
        while (row > 0 && isOfPort(row - 1, listener.key)) {
            --row;
        }
        for (; isOfPort(row, listener.key); ++row) {
            SocketRecord& connection = m_sockets[row];
            if (connection.direction == Direction::Inbound && !connection.isListener() &&
                accepts(listener, connection)) {
                connection.rpc = listener.rpc;
            }
        }
    }
}

}  // namespace quaywatch
