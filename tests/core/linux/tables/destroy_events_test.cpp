// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/destroy_events.h"

#include "tests/support/processes/no_threads.h"
#include "tests/support/sockets/fake_event_channel.h"

#include <gtest/gtest.h>

#include <netinet/in.h>

#include <cerrno>
#include <csignal>

namespace quaywatch::linux_backend {
namespace {

using test::Bytes;
using test::EventScript;
using test::FakeEventChannel;

/// The message of a closed UDP socket.
Bytes udpEnd(std::uint16_t port)
{
    Bytes payload = test::diagPayload(port, 7);
    const std::uint8_t protocol = IPPROTO_UDP;
    test::appendAttribute(payload, INET_DIAG_PROTOCOL, &protocol, sizeof protocol);
    return test::netlinkMessage(SOCK_DIAG_BY_FAMILY, 0, 0, payload);
}

class DestroyEventsTest : public testing::Test {
protected:
    void start(std::size_t maxKept = 100)
    {
        auto source = DestroyEvents::start(std::make_unique<FakeEventChannel>(m_script), maxKept);
        ASSERT_TRUE(source);
        m_source = *std::move(source);
    }
    DestroyedSockets takeAll()
    {
        m_script->waitUntilRead();
        return m_source->take();
    }

    std::shared_ptr<EventScript> m_script = std::make_shared<EventScript>();
    std::unique_ptr<CloseEventSource> m_source;
};

TEST_F(DestroyEventsTest, ReturnsEventsSinceTheLastCallInOrder)
{
    start();
    m_script->play(udpEnd(1001));
    m_script->play(udpEnd(1002));

    const DestroyedSockets first = takeAll();
    const DestroyedSockets second = takeAll();

    ASSERT_EQ(first.sockets.size(), 2U);
    EXPECT_EQ(first.sockets[0].key.localPort, 1001);
    EXPECT_EQ(first.sockets[1].key.localPort, 1002);
    EXPECT_TRUE(first.gaps.empty());
    EXPECT_TRUE(second.sockets.empty());
}

TEST_F(DestroyEventsTest, LeavesSignalsToTheThreadThatWaitsForThem)
{
    start();
    (void)takeAll();

    EXPECT_FALSE(m_script->doesReaderReceive(SIGINT))
        << "an ignored signal would be lost in the reader";
    EXPECT_FALSE(m_script->doesReaderReceive(SIGTERM));
    sigset_t own{};
    ASSERT_EQ(::pthread_sigmask(SIG_SETMASK, nullptr, &own), 0);
    EXPECT_EQ(::sigismember(&own, SIGINT), 0) << "only the reader blocks it";
}

TEST_F(DestroyEventsTest, MarksDroppedEventsAndContinues)
{
    start();
    (void)takeAll();
    m_script->lost = 120;
    m_script->play(failure(ErrorCode::SystemError, "receive", ENOBUFS));
    m_script->play(udpEnd(1001));

    const DestroyedSockets taken = takeAll();

    EXPECT_EQ(taken.sockets.size(), 1U);
    ASSERT_EQ(taken.gaps.size(), 1U);
    EXPECT_EQ(taken.gaps[0].count, 120U);
    EXPECT_LE(taken.gaps[0].from, taken.gaps[0].to);
    EXPECT_FALSE(taken.gaps[0].why.empty());
    EXPECT_TRUE(takeAll().gaps.empty()) << "reported once";
}

TEST_F(DestroyEventsTest, ReportsALossBeforeTheReaderReachesIt)
{
    start();
    m_script->lost = 3;

    EXPECT_EQ(m_source->take().gaps.size(), 1U);
}

TEST_F(DestroyEventsTest, MarksAnUncountedLoss)
{
    m_script->countsLosses = false;
    start();
    m_script->play(failure(ErrorCode::SystemError, "receive", ENOBUFS));

    const DestroyedSockets taken = takeAll();

    ASSERT_EQ(taken.gaps.size(), 1U);
    EXPECT_FALSE(taken.gaps[0].count);
}

TEST_F(DestroyEventsTest, KeepsALimitedNumberAndCountsTheRest)
{
    start(/*maxKept=*/10);
    for (std::uint16_t port = 1; port <= 25; ++port) {
        m_script->play(udpEnd(port));
    }

    const DestroyedSockets taken = takeAll();

    EXPECT_EQ(taken.sockets.size(), 10U);
    ASSERT_EQ(taken.gaps.size(), 1U);
    EXPECT_EQ(taken.gaps[0].count, 15U);
}

TEST_F(DestroyEventsTest, ReportsAPermanentError)
{
    start();
    EXPECT_FALSE(m_source->gap());
    m_script->play(udpEnd(1001));
    m_script->play(failure(ErrorCode::SystemError, "receive", EIO));
    m_script->play(udpEnd(1002));

    // The reader has stopped, so its unread messages remain there.
    while (!m_source->gap()) {
        std::this_thread::yield();
    }
    EXPECT_EQ(m_source->gap()->kind, Gap::Kind::Events);
    EXPECT_EQ(m_source->take().sockets.size(), 1U);
}

TEST_F(DestroyEventsTest, FailsWithoutAThread)
{
    const test::NoThreads noThreads;

    const auto source = DestroyEvents::start(std::make_unique<FakeEventChannel>(m_script));

    EXPECT_FALSE(source);
}

}  // namespace
}  // namespace quaywatch::linux_backend
