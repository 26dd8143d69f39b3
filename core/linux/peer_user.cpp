// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/peer_user.h"

#include <sys/socket.h>
#include <unistd.h>

namespace quaywatch {

/// SO_PEERCRED, see unix(7).
bool isPeerOfThisUser(std::intptr_t descriptor) noexcept
{
    struct ucred peer {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           size == sizeof peer && peer.uid == ::geteuid();
}

}  // namespace quaywatch
