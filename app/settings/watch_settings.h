// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/settings.h"
#include "core/watch/watch_rules.h"

namespace quaywatch {

/// What to watch for by these settings.
///
/// @param base  Gives what is no setting, such as what this machine's kernel says of its ports.
[[nodiscard]] WatchRules watchRulesOf(const SettingsValues& values, WatchRules base);

}  // namespace quaywatch
