// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The door between quaywatch and what the operating system tells when a socket is destroyed.

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"
#include "core/sockets/socket_close.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {

/// A socket that is no more, as the system told it: no user, no inode, no owner.
struct DestroyedSocket {
    std::chrono::system_clock::time_point at;
    SocketKey key;
    SocketState state = SocketState::Closed;  ///< UDP: Bound or Connected.
    bool isConnection = false;                ///< It had a peer, even if key.remotePort is 0.
    /// TCP: how many of its SYN and FIN the peer acknowledged. Two are an outgoing connection's.
    std::uint8_t ackedControlBits = 0;
    std::optional<std::uint64_t> cookie;
    std::optional<std::uint64_t> bytesReceived;  ///< The peer's FIN counts as one, if it came.
    std::optional<std::uint64_t> bytesSent;
};

/// What a CloseEventSource has gathered.
struct DestroyedSockets {
    std::vector<DestroyedSocket> sockets;  ///< In the order they came.
    std::vector<EventGap> gaps;
};

/// Gathers the ends of sockets from when it was made. Memory is bounded: what is not taken in
/// time, or comes faster than it can be read, becomes an EventGap.
///
/// take() and gap() belong to one thread at a time; the gathering goes on beside them.
class CloseEventSource {
public:
    CloseEventSource() = default;
    CloseEventSource(const CloseEventSource&) = delete;
    CloseEventSource& operator=(const CloseEventSource&) = delete;
    virtual ~CloseEventSource() = default;

    /// Everything since the last take(). Does not wait for anything to happen.
    [[nodiscard]] virtual DestroyedSockets take() = 0;

    /// What this source cannot see for as long as it lives; empty if it sees all.
    [[nodiscard]] virtual std::optional<Gap> gap() const { return std::nullopt; }
};

/// Makes the source for this system. Needs no privilege on Linux.
///
/// @return A source that is gathering already, or
///         - ErrorCode::Unsupported: this system does not tell;
///         - ErrorCode::PermissionDenied, ErrorCode::SystemError: it was refused.
[[nodiscard]] Result<std::unique_ptr<CloseEventSource>> createCloseEventSource();

}  // namespace quaywatch
