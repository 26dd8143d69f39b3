// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The choices and sentences of the history's page.

#pragma once

#include "app/history/history_writer.h"

#include <QString>

#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace quaywatch {

/// Fills the choice of times to compare with, and keeps what is chosen if it is still there.
void fillSince(QComboBox& choice, const HistoryOverview& overview);
/// The time that is chosen; empty where there is none such.
/// @param custom  Asked if another time than those named is chosen.
[[nodiscard]] std::optional<HistoryTime> sinceOf(const QComboBox& choice,
                                                 const QDateTimeEdit& custom,
                                                 const HistoryOverview& overview, HistoryTime now);
[[nodiscard]] bool isCustom(const QComboBox& choice);
/// The saved point that is chosen; empty if none is.
[[nodiscard]] std::optional<std::int64_t> pointOf(const QComboBox& choice);

/// What there is to say of a timeline.
/// @param traffic  Of the port that is searched for; empty: of no port.
[[nodiscard]] QString timelineNote(const std::optional<PortTotals>& traffic);

/// What there is to say of a comparison.
struct Comparison {
    std::optional<HistoryTime> with;
    std::optional<HistoryTime> beginning;  ///< Of the history, if that is later.
    bool isCut = false;
};
[[nodiscard]] QString changesNote(const Comparison& comparison);

}  // namespace quaywatch
