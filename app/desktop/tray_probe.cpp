// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tray_probe.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kWatcherService = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto kWatcherPath = "/StatusNotifierWatcher"_L1;

}  // namespace

TrayProbe::TrayProbe(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_patience(patience)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { take(Answer::NoResponse); });
    m_limit.start(m_patience);
}

void TrayProbe::setBus(const QDBusConnection& bus)
{
    if (!bus.isConnected()) {
        take(Answer::Safe);
        return;
    }
    auto* owner = new QDBusServiceWatcher(kWatcherService, bus,
                                          QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(owner, &QDBusServiceWatcher::serviceOwnerChanged, this, [this, bus] { ask(bus); });
    ask(bus);
}

void TrayProbe::ask(const QDBusConnection& bus)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        kWatcherService, kWatcherPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({QString(kWatcherService), u"IsStatusNotifierHostRegistered"_s});
    question.setAutoStartService(false);
    const auto patience = static_cast<int>(m_patience.count());
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        // Any other error counts as an answer: Qt will get the same one at once.
        const QDBusError::ErrorType error = watcher->error().type();
        const bool hasNoResponse = error == QDBusError::NoReply || error == QDBusError::Timeout ||
                                   error == QDBusError::TimedOut;
        take(hasNoResponse ? Answer::NoResponse : Answer::Safe);
        watcher->deleteLater();
    });
}

void TrayProbe::take(Answer answer)
{
    m_limit.stop();
    if (std::exchange(m_answer, answer) != answer) {
        emit answered();
    }
}

}  // namespace quaywatch
