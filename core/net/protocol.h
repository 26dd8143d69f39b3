// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The small closed sets a socket is described with, and their stable tokens. A token is what
/// scripts, filters and files see; it is lower case, never translated and never changed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch {

/// A transport protocol. Sockets are Tcp or Udp; the registry knows all four.
enum class Protocol : std::uint8_t { Tcp, Udp, Sctp, Dccp };

/// A TCP state of RFC 9293, or what a UDP socket is: Bound (no peer) or Connected. No table shows
/// a socket in state Closed: it is one whose end was told and that no snapshot has.
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

/// Which end began: a listener; a connection whose local port has a listener; one whose has none.
enum class Direction : std::uint8_t { Listen, Inbound, Outbound };

/// Who can reach a listener, judged by its bind address and device alone (a firewall is not seen).
enum class Exposure : std::uint8_t { Loopback, LinkLocal, Private, Public, Multicast, All };

/// What is known of a socket's owners.
enum class OwnerState : std::uint8_t {
    Known,    ///< Every process that holds it is listed.
    Partial,  ///< Some are; others may not be read.
    Hidden,   ///< It has an owner that may not be read, or that no descriptor tells of: HiddenBy.
    Kernel,   ///< No process holds it, and what of the kernel's does is known.
    None,     ///< Nothing can own it any more, as in TIME_WAIT.
};

/// Why an owner is hidden.
enum class HiddenBy : std::uint8_t {
    Unreadable,     ///< There are processes that this program may not look into.
    OwnUnreadable,  ///< The same, and the socket is one of this very user's.
    NoDescriptor,   ///< Every process was looked into, and none holds it by a descriptor.
};
inline constexpr std::size_t kHiddenByCount = 3;

[[nodiscard]] std::string_view token(Protocol protocol) noexcept;      ///< "tcp"
[[nodiscard]] std::string_view token(SocketState state) noexcept;      ///< "close-wait"
[[nodiscard]] std::string_view token(Direction direction) noexcept;    ///< "inbound"
[[nodiscard]] std::string_view token(Exposure exposure) noexcept;      ///< "link-local"
[[nodiscard]] std::string_view token(OwnerState ownerState) noexcept;  ///< "known"

/// The value of a token, in any case of letters; empty if there is no such token.
[[nodiscard]] std::optional<Protocol> parseProtocol(std::string_view text) noexcept;
[[nodiscard]] std::optional<SocketState> parseSocketState(std::string_view text) noexcept;

}  // namespace quaywatch
