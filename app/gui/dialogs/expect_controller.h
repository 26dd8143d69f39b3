// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/baseline_editor.h"
#include "app/monitor/monitor_controller.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

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
    /// Opens the dialog for one row, as ask(listener) does, or for several the dialog to mark all
    /// listeners among them that are not expected. Returns when it is closed.
    /// @param rows  At least one.
    void ask(const std::vector<SocketRecord>& rows);
    /// Opens the dialog to remove the marks of the expected listeners among the rows.
    void askToForget(const std::vector<SocketRecord>& rows);

signals:
    /// The file has been changed.
    /// @param undo  Changes it back.
    void done(const QString& message, const std::function<void()>& undo);
    /// The change could not be undone, or could not be saved after its dialog was closed. Other
    /// problems are reported by the dialogs.
    void failed(const QString& problem);

private:
    void reportRefusal(const Error& error, std::uint64_t request);

    MonitorController& m_monitor;
    QWidget* m_window;
    BaselineEditor m_editor;
    // Requests to the editor; 0 for none.
    std::uint64_t m_undo = 0;       // the last one that undoes a change
    std::uint64_t m_abandoned = 0;  // the last one whose dialog was closed before the answer
};

}  // namespace quaywatch
