// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/kernel_ports/kernel_ports.h"
#include "core/linux/tables/diag_row.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {

/// The set of sockets that evidence shows to be the kernel's own. Reads evidence only if a socket
/// needs some, and remembers the result for the socket. Use it from one thread at a time.
class KernelSockets {
public:
    using Clock = std::chrono::steady_clock;

    KernelSockets()
        : KernelSockets(readKernelPorts)
    {
    }
    /// For tests.
    explicit KernelSockets(std::function<KernelPorts()> read)
        : m_read(std::move(read))
    {
    }

    /// Updates the set with the sockets of uid 0 that no process holds now. Evidence is read when a
    /// socket is new, once more at the next call (a mount is listed after its sockets), and then
    /// each minute while some sockets have no evidence.
    void follow(const std::vector<const DiagRow*>& unheld, Clock::time_point now);

    /// Whether there is evidence for the socket with this inode.
    [[nodiscard]] bool contains(std::uint32_t inode) const noexcept
    {
        const auto found = m_sockets.find(inode);
        return found != m_sockets.end() && found->second.isKernels;
    }

private:
    struct Socket {
        unsigned looks = 0;
        bool isKernels = false;
    };

    std::function<KernelPorts()> m_read;
    std::unordered_map<std::uint32_t, Socket> m_sockets;  ///< Those of the last follow().
    Clock::time_point m_readAt;
};

}  // namespace quaywatch::linux_backend
