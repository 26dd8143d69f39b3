// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/bound_probe.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>

namespace quaywatch::linux_backend {

namespace {

bool bindToAnyPort(int socket)
{
    sockaddr_in loopback{};
    loopback.sin_family = AF_INET;
    loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bind(socket, reinterpret_cast<const sockaddr*>(&loopback), sizeof loopback) == 0;
}

}  // namespace

BoundProbe::BoundProbe(bool isWanted)
    : m_socket(isWanted ? socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP) : -1)
{
    if (!m_socket) {
        return;
    }
    struct stat facts {};
    if (bindToAnyPort(m_socket.get()) && fstat(m_socket.get(), &facts) == 0) {
        m_inode = facts.st_ino;
    }
}

BoundProbe::~BoundProbe()
{
    if (m_inode == 0) {
        return;
    }
    // The kernel reports each destroyed TCP socket with its last port. A listener that is
    // disconnected loses a port that the kernel has chosen, and binding it once more, without a
    // port, sets the reported one to 0.
    sockaddr nothing{};
    nothing.sa_family = AF_UNSPEC;
    const int yes = 1;
    if (listen(m_socket.get(), 0) == 0 && connect(m_socket.get(), &nothing, sizeof nothing) == 0 &&
        setsockopt(m_socket.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes) == 0) {
        bindToAnyPort(m_socket.get());
    }
}

bool BoundProbe::removeFrom(std::vector<DiagRow>& rows) const
{
    const auto isBound = [](const DiagRow& row) { return row.state == kBoundInactive; };
    if (m_inode == 0) {
        return std::any_of(rows.begin(), rows.end(), isBound);
    }
    const auto own = std::remove_if(rows.begin(), rows.end(), [&](const DiagRow& row) {
        return isBound(row) && row.inode == m_inode;
    });
    const bool isListed = own != rows.end();
    rows.erase(own, rows.end());
    return isListed;
}

}  // namespace quaywatch::linux_backend
