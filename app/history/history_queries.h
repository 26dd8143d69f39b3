// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"
#include "app/history/store/history_subject.h"

#include <cstdint>
#include <optional>
#include <QString>
#include <QStringList>
#include <vector>

class QSqlDatabase;

namespace quaywatch {

/// A user's search in the history: every word must match. A number, also "port:443" or "443/udp",
/// is a port; any other word is searched for in program, executable, user, address, unit, container
/// and reason, without regard to case.
struct HistorySearch {
    struct PortWord {
        Port port = 0;
        std::optional<Protocol> protocol;

        friend bool operator==(const PortWord&, const PortWord&) = default;
    };
    std::vector<PortWord> ports;
    QStringList words;
    bool isAlertsOnly = false;

    [[nodiscard]] static HistorySearch parse(const QString& text);

    friend bool operator==(const HistorySearch&, const HistorySearch&) = default;
};

/// A row of the timeline.
struct HistoryRow {
    std::int64_t id = 0;
    HistoryKind kind = HistoryKind::Opened;
    HistoryTime at;
    HistorySubject subject;
    std::optional<HistorySubject> previous;
    std::optional<HistoryTime> since;
    std::uint64_t count = 1;
    bool isLate = false;
    std::optional<Severity> severity;
    QString rule;
    Message reason;  ///< Safe to show; so is the evidence.
    std::vector<Message> evidence;
};

/// The end of a page of rows, where the next page continues.
struct HistoryCursor {
    HistoryTime at;
    std::int64_t id = 0;
};

struct TimelinePage {
    std::vector<HistoryRow> rows;       ///< Newest first.
    std::optional<HistoryCursor> next;  ///< Empty: this was the last page.
};

/// @param after  The end of the previous page; empty for the newest rows.
[[nodiscard]] HistoryResult<TimelinePage> readTimeline(QSqlDatabase& database,
                                                       const HistorySearch& search,
                                                       const std::optional<HistoryCursor>& after,
                                                       std::size_t limit);

/// A point in time for "what changed since".
struct HistoryPoint {
    std::int64_t id = 0;
    HistoryTime at;
    QString name;
};

/// Facts about the history itself.
struct HistoryOverview {
    std::optional<HistoryTime> beginning;   ///< Of the kept entries; empty if there are none.
    std::optional<HistoryTime> runStarted;  ///< When the current run began to watch.
    std::vector<HistoryPoint> points;       ///< Saved by the user, newest first.
    std::uint64_t eventCount = 0;
};
[[nodiscard]] HistoryResult<HistoryOverview> readOverview(QSqlDatabase& database);

/// Sums of a port's connection activity over time.
struct PortTotals {
    std::uint64_t opened = 0;  ///< Connections.
    std::uint64_t bytesReceived = 0;
    std::uint64_t bytesSent = 0;

    friend bool operator==(const PortTotals&, const PortTotals&) = default;
};
[[nodiscard]] HistoryResult<PortTotals> readTraffic(QSqlDatabase& database, Port port,
                                                    std::optional<Protocol> protocol,
                                                    HistoryTime from);

}  // namespace quaywatch
