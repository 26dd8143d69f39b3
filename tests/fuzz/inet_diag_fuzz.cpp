// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/inet_diag_decoder.h"

#include <netinet/in.h>

#include <cstddef>
#include <cstdint>
#include <span>

// A live sock_diag message comes from the kernel, but recorded and truncated ones do not. Nothing
// beyond the end is read (AddressSanitizer checks that), whatever the lengths inside are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    for (const int protocol : {IPPROTO_TCP, IPPROTO_UDP}) {
        (void)quaywatch::linux_backend::decodeInetDiag(bytes, static_cast<std::uint8_t>(protocol));
    }
    return 0;
}
