// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/baseline_editor.h"
#include "app/monitor/monitor_controller.h"

#include <QWidget>

namespace quaywatch {

/// Brings a person's wish that a listener be expected, or no longer, into the user's baseline, and
/// the monitor to take notice.
class ExpectController final : public QObject {
    Q_OBJECT

public:
    /// @param window  Lies below the dialogs.
    ExpectController(MonitorController& monitor, QWidget* window);

    /// Opens the dialog to mark the listener as expected, or where it is expected, the one that
    /// takes that back. Returns when it is closed.
    void ask(const SocketRecord& listener);

signals:
    /// The file was changed; a line for the status bar.
    void done(const QString& message);

private:
    MonitorController& m_monitor;
    QWidget* m_window;
    BaselineEditor m_editor;
};

}  // namespace quaywatch
