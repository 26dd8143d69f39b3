// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notifier.h"
#include "tests/support/gui/bus_fixture.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QSignalSpy>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

/// The search for a server, before notifications are offered.
class NotificationServer : public test::BusTest {
protected:
    QDBusMessage ask(const QString& method)
    {
        return client.call(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s,
                                                          u"/org/freedesktop/DBus"_s,
                                                          u"org.freedesktop.DBus"_s, method));
    }

    Notifier notifier;
    QSignalSpy found{&notifier, &Notifier::serverFound};
};

TEST_F(NotificationServer, IsFoundByItsNameAsSoonAsThereIsABus)
{
    ASSERT_TRUE(server.registerService(u"org.freedesktop.Notifications"_s));

    notifier.findServer();
    notifier.setBus(client);

    EXPECT_TRUE(found.wait(5000));
}

TEST_F(NotificationServer, IsNotFoundWhereThereIsNone)
{
    const QDBusMessage canStart = ask(u"ListActivatableNames"_s);
    if (canStart.arguments().value(0).toStringList().contains(u"org.freedesktop.Notifications"_s)) {
        GTEST_SKIP() << "this machine's bus can start a notification server";
    }
    notifier.setBus(client);

    notifier.findServer();
    ask(u"GetId"_s);  // The bus answers in order.
    QCoreApplication::processEvents();

    EXPECT_EQ(found.count(), 0);
}

}  // namespace
}  // namespace quaywatch
