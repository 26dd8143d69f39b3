// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How the program assesses a socket, and why. The rules are in core/assess/assess.h.

#pragma once

#include "core/message/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace quaywatch {

enum class Verdict : std::uint8_t {
    Ordinary,    ///< No rule applies to it.
    Unexpected,  ///< The user should check it.
    Expected,    ///< The baseline contains it.
    Explained,   ///< It would be unexpected, but has a known harmless cause, which is named.
};

enum class Severity : std::uint8_t { Info, Low, Medium, High };

[[nodiscard]] std::string_view token(Verdict verdict) noexcept;    ///< "unexpected"
[[nodiscard]] std::string_view token(Severity severity) noexcept;  ///< "high"
[[nodiscard]] std::optional<Verdict> parseVerdict(std::string_view text) noexcept;

/// A verdict with its reason. Ordinary has neither severity nor reason.
struct Assessment {
    Verdict verdict = Verdict::Ordinary;
    std::optional<Severity> severity;
    /// One sentence without a full stop, shared between rows; null if there is none.
    std::shared_ptr<const Message> reason;

    friend bool operator==(const Assessment& a, const Assessment& b) noexcept
    {
        return a.verdict == b.verdict && a.severity == b.severity &&
               (a.reason == b.reason || (a.reason && b.reason && *a.reason == *b.reason));
    }
};

}  // namespace quaywatch
