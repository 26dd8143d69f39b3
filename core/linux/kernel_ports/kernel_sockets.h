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

/// Which sockets are the kernel's own, by evidence. Asks for evidence only where a socket needs
/// some, and remembers what it said. One thread at a time.
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

    /// Takes up what is there now: sockets of uid 0 that no process holds. Evidence is read when a
    /// socket is new, once more at the next look (a mount shows after its sockets do), and then
    /// each minute while some are left without.
    void follow(const std::vector<const DiagRow*>& unheld, Clock::time_point now);

    /// Whether there is evidence for this socket, by its inode.
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
    std::unordered_map<std::uint32_t, Socket> m_sockets;  ///< Those of the last look.
    Clock::time_point m_readAt;
};

}  // namespace quaywatch::linux_backend
