// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/verdict.h"

#include "core/base/token_table.h"

#include <array>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 4> kVerdicts{"ordinary", "unexpected", "expected",
                                                    "explained"};
constexpr std::array<std::string_view, 4> kSeverities{"info", "low", "medium", "high"};

}  // namespace

std::string_view token(Verdict verdict) noexcept
{
    return tokenIn(kVerdicts, verdict);
}

std::string_view token(Severity severity) noexcept
{
    return tokenIn(kSeverities, severity);
}

std::optional<Verdict> parseVerdict(std::string_view text) noexcept
{
    return parseTokenIn<Verdict>(kVerdicts, text);
}

}  // namespace quaywatch
