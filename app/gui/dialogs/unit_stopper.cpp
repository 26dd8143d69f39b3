// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/unit_stopper.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

// systemctl(1), "Exit status", after the LSB: the user had insufficient privileges.
constexpr int kNotPermitted = 4;

}  // namespace

UnitStopper::UnitStopper(QString program, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // Without a terminal to ask on, systemctl leaves it to the desktop to ask the user.
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyRead, this, &UnitStopper::collect);
    connect(&m_process, &QProcess::finished, this, &UnitStopper::end);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            emit finished(Outcome::Missing, {});
        }
    });
}

UnitStopper::~UnitStopper()
{
    m_process.disconnect(this);
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void UnitStopper::stop(const UnitStop& stop)
{
    m_output.clear();
    if (stop.units.empty() || !std::all_of(stop.units.begin(), stop.units.end(), isUnitName)) {
        QMetaObject::invokeMethod(
            this, [this] { emit finished(Outcome::Failed, {}); }, Qt::QueuedConnection);
        return;
    }
    QStringList arguments;
    for (const std::string& word : stop.arguments()) {
        arguments.append(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
    }
    m_process.start(m_program, arguments);
}

void UnitStopper::collect()
{
    const QByteArray more = m_process.readAll();
    m_output += more.first(std::min(more.size(), kMaxOutput - m_output.size()));
}

void UnitStopper::end(int exitCode, QProcess::ExitStatus status)
{
    collect();
    if (status == QProcess::NormalExit && exitCode == 0) {
        emit finished(Outcome::Stopped, m_output);
        return;
    }
    const bool isForbidden = status == QProcess::NormalExit && exitCode == kNotPermitted;
    emit finished(isForbidden ? Outcome::NotPermitted : Outcome::Failed, m_output);
}

}  // namespace quaywatch
