// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_user.h"

namespace quaywatch {

std::string SocketUser::text() const
{
    if (!name.empty()) {
        return std::string(name);
    }
    return uid ? std::to_string(*uid) : std::string();
}

SocketUser creatorOf(const SocketRecord& socket) noexcept
{
    return {socket.uid, socket.user ? std::string_view(*socket.user) : std::string_view()};
}

SocketUser userOfOwner(const ProcessInfo& owner, const SocketRecord& socket) noexcept
{
    if (owner.user) {
        return {owner.uid, *owner.user};
    }
    // The name service may have answered only after the process was read.
    return owner.uid && owner.uid == socket.uid ? creatorOf(socket) : SocketUser{owner.uid, {}};
}

SocketUser processUserOf(const SocketRecord& socket) noexcept
{
    return socket.owners().empty() ? creatorOf(socket)
                                   : userOfOwner(*socket.owners().front(), socket);
}

std::optional<SocketUser> otherCreatorOf(const SocketRecord& socket) noexcept
{
    if (socket.owners().empty() || !socket.uid) {
        return std::nullopt;
    }
    const SocketUser user = processUserOf(socket);
    return user.uid && user.uid != socket.uid ? std::optional(creatorOf(socket)) : std::nullopt;
}

}  // namespace quaywatch
