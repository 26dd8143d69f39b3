// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert.h"

#include "core/base/token_table.h"

#include <array>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, kWatchRuleCount> kTokens{
    "unassigned-listener", "unassigned-peer",     "probe",
    "new-listener",        "more-exposed",        "taken-over",
    "deleted-executable",  "replaced-executable", "privileged-port-of-user",
    "backlog-full",        "close-wait-pile-up",  "many",
};

constexpr std::array<std::string_view, kWatchRuleCount> kSentences{
    "A program listens on an unassigned well-known port",
    "An outgoing connection uses an unassigned port",
    "Someone tried a closed, unassigned port",
    "A new listener is not in the expected list",
    "A port is bound more widely than before",
    "Another program took over a port",
    "The executable of a listener is no longer on disk",
    "A listener runs an outdated version of its program",
    "An ordinary user's process listens on a privileged port",
    "A listener stopped accepting connections",
    "A program leaks connections",
    "Several alerts at once, combined into one",
};

}  // namespace

std::string_view token(WatchRule rule) noexcept
{
    return tokenIn(kTokens, rule);
}

std::optional<WatchRule> parseWatchRule(std::string_view text) noexcept
{
    return parseTokenIn<WatchRule>(kTokens, text);
}

std::string_view describe(WatchRule rule) noexcept
{
    return tokenIn(kSentences, rule);
}

}  // namespace quaywatch
