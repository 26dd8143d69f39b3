// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_text.h"
#include "core/baseline/parse_baseline.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace quaywatch;

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

}  // namespace

// A text that parses can be edited: an entry with the text as its note and program is added, reads
// back unchanged, and is removed without a trace. An error has a position.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    BaselineEntry entry = entryFor(test::tcpListener(931).ownedBy(test::process("nc")));
    entry.note = text.substr(0, 300);
    entry.programs.push_back('/' + entry.note);

    const auto parsed = parseBaseline(text);
    if (!parsed) {
        require(!parsed.error().text.empty() && !describe(parsed.error(), "f").empty());
    }
    const std::string_view base = parsed ? text : std::string_view("schema = 1\n");
    const auto with = withEntry(base, entry);
    if (!with) {
        return 0;  // Invalid UTF-8, or too many entries.
    }
    const auto again = parseBaseline(*with);
    require(again.has_value() && again->entries().back().means(entry));
    const auto without = withoutEntry(*with, again->entries().back().line);
    require(without.has_value() && *without == base);
    return 0;
}
