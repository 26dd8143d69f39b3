// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/job_thread.h"
#include "core/base/program_update.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace quaywatch {

/// Notices that the program was updated while it runs, by package or by hand. Reads the disk on a
/// thread of its own. Lives on the GUI thread.
class UpdateWatch final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kInterval{30};

    explicit UpdateWatch(const ProgramFile& program, QObject* parent = nullptr);

    /// Checks now; the timer does so every kInterval.
    void check();

signals:
    /// Another program is installed. Emitted after each check that finds it.
    void updated();
    /// A check has ended.
    void checked();

private:
    ProgramUpdate m_update;  // Used on m_thread only.
    QTimer m_timer;
    bool m_isChecking = false;
    JobThread m_thread;  // Last: its jobs use the other members.
};

}  // namespace quaywatch
