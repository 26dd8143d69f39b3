// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/unit_stop.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>

namespace quaywatch {

/// Stops units with systemctl: as a program with arguments, never through a shell, and without
/// waiting. The service manager itself asks the user for authorization (polkit).
class UnitStopper final : public QObject {
    Q_OBJECT

public:
    enum class Outcome : quint8 {
        Stopped,
        NotPermitted,
        Failed,
        Missing,  ///< The program does not exist here.
    };
    /// Maximum output of systemctl in bytes; more is dropped.
    static constexpr qsizetype kMaxOutput = 4096;

    /// @param program  A name to search on the PATH, or a path.
    explicit UnitStopper(QString program = QStringLiteral("systemctl"), QObject* parent = nullptr);
    UnitStopper(const UnitStopper&) = delete;
    UnitStopper& operator=(const UnitStopper&) = delete;
    /// Stops waiting for a call under way; the service manager may complete it.
    ~UnitStopper() override;

    /// Starts a call; finished() reports the result later. One call at a time.
    void stop(const UnitStop& stop);
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

signals:
    /// @param output  The output of both streams: untrusted bytes, in lines.
    void finished(quaywatch::UnitStopper::Outcome outcome, const QByteArray& output);

private:
    void collect();
    void end(int exitCode, QProcess::ExitStatus status);

    QString m_program;
    QProcess m_process;
    QByteArray m_output;
};

}  // namespace quaywatch
