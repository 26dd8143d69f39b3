// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/proc_stat_parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace quaywatch::linux_backend;

/// No text breaks the parser, and a name is a part of the text it came from.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as text
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto stat = parseProcStat(text);
    if (stat && text.find(stat->comm) == std::string_view::npos) {
        std::abort();
    }
    return 0;
}
