// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/alert_digest.h"
#include "app/desktop/notification_text.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace quaywatch {

/// Reports alerts through org.freedesktop.Notifications. Shows at most one notification in a given
/// time. A new one replaces the previous one if that is still shown, and then covers the alerts of
/// both.
///
/// Never waits: calls to the server are answered later, or given up after a time. If there is no
/// server, or it does not answer, the notifier reports this once, keeps the waiting alerts, and
/// tries again with the next alert or when a server appears. Lives on the GUI thread.
class Notifier final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    enum class Action : std::uint8_t { Inspect, MarkExpected, EndProcess, ShowAlerts };
    Q_ENUM(Action)

    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    struct Times {
        std::chrono::milliseconds gap{std::chrono::seconds(5)};  ///< Between two notifications.
        std::chrono::milliseconds patience{std::chrono::seconds(10)};  ///< For a reply.
    };

    explicit Notifier(QObject* parent = nullptr);
    Notifier(const Times& times, Clock clock, QObject* parent = nullptr);
    /// Removes the notification, since nothing would handle its actions any more.
    ~Notifier() override;

    /// Call this once, when the bus is available. Alerts that were passed to tell() before are
    /// shown then.
    void setBus(const QDBusConnection& bus);
    /// Finds out whether there is a server, without starting one or showing anything; answered by
    /// serverFound() if so. The bus is asked when it is available.
    void findServer();
    /// Initially off. While off, nothing is shown; turning it off removes the notification on the
    /// screen.
    void setOn(bool isOn);

public slots:
    void notify(const quaywatch::AlertEntry& entry);
    /// Drops the waiting alerts and removes the notification: none of these alerts is new any more.
    void withdraw();
    /// Shows the notification if it is due; called by an internal timer.
    void showDue();

signals:
    /// @param alertId  Id of the alert; for ShowAlerts, of the most severe one.
    void activated(quaywatch::Notifier::Action action, quint64 alertId);
    /// Reports why alerts cannot be shown, once until problemOver().
    void problemFound(const QString& problem);
    /// There is a server, or the bus can start one.
    void serverFound();
    /// The problem that problemFound() reported has ended: a notification was shown.
    void problemOver(const QString& problem);

private slots:
    void takeAction(uint id, const QString& key, const QDBusMessage& message);
    void takeClosed(uint id, uint reason, const QDBusMessage& message);
    void takeOwner(const QString& name, const QString& before, const QString& now,
                   const QDBusMessage& message);

private:
    using Answer = std::function<void(const QDBusMessage&)>;

    void connectSignals();
    void askAbilities();
    void askServerName(const ServerAbilities& abilities);
    void show();
    void closeShown();
    void askForServer(const QString& method);
    void takeShown(const QDBusMessage& reply);
    void takeFailure(const QDBusMessage& reply);
    void call(const QDBusMessage& message, Answer answer);
    void arm();
    [[nodiscard]] bool isOurs(uint id, const QDBusMessage& message) const;

    Times m_times;
    Clock m_clock;
    QTimer m_timer;
    std::optional<QDBusConnection> m_bus;
    bool m_isOn = false;
    bool m_isServerWanted = false;  // findServer() waits for the bus
    bool m_isAsking = false;        // a call is under way; only one at a time
    bool m_isServerNew = false;     // another server appeared during a call
    QString m_problem;              // the reported problem, until a notification is shown
    QString m_server;               // unique name of the server that reported the abilities
    std::optional<ServerAbilities> m_abilities;
    AlertDigest m_waiting;
    AlertDigest m_shown;  // the alerts that the shown notification covers
    uint m_id = 0;        // id of the notification; 0 while none is shown
    std::optional<std::chrono::steady_clock::time_point> m_nextAt;
};

}  // namespace quaywatch
