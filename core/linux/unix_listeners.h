// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/kernel_ports/netlink_query.h"

#include <sys/stat.h>

namespace quaywatch::linux_backend {

/// Whether a socket of this network namespace listens at this file, by unix_diag
/// (<linux/unix_diag.h>): the device and the inode, which nobody else can choose, unlike the path.
/// False also if the kernel does not answer.
///
/// @param query  Of NETLINK_SOCK_DIAG.
[[nodiscard]] bool isUnixListenerAt(NetlinkQuery& query, const struct stat& file);

}  // namespace quaywatch::linux_backend
