// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/listeners/port_groups.h"
#include "app/monitor/monitor_controller.h"
#include "core/sockets/snapshot_diff.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace quaywatch {

class DetailsPanel;

/// Keeps the details panel on the current socket. Sends the slow queries when the selection has not
/// changed for a moment, and again when something has changed. Only one set of queries is under way
/// at a time. Changes during that time are queried afterwards, so that answers arrive even if
/// changes are very frequent.
class DetailsController final : public QObject {
    Q_OBJECT

public:
    DetailsController(MonitorController& monitor, DetailsPanel& panel, QObject* parent = nullptr);

    /// Shows a socket, or none. The same socket again changes nothing.
    void follow(const SocketRecord* socket);
    /// Shows a port that has no socket. The same port again changes nothing.
    void followPort(const PortId& port);
    /// Shows a process other than the first owner of the socket.
    void inspect(std::uint32_t pid);
    /// Whether no query about the current socket is under way or about to be sent.
    [[nodiscard]] bool isSettled() const { return !m_debounceTimer.isActive() && !isAsking(); }

signals:
    /// All queries about the current socket have been answered.
    void settled();

private:
    void refresh(const SnapshotUpdate& update);
    void refreshPort(const SnapshotUpdate& update);
    void askAgain();
    void reportActivity();
    [[nodiscard]] bool isAsking() const { return m_awaitsDetails || m_awaitsExplanation; }
    void forget();
    void ask();
    void settle();

    MonitorController& m_monitor;
    DetailsPanel& m_panel;
    std::optional<SocketKey> m_key;
    std::optional<PortId> m_port;  // of m_key, or without a socket
    bool m_isListener = false;
    std::chrono::system_clock::time_point m_seenSince;  // of the socket
    std::optional<std::uint32_t> m_chosen;              // the process passed to inspect()
    QTimer m_debounceTimer;
    bool m_isStale = false;  // something has changed since the current queries were sent
    bool m_awaitsDetails = false;
    bool m_awaitsExplanation = false;
};

}  // namespace quaywatch
