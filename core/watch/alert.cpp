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
    "Something listens on a well-known port that is nobody's",
    "A connection went out to a port that is nobody's",
    "A port of this machine that is nobody's was tried in vain",
    "A listener turned up that the baseline does not know",
    "A program's port is exposed to more than before",
    "Another program took over a port",
    "The executable of a listener is no longer on disk",
    "A listener still runs what was replaced on disk",
    "An ordinary user's process listens on a privileged port",
    "A listener does not take its connections",
    "A program does not close its connections",
    "More alerts at once than anybody wants to read, in one",
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
