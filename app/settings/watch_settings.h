// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/settings.h"
#include "core/watch/watch_rules.h"

namespace quaywatch {

/// Returns the watch rules for these settings.
///
/// @param base  Supplies the values that are not settings, such as the kernel's port ranges.
[[nodiscard]] WatchRules watchRulesOf(const SettingsValues& values, WatchRules base);

}  // namespace quaywatch
