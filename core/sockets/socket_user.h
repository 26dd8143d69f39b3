// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The two users of a socket: the one as which its process runs, and the one that made the socket.
/// They differ for a server that binds a port as root and then becomes another user. People are
/// shown the process' user; the socket's own `uid`, `user`, ident and identity are its creator's.

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// A user, as far as it is known. Points into the record that it was taken from.
struct SocketUser {
    std::optional<std::uint32_t> uid;
    std::string_view name;  ///< Untrusted; empty if the uid has none, or none yet.

    [[nodiscard]] bool isKnown() const noexcept { return uid || !name.empty(); }
    /// The name, otherwise the number; empty if the user is not known. Untrusted.
    [[nodiscard]] std::string text() const;
};

/// The user that made the socket, as the kernel recorded it. A thread can change its user later.
[[nodiscard]] SocketUser creatorOf(const SocketRecord& socket) noexcept;

/// The effective user of an owner of the socket.
[[nodiscard]] SocketUser userOfOwner(const ProcessInfo& owner, const SocketRecord& socket) noexcept;

/// The user as which the socket's process runs: that of its first owner. If no owner is known, its
/// creator, which is the best that is known then.
[[nodiscard]] SocketUser processUserOf(const SocketRecord& socket) noexcept;

/// The creator, if it is known to be another user than that of the first owner.
[[nodiscard]] std::optional<SocketUser> otherCreatorOf(const SocketRecord& socket) noexcept;

}  // namespace quaywatch
