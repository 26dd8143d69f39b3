// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"
#include "core/process/end_process.h"
#include "core/sockets/socket_record.h"

#include <QAction>
#include <QList>
#include <QMenu>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace quaywatch {

/// What a menu is about, by value: the models may change while it is open.
struct RowContext {
    SocketRecord socket;                 ///< The row under the pointer.
    std::vector<SocketRecord> selected;  ///< The selected rows as far as they may be copied.
    Column column = Column::LocalPort;   ///< The cell under the pointer,
    QString cellText;                    ///< and what it shows.
    std::optional<EndTarget> endTarget;  ///< Empty if nobody is known to end.
    /// What the page itself offers, first in the menu; the page's own.
    QList<QPointer<QAction>> actions = {};
};

/// The menu of a row. Copies by itself; everything else it only asks for.
class RowMenu final : public QMenu {
    Q_OBJECT

public:
    explicit RowMenu(RowContext context, QWidget* parent = nullptr);

signals:
    void inspectRequested();
    void explainRequested();
    /// What the history knows of the port.
    void historyRequested(quaywatch::Port port);
    void endRequested(quaywatch::ProcessSignal signal);
    /// To be marked as expected, or no longer, as its verdict has it.
    void expectRequested();
    void filterRequested(const QString& word);
    /// The selected rows, as they are shown.
    void copyRequested();

private:
    void addProcessActions();
    void addExpectAction();
    void addCopyActions();
    void addFilterActions();
    void addBrowserAction();

    RowContext m_context;
};

/// The port that a row is about: the far one of a connection that went out, since the near one
/// is the kernel's choice.
[[nodiscard]] Port portOfRow(const SocketRecord& socket) noexcept;

/// Words of the filter language that a row answers to, that of the column first.
[[nodiscard]] QStringList filterWordsFor(const SocketRecord& socket, Column column);

/// Rows as JSON, in the terminal's form.
[[nodiscard]] QString jsonText(const std::vector<SocketRecord>& sockets);

/// Where a browser reaches a TCP listener on this machine.
[[nodiscard]] QUrl browserUrl(const SocketRecord& listener);

}  // namespace quaywatch
