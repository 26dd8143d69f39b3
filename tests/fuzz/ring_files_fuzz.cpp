// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/io_uring_files.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// The text of an io_uring's fdinfo: it yields no more sockets than lines that could name one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto sockets = quaywatch::linux_backend::parseRingSockets(text);
    if (sockets && sockets->size() > size / 12) {
        __builtin_trap();
    }
    return 0;
}
