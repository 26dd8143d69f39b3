// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What files of the kernel tell of the network file systems it serves and uses: /proc/mounts
/// (fstab(5), with the options as nfs(5) and mount.cifs(8) name them) and /proc/fs/nfsd/portlist
/// (nfsd(7): a line a listener, "tcp 2049"). Pure.

#pragma once

#include "core/linux/kernel_ports/kernel_ports.h"

#include <string_view>

namespace quaywatch::linux_backend {

/// Adds what the mounts show.
void takeMounts(std::string_view mounts, KernelPorts& known);

/// Adds what the NFS server within the kernel listens on.
void takeServerPorts(std::string_view portlist, KernelPorts& known);

}  // namespace quaywatch::linux_backend
