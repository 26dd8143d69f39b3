// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor_controller.h"
#include "core/sockets/snapshot.h"

#include <QStatusBar>
#include <QTime>

#include <cstddef>
#include <vector>

class QLabel;
class QToolButton;

namespace quaywatch {

/// The counts of the status bar. Listeners are counted as in their view: each port and protocol
/// once, however many addresses it listens on.
struct StatusCounts {
    std::size_t listeners = 0;
    std::size_t connections = 0;            ///< All other sockets, as in the view of connections.
    std::size_t established = 0;            ///< Of these.
    std::size_t unexpectedListeners = 0;    ///< Rows of the view of listeners.
    std::size_t unexpectedConnections = 0;  ///< Rows of the view of connections.
    std::size_t unassigned = 0;             ///< Listeners on unassigned well-known ports.

    [[nodiscard]] std::size_t unexpected() const noexcept
    {
        return unexpectedListeners + unexpectedConnections;
    }
    [[nodiscard]] static StatusCounts of(const Snapshot& snapshot);
};

/// Shows counts at the left, and the state of the poll and the gaps with their remedy at the right.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showSnapshot(const Snapshot& snapshot);
    void showPoll(const MonitorController& monitor);

signals:
    void unexpectedClicked();
    /// Request to end the pause.
    void resumeClicked();

private:
    void showGapsButton();
    void showGaps();

    QLabel* m_counts;
    QToolButton* m_unexpected;
    QLabel* m_unassigned;
    QLabel* m_poll;
    QToolButton* m_resume;
    QToolButton* m_gapsButton;
    std::vector<Gap> m_gaps;
    QTime m_pausedAt;  // null while it is not paused
};

}  // namespace quaywatch
