// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/destroy_message.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// One datagram with as many netlink messages as its lengths say. Nothing beyond its end is read
// (AddressSanitizer checks that), and it yields no more sockets than fit into it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::vector<quaywatch::DestroyedSocket> sockets;
    quaywatch::linux_backend::appendDestroyed(std::as_bytes(std::span(data, size)), 1, {}, sockets);
    if (sockets.size() > size / 16) {
        __builtin_trap();
    }
    return 0;
}
