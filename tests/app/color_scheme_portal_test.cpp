// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/color_scheme_portal.h"

#include <gtest/gtest.h>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

namespace quaywatch {

/// A settings portal that answers with one number.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public slots:
    QDBusVariant Read(const QString& /*group*/, const QString& /*key*/) const
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

signals:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

namespace {

using namespace Qt::Literals::StringLiterals;

/// A bus of its own, with a client's and a server's connection.
class ColorSchemePortal_ : public testing::Test {
protected:
    void SetUp() override
    {
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty()) {
            GTEST_SKIP() << "no dbus-daemon here";
        }
        daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        ASSERT_TRUE(daemon.waitForReadyRead());
        const QString address = QString::fromLatin1(daemon.readLine()).trimmed();
        client = QDBusConnection::connectToBus(address, u"client"_s);
        server = QDBusConnection::connectToBus(address, u"server"_s);
        ASSERT_TRUE(client.isConnected() && server.isConnected());
    }
    void TearDown() override
    {
        QDBusConnection::disconnectFromBus(u"client"_s);
        QDBusConnection::disconnectFromBus(u"server"_s);
        daemon.kill();
        daemon.waitForFinished();
    }
    void serve(uint scheme)
    {
        fake.scheme = scheme;
        ASSERT_TRUE(server.registerObject(
            u"/org/freedesktop/portal/desktop"_s, &fake,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        ASSERT_TRUE(server.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    QProcess daemon;
    QDBusConnection client{u"none"_s};
    QDBusConnection server{u"none"_s};
    FakePortal fake;
};

TEST_F(ColorSchemePortal_, TellsWhatTheDesktopWishes)
{
    serve(1);
    const ColorSchemePortal portal(client);
    QSignalSpy changed(&portal, &ColorSchemePortal::changed);

    ASSERT_TRUE(changed.wait(5000));

    EXPECT_EQ(portal.isDark(), true);
}

TEST_F(ColorSchemePortal_, FollowsAChange)
{
    serve(1);
    const ColorSchemePortal portal(client);
    QSignalSpy changed(&portal, &ColorSchemePortal::changed);
    ASSERT_TRUE(changed.wait(5000));

    emit fake.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                             QDBusVariant(uint{2}));
    ASSERT_TRUE(changed.wait(5000));
    EXPECT_EQ(portal.isDark(), false);

    emit fake.SettingChanged(u"org.gnome.other"_s, u"color-scheme"_s, QDBusVariant(uint{1}));
    emit fake.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                             QDBusVariant(u"nonsense"_s));
    ASSERT_TRUE(changed.wait(5000));
    EXPECT_EQ(portal.isDark(), std::nullopt);
    EXPECT_EQ(changed.count(), 3);
}

TEST(ColorSchemePortalWithoutBus, KnowsNothing)
{
    const ColorSchemePortal portal(QDBusConnection(u"none"_s));

    EXPECT_EQ(portal.isDark(), std::nullopt);
}

}  // namespace

}  // namespace quaywatch

#include "color_scheme_portal_test.moc"
