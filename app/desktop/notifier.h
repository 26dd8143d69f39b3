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

/// Tells of alerts by org.freedesktop.Notifications: at most one notification in a while, which
/// takes the place of the one before it if that is still shown and then speaks of both.
///
/// Never waits: what it asks of the server is answered later or given up after a time. Without a
/// server, or with one that does not answer, it says so once, keeps what it has to tell, and tries
/// again with the next alert or when a server appears. Lives on the GUI thread.
class Notifier final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    enum class Action : std::uint8_t { Inspect, MarkExpected, EndProcess, ShowAlerts };
    Q_ENUM(Action)

    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    struct Times {
        std::chrono::milliseconds gap{std::chrono::seconds(5)};  ///< Between two notifications.
        std::chrono::milliseconds patience{std::chrono::seconds(10)};  ///< With the server.
    };

    explicit Notifier(QObject* parent = nullptr);
    Notifier(const Times& times, Clock clock, QObject* parent = nullptr);
    /// Takes the notification away: there is nobody left to act on it.
    ~Notifier() override;

    /// To be called once, when the bus is there. What was told before is shown then.
    void setBus(const QDBusConnection& bus);
    /// Off at first: nothing is told, and what was is taken away.
    void setOn(bool isOn);

public slots:
    void tell(const quaywatch::AlertEntry& entry);
    /// Nothing of what was told is news any more.
    void withdraw();
    /// Shows what is due by now; called by a timer of its own.
    void showDue();

signals:
    /// @param alertId  That of the alert; of ShowAlerts the gravest.
    void activated(quaywatch::Notifier::Action action, quint64 alertId);
    /// Alerts cannot be told, and why; once until it is over.
    void problemFound(const QString& problem);
    /// What problemFound() told is over: something was shown.
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
    bool m_isAsking = false;     // one call at a time
    bool m_isServerNew = false;  // another came while it was asked
    QString m_problem;           // what was said of it, until it shows something
    QString m_server;            // the unique name of who gave the abilities
    std::optional<ServerAbilities> m_abilities;
    AlertDigest m_waiting;
    AlertDigest m_shown;  // what the notification speaks of, while it is shown
    uint m_id = 0;        // its number; 0 while none is shown
    std::optional<std::chrono::steady_clock::time_point> m_nextAt;
};

}  // namespace quaywatch
