// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/end_request.h"
#include "app/models/socket_roles.h"
#include "core/process/process_control.h"
#include "core/sockets/socket_record.h"

#include <QAction>
#include <QList>
#include <QMenu>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace quaywatch {

/// The row and the cell of a menu, by value: the models may change while it is open.
struct RowContext {
    SocketRecord socket;                 ///< The row under the pointer.
    std::vector<SocketRecord> selected;  ///< The selected rows, as many as may be copied.
    Column column = Column::LocalPort;   ///< The cell under the pointer.
    QString cellText;                    ///< The text of that cell.
    EndRequest endRequest;               ///< The processes of all selected rows.
    /// Actions of the page, shown first in the menu; the page owns them.
    QList<QPointer<QAction>> actions = {};

    /// The rows that "Mark as expected" applies to: the selected ones. Only the row under the
    /// pointer if it is not among them.
    [[nodiscard]] std::vector<SocketRecord> marked() const;
};

/// The context menu of a row. Copies by itself; for everything else it emits a signal.
class RowMenu final : public QMenu {
    Q_OBJECT

public:
    explicit RowMenu(RowContext context, QWidget* parent = nullptr);

signals:
    void inspectRequested();
    void explainRequested();
    /// Show the history of the port.
    void historyRequested(quaywatch::Port port);
    void endRequested(quaywatch::ProcessSignal signal);
    /// Mark the selected rows as expected, or remove their marks, depending on their verdicts.
    void expectRequested();
    void filterRequested(const QString& word);
    /// Copy the selected rows as shown.
    void copyRequested();

private:
    void addProcessActions();
    void addExpectAction();
    void addCopyActions();
    void addFilterActions();
    void addBrowserAction();

    RowContext m_context;
};

/// Whether there are listeners among the rows, and all of them are expected.
[[nodiscard]] bool areExpected(const std::vector<SocketRecord>& rows);

/// The port that identifies the service of a row. For an outbound connection this is the remote
/// port, since the kernel chooses the local one.
[[nodiscard]] Port portOfRow(const SocketRecord& socket) noexcept;

/// Words of the filter language that match a row; the word of the column comes first.
[[nodiscard]] QStringList filterWordsFor(const SocketRecord& socket, Column column);

/// Rows as JSON, in the format of the terminal program.
[[nodiscard]] QString jsonText(const std::vector<SocketRecord>& sockets);

/// The URL at which a browser on this machine reaches a TCP listener.
[[nodiscard]] QUrl browserUrl(const SocketRecord& listener);

}  // namespace quaywatch
