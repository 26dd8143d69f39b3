// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/query_worker.h"
#include "core/process/end_process.h"
#include "core/process/process_inspector.h"
#include "core/sockets/snapshot.h"

#include <QStringList>
#include <QWidget>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

class QToolButton;

namespace quaywatch {

class ValueDocument;

/// What is known of the selected socket: its process, its port, and what else the process holds.
/// Shows at once what the snapshot has; the slow answers come in as they arrive.
class DetailsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    /// Turns to a socket; answers about another one are forgotten.
    void showSocket(const SocketRecord& socket, const SnapshotPtr& snapshot);
    /// The same socket in a later snapshot; what was answered stays until it is answered anew.
    void updateSocket(const SocketRecord& socket, const SnapshotPtr& snapshot);
    /// The socket is gone: says so above what was last known of it.
    void showClosed(std::chrono::system_clock::time_point at);
    /// A port without a socket: what it is for, and how to check it.
    void showPort(Port port, bool isHeld);
    /// Whether something listens on the port that is shown alone.
    void setPortHeld(bool isHeld);
    void showNothing();
    /// What came to the socket's port; may be empty.
    void setActivity(const QString& text);
    /// What else the process holds has changed: it is looked up at the next update.
    void forgetOtherSockets() { m_others.reset(); }
    void setDetails(const Result<ProcessDetails>& details);
    void setExplanation(const PortAnswer& answer);

    /// The process asked about: the first owner's, unless another was chosen; empty if none is
    /// known.
    [[nodiscard]] std::optional<std::uint32_t> pid() const;
    /// The process that is shown, as a holder of the socket where it is one; empty if none is.
    [[nodiscard]] std::optional<EndTarget> endTarget() const;
    [[nodiscard]] QString text() const;

signals:
    /// For the process that is shown.
    void endRequested(const quaywatch::EndTarget& target);
    void inspectRequested(std::uint32_t pid);
    void expectRequested();
    void filterRequested(const QString& word);
    void copied();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What else a process holds: the first few as text, and how many there are.
    struct OtherSockets {
        std::uint32_t pid = 0;
        QStringList lines;
        qsizetype count = 0;
    };

    [[nodiscard]] OtherSockets othersOf(std::uint32_t pid) const;
    void buildButtons();
    void render();
    void renderHead();
    void renderHiddenOwner();
    void renderProcess(const ProcessInfo& info);
    [[nodiscard]] static QString stateText(const ProcessInfo& info);
    void renderDetails(const ProcessDetails& details);
    void renderRelatives(const QString& name, const std::vector<RelatedProcess>& relatives);
    void renderExplanation();
    void renderOtherSockets();
    void follow(const QString& target);

    ValueDocument* m_document;
    QToolButton* m_copyButton = nullptr;
    QToolButton* m_endButton = nullptr;
    std::optional<SocketRecord> m_socket;
    std::optional<Port> m_port;  // of m_socket, or alone
    bool m_isPortHeld = false;   // where it is alone
    SnapshotPtr m_snapshot;
    std::optional<Result<ProcessDetails>> m_details;
    std::optional<PortAnswer> m_explanation;
    std::optional<std::chrono::system_clock::time_point> m_closedAt;
    QString m_activity;
    std::optional<OtherSockets> m_others;  // Costs a look at every socket.
};

}  // namespace quaywatch
