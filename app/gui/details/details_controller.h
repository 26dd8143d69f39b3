// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/listeners/port_groups.h"
#include "app/monitor/monitor_controller.h"
#include "core/sockets/snapshot_diff.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace quaywatch {

class DetailsPanel;

/// Keeps the details panel on the current socket: asks the slow questions once the selection
/// rests, and again when something changed. One set of questions is under way at a time; what
/// changes meanwhile is asked about after it, so that answers come however quick the changes are.
class DetailsController final : public QObject {
    Q_OBJECT

public:
    DetailsController(MonitorController& monitor, DetailsPanel& panel, QObject* parent = nullptr);

    /// Turns to a socket, or to none. The same socket again changes nothing.
    void follow(const SocketRecord* socket);
    /// Turns to a port that no socket stands for. The same port again changes nothing.
    void followPort(const PortId& port);
    /// Turns the panel to a process other than the socket's first owner.
    void inspect(std::uint32_t pid);
    /// Whether nothing is asked, or about to be asked, about the current socket.
    [[nodiscard]] bool isSettled() const { return !m_debounceTimer.isActive() && !isAsking(); }

signals:
    /// Everything asked about the current socket has been answered.
    void settled();

private:
    void refresh(const SnapshotUpdate& update);
    void refreshPort(const SnapshotUpdate& update);
    void askAgain();
    void tellActivity();
    [[nodiscard]] bool isAsking() const { return m_awaitsDetails || m_awaitsExplanation; }
    void forget();
    void ask();
    void settle();

    MonitorController& m_monitor;
    DetailsPanel& m_panel;
    std::optional<SocketKey> m_key;
    std::optional<PortId> m_port;  // of m_key, or alone
    bool m_isListener = false;
    std::optional<std::uint32_t> m_chosen;  // the process that inspect() named
    QTimer m_debounceTimer;
    bool m_isStale = false;  // something changed since the questions that are under way
    bool m_awaitsDetails = false;
    bool m_awaitsExplanation = false;
};

}  // namespace quaywatch
