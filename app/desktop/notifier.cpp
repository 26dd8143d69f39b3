// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notifier.h"

#include <QDBusPendingCallWatcher>
#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kService = "org.freedesktop.Notifications"_L1;
constexpr auto kPath = "/org/freedesktop/Notifications"_L1;
constexpr auto kInterface = "org.freedesktop.Notifications"_L1;
constexpr auto kBusService = "org.freedesktop.DBus"_L1;
constexpr auto kBusPath = "/org/freedesktop/DBus"_L1;
constexpr int kServerDecidesWhenItGoes = -1;

QDBusMessage question(const QString& method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kInterface, method);
}

}  // namespace

Notifier::Notifier(QObject* parent)
    : Notifier(Times{}, std::chrono::steady_clock::now, parent)
{
}

Notifier::Notifier(const Times& times, Clock clock, QObject* parent)
    : QObject(parent)
    , m_times(times)
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifier::showDue);
}

Notifier::~Notifier()
{
    withdraw();
}

void Notifier::setBus(const QDBusConnection& bus)
{
    m_bus = bus;
    if (bus.isConnected()) {
        connectSignals();
    }
    if (m_isOn) {
        askAbilities();
    }
    if (std::exchange(m_isServerWanted, false)) {
        findServer();
    }
}

void Notifier::findServer()
{
    m_isServerWanted = !m_bus;
    if (m_bus && m_bus->isConnected()) {
        askForServer(u"ListNames"_s);
        askForServer(u"ListActivatableNames"_s);
    }
}

void Notifier::askForServer(const QString& method)
{
    auto* watcher = new QDBusPendingCallWatcher(
        m_bus->asyncCall(QDBusMessage::createMethodCall(kBusService, kBusPath, kBusService, method),
                         static_cast<int>(m_times.patience.count())),
        this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() == QDBusMessage::ReplyMessage &&
            reply.arguments().value(0).toStringList().contains(kService)) {
            emit serverFound();
        }
    });
}

// Connects without a service name: with one, QtDBus would ask the bus for its owner and wait for
// the answer. The slots check the sender instead.
void Notifier::connectSignals()
{
    m_bus->connect({}, kPath, kInterface, u"ActionInvoked"_s, this,
                   SLOT(takeAction(uint, QString, QDBusMessage)));
    m_bus->connect({}, kPath, kInterface, u"NotificationClosed"_s, this,
                   SLOT(takeClosed(uint, uint, QDBusMessage)));
    m_bus->connect({}, kBusPath, kBusService, u"NameOwnerChanged"_s, {QString(kService)}, {}, this,
                   SLOT(takeOwner(QString, QString, QString, QDBusMessage)));
}

void Notifier::setOn(bool isOn)
{
    if (isOn == m_isOn) {
        return;
    }
    m_isOn = isOn;
    if (!isOn) {
        withdraw();
    } else if (m_bus && !m_abilities && !m_isAsking) {
        askAbilities();  // The user who has just turned it on learns at once if it is not possible.
    }
}

void Notifier::notify(const AlertEntry& entry)
{
    if (m_isOn) {
        m_waiting.add(entry);
        arm();
    }
}

void Notifier::withdraw()
{
    m_waiting = {};
    m_shown = {};
    m_timer.stop();
    closeShown();
}

void Notifier::closeShown()
{
    if (const uint id = std::exchange(m_id, 0); id != 0) {
        QDBusMessage message = question(u"CloseNotification"_s);
        message.setArguments({id});
        m_bus->asyncCall(message);
    }
}

void Notifier::arm()
{
    if (m_waiting.isEmpty() || m_isAsking) {
        return;
    }
    const auto now = m_clock();
    const auto at = m_nextAt.value_or(now);
    m_timer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(at - now), 0ms));
}

void Notifier::showDue()
{
    if (m_waiting.isEmpty() || m_isAsking || !m_bus) {
        return;
    }
    if (m_nextAt && m_clock() < *m_nextAt) {
        arm();
    } else if (m_abilities) {
        show();
    } else {
        askAbilities();
    }
}

void Notifier::askAbilities()
{
    m_nextAt = m_clock() + m_times.gap;
    call(question(u"GetCapabilities"_s), [this](const QDBusMessage& reply) {
        if (reply.type() != QDBusMessage::ReplyMessage) {
            takeFailure(reply);
            return;
        }
        askServerName(ServerAbilities::of(reply.arguments().value(0).toStringList()));
    });
}

// Asks the bus, because a reply does not reliably say who sent it (Qt 6.8 leaves the sender empty).
void Notifier::askServerName(const ServerAbilities& abilities)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(kBusService, kBusPath, kBusService, u"GetNameOwner"_s);
    message.setArguments({QString(kService)});
    call(message, [this, abilities](const QDBusMessage& reply) {
        if (reply.type() != QDBusMessage::ReplyMessage) {
            takeFailure(reply);
        } else if (!m_isServerNew) {  // Otherwise the abilities are those of the previous server.
            m_server = reply.arguments().value(0).toString();
            m_abilities = abilities;
            m_nextAt.reset();
            arm();
        }
    });
}

void Notifier::show()
{
    m_nextAt = m_clock() + m_times.gap;
    m_timer.stop();
    // The new notification replaces the one on the screen, whose alerts would otherwise be lost.
    m_shown.add(std::exchange(m_waiting, {}));
    const NotificationText text = NotificationText::of(m_shown, *m_abilities);
    QDBusMessage message = question(u"Notify"_s);
    message.setArguments({u"Quaywatch"_s, m_id, u"quaywatch"_s, text.summary, text.body,
                          text.actions,
                          QVariantMap{{u"urgency"_s, QVariant::fromValue<uchar>(text.urgency)},
                                      {u"desktop-entry"_s, u"quaywatch"_s}},
                          kServerDecidesWhenItGoes});
    call(message, [this](const QDBusMessage& reply) { takeShown(reply); });
}

void Notifier::takeShown(const QDBusMessage& reply)
{
    if (reply.type() != QDBusMessage::ReplyMessage) {
        m_waiting.add(std::exchange(m_shown, {}));
        m_id = 0;
        takeFailure(reply);
        return;
    }
    m_id = reply.arguments().value(0).toUInt();
    if (!m_problem.isEmpty()) {
        emit problemOver(std::exchange(m_problem, {}));
    }
    if (m_shown.isEmpty()) {
        closeShown();  // It was withdrawn while the call was under way.
    }
    arm();
}

void Notifier::takeFailure(const QDBusMessage& reply)
{
    m_abilities.reset();
    if (m_problem.isEmpty()) {
        const bool isSlow = reply.errorName() == "org.freedesktop.DBus.Error.NoReply"_L1 ||
                            reply.errorName() == "org.freedesktop.DBus.Error.Timeout"_L1;
        m_problem =
            isSlow ? tr("The desktop's notification service does not respond; alerts are shown in "
                        "the window only.")
                   : tr("This desktop has no notification service; alerts are shown in the window "
                        "only.");
        emit problemFound(m_problem);
    }
}

void Notifier::call(const QDBusMessage& message, Answer answer)
{
    m_isAsking = true;
    const auto take = [this, answer = std::move(answer)](const QDBusMessage& reply) {
        m_isAsking = false;
        answer(reply);
        if (!m_isAsking && std::exchange(m_isServerNew, false) && m_isOn && !m_abilities) {
            askAbilities();
        }
    };
    if (!m_bus->isConnected()) {
        // Without a bus, the end of a call is never reported.
        QTimer::singleShot(0, this, [take] {
            take(QDBusMessage::createError(QDBusError::Disconnected, QString()));
        });
        return;
    }
    auto* watcher = new QDBusPendingCallWatcher(
        m_bus->asyncCall(message, static_cast<int>(m_times.patience.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, take] {
        take(watcher->reply());
        watcher->deleteLater();
    });
}

bool Notifier::isOurs(uint id, const QDBusMessage& message) const
{
    return id != 0 && id == m_id && message.service() == m_server;
}

void Notifier::takeAction(uint id, const QString& key, const QDBusMessage& message)
{
    if (!isOurs(id, message) || m_shown.isEmpty()) {
        return;
    }
    std::optional<Action> action;
    if (m_shown.count() > 1) {
        action = Action::ShowAlerts;
    } else if (key == kDefaultAction) {
        action = Action::Inspect;
    } else if (key == kExpectAction) {
        action = Action::MarkExpected;
    } else if (key == kEndAction) {
        action = Action::EndProcess;
    }
    if (action) {
        const quint64 alert = m_shown.worst().id;
        // Some servers leave the notification on the screen, and the dialogs that the action opens
        // may stay open for long.
        m_shown = {};
        closeShown();
        emit activated(*action, alert);
    }
}

void Notifier::takeClosed(uint id, uint /*reason*/, const QDBusMessage& message)
{
    if (!isOurs(id, message)) {
        return;
    }
    m_id = 0;
    if (!m_isAsking) {  // Otherwise the user has not yet seen the notification that is under way.
        m_shown = {};
    }
}

void Notifier::takeOwner(const QString& name, const QString& /*before*/, const QString& now,
                         const QDBusMessage& message)
{
    if (name != kService || message.service() != kBusService || now == m_server) {
        return;
    }
    m_server.clear();
    m_abilities.reset();
    m_id = 0;  // The notification of the previous server has disappeared with it.
    if (!m_isAsking) {
        m_shown = {};
    }
    if (now.isEmpty()) {
        return;
    }
    if (m_isAsking) {
        m_isServerNew = true;
    } else if (m_isOn) {
        askAbilities();
    }
}

}  // namespace quaywatch
