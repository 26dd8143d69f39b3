// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert.h"

#include "core/token_table.h"

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
    "A connection went out to a well-known port that is nobody's",
    "A well-known port of this machine that is nobody's was tried in vain",
    "A listener turned up that the baseline does not know",
    "A program can be reached by more on the same port than before",
    "Another program took over a port",
    "The executable of a listener is no longer on disk",
    "The executable of a listener was replaced on disk, and it was not restarted",
    "An ordinary user's process listens on a privileged port",
    "A listener does not take its connections: its backlog is full",
    "A program does not close its connections: more and more of them wait for it",
    "More alerts at once than anybody wants to read, summed up in one",
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
