// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/protocol.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// What can be known about a process whose descriptors may not be read.
struct HiddenProcess {
    std::uint32_t pid = 0;
    std::uint32_t parentPid = 0;           ///< 0 if it has none here, or it is not known.
    std::optional<std::uint32_t> session;  ///< Empty if not known.
    std::optional<std::uint32_t> uid;      ///< Empty if not known.
    bool isOwn = false;                    ///< It runs as this program's user.
    bool isKernelThread = false;           ///< It holds no sockets of others.
};

/// Whether a socket with known holders may have another one among the processes that may not be
/// read. No table of Linux shows how many holders a socket has, so this goes by how a socket gets
/// from one process to another: it is inherited.
///
/// A further holder is possible if
/// - no known holder runs as the user that made the socket, and a hidden process may: root made a
///   listener, and the child that is seen runs as another user since;
/// - a hidden process is the child of a known holder: it may have inherited the socket and changed
///   its user;
/// - the parent of a known holder is hidden, belongs to the user that made the socket, and is in
///   the session of the holder: it may have left the socket to its worker.
///
/// Not noticed: a socket that was passed in a message (SCM_RIGHTS) to an unrelated process, one
/// inherited by a hidden process whose parent has ended or closed it, and processes that /proc does
/// not list at all, as long as a known holder runs as the maker.
///
/// Immutable, so that any thread may ask.
class HiddenHolders {
public:
    HiddenHolders() = default;
    /// @param areMoreUnlisted  /proc does not even list all processes (hidepid).
    HiddenHolders(std::vector<HiddenProcess> processes, bool areMoreUnlisted);

    /// Why the other holder is hidden; empty if nothing suggests that there is one.
    /// @param creator  The user that made the socket; empty if not known.
    [[nodiscard]] std::optional<HiddenBy> mayHold(const OwnerSet& owners,
                                                  std::optional<std::uint32_t> creator) const;

private:
    [[nodiscard]] std::optional<HiddenBy> relativeOf(const ProcessInfo& owner,
                                                     std::optional<std::uint32_t> creator) const;
    [[nodiscard]] std::optional<HiddenBy> ofUser(std::optional<std::uint32_t> creator) const;

    std::vector<HiddenProcess> m_byPid;
    std::vector<HiddenProcess> m_byParent;
    std::vector<HiddenProcess> m_byUser;  ///< One of each user.
    bool m_areMoreUnlisted = false;
};

}  // namespace quaywatch::linux_backend
