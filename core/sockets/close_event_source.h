// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The interface between Quaywatch and what the operating system reports when a socket is
/// destroyed.

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

/// A destroyed socket as the system reports it: without user, inode and owner.
struct DestroyedSocket {
    std::chrono::system_clock::time_point at;
    SocketKey key;
    SocketState state = SocketState::Closed;  ///< UDP: Bound or Connected.
    bool isConnection = false;                ///< It had a peer, even if key.remotePort is 0.
    /// TCP: how many of its SYN and FIN the peer acknowledged. Two mean an outgoing connection.
    std::uint8_t ackedControlBits = 0;
    std::optional<std::uint64_t> cookie;
    std::optional<std::uint64_t> bytesReceived;  ///< The peer's FIN counts as one byte, if it came.
    std::optional<std::uint64_t> bytesSent;
};

/// What a CloseEventSource has collected.
struct DestroyedSockets {
    std::vector<DestroyedSocket> sockets;  ///< In order of arrival.
    std::vector<EventGap> gaps;
};

/// Collects close events from its creation on. Memory is bounded: events that are not taken in
/// time, or come faster than they can be read, become an EventGap.
///
/// take() and gap() belong to one thread at a time; events are collected at the same time.
class CloseEventSource {
public:
    CloseEventSource() = default;
    CloseEventSource(const CloseEventSource&) = delete;
    CloseEventSource& operator=(const CloseEventSource&) = delete;
    virtual ~CloseEventSource() = default;

    /// Returns everything since the last take(). Does not wait.
    [[nodiscard]] virtual DestroyedSockets take() = 0;

    /// What this source cannot see during its whole life; empty if it sees everything.
    [[nodiscard]] virtual std::optional<Gap> gap() const { return std::nullopt; }
};

/// Creates the source for this system. Needs no privilege on Linux.
///
/// @return A source that has begun to collect, or
///         - ErrorCode::Unsupported: this system reports no close events;
///         - ErrorCode::PermissionDenied, ErrorCode::SystemError: access was refused.
[[nodiscard]] Result<std::unique_ptr<CloseEventSource>> createCloseEventSource();

}  // namespace quaywatch
