// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter.h"
#include "core/text/display_text.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace quaywatch;

const Snapshot& sockets()
{
    static const Snapshot kSockets = test::snapshotOf(
        {test::tcpListener(80)
             .ownedBy(test::process("nginx"))
             .serviceContext("nginx.service", "docker:01"),
         test::tcpListener(931, "::1").ownedBy({test::process("nc", 7), test::process("cat", 8)}),
         test::tcpConnection("::ffff:127.0.0.1", 80, "::ffff:10.0.0.1", 40000),
         test::udpBound(53, "127.0.0.53").uid(101, "resolve").device("lo", 1)});
    return kSockets;
}

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

}  // namespace

// An error points into the text and is safe to show. A filter and its negation partition the
// sockets, and select() agrees with matches().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto filter = Filter::parse(text);
    if (!filter) {
        const FilterError& error = filter.error();
        require(error.position <= size && !error.message.empty());
        require(fullDisplayText(error.message) == error.message);
        return 0;
    }
    const auto negated = Filter::parse("!(" + std::string(text) + ")");
    const auto selected = filter->select(sockets());
    std::size_t matched = 0;
    for (const SocketRecord& socket : sockets().sockets) {
        const bool isMatch = filter->matches(socket);
        require(!negated || negated->matches(socket) != isMatch);
        require(!isMatch || selected.at(matched) == &socket);
        matched += isMatch ? 1 : 0;
    }
    require(selected.size() == matched);
    return 0;
}
