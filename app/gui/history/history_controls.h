// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The box of times and the sentences on the history page.

#pragma once

#include "app/history/history_writer.h"

#include <QString>

#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace quaywatch {

/// Fills the box of times to compare with, and keeps the current choice if it still exists.
void fillSince(QComboBox& choice, const HistoryOverview& overview);
/// The chosen time; empty if it does not exist.
/// @param custom  Used if the choice is a custom time.
[[nodiscard]] std::optional<HistoryTime> sinceOf(const QComboBox& choice,
                                                 const QDateTimeEdit& custom,
                                                 const HistoryOverview& overview, HistoryTime now);
[[nodiscard]] bool isCustom(const QComboBox& choice);
/// The saved point that is chosen; empty if none is.
[[nodiscard]] std::optional<std::int64_t> pointOf(const QComboBox& choice);

/// The sentences above a timeline.
/// @param traffic  Of the port that is searched for; empty: no port.
[[nodiscard]] QString timelineNote(const std::optional<PortTotals>& traffic);

/// The facts for the sentences above a comparison.
struct Comparison {
    std::optional<HistoryTime> with;
    std::optional<HistoryTime> beginning;  ///< Of the history, if later than `with`.
    bool isCut = false;
};
[[nodiscard]] QString changesNote(const Comparison& comparison);

}  // namespace quaywatch
