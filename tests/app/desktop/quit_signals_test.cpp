// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/quit_signals.h"

#include "app/desktop/session_bus.h"
#include "tests/support/processes/no_threads.h"

#include <gtest/gtest.h>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

namespace quaywatch::test {
namespace {

/// Counts on the thread of the test; the signal may be emitted on another one at any time.
class Requests final : public QObject {
public:
    explicit Requests(const QuitSignals& quitSignals)
    {
        connect(&quitSignals, &QuitSignals::quitAsked, this, [this] { ++m_count; });
    }

    [[nodiscard]] bool haveOne() const
    {
        return QTest::qWaitFor([this] { return m_count > 0; }) && m_count == 1;
    }

private:
    int m_count = 0;
};

TEST(QuitSignals, ReportThatTheProgramIsAskedToQuit)
{
    const QuitSignals quitSignals;
    const Requests requests(quitSignals);

    std::raise(SIGTERM);

    EXPECT_TRUE(requests.haveOne());
}

TEST(QuitSignals, ReportItWithoutAThreadThatWaits)
{
    std::unique_ptr<QuitSignals> quitSignals;
    {
        const NoThreads noThreads;
        quitSignals = std::make_unique<QuitSignals>();
    }
    const Requests requests(*quitSignals);

    std::raise(SIGTERM);

    EXPECT_TRUE(requests.haveOne());
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
