// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/baseline_editor.h"
#include "app/monitor/monitor_controller.h"

#include <QWidget>

namespace quaywatch {

/// Marks a listener as expected in the user's baseline, or removes the mark, and has the monitor
/// read the change.
class ExpectController final : public QObject {
    Q_OBJECT

public:
    /// @param window  Parent window of the dialogs.
    ExpectController(MonitorController& monitor, QWidget* window);

    /// Opens the dialog to mark the listener as expected, or, if it already is, the dialog to
    /// remove the mark. Returns when it is closed.
    void ask(const SocketRecord& listener);

signals:
    /// The file has been changed; the text is for the status bar.
    void done(const QString& message);

private:
    MonitorController& m_monitor;
    QWidget* m_window;
    BaselineEditor m_editor;
};

}  // namespace quaywatch
