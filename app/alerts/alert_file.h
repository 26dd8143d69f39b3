// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/job_thread.h"
#include "core/base/result.h"
#include "core/watch/alert_states.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <string>

namespace quaywatch {

/// Keeps AlertStates between two runs of the program, in a small file that only this user can
/// read. The file is replaced as a whole, on a thread of its own, shortly after the records change.
///
/// Damaged lines are skipped and reported. A file of a later version, or one that cannot be read,
/// stays unchanged, and nothing is saved.
class AlertFile final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertFile)

public:
    /// @param path  Empty: nothing is read or kept.
    explicit AlertFile(std::string path, QObject* parent = nullptr);
    /// Writes the records that are not written yet.
    ~AlertFile() override;

    /// Path of alerts.tsv in this user's data folder.
    /// @return Empty if there is no such folder.
    [[nodiscard]] static std::string defaultPath();

    [[nodiscard]] AlertStates read();
    /// Saves the records after a short delay; of several calls, the last one counts.
    void keep(const AlertStates& records);

    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }

signals:
    void problemFound(const QString& problem);

private:
    void write();
    void reportProblem(const QString& problem);

    std::string m_path;
    QString m_problem;
    std::optional<std::string> m_text;  // text to be written
    std::string m_written;              // text that the file contains
    QTimer m_soon;
    JobThread m_thread;  // Last member: its jobs use the other members.
};

}  // namespace quaywatch
