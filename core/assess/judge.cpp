// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/judge.h"

#include "core/assess/known_use.h"
#include "core/assess/registered_service.h"
#include "core/host/rpc_message.h"
#include "core/host/system_user.h"
#include "core/registry/service_registry.h"
#include "core/sockets/annotate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

namespace quaywatch {
namespace {

using Reason = std::shared_ptr<const std::string>;
using PortKey = std::pair<Protocol, Port>;

constexpr std::uint32_t kInit = 1;

bool isWellKnown(Port port) noexcept
{
    return port != 0 && port < kFirstRegisteredPort;
}

/// Whether a service is to be expected there: the port is given to one, and not among those that
/// systems hand out to clients (Linux: from 32768).
bool isServicePort(PortKey port)
{
    constexpr Port kFirstClientPort = 32768;
    return port.second < kFirstClientPort &&
           (isWellKnown(port.second)
                ? !isVacantPort(port.second, port.first)
                : registry::lookup(port.second, port.first).state == AssignmentState::Assigned);
}

/// What was seen on the vacant port.
enum class Activity : std::uint8_t { Listener, ConnectionIn, ConnectionOut };

Reason vacantReason(Activity activity, AssignmentState state)
{
    constexpr std::array<std::string_view, 3> kActivities{
        "listener on", "connection to a listener on", "outgoing connection to"};
    constexpr std::array<std::pair<AssignmentState, std::string_view>, 4> kPorts{
        {{AssignmentState::Unassigned, "an unassigned well-known port"},
         {AssignmentState::Reserved, "a reserved well-known port"},
         {AssignmentState::Deassigned, "a de-assigned well-known port"},
         {AssignmentState::Unlisted, "a well-known port that is not in the registry"}}};
    // Made once and shared by every row of every snapshot.
    static const auto kReasons = [&] {
        std::map<std::pair<Activity, AssignmentState>, Reason> reasons;
        for (std::size_t i = 0; i < kActivities.size(); ++i) {
            for (const auto& [portState, words] : kPorts) {
                reasons.emplace(std::pair(static_cast<Activity>(i), portState),
                                std::make_shared<const std::string>(
                                    fmt::format("{} {}", kActivities[i], words)));
            }
        }
        return reasons;
    }();
    const auto found = kReasons.find({activity, state});
    return found == kReasons.end() ? nullptr : found->second;
}

Judgement unexpected(Severity severity, Activity activity, PortKey port)
{
    const AssignmentState state = registry::lookup(port.second, port.first).state;
    return {Verdict::Unexpected, severity, vacantReason(activity, state)};
}

Judgement explained(std::string reason)
{
    return {Verdict::Explained, Severity::Info,
            std::make_shared<const std::string>(std::move(reason))};
}

std::string portText(Protocol protocol, Port port)
{
    const ServiceNames names = registry::lookup(port, protocol).names;
    // The registry has another name before that of 2049, the very peer that shows an NFS client.
    const bool isNfs = std::find(names.begin(), names.end(), "nfs") != names.end();
    const std::string_view name = isNfs ? "nfs" : names.first();
    return name.empty() ? fmt::format("port {}", port) : fmt::format("port {} ({})", port, name);
}

/// Judges one snapshot; holds what its rows have in common.
class Judge {
public:
    Judge(Snapshot& snapshot, const std::vector<RpcService>& rpcServices, ProgramEvidence* evidence)
        : m_sockets(snapshot.sockets)
        , m_evidence(evidence)
    {
        for (const RpcService& service : rpcServices) {
            m_services.emplace(PortKey{service.protocol, service.port}, &service);
        }
    }

    void judgeAll()
    {
        // Listeners first: their connections follow their verdict.
        for (SocketRecord& row : wellKnownRows()) {
            row.judgement = {};
            if (!row.isListener()) {
                continue;
            }
            if (isVacantPort(row.key.localPort, row.key.protocol)) {
                row.judgement = judgeListener(row);
                remember(row);
            } else {
                row.judgement = judgeGuest(row);
            }
        }
        for (SocketRecord& row : m_sockets) {
            const bool isLocalWellKnown = isWellKnown(row.key.localPort);
            if (!isLocalWellKnown && row.judgement.verdict != Verdict::Ordinary) {
                row.judgement = {};
            }
            if (!row.isListener() && (isLocalWellKnown || isWellKnown(row.key.remotePort))) {
                judgeConnection(row);
            }
        }
    }

private:
    /// The rows whose local port is below 1024; the rows are sorted by local port.
    [[nodiscard]] std::span<SocketRecord> wellKnownRows() const
    {
        const auto end = std::lower_bound(
            m_sockets.begin(), m_sockets.end(), kFirstRegisteredPort,
            [](const SocketRecord& row, Port port) { return row.key.localPort < port; });
        return {m_sockets.data(), static_cast<std::size_t>(end - m_sockets.begin())};
    }

    [[nodiscard]] Judgement judgeListener(const SocketRecord& row)
    {
        const PortKey port{row.key.protocol, row.key.localPort};
        if (const auto program = registeredProgram(row)) {
            return explained(programText(*program) + ", known to rpcbind");
        }
        if (const auto program = programOfOwners(row)) {
            return explained("held by the process that serves " + programText(*program));
        }
        // A TCP listener of the kernel's is still one that anybody can connect to.
        if (row.ownerState == OwnerState::Kernel && row.state == SocketState::Bound) {
            return explained("the kernel's own UDP socket: a tunnel, or a client of RPC or NFS");
        }
        if (auto reason = explainKnownUse(row, m_evidence)) {
            return explained(*std::move(reason));
        }
        return unexpected(Severity::High, Activity::Listener, port);
    }

    /// Of a listener on a port that IANA gave to a service: explained if rpcbind names it as
    /// another service's.
    [[nodiscard]] Judgement judgeGuest(const SocketRecord& row) const
    {
        const auto program = registeredProgram(row);
        if (!program || servesRegisteredService(*program, row.key.localPort, row.key.protocol)) {
            return {};
        }
        return explained(registeredForText(row.key.localPort, row.key.protocol,
                                           programText(*program) + ", known to rpcbind"));
    }

    /// The program that rpcbind knows at the listener's port. Any user may register any port, and a
    /// registration may outlive its server: it counts only if the listener is one of the system's
    /// own users', and if these, or root, registered it.
    [[nodiscard]] std::optional<std::uint32_t> registeredProgram(const SocketRecord& row) const
    {
        if (m_services.empty() || (row.uid && !isSystemUser(*row.uid))) {
            return std::nullopt;
        }
        const auto [first, last] = m_services.equal_range({row.key.protocol, row.key.localPort});
        for (auto service = first; service != last; ++service) {
            const auto& registrant = service->second->registrantUid;
            if (!registrant || *registrant == 0 || registrant == row.uid) {
                return service->second->program;
            }
        }
        return std::nullopt;
    }

    /// The program that rpcbind knows of the processes that hold the socket, if each of them has
    /// one. An owner that is not known explains nothing, and neither does init, which holds the
    /// sockets of others.
    [[nodiscard]] std::optional<std::uint32_t> programOfOwners(const SocketRecord& row)
    {
        if (m_services.empty() || row.ownerState != OwnerState::Known || row.owners().empty()) {
            return std::nullopt;
        }
        collectRpcProcesses();
        std::optional<std::uint32_t> program;
        for (const ProcessPtr& owner : row.owners()) {
            const auto found = m_rpcProcesses.find(owner->id);
            if (found == m_rpcProcesses.end()) {
                return std::nullopt;
            }
            program = found->second;
        }
        return program;
    }

    void collectRpcProcesses()
    {
        if (std::exchange(m_hasRpcProcesses, true)) {
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
                if (owner->id.pid != kInit) {
                    m_rpcProcesses.emplace(owner->id, *program);
                }
            }
        }
    }

    /// Keeps the gravest verdict of the listeners that share a port.
    void remember(const SocketRecord& listener)
    {
        const PortKey port{listener.key.protocol, listener.key.localPort};
        Judgement& worst = m_listeners.try_emplace(port, listener.judgement).first->second;
        if (worst.severity < listener.judgement.severity) {
            worst = listener.judgement;
        }
    }

    void judgeConnection(SocketRecord& row)
    {
        const PortKey local{row.key.protocol, row.key.localPort};
        const PortKey remote{row.key.protocol, row.key.remotePort};
        const bool isLocalVacant = isVacantPort(local.second, local.first);
        if (row.direction == Direction::Inbound) {
            // Its far end is a client's port and says nothing.
            if (isLocalVacant) {
                row.judgement = judgeInbound(local);
            }
        } else if (isVacantPort(remote.second, remote.first)) {
            row.judgement = judgeOutbound(row, remote);
        } else if (isLocalVacant) {
            row.judgement = judgeSourcePort(row);
        }
    }

    [[nodiscard]] Judgement judgeInbound(PortKey local) const
    {
        const auto listener = m_listeners.find(local);
        if (listener != m_listeners.end() && listener->second.verdict == Verdict::Explained) {
            return listener->second;
        }
        return unexpected(Severity::High, Activity::ConnectionIn, local);
    }

    [[nodiscard]] Judgement judgeOutbound(const SocketRecord& row, PortKey remote) const
    {
        const auto listener = m_listeners.find(remote);
        if (listener != m_listeners.end() && listener->second.verdict == Verdict::Explained &&
            isLocalConnection(row)) {
            return listener->second;
        }
        return unexpected(Severity::Medium, Activity::ConnectionOut, remote);
    }

    [[nodiscard]] Judgement judgeSourcePort(const SocketRecord& row)
    {
        // `nc -l` closes its listener once it has a connection, and `nc -u -l` connects its socket
        // to whoever sent first: that nothing listens here makes no client yet.
        if (!isConnectingSide(row)) {
            return judgeInbound({row.key.protocol, row.key.localPort});
        }
        const PortKey peer{row.key.protocol, row.key.remotePort};
        Judgement& judgement = m_sourcePorts[peer];
        if (!judgement.reason) {
            judgement =
                explained("reserved-port client (RPC or NFS): source port of a connection to " +
                          portText(peer.first, peer.second));
        }
        return judgement;
    }

    /// Whether something shows that the socket, which has no listener, is the one that connected.
    [[nodiscard]] bool isConnectingSide(const SocketRecord& row) const
    {
        const PortKey peer{row.key.protocol, row.key.remotePort};
        if (row.state == SocketState::SynSent || row.ownerState == OwnerState::Kernel) {
            return true;
        }
        if (!isLocalConnection(row)) {
            return isServicePort(peer);
        }
        // Of UDP the far end's own socket looks like a listener, whichever end it is.
        return isAccepted(row) && (row.key.protocol == Protocol::Tcp || isServicePort(peer) ||
                                   m_services.contains(peer));
    }

    /// Whether a listener at the far end, on this machine, takes the connection.
    [[nodiscard]] bool isAccepted(const SocketRecord& row) const
    {
        SocketRecord farEnd;
        farEnd.key = row.key;
        std::swap(farEnd.key.localPort, farEnd.key.remotePort);
        std::swap(farEnd.key.localAddress, farEnd.key.remoteAddress);
        const std::pair port(farEnd.key.localPort, farEnd.key.protocol);
        const auto first = std::lower_bound(
            m_sockets.begin(), m_sockets.end(), port,
            [](const SocketRecord& candidate, const std::pair<Port, Protocol>& wanted) {
                return std::pair(candidate.key.localPort, candidate.key.protocol) < wanted;
            });
        for (auto candidate = first;
             candidate != m_sockets.end() &&
             std::pair(candidate->key.localPort, candidate->key.protocol) == port;
             ++candidate) {
            if (candidate->isListener() && takes(*candidate, farEnd)) {
                return true;
            }
        }
        return false;
    }

    std::vector<SocketRecord>& m_sockets;
    ProgramEvidence* m_evidence;
    std::multimap<PortKey, const RpcService*> m_services;
    std::map<ProcessId, std::uint32_t> m_rpcProcesses;
    bool m_hasRpcProcesses = false;
    std::map<PortKey, Judgement> m_listeners;
    std::map<PortKey, Judgement> m_sourcePorts;
};

}  // namespace

bool isVacantPort(Port port, Protocol protocol) noexcept
{
    if (!isWellKnown(port)) {
        return false;
    }
    switch (registry::lookup(port, protocol).state) {
        case AssignmentState::Assigned:
        case AssignmentState::Private:
            return false;
        case AssignmentState::Unassigned:
        case AssignmentState::Reserved:
        case AssignmentState::Deassigned:
        case AssignmentState::Unlisted:
            return true;
    }
    return false;
}

void judge(Snapshot& snapshot, const std::vector<RpcService>& rpcServices,
           ProgramEvidence* evidence)
{
    Judge(snapshot, rpcServices, evidence).judgeAll();
}

}  // namespace quaywatch
