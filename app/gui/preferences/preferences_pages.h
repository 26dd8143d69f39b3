// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The pages of the preferences.

#pragma once

#include "app/gui/preferences/preferences_page.h"

namespace quaywatch {

class HistoryController;

/// How often is looked, and what an alert is for.
[[nodiscard]] PreferencesPage* makeWatchingPage(QWidget* parent);
/// How the desktop is spoken to.
///
/// @param hasTray  Whether the desktop shows one now.
[[nodiscard]] PreferencesPage* makeDesktopPage(bool hasTray, QWidget* parent);
/// Whether and how much of the past is kept.
///
/// @param history  Null where there is none.
[[nodiscard]] PreferencesPage* makeHistoryPreferences(const HistoryController* history,
                                                      QWidget* parent);
[[nodiscard]] PreferencesPage* makeAppearancePage(QWidget* parent);

}  // namespace quaywatch
