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

/// A netlink socket that gets the ends of sockets: the seam at which tests play events. One
/// thread receives and waits.
class EventChannel {
public:
    EventChannel() = default;
    EventChannel(const EventChannel&) = delete;
    EventChannel& operator=(const EventChannel&) = delete;
    virtual ~EventChannel() = default;

    /// The next datagram; does not block.
    /// @return Its length, 0 where none is there; osCode ENOBUFS where the kernel had no room for
    ///         some.
    [[nodiscard]] virtual Result<std::size_t> receive(std::span<std::byte> buffer) = 0;

    /// Blocks until there is something to receive.
    /// @return Whether there is; false once it was interrupted, now or before.
    [[nodiscard]] virtual bool wait() = 0;

    /// Makes wait() return false, once and for all. Any thread.
    virtual void interrupt() noexcept = 0;

    /// How many datagrams the kernel had no room for, ever; empty where it does not tell. Any
    /// thread.
    [[nodiscard]] virtual std::optional<std::uint64_t> lostCount() const noexcept = 0;
};

/// Opens NETLINK_SOCK_DIAG and joins the groups in which the kernel tells of each TCP and UDP
/// socket that is destroyed, of IPv4 and of IPv6. Needs no privilege.
///
/// @param bufferSize  Bytes for what is not yet received. More than net.core.rmem_max only with
///                    CAP_NET_ADMIN; else as much as that.
/// @return Unsupported where this kernel has no such groups, PermissionDenied or SystemError
///         where it refuses them.
[[nodiscard]] Result<std::unique_ptr<EventChannel>> openEventChannel(int bufferSize);

}  // namespace quaywatch::linux_backend
