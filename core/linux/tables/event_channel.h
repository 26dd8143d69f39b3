// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace quaywatch::linux_backend {

/// A netlink socket that receives the close events of sockets. Tests replace it to send their own
/// events. One thread calls receive() and wait().
class EventChannel {
public:
    EventChannel() = default;
    EventChannel(const EventChannel&) = delete;
    EventChannel& operator=(const EventChannel&) = delete;
    virtual ~EventChannel() = default;

    /// Receives the next datagram; does not block.
    /// @return Its length, 0 if there is none; osCode ENOBUFS if the kernel dropped some for lack
    ///         of room.
    [[nodiscard]] virtual Result<std::size_t> receive(std::span<std::byte> buffer) = 0;

    /// Blocks until there is something to receive.
    /// @return Whether there is; false if it was interrupted, now or earlier.
    [[nodiscard]] virtual bool wait() = 0;

    /// Makes this and each later wait() return false. Call it from any thread.
    virtual void interrupt() noexcept = 0;

    /// How many datagrams the kernel has dropped in total for lack of room; empty if the kernel
    /// does not report it. Call it from any thread.
    [[nodiscard]] virtual std::optional<std::uint64_t> lostCount() const noexcept = 0;
};

/// Opens NETLINK_SOCK_DIAG and joins the groups in which the kernel reports each TCP and UDP socket
/// that is destroyed, of IPv4 and of IPv6. Needs no privilege.
///
/// @param bufferSize  Bytes for datagrams that are not yet received. A value above
///                    net.core.rmem_max needs CAP_NET_ADMIN; without it, the kernel uses that
///                    limit.
/// @return Unsupported if this kernel does not have these groups, PermissionDenied or SystemError
///         if it refuses them.
[[nodiscard]] Result<std::unique_ptr<EventChannel>> openEventChannel(int bufferSize);

}  // namespace quaywatch::linux_backend
