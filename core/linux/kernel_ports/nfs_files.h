// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Evidence about network file systems that the kernel serves and uses: /proc/mounts (fstab(5),
/// with the options of nfs(5) and mount.cifs(8)) and /proc/fs/nfsd/portlist (nfsd(7): one line per
/// listener, "tcp 2049"). Pure.

#pragma once

#include "core/linux/kernel_ports/kernel_ports.h"

#include <string_view>

namespace quaywatch::linux_backend {

/// Adds the evidence in the text of /proc/mounts.
void takeMounts(std::string_view mounts, KernelPorts& known);

/// Adds the ports on which the NFS server within the kernel listens, from the text of portlist.
void takeServerPorts(std::string_view portlist, KernelPorts& known);

}  // namespace quaywatch::linux_backend
