// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/destroy_message.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// One datagram, with as many netlink messages as its lengths say: nothing beyond its end is read
// (AddressSanitizer watches), and no more sockets come out than fit in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::vector<quaywatch::DestroyedSocket> sockets;
    quaywatch::linux_backend::appendDestroyed(std::as_bytes(std::span(data, size)), 1, {}, sockets);
    if (sockets.size() > size / 16) {
        __builtin_trap();
    }
    return 0;
}
