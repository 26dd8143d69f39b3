// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/kernel_sockets.h"

#include <algorithm>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr unsigned kLooksForEvidence = 2;
constexpr std::chrono::minutes kReadEvery{1};

}  // namespace

void KernelSockets::follow(const std::vector<const DiagRow*>& unheld, Clock::time_point now)
{
    std::unordered_map<std::uint32_t, Socket> sockets;
    bool isAnyNew = false;
    bool isAnyLeft = false;
    for (const DiagRow* row : unheld) {
        const auto known = m_sockets.find(row->inode);
        Socket socket = known != m_sockets.end() ? known->second : Socket{};
        socket.looks = std::min(socket.looks + 1, kLooksForEvidence + 1);
        isAnyNew = isAnyNew || (!socket.isKernels && socket.looks <= kLooksForEvidence);
        isAnyLeft = isAnyLeft || !socket.isKernels;
        sockets.emplace(row->inode, socket);
    }
    m_sockets = std::move(sockets);
    if (!isAnyNew && (!isAnyLeft || now - m_readAt < kReadEvery)) {
        return;
    }
    m_readAt = now;
    const KernelPorts evidence = m_read();
    for (const DiagRow* row : unheld) {
        Socket& socket = m_sockets[row->inode];
        socket.isKernels = socket.isKernels || evidence.explain(*row);
    }
}

}  // namespace quaywatch::linux_backend
