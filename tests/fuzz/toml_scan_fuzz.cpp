// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/toml_scan.h"

// The library with its assertions, which the compiled one of a distribution is without.
#ifdef NDEBUG
#error "The library's assertions are what this fuzzer looks for"
#endif
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): the library is configured by macros.
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
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

/// A refusal tells a place within the text, or right behind it.
void requirePlace(const BaselineError& error, std::string_view text)
{
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    require(!error.text.empty() && error.line >= 1 && error.line <= lines);
    require(error.column >= 1 && error.column <= text.size() + 1);
}

}  // namespace

// What the scanner lets pass the library reads or refuses by parse_error: none of its assertions
// fails, and nothing that it calls unreachable is reached (UndefinedBehaviorSanitizer tells).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto unreadable = findUnsafeSyntax(text)) {
        requirePlace(*unreadable, text);
        return 0;
    }
    try {
        const toml::table root = toml::parse(text);
        require(root.size() <= size);
    } catch (const toml::parse_error& error) {
        require(!error.description().empty());
    }
    return 0;
}
