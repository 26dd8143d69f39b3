// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/details/folds.h"
#include "app/gui/details/port_section.h"
#include "app/gui/details/process_section.h"
#include "app/monitor/query_worker.h"
#include "core/process/end_process.h"
#include "core/process/process_inspector.h"
#include "core/sockets/snapshot.h"

#include <QString>
#include <QWidget>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

class QToolButton;

namespace quaywatch {

class ValueDocument;

/// Shows what is known about the selected socket: its process, its port, and the other sockets of
/// the process. Data of the snapshot is shown at once; the slow answers are added as they arrive.
class DetailsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    /// Shows a socket; answers about another one are dropped.
    void showSocket(const SocketRecord& socket, const SnapshotPtr& snapshot);
    /// The same socket in a later snapshot; answers stay until new ones arrive.
    void updateSocket(const SocketRecord& socket, const SnapshotPtr& snapshot);
    /// The socket is closed: says so above its last known data.
    void showClosed(std::chrono::system_clock::time_point at);
    /// Shows a port without a socket: its purpose, and how to check it.
    void showPort(Port port, bool isHeld);
    /// Whether something listens on the port that is shown without a socket.
    void setPortHeld(bool isHeld);
    void showNothing();
    /// Activity on the socket's port; may be empty.
    void setActivity(const QString& text);
    /// The other sockets of the process have changed: they are searched again at the next update.
    void forgetOtherSockets() { m_portSection.forgetOtherSockets(); }
    void setDetails(const Result<ProcessDetails>& details);
    void setExplanation(const PortAnswer& answer);

    /// The process to query: the first owner, unless another one was chosen; empty if none is
    /// known.
    [[nodiscard]] std::optional<std::uint32_t> pid() const;
    /// The process that is shown, with the port if it holds the listening socket; empty if there is
    /// none.
    [[nodiscard]] std::optional<EndTarget> endTarget() const;
    /// Everything that is known, also what is in closed sections.
    [[nodiscard]] QString text();

signals:
    /// Request to end the process that is shown.
    void endRequested(const quaywatch::EndTarget& target);
    void inspectRequested(std::uint32_t pid);
    void expectRequested();
    void filterRequested(const QString& word);
    void copied();

private:
    void buildButtons();
    void render();
    void renderHead();
    void renderCard();
    void renderOwner();
    void renderHiddenOwner();
    void renderIdent();
    void follow(const QString& target);

    ValueDocument* m_document;
    Folds m_folds;
    ProcessSection m_processSection;
    PortSection m_portSection;
    QToolButton* m_copyButton = nullptr;
    QToolButton* m_endButton = nullptr;
    std::optional<SocketRecord> m_socket;
    std::optional<Port> m_port;  // of m_socket, or without a socket
    bool m_isPortHeld = false;   // for a port without a socket
    SnapshotPtr m_snapshot;
    std::optional<Result<ProcessDetails>> m_details;
    std::optional<std::chrono::system_clock::time_point> m_closedAt;
    QString m_activity;
};

}  // namespace quaywatch
