// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/unit_stop.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>

namespace quaywatch {

/// Has systemctl stop units: as a program with arguments, never through a shell, and without
/// waiting. The service manager asks the user for the right to do it by itself (polkit).
class UnitStopper final : public QObject {
    Q_OBJECT

public:
    enum class Outcome : quint8 {
        Stopped,
        NotPermitted,
        Failed,
        Missing,  ///< There is no such program here.
    };
    /// More of what systemctl prints is dropped.
    static constexpr qsizetype kMaxOutput = 4096;

    /// @param program  A name to look for on the PATH, or a path.
    explicit UnitStopper(QString program = QStringLiteral("systemctl"), QObject* parent = nullptr);
    UnitStopper(const UnitStopper&) = delete;
    UnitStopper& operator=(const UnitStopper&) = delete;
    /// Gives up waiting for a call under way; the service manager may go on with it.
    ~UnitStopper() override;

    /// Answered by finished(), later. One call at a time.
    void stop(const UnitStop& stop);
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

signals:
    /// @param output  What was printed, both streams: a stranger's bytes, in lines.
    void finished(quaywatch::UnitStopper::Outcome outcome, const QByteArray& output);

private:
    void collect();
    void end(int exitCode, QProcess::ExitStatus status);

    QString m_program;
    QProcess m_process;
    QByteArray m_output;
};

}  // namespace quaywatch
