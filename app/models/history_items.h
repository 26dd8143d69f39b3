// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_changes.h"
#include "app/history/history_queries.h"
#include "app/models/socket_roles.h"

#include <optional>
#include <QCoreApplication>
#include <QString>
#include <variant>

namespace quaywatch {

/// A line of the history as it is shown, in the timeline or in "what changed since". All texts are
/// plain.
struct HistoryItem {
    QString what;  ///< A badge.
    Tone tone = Tone::Quiet;
    QString phrase;  ///< What happened, as a sentence for tooltips and screen readers.
    HistorySubject subject;
    std::optional<HistoryTime> when;
    bool isVague = false;  ///< It happened before `when`, at an unknown time.
    std::optional<std::chrono::seconds> lasted;
    QString details;
    QString tip;  ///< Information that is not in the details; lines.
    std::optional<Severity> severity;
    std::variant<HistoryRow, HistoryChange> source;
};

/// The words of the history.
class HistoryText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryText)

public:
    [[nodiscard]] static HistoryItem item(const HistoryRow& row);
    /// @param now  The end of the duration of listeners that are still open.
    [[nodiscard]] static HistoryItem item(const HistoryChange& change, HistoryTime now);

    /// What a badge of a line can say: all the words, in the language of the window.
    [[nodiscard]] static QStringList allBadges();

    /// "nginx", or why no program is named.
    [[nodiscard]] static QString program(const HistorySubject& subject);
    /// "22/tcp"; empty if there is no particular subject.
    [[nodiscard]] static QString port(const HistorySubject& subject);
};

}  // namespace quaywatch
