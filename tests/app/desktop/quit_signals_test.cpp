// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/quit_signals.h"

#include "app/desktop/session_bus.h"
#include "tests/support/processes/no_threads.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

namespace quaywatch::test {
namespace {

TEST(QuitSignals, ReportThatTheProgramIsAskedToQuit)
{
    QuitSignals quitSignals;
    QSignalSpy asked(&quitSignals, &QuitSignals::quitAsked);

    std::raise(SIGTERM);

    ASSERT_TRUE(asked.wait(5000));
    EXPECT_EQ(asked.size(), 1);
}

TEST(QuitSignals, ReportItWithoutAThreadThatWaits)
{
    std::unique_ptr<QuitSignals> quitSignals;
    {
        const NoThreads noThreads;
        quitSignals = std::make_unique<QuitSignals>();
    }
    QSignalSpy asked(quitSignals.get(), &QuitSignals::quitAsked);

    std::raise(SIGTERM);

    ASSERT_TRUE(asked.wait(5000));
    EXPECT_EQ(asked.size(), 1);
}

TEST(WithSessionBus, GivesNoBusWhereNoThreadCanBeStarted)
{
    QObject receiver;
    std::optional<bool> isConnected;
    {
        const NoThreads noThreads;
        withSessionBus(&receiver, [&isConnected](const QDBusConnection& bus) {
            isConnected = bus.isConnected();
        });
    }
    EXPECT_FALSE(isConnected) << "not before the call returns";

    ASSERT_TRUE(QTest::qWaitFor([&isConnected] { return isConnected.has_value(); }));
    EXPECT_FALSE(*isConnected);
}

TEST(WithSessionBus, CallsNothingOnADestroyedReceiver)
{
    bool isCalled = false;
    {
        QObject receiver;
        const NoThreads noThreads;
        withSessionBus(&receiver, [&isCalled](const QDBusConnection&) { isCalled = true; });
    }

    QCoreApplication::processEvents();

    EXPECT_FALSE(isCalled);
}

}  // namespace
}  // namespace quaywatch::test
