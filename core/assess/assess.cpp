// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/assess.h"

#include "core/assess/known_use.h"
#include "core/assess/registered_service.h"
#include "core/assess/reserved_clients.h"
#include "core/assess/rpc_listeners.h"
#include "core/message/message_list.h"
#include "core/net/port_id.h"
#include "core/registry/service_registry.h"
#include "core/sockets/classify.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace quaywatch {
namespace {

using Reason = std::shared_ptr<const Message>;

bool isWellKnown(Port port) noexcept
{
    return port != 0 && port < kFirstRegisteredPort;
}

/// The activity on an unassigned port. Of a connection at its other or at this end it is not known
/// which side opened it.
enum class Activity : std::uint8_t {
    Listener,
    ConnectionIn,
    ConnectionOut,
    ConnectionAtOtherEnd,
    ConnectionAtThisEnd,
};

Reason vacantReason(Activity activity, AssignmentState state)
{
    using enum AssignmentState;
    // Created once and shared by every row of every snapshot.
    static const auto kReasons = [] {
        std::map<std::pair<Activity, AssignmentState>, Reason> reasons;
        const auto add = [&reasons](Activity of, AssignmentState on, MessageId id) {
            reasons.emplace(std::pair(of, on), std::make_shared<const Message>(id));
        };
        add(Activity::Listener, Unassigned, MessageId::ListenerOnUnassignedPort);
        add(Activity::Listener, Reserved, MessageId::ListenerOnReservedPort);
        add(Activity::Listener, Deassigned, MessageId::ListenerOnDeassignedPort);
        add(Activity::Listener, Unlisted, MessageId::ListenerOnUnlistedPort);
        add(Activity::ConnectionIn, Unassigned, MessageId::ConnectionToListenerOnUnassignedPort);
        add(Activity::ConnectionIn, Reserved, MessageId::ConnectionToListenerOnReservedPort);
        add(Activity::ConnectionIn, Deassigned, MessageId::ConnectionToListenerOnDeassignedPort);
        add(Activity::ConnectionIn, Unlisted, MessageId::ConnectionToListenerOnUnlistedPort);
        add(Activity::ConnectionOut, Unassigned, MessageId::OutgoingConnectionToUnassignedPort);
        add(Activity::ConnectionOut, Reserved, MessageId::OutgoingConnectionToReservedPort);
        add(Activity::ConnectionOut, Deassigned, MessageId::OutgoingConnectionToDeassignedPort);
        add(Activity::ConnectionOut, Unlisted, MessageId::OutgoingConnectionToUnlistedPort);
        add(Activity::ConnectionAtOtherEnd, Unassigned,
            MessageId::ConnectionAtOtherEndOnUnassignedPort);
        add(Activity::ConnectionAtOtherEnd, Reserved,
            MessageId::ConnectionAtOtherEndOnReservedPort);
        add(Activity::ConnectionAtOtherEnd, Deassigned,
            MessageId::ConnectionAtOtherEndOnDeassignedPort);
        add(Activity::ConnectionAtOtherEnd, Unlisted,
            MessageId::ConnectionAtOtherEndOnUnlistedPort);
        add(Activity::ConnectionAtThisEnd, Unassigned,
            MessageId::ConnectionAtThisEndOnUnassignedPort);
        add(Activity::ConnectionAtThisEnd, Reserved, MessageId::ConnectionAtThisEndOnReservedPort);
        add(Activity::ConnectionAtThisEnd, Deassigned,
            MessageId::ConnectionAtThisEndOnDeassignedPort);
        add(Activity::ConnectionAtThisEnd, Unlisted, MessageId::ConnectionAtThisEndOnUnlistedPort);
        return reasons;
    }();
    const auto found = kReasons.find({activity, state});
    return found == kReasons.end() ? nullptr : found->second;
}

Assessment unexpected(Severity severity, Activity activity, PortId port)
{
    const AssignmentState state = registry::lookup(port.port, port.protocol).state;
    return {Verdict::Unexpected, severity, vacantReason(activity, state)};
}

Assessment explained(Message reason)
{
    return {Verdict::Explained, Severity::Info, std::make_shared<const Message>(std::move(reason))};
}

Message portText(Protocol protocol, Port port)
{
    const ServiceNames names = registry::lookup(port, protocol).names;
    // The registry has another name before "nfs" for port 2049, the peer port that identifies an
    // NFS client.
    const bool isNfs = std::find(names.begin(), names.end(), "nfs") != names.end();
    const std::string_view name = isNfs ? "nfs" : names.first();
    return name.empty() ? Message(MessageId::PortNumber, port)
                        : Message(MessageId::PortWithService, port, name);
}

/// Assesses one snapshot; holds the data that its rows share.
class Assessor {
public:
    Assessor(Snapshot& snapshot, RpcListeners& rpc, ProgramEvidence* evidence)
        : m_sockets(snapshot.sockets)
        , m_rpc(rpc)
        , m_evidence(evidence)
    {
    }

    void assessAll()
    {
        // Listeners first, because connections get the verdict of their listener.
        for (SocketRecord& row : wellKnownRows()) {
            row.assessment = {};
            if (!row.isListener()) {
                continue;
            }
            if (isUnclaimedWellKnownPort(row.key.localPort, row.key.protocol)) {
                row.assessment = assessListener(row);
                remember(row);
            } else {
                row.assessment = assessGuest(row);
            }
        }
        for (SocketRecord& row : m_sockets) {
            const bool isLocalWellKnown = isWellKnown(row.key.localPort);
            if (!isLocalWellKnown && row.assessment.verdict != Verdict::Ordinary) {
                row.assessment = {};
            }
            if (!row.isListener() && !row.isBoundTcp() &&
                (isLocalWellKnown || isWellKnown(row.key.remotePort))) {
                assessConnection(row);
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

    [[nodiscard]] Assessment assessListener(const SocketRecord& row)
    {
        const PortId port{row.key.localPort, row.key.protocol};
        if (const auto program = m_rpc.registeredProgram(row)) {
            return explained(Message(MessageId::RegisteredWithRpcbind, programText(*program)));
        }
        if (const auto program = m_rpc.programOfOwners(row)) {
            return explained(Message(MessageId::SocketOfRpcServer, programText(*program)));
        }
        // A TCP listener of the kernel is not explained by this: anybody can connect to it.
        if (row.ownerState == OwnerState::Kernel && row.state == SocketState::Bound) {
            return explained(Message(MessageId::KernelUdpSocket));
        }
        if (auto reason = explainKnownUse(row, m_evidence)) {
            return explained(*std::move(reason));
        }
        return unexpected(Severity::High, Activity::Listener, port);
    }

    /// Assesses a listener on a port that IANA assigned to a service: explained if rpcbind names it
    /// as another service.
    [[nodiscard]] Assessment assessGuest(const SocketRecord& row) const
    {
        const auto program = m_rpc.registeredProgram(row);
        if (!program || servesRegisteredService(*program, row.key.localPort, row.key.protocol)) {
            return {};
        }
        return explained(
            registeredForText(row.key.localPort, row.key.protocol,
                              Message(MessageId::RegisteredWithRpcbind, programText(*program))));
    }

    /// Keeps the most severe verdict of the listeners that share a port.
    void remember(const SocketRecord& listener)
    {
        const PortId port{listener.key.localPort, listener.key.protocol};
        Assessment& worst = m_listeners.try_emplace(port, listener.assessment).first->second;
        if (worst.severity < listener.assessment.severity) {
            worst = listener.assessment;
        }
    }

    void assessConnection(SocketRecord& row)
    {
        const PortId local{row.key.localPort, row.key.protocol};
        const PortId remote{row.key.remotePort, row.key.protocol};
        const bool isLocalVacant = isUnclaimedWellKnownPort(local.port, local.protocol);
        if (row.direction == Direction::Inbound) {
            // The remote port is a client's and shows nothing.
            if (isLocalVacant) {
                row.assessment = assessInbound(row);
            }
        } else if (isUnclaimedWellKnownPort(remote.port, remote.protocol)) {
            row.assessment = assessOutbound(row, remote);
        } else if (isLocalVacant) {
            row.assessment = assessSourcePort(row);
        }
    }

    [[nodiscard]] Assessment assessInbound(const SocketRecord& row) const
    {
        const PortId local{row.key.localPort, row.key.protocol};
        const auto listener = m_listeners.find(local);
        if (listener != m_listeners.end() && listener->second.verdict == Verdict::Explained &&
            isAcceptedHere(row)) {
            return listener->second;
        }
        const bool isKnown = row.direction == Direction::Inbound;
        return unexpected(Severity::High,
                          isKnown ? Activity::ConnectionIn : Activity::ConnectionAtThisEnd, local);
    }

    [[nodiscard]] Assessment assessOutbound(const SocketRecord& row, PortId remote) const
    {
        const auto listener = m_listeners.find(remote);
        if (listener != m_listeners.end() && listener->second.verdict == Verdict::Explained &&
            isLocalConnection(row)) {
            return listener->second;
        }
        // Not known: the severity of the worse case, since the port may have been asked for.
        return unexpected(Severity::Medium,
                          row.isOpener ? Activity::ConnectionOut : Activity::ConnectionAtOtherEnd,
                          remote);
    }

    [[nodiscard]] Assessment assessSourcePort(const SocketRecord& row)
    {
        // `nc -l` closes its listener once it has a connection, and `nc -u -l` connects its socket
        // to the first sender: a socket without a listener is therefore not always a client.
        if (!isConnectingSide(row)) {
            return assessInbound(row);
        }
        const PortId peer{row.key.remotePort, row.key.protocol};
        const bool isReservedClient = row.ownerState == OwnerState::Kernel ||
                                      isPortOfReservedClients(peer) || isRpcService(peer);
        Assessment& assessment = m_sourcePorts[{peer, isReservedClient}];
        if (!assessment.reason) {
            assessment = explained(Message(
                isReservedClient ? MessageId::ReservedPortClient : MessageId::SourcePortOfOutgoing,
                portText(peer.protocol, peer.port)));
        }
        return assessment;
    }

    /// Whether there is evidence that the socket, which has no listener, opened the connection.
    [[nodiscard]] bool isConnectingSide(const SocketRecord& row) const
    {
        const PortId peer{row.key.remotePort, row.key.protocol};
        if (row.state == SocketState::SynSent || row.ownerState == OwnerState::Kernel ||
            row.isOpener) {
            return true;  // The end that did not open a connection is inbound.
        }
        // Any user may listen on a port below 1024 that the administrator allows; the clients run
        // as root.
        if (row.uid != 0U) {
            return false;
        }
        if (!isLocalConnection(row)) {
            return isPortOfReservedClients(peer);
        }
        // A program can connect from a port on which it also listens; and for UDP, the socket at
        // the remote end looks like a listener, whichever end it is.
        return isAccepted(row) && (isPortOfReservedClients(peer) || isRpcService(peer));
    }

    /// Whether an RPC service of the system listens there.
    [[nodiscard]] bool isRpcService(PortId port) const
    {
        return anyListenerOn(port, [this](const SocketRecord& listener) {
            return m_rpc.registeredProgram(listener).has_value();
        });
    }

    /// Whether a listener at the remote end, on this machine, accepts the connection.
    [[nodiscard]] bool isAccepted(const SocketRecord& row) const
    {
        SocketRecord remoteEnd;
        remoteEnd.key = row.key;
        std::swap(remoteEnd.key.localPort, remoteEnd.key.remotePort);
        std::swap(remoteEnd.key.localAddress, remoteEnd.key.remoteAddress);
        return isAcceptedHere(remoteEnd);
    }

    /// Whether a listener at the local end accepts the connection: another one, at another address
    /// of the port, explains nothing.
    [[nodiscard]] bool isAcceptedHere(const SocketRecord& connection) const
    {
        return anyListenerOn(
            {connection.key.localPort, connection.key.protocol},
            [&connection](const SocketRecord& listener) { return accepts(listener, connection); });
    }

    /// The rows are sorted by local port and protocol.
    template <class Predicate>
    [[nodiscard]] bool anyListenerOn(PortId port, Predicate predicate) const
    {
        const auto portOf = [](const SocketRecord& row) {
            return PortId{row.key.localPort, row.key.protocol};
        };
        auto row = std::lower_bound(
            m_sockets.begin(), m_sockets.end(), port,
            [&portOf](const SocketRecord& each, PortId wanted) { return portOf(each) < wanted; });
        for (; row != m_sockets.end() && portOf(*row) == port; ++row) {
            if (row->isListener() && predicate(*row)) {
                return true;
            }
        }
        return false;
    }

    std::vector<SocketRecord>& m_sockets;
    RpcListeners& m_rpc;
    ProgramEvidence* m_evidence;
    std::map<PortId, Assessment> m_listeners;
    /// By the port of the peer, and whether its clients use reserved ports.
    std::map<std::pair<PortId, bool>, Assessment> m_sourcePorts;
};

}  // namespace

bool isUnclaimedWellKnownPort(Port port, Protocol protocol) noexcept
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

void assess(Snapshot& snapshot, const std::vector<RpcService>& rpcServices,
            ProgramEvidence* evidence)
{
    RpcListeners rpc(snapshot.sockets, rpcServices);
    rpc.nameAll();
    Assessor(snapshot, rpc, evidence).assessAll();
}

}  // namespace quaywatch
