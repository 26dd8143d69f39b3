// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/unix_listeners.h"

#include "core/linux/kernel_ports/netlink_attributes.h"

#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>

#include <cstring>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr unsigned kListen = 10;  // TCP_LISTEN of <net/tcp_states.h>, which unix sockets use, too
constexpr unsigned kMinorBits = 20;

std::vector<std::byte> encodeRequest()
{
    unix_diag_req request{};
    request.sdiag_family = AF_UNIX;
    request.udiag_states = 1U << kListen;
    request.udiag_show = UDIAG_SHOW_VFS;
    std::vector<std::byte> bytes(sizeof request);
    std::memcpy(bytes.data(), &request, sizeof request);
    return bytes;
}

/// The kernel reports the low half of the inode, and the device in its own encoding.
bool isFile(const unix_diag_vfs& reported, const struct stat& file)
{
    return reported.udiag_vfs_ino == static_cast<std::uint32_t>(file.st_ino) &&
           reported.udiag_vfs_dev >> kMinorBits == gnu_dev_major(file.st_dev) &&
           (reported.udiag_vfs_dev & ((1U << kMinorBits) - 1)) == gnu_dev_minor(file.st_dev);
}

}  // namespace

bool isUnixListenerAt(NetlinkQuery& query, const struct stat& file)
{
    bool isThere = false;
    const auto visit = [&](std::span<const std::byte> payload) {
        if (payload.size() < sizeof(unix_diag_msg)) {
            return;
        }
        forEachAttribute(payload.subspan(sizeof(unix_diag_msg)),
                         [&](unsigned type, std::span<const std::byte> value) {
                             const auto vfs = numberOf<unix_diag_vfs>(value);
                             isThere =
                                 isThere || (type == UNIX_DIAG_VFS && vfs && isFile(*vfs, file));
                         });
    };
    return query.dump(SOCK_DIAG_BY_FAMILY, encodeRequest(), visit) && isThere;
}

}  // namespace quaywatch::linux_backend
