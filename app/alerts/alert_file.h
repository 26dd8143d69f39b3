// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/job_thread.h"
#include "core/base/result.h"
#include "core/watch/alert_records.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <string>

namespace quaywatch {

/// Where AlertRecords are kept between two runs: a small file of this user's alone, replaced whole
/// and on a thread of its own, a moment after what is to be kept has changed.
///
/// Damaged lines are left out, and that is said. A file of a later version, or one that cannot be
/// read, stays as it is, and nothing is kept.
class AlertFile final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertFile)

public:
    /// @param path  Empty: nothing is read or kept.
    explicit AlertFile(std::string path, QObject* parent = nullptr);
    /// Writes what is not written yet.
    ~AlertFile() override;

    /// alerts.tsv in the folder of this user's data.
    /// @return Empty if there is none.
    [[nodiscard]] static std::string defaultPath();

    [[nodiscard]] AlertRecords read();
    /// Soon; the last of several.
    void keep(const AlertRecords& records);

    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }

signals:
    void problemFound(const QString& problem);

private:
    void write();
    void tell(const QString& problem);

    std::string m_path;
    QString m_problem;
    std::optional<std::string> m_text;  // to be written
    std::string m_written;              // as it is in the file
    QTimer m_soon;
    JobThread m_thread;  // Last: what it runs uses the others.
};

}  // namespace quaywatch
