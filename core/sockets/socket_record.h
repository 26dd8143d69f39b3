// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/net/protocol.h"
#include "core/sockets/process_info.h"
#include "core/sockets/verdict.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Identifies the same socket in two snapshots. Its order is the order of every listing: local
/// port, protocol, local address, remote end, network namespace, device, kernel id.
///
/// kernelId is the kernel's cookie (otherwise the inode) if several sockets can have the other
/// members in common: listeners and UDP. It is 0 for a TCP connection, whose two ends are unique,
/// so that a connection stays the same row from SYN_SENT to TIME_WAIT, where its cookie changes.
struct SocketKey {
    Port localPort = 0;
    Protocol protocol = Protocol::Tcp;
    IpAddress localAddress;
    IpAddress remoteAddress;  ///< The family's "any" if there is no remote end.
    Port remotePort = 0;
    std::uint64_t networkNamespace = 0;  ///< Inode of the namespace; 0 if that is not known.
    std::uint32_t boundDevice = 0;       ///< Interface index of SO_BINDTODEVICE; 0 for none.
    std::uint64_t kernelId = 0;

    friend auto operator<=>(const SocketKey&, const SocketKey&) noexcept = default;
};

/// The processes that hold a socket, ascending by ProcessId, except that those that most likely
/// opened it come first (see core/sockets/owner_order.h). Shared: all sockets that one process
/// alone holds have the same set, and an unchanged set is the same object in the next snapshot.
using OwnerSet = std::vector<ProcessPtr>;

/// Which service systemd starts for a socket that it holds: systemd.socket(5).
struct SocketActivation {
    std::string socketUnit;  ///< "ssh.socket"
    /// "ssh.service", or the template "ssh@.service": an instance for each connection.
    std::string service;

    [[nodiscard]] bool isPerConnection() const noexcept
    {
        return service.find("@.") != std::string::npos;
    }
    friend bool operator==(const SocketActivation&, const SocketActivation&) = default;
};

/// Where a socket was created, according to its cgroup (also if its process may not be read).
struct ServiceContext {
    std::optional<std::string> unit;  ///< systemd unit
    /// The user whose own systemd (systemctl --user) has the unit; empty: the system's, or no unit.
    std::optional<std::uint32_t> unitManagerUid = {};
    std::optional<std::string> container;  ///< e.g. "docker:0123456789ab"
    /// The unit is a service or socket directly below /system.slice, where only root can add units.
    bool isSystemService = false;
    /// As the unit files configure it, whether the service runs or not. Empty if systemd does not
    /// hold the socket for a unit, or if the files do not say for which.
    std::optional<SocketActivation> activation = {};

    friend bool operator==(const ServiceContext&, const ServiceContext&) = default;
};

/// The RPC program of a listener, according to rpcbind.
struct RpcName {
    std::uint32_t program = 0;
    /// rpcbind names this port; false: another socket of the same process.
    bool isRegistered = false;

    friend bool operator==(const RpcName&, const RpcName&) = default;
};

/// One row of a kernel socket table, with its owners and assessment. Immutable in a snapshot.
struct SocketRecord {
    SocketKey key;
    SocketState state = SocketState::Listen;
    Direction direction = Direction::Listen;
    OwnerState ownerState = OwnerState::Hidden;
    /// Why the owner is hidden, if it is, or a further one of OwnerState::Partial; also empty while
    /// it is not known whether the socket still exists.
    std::optional<HiddenBy> hiddenBy;
    std::optional<Exposure> exposure;  ///< For listeners only; empty if receivesNothing().
    std::optional<bool> isV6Only;      ///< For IPv6 sockets only, if the kernel reports it.
    /// The bound device is the loopback device, by its flag: its name can be any.
    bool isOnLoopbackDevice = false;

    /// For TCP connections: whether this end opened it, as the kernel shows. Empty if it does not:
    /// then `direction` is an inference from the listeners, and no text may claim that the
    /// connection is outgoing.
    std::optional<bool> isOpener;
    /// For connections of a snapshot: whether a listener has their local port. Set by classify().
    std::optional<bool> hasListener;
    /// For connections: the other end is a socket of the same snapshot, or was in an earlier one.
    /// Set by classify() and Sampler.
    bool isPeerHere = false;

    std::shared_ptr<const OwnerSet> ownerSet;  ///< Null if no owner is known. See owners().
    std::shared_ptr<const ServiceContext> serviceContext;  ///< Null if not known.
    std::shared_ptr<const std::string> user;  ///< Name of uid; null if it has none or no uid.
    std::shared_ptr<const std::string> interfaceName;  ///< Bound device; null if none.

    std::optional<std::uint32_t> uid;  ///< Of the socket's creator.
    std::optional<std::uint64_t> inode;
    std::optional<std::uint64_t> cookie;  ///< The kernel's own id of the socket.
    std::uint32_t receiveQueue = 0;       ///< Bytes; for a TCP listener: connections to accept.
    std::uint32_t sendQueue = 0;          ///< Bytes; for a TCP listener: the backlog's limit.
    std::optional<std::uint64_t> bytesReceived;  ///< Since the socket was opened.
    std::optional<std::uint64_t> bytesSent;      ///< Retransmitted bytes count once.

    /// takenAt of the first snapshot with the socket: its minimum age. Set by Sampler.
    std::chrono::system_clock::time_point seenSince;

    /// For listeners, and for connections that they accepted. Set by assess().
    std::optional<RpcName> rpc;
    /// An entry of the baseline with an RPC service may be about this listener: everything else
    /// matches, but rpcbind was not asked, or too early. Set by applyBaseline().
    bool mayBeExpectedRpc = false;

    Assessment assessment;

    /// ServiceContext::activation; null if there is none.
    [[nodiscard]] const SocketActivation* activation() const noexcept
    {
        return serviceContext && serviceContext->activation ? &*serviceContext->activation
                                                            : nullptr;
    }
    /// The known owners; empty if there is none.
    [[nodiscard]] const OwnerSet& owners() const noexcept;
    /// The user whose own systemd has the unit or container in which the socket was created, or
    /// else those of its first owner; empty: the system's, or none.
    [[nodiscard]] std::optional<std::uint32_t> unitManagerUid() const noexcept;
    [[nodiscard]] bool isListener() const noexcept
    {
        return state == SocketState::Listen ||
               (state == SocketState::Bound && key.protocol == Protocol::Udp);
    }
    /// A TCP socket that uses a port, but neither listens nor is connected. It has no direction.
    [[nodiscard]] bool isBoundTcp() const noexcept
    {
        return state == SocketState::Bound && key.protocol == Protocol::Tcp;
    }
    [[nodiscard]] bool hasRemote() const noexcept { return key.remotePort != 0; }
    [[nodiscard]] Endpoint local() const noexcept { return {key.localAddress, key.localPort}; }
    [[nodiscard]] Endpoint remote() const noexcept { return {key.remoteAddress, key.remotePort}; }
};

/// Whether the socket is bound to a network device that no longer exists, so that nothing reaches
/// it. False for a device whose name is known.
[[nodiscard]] bool isDeviceGone(const SocketRecord& socket) noexcept;

/// Whether nothing can reach the listener: its device is gone, or it is a TCP listener on a
/// multicast address or the limited broadcast address. The kernel takes such an address in bind(),
/// and TCP answers no connection to it (net/ipv4/tcp_ipv4.c, tcp_v4_conn_request()).
[[nodiscard]] bool receivesNothing(const SocketRecord& listener) noexcept;

/// Whether the socket uses the device of this name or number: it is bound to it, or has a
/// link-local address of it.
[[nodiscard]] bool isOnDevice(const SocketRecord& socket, std::string_view device) noexcept;

/// The direction as scripts know it: inbound if a listener has the local port, otherwise outbound.
/// SocketRecord::direction follows the kernel where it shows which end opened the connection.
[[nodiscard]] Direction listedDirection(const SocketRecord& socket) noexcept;

/// The usual name of the socket's RPC program, such as "mountd"; empty if there is none.
[[nodiscard]] std::string_view rpcNameOf(const SocketRecord& socket) noexcept;

/// Whether two records of one key differ in what a user calls a change: state, owners, exposure,
/// unit, container or verdict. Byte counters and queues do not count.
[[nodiscard]] bool isChanged(const SocketRecord& before, const SocketRecord& after) noexcept;

/// Whether byte counters, queues or minor details that are shown differ (a user's name that became
/// known, the new title of a process).
[[nodiscard]] bool hasMinorChange(const SocketRecord& before, const SocketRecord& after) noexcept;

}  // namespace quaywatch
