// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtest/gtest.h>
#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>

namespace quaywatch::test {

/// A separate session bus with a client and a server connection.
class BusTest : public testing::Test {
protected:
    void SetUp() override
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty()) {
            GTEST_SKIP() << "no dbus-daemon available";
        }
        daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                               QStringLiteral("--print-address")});
        ASSERT_TRUE(daemon.waitForReadyRead());
        address = QString::fromLatin1(daemon.readLine()).trimmed();
        client = QDBusConnection::connectToBus(address, QStringLiteral("client"));
        server = QDBusConnection::connectToBus(address, QStringLiteral("server"));
        ASSERT_TRUE(client.isConnected() && server.isConnected());
    }
    void TearDown() override
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("client"));
        QDBusConnection::disconnectFromBus(QStringLiteral("server"));
        daemon.kill();
        daemon.waitForFinished();
    }

    QProcess daemon;
    QString address;
    QDBusConnection client{QStringLiteral("none")};
    QDBusConnection server{QStringLiteral("none")};
};

}  // namespace quaywatch::test
