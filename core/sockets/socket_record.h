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
#include <vector>

namespace quaywatch {

/// What makes two rows the same socket in two snapshots. Its order is the order of every listing:
/// local port, protocol, local address, remote end, network namespace, device, kernel id.
///
/// kernelId is the kernel's cookie (else the inode) where the rest can be shared by several
/// sockets: listeners and UDP. It is 0 for a TCP connection, whose two ends are unique, so that
/// a connection stays the same row from SYN_SENT to TIME_WAIT, where its cookie changes.
struct SocketKey {
    Port localPort = 0;
    Protocol protocol = Protocol::Tcp;
    IpAddress localAddress;
    IpAddress remoteAddress;  ///< The family's "any" where there is no remote end.
    Port remotePort = 0;
    std::uint64_t networkNamespace = 0;  ///< Inode of the namespace; 0 where that is not known.
    std::uint32_t boundDevice = 0;       ///< Interface index of SO_BINDTODEVICE; 0 for none.
    std::uint64_t kernelId = 0;

    friend auto operator<=>(const SocketKey&, const SocketKey&) noexcept = default;
};

/// The processes that hold a socket, ascending by ProcessId, but those in front that are most
/// likely to have opened it (see core/sockets/owner_order.h). Shared: a process' sockets that are
/// held by it alone share one set, and an unchanged set is the same object in the next snapshot.
using OwnerSet = std::vector<ProcessPtr>;

/// Where a socket was made, as its cgroup tells (also where its process may not be read).
struct ServiceContext {
    std::optional<std::string> unit;  ///< systemd unit
    /// Whose own systemd (systemctl --user) the unit belongs to; empty: the system's, or no unit.
    std::optional<std::uint32_t> unitManagerUid = {};
    std::optional<std::string> container;  ///< e.g. "docker:0123456789ab"
    /// The unit is a service or socket directly below /system.slice, where root alone puts units.
    bool isSystemService = false;

    friend bool operator==(const ServiceContext&, const ServiceContext&) = default;
};

/// One row of a kernel socket table, joined with its owners and judged. Immutable in a snapshot.
struct SocketRecord {
    SocketKey key;
    SocketState state = SocketState::Listen;
    Direction direction = Direction::Listen;
    OwnerState ownerState = OwnerState::Hidden;
    /// Why the owner is hidden, where it is; empty too while it is not known whether the socket is
    /// still there.
    std::optional<HiddenBy> hiddenBy;
    std::optional<Exposure> exposure;  ///< Of listeners only.
    std::optional<bool> isV6Only;      ///< Of IPv6 sockets only, where the kernel tells.

    std::shared_ptr<const OwnerSet> ownerSet;  ///< Null if no owner is known. See owners().
    std::shared_ptr<const ServiceContext> serviceContext;  ///< Null if not known.
    std::shared_ptr<const std::string> user;  ///< Name of uid; null if it has none or no uid.
    std::shared_ptr<const std::string> interfaceName;  ///< Bound device; null if none.

    std::optional<std::uint32_t> uid;  ///< Of the socket's creator.
    std::optional<std::uint64_t> inode;
    std::optional<std::uint64_t> cookie;  ///< The kernel's own id of the socket.
    std::uint32_t receiveQueue = 0;       ///< Bytes; of a TCP listener: connections to accept.
    std::uint32_t sendQueue = 0;          ///< Bytes; of a TCP listener: the backlog's limit.
    std::optional<std::uint64_t> bytesReceived;  ///< Since the socket was opened.
    std::optional<std::uint64_t> bytesSent;      ///< What was sent again counts once.

    /// takenAt of the first snapshot that had it: it is at least that old. Set by Sampler.
    std::chrono::system_clock::time_point seenSince;

    Assessment assessment;

    /// The known owners; empty if there is none.
    [[nodiscard]] const OwnerSet& owners() const noexcept;
    /// Whose own systemd the unit or container belongs to that the socket was made in, or else its
    /// first owner's; empty: the system's, or none.
    [[nodiscard]] std::optional<std::uint32_t> unitManagerUid() const noexcept;
    [[nodiscard]] bool isListener() const noexcept
    {
        return state == SocketState::Listen || state == SocketState::Bound;
    }
    [[nodiscard]] bool hasRemote() const noexcept { return key.remotePort != 0; }
    [[nodiscard]] Endpoint local() const noexcept { return {key.localAddress, key.localPort}; }
    [[nodiscard]] Endpoint remote() const noexcept { return {key.remoteAddress, key.remotePort}; }
};

/// Whether two records of one key differ in what a user calls a change: state, owners, exposure,
/// unit, container or verdict. Byte counters and queues are not among them.
[[nodiscard]] bool isChanged(const SocketRecord& before, const SocketRecord& after) noexcept;

/// Whether byte counters, queues or lesser details that are shown differ (the user's name that
/// became known, a process' new title).
[[nodiscard]] bool hasMinorChange(const SocketRecord& before, const SocketRecord& after) noexcept;

}  // namespace quaywatch
