// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/nfs_files.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// /proc/mounts, whose paths are untrusted, and the ports of the kernel's NFS server.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    quaywatch::linux_backend::KernelPorts known;
    quaywatch::linux_backend::takeMounts(text, known);
    quaywatch::linux_backend::takeServerPorts(text, known);
    if (known.servers.size() > size / 8 || known.ports.size() > size / 5) {
        __builtin_trap();
    }
    return 0;
}
