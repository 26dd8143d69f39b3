// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/watch_settings.h"

#include <QLatin1StringView>

#include <cstddef>

namespace quaywatch {

WatchRules watchRulesOf(const SettingsValues& values, WatchRules base)
{
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        const auto rule = static_cast<WatchRule>(i);
        base.setOn(rule, !values.rulesOff.contains(QLatin1StringView(token(rule))));
    }
    base.alertsPerWindow = static_cast<std::size_t>(values.mostAlertsPerMinute);
    base.window = std::chrono::minutes(1);
    base.closeWaitCount = static_cast<std::size_t>(values.closeWaitCount);
    base.replacedFor = values.replacedFor;
    return base;
}

}  // namespace quaywatch
