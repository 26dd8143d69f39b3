// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/activated_programs.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <utility>

namespace quaywatch::linux_backend {

/// Which service systemd starts for a socket that it holds for a .socket unit. The control group of
/// such a socket usually names the unit; systemd creates some sockets, such as all of a user's own
/// manager, in its own group. Then the unit files are searched for the socket's address.
///
/// Asks once per socket and remembers the answer. Use it from one thread at a time.
class SocketActivations {
public:
    explicit SocketActivations(ActivationSystem system = {});

    /// Sets ServiceContext::activation. Blocks when it sees a socket for the first time (files;
    /// see findSocketUnit()).
    /// @param sockets  Those for which mayBeManaged() is true.
    /// @param isWhole  These are all of the machine: the answers for others are forgotten.
    void addTo(std::span<SocketRecord* const> sockets, bool isWhole);

    /// Whether a service manager may hold the socket. Cheap: for each socket of a poll.
    [[nodiscard]] static bool mayBeManaged(const SocketRecord& socket) noexcept;

private:
    using Context = std::shared_ptr<const ServiceContext>;
    /// The socket, and the number of the process that holds it.
    using Key = std::pair<SocketKey, std::uint32_t>;
    struct Answer {
        Context before;  ///< The context without the activation.
        Context after;
    };

    [[nodiscard]] Context contextFor(const SocketRecord& socket) const;

    ActivationSystem m_system;
    std::map<Key, Answer> m_answers;
};

}  // namespace quaywatch::linux_backend
