// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert.h"

#include "core/base/token_table.h"
#include "core/message/message_list.h"

#include <array>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, kWatchRuleCount> kTokens{
    "unassigned-listener", "unassigned-peer",     "probe",
    "new-listener",        "more-exposed",        "taken-over",
    "deleted-executable",  "replaced-executable", "privileged-port-of-user",
    "backlog-full",        "close-wait-pile-up",  "many",
};

constexpr std::array<MessageId, kWatchRuleCount> kRuleMessages{
    MessageId::RuleUnassignedListener,
    MessageId::RuleUnassignedPeer,
    MessageId::RuleProbe,
    MessageId::RuleNewListener,
    MessageId::RuleMoreExposed,
    MessageId::RuleTakenOver,
    MessageId::RuleDeletedExecutable,
    MessageId::RuleReplacedExecutable,
    MessageId::RulePrivilegedPortOfUser,
    MessageId::RuleBacklogFull,
    MessageId::RuleCloseWaitPileUp,
    MessageId::RuleAlertBurst,
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

Message describe(WatchRule rule)
{
    return Message(kRuleMessages.at(static_cast<std::size_t>(rule)));
}

}  // namespace quaywatch
