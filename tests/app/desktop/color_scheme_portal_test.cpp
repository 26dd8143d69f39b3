// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/color_scheme_portal.h"
#include "tests/support/gui/bus_fixture.h"

#include <QSignalSpy>

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

class ColorSchemePortalTest : public test::BusTest {
protected:
    void serve(uint scheme)
    {
        fake.scheme = scheme;
        ASSERT_TRUE(server.registerObject(
            u"/org/freedesktop/portal/desktop"_s, &fake,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        ASSERT_TRUE(server.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    FakePortal fake;
};

TEST_F(ColorSchemePortalTest, ReportsTheDesktopsPreference)
{
    serve(1);
    ColorSchemePortal portal;
    QSignalSpy changed(&portal, &ColorSchemePortal::changed);
    portal.setBus(client);

    ASSERT_TRUE(changed.wait(5000));

    EXPECT_EQ(portal.isDark(), true);
}

TEST_F(ColorSchemePortalTest, FollowsAChange)
{
    serve(1);
    ColorSchemePortal portal;
    QSignalSpy changed(&portal, &ColorSchemePortal::changed);
    portal.setBus(client);
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

TEST(ColorSchemePortalWithoutBus, ReturnsNoPreference)
{
    ColorSchemePortal portal;
    portal.setBus(QDBusConnection(u"none"_s));

    EXPECT_EQ(portal.isDark(), std::nullopt);
}

}  // namespace

}  // namespace quaywatch

#include "color_scheme_portal_test.moc"
