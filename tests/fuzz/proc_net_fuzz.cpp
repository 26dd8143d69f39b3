// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/proc_net_parser.h"

#include "core/linux/owners/proc_scan.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Each line after the header is a row or is counted as invalid.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace quaywatch::linux_backend;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const int family : {AF_INET, AF_INET6}) {
        const ProcNetTable table =
            parseProcNet(text, static_cast<std::uint8_t>(family), IPPROTO_TCP);
        if (table.rows.size() + table.unreadableLines > lines) {
            std::abort();
        }
    }
    (void)parseSocketLink(text);
    return 0;
}
