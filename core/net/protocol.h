// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The enumerations that describe a socket, and their stable tokens. A token is what scripts,
/// filters and files use; it is lower case, never translated and never changed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch {

/// A transport protocol. Sockets are Tcp or Udp; the registry knows all four.
enum class Protocol : std::uint8_t { Tcp, Udp, Sctp, Dccp };

/// A TCP state of RFC 9293, or the state of a UDP socket: Bound (no peer) or Connected. A TCP
/// socket is Bound if it uses a port, but neither listens nor is connected. No kernel table
/// contains a socket in state Closed: that state marks a socket whose close was reported and that
/// is in no snapshot.
enum class SocketState : std::uint8_t {
    Listen,
    SynSent,
    SynReceived,
    Established,
    FinWait1,
    FinWait2,
    CloseWait,
    LastAck,
    Closing,
    TimeWait,
    Bound,
    Connected,
    Closed,
};

/// Which side opened the connection. Listen: a listener; Inbound: a connection whose local port has
/// a listener; Outbound: a connection whose local port has none.
enum class Direction : std::uint8_t { Listen, Inbound, Outbound };

/// Who can reach a listener, by its bind address and device alone (firewalls are not considered).
enum class Exposure : std::uint8_t { Loopback, LinkLocal, Private, Public, Multicast, All };

/// How much is known about a socket's owners.
enum class OwnerState : std::uint8_t {
    Known,    ///< Every process that holds it is listed.
    Partial,  ///< Some owners are listed; others cannot be read.
    Hidden,   ///< Its owner cannot be read or has no descriptor for it; see HiddenBy.
    Kernel,   ///< No process holds it; the part of the kernel that does is known.
    None,     ///< Nothing can own it any longer, as in TIME_WAIT.
};

/// Why an owner is hidden.
enum class HiddenBy : std::uint8_t {
    Unreadable,     ///< There are processes that this program may not read.
    OwnUnreadable,  ///< The same, and the socket belongs to this user.
    NoDescriptor,   ///< Every process was read, and none has a descriptor for it.
};
inline constexpr std::size_t kHiddenByCount = 3;

[[nodiscard]] std::string_view token(Protocol protocol) noexcept;      ///< "tcp"
[[nodiscard]] std::string_view token(SocketState state) noexcept;      ///< "close-wait"
[[nodiscard]] std::string_view token(Direction direction) noexcept;    ///< "inbound"
[[nodiscard]] std::string_view token(Exposure exposure) noexcept;      ///< "link-local"
[[nodiscard]] std::string_view token(OwnerState ownerState) noexcept;  ///< "known"

/// The value of a token, in upper or lower case; empty if there is no such token.
[[nodiscard]] std::optional<Protocol> parseProtocol(std::string_view text) noexcept;
[[nodiscard]] std::optional<SocketState> parseSocketState(std::string_view text) noexcept;

}  // namespace quaywatch
