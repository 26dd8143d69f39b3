// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// desktop_stand_in: the two desktop services on the session bus that the hidden window uses: a tray
// that accepts every icon, and a notification server. Prints "ready", "icon" for each icon, and
// "notified TEXT" for each notification, each on one line.

#include <QCoreApplication>
#include <QDBusConnection>
#include <QStringList>
#include <QVariantMap>

#include <cstdio>

namespace {

using namespace Qt::Literals::StringLiterals;

void say(const QString& text)
{
    std::printf("%s\n", text.simplified().toUtf8().constData());
    std::fflush(stdout);
}

}  // namespace

class TrayService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)

public:
    [[nodiscard]] bool hasHost() const { return true; }

public slots:
    void RegisterStatusNotifierItem(const QString& /*service*/) { say(u"icon"_s); }
};

class NotificationService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public slots:
    QStringList GetCapabilities() { return {u"body"_s, u"actions"_s}; }
    uint Notify(const QString& /*program*/, uint replaces, const QString& /*icon*/,
                const QString& summary, const QString& body, const QStringList& /*actions*/,
                const QVariantMap& /*hints*/, int /*timeout*/)
    {
        say(u"notified "_s + summary + u' ' + body);
        return replaces != 0 ? replaces : ++m_lastId;
    }
    void CloseNotification(uint /*id*/) {}

private:
    uint m_lastId = 0;
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QDBusConnection bus = QDBusConnection::sessionBus();
    TrayService tray;
    NotificationService notifications;
    constexpr auto kAll = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties;
    if (!bus.registerObject(u"/StatusNotifierWatcher"_s, &tray, kAll) ||
        !bus.registerObject(u"/org/freedesktop/Notifications"_s, &notifications, kAll) ||
        !bus.registerService(u"org.kde.StatusNotifierWatcher"_s) ||
        !bus.registerService(u"org.freedesktop.Notifications"_s)) {
        return 1;
    }
    say(u"ready"_s);
    return QCoreApplication::exec();
}

#include "desktop_stand_in.moc"
