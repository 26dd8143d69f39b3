// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/toml_scan.h"

#include "core/baseline/baseline_error.h"

// The library with its assertions, which the compiled library of a distribution does not have.
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

/// A refusal has a position in the text, or right after its end.
void requirePosition(const BaselineError& error, std::string_view text)
{
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    require(!error.text.empty() && error.line >= 1 && error.line <= lines);
    require(error.column >= 1 && error.column <= text.size() + 1);
}

}  // namespace

// Text that the scanner accepts is read by the library or refused with parse_error: none of its
// assertions fails, and no code that it marks unreachable is reached (UndefinedBehaviorSanitizer
// checks that).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto unreadable = findUnsafeSyntax(text)) {
        requirePosition(*unreadable, text);
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
