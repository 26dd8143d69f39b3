// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_recorder.h"
#include "tests/support/timed_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace std::chrono_literals;
using test::kSomeMorning;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::TimedMachine;
using test::udpBound;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class HistoryRecorder_ : public testing::Test {
protected:
    HistoryBatch see(std::chrono::milliseconds when, std::vector<SocketRecord> sockets)
    {
        return recorder.observe(machine.at(when, std::move(sockets)));
    }

    TimedMachine machine;
    HistoryRecorder recorder;
};

std::vector<HistoryKind> kindsOf(const HistoryBatch& batch)
{
    std::vector<HistoryKind> kinds;
    for (const HistoryEntry& entry : batch.entries) {
        kinds.push_back(entry.kind);
    }
    return kinds;
}

SocketRecord sshd(std::uint64_t id = 1)
{
    return tcpListener(22)
        .ownedBy(process("sshd", 800 + static_cast<unsigned>(id), 0, "root"))
        .id(id);
}

SocketRecord web(const std::string& program)
{
    return tcpListener(8080).ownedBy(process(program)).id(7);
}

TEST_F(HistoryRecorder_, WhatIsThereAtFirstWasThereBefore)
{
    const HistoryBatch batch = see(0s, {sshd()});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Opened));
    EXPECT_TRUE(batch.entries[0].isLate);
    EXPECT_EQ(batch.entries[0].at, kSomeMorning);
    EXPECT_EQ(batch.entries[0].party->program, "sshd");
    EXPECT_EQ(batch.entries[0].party->port, 22);
}

TEST_F(HistoryRecorder_, QuietUpdateRecordsNothing)
{
    static_cast<void>(see(0s, {sshd()}));

    EXPECT_TRUE(see(1s, {sshd()}).isEmpty());
}

TEST_F(HistoryRecorder_, ListenerThatGoesIsToldWithSinceWhenItWasSeen)
{
    static_cast<void>(see(0s, {}));
    EXPECT_THAT(kindsOf(see(5s, {sshd()})), ElementsAre(HistoryKind::Opened));

    const HistoryBatch batch = see(65s, {});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(batch.entries[0].since, kSomeMorning + 5s);
    EXPECT_EQ(batch.entries[0].at, kSomeMorning + 65s);
    EXPECT_FALSE(batch.entries[0].isLate);
}

TEST_F(HistoryRecorder_, RestartIsReplacedAndNeitherClosedNorOpened)
{
    static_cast<void>(see(0s, {sshd(1)}));

    EXPECT_THAT(kindsOf(see(1s, {sshd(2)})), ElementsAre(HistoryKind::Replaced));
    EXPECT_TRUE(see(2s, {sshd(2)}).isEmpty());
}

TEST_F(HistoryRecorder_, SecondSocketOfAnIdentityIsNoNews)
{
    static_cast<void>(see(0s, {sshd(1)}));

    EXPECT_TRUE(see(1s, {sshd(1), sshd(2)}).isEmpty());
    EXPECT_TRUE(see(2s, {sshd(2)}).isEmpty());
}

TEST_F(HistoryRecorder_, SocketThatBecomesAnotherProgramsIsOneChange)
{
    static_cast<void>(see(0s, {web("python3")}));

    const HistoryBatch batch = see(1s, {web("socat")});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Changed));
    EXPECT_EQ(batch.entries[0].party->program, "socat");
    EXPECT_EQ(batch.entries[0].previous->program, "python3");
    EXPECT_THAT(kindsOf(see(2s, {})), ElementsAre(HistoryKind::Closed));
}

TEST_F(HistoryRecorder_, ConnectionsAreCountedByServicePortAndMinute)
{
    auto inbound = tcpConnection("10.0.0.1", 22, "10.0.0.9", 40000);
    inbound.record().direction = Direction::Inbound;
    const SocketRecord outbound = tcpConnection("10.0.0.1", 40001, "10.0.0.9", 443);
    static_cast<void>(see(0s, {}));

    const HistoryBatch opened = see(1s, {inbound, outbound});
    const HistoryBatch closed = see(61s, {});

    EXPECT_THAT(opened.entries, IsEmpty());
    const auto key = [](std::int64_t minutes, Port port, bool isInbound) {
        const std::int64_t first =
            std::chrono::floor<std::chrono::minutes>(kSomeMorning.time_since_epoch()).count();
        return MinuteKey{first + minutes, Protocol::Tcp, port, isInbound};
    };
    EXPECT_EQ(opened.minutes,
              (std::map<MinuteKey, MinuteCount>{{key(0, 22, true), {1, 0, 0, 0}},
                                                {key(0, 443, false), {1, 0, 0, 0}}}));
    EXPECT_EQ(closed.minutes,
              (std::map<MinuteKey, MinuteCount>{{key(1, 22, true), {0, 1, 0, 0}},
                                                {key(1, 443, false), {0, 1, 0, 0}}}));
}

TEST_F(HistoryRecorder_, ConnectionsThereAtFirstAreNotCountedAsOpened)
{
    EXPECT_TRUE(see(0s, {tcpConnection("10.0.0.1", 40001, "10.0.0.9", 443)}).minutes.empty());
}

TEST_F(HistoryRecorder_, ManyPortsInAMinuteShareOneCounter)
{
    std::vector<SocketRecord> scan;
    for (Port port = 1; port <= 2000; ++port) {
        scan.push_back(
            tcpConnection("10.0.0.1", static_cast<Port>(30000 + port), "10.0.0.9", port));
    }
    static_cast<void>(see(0s, {}));

    const HistoryBatch batch = see(1s, scan);

    EXPECT_EQ(batch.minutes.size(), HistoryRecorder::kPortsPerMinute + 1);
    std::uint64_t sum = 0;
    for (const auto& [key, count] : batch.minutes) {
        sum += count.opened;
    }
    EXPECT_EQ(sum, 2000U);
}

TEST_F(HistoryRecorder_, ClientsUdpSocketIsNoListenerUntilItStays)
{
    const SocketRecord query = udpBound(45000).ownedBy(process("resolver")).id(3);
    static_cast<void>(see(0s, {}));

    EXPECT_THAT(see(1s, {query}).entries, IsEmpty());
    EXPECT_THAT(see(60s, {query}).entries, IsEmpty());
    const HistoryBatch batch = see(61s, {query});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Opened));
    EXPECT_EQ(batch.entries[0].at, kSomeMorning + 1s) << "since means first seen";
}

TEST_F(HistoryRecorder_, ChurnOfUdpSocketsLeavesCountersAlone)
{
    static_cast<void>(see(0s, {}));
    std::uint64_t opened = 0;
    std::size_t entries = 0;
    for (int second = 1; second <= 120; ++second) {
        std::vector<SocketRecord> burst;
        for (unsigned i = 0; i < 50; ++i) {
            const auto port =
                static_cast<Port>(33000 + (second * 50 + static_cast<int>(i)) % 30000);
            burst.push_back(udpBound(port).ownedBy(process("dig", 1000 + i)).id(port));
        }
        const HistoryBatch batch = see(std::chrono::seconds(second), burst);
        entries += batch.entries.size();
        for (const auto& [key, count] : batch.minutes) {
            EXPECT_EQ(key.port, 0);
            opened += count.opened;
        }
    }

    EXPECT_EQ(entries, 0U);
    EXPECT_EQ(opened, 120U * 50U);
}

TEST_F(HistoryRecorder_, ListenerThatFlapsIsSummedUp)
{
    static_cast<void>(see(0s, {}));
    std::size_t rows = 0;
    for (int second = 1; second < 60; ++second) {
        rows +=
            see(std::chrono::seconds(second),
                second % 2 == 1 ? std::vector<SocketRecord>{sshd()} : std::vector<SocketRecord>{})
                .entries.size();
    }
    EXPECT_EQ(rows, HistoryRecorder::kRowsPerListener);

    const HistoryBatch next = see(60s, {sshd()});

    ASSERT_THAT(kindsOf(next), ElementsAre(HistoryKind::Repeated, HistoryKind::Opened));
    EXPECT_EQ(next.entries[0].count, 59U - HistoryRecorder::kRowsPerListener);
    EXPECT_TRUE(see(61s, {sshd()}).isEmpty()) << "what is open is right again";
}

TEST_F(HistoryRecorder_, FloodOfListenersIsBoundedAndCaughtUpWith)
{
    constexpr std::size_t kMany = 3000;
    std::vector<SocketRecord> flood;
    for (std::size_t i = 0; i < kMany; ++i) {
        flood.push_back(tcpListener(static_cast<Port>(2000 + i)).id(i + 1));
    }
    static_cast<void>(see(0s, {}));

    EXPECT_EQ(see(1s, flood).entries.size(), HistoryRecorder::kRowsPerMinute);
    EXPECT_EQ(see(2s, flood).entries.size(), 0U);
    const HistoryBatch rest = see(61s, flood);

    ASSERT_EQ(rest.entries.size(), kMany - HistoryRecorder::kRowsPerMinute);
    EXPECT_EQ(rest.entries.front().at, kSomeMorning + 1s);
}

TEST_F(HistoryRecorder_, WhatCameAndWentInAFloodIsCounted)
{
    std::vector<SocketRecord> flood;
    for (std::size_t i = 0; i < HistoryRecorder::kRowsPerMinute + 5; ++i) {
        flood.push_back(tcpListener(static_cast<Port>(2000 + i)).id(i + 1));
    }
    static_cast<void>(see(0s, {}));
    static_cast<void>(see(1s, flood));
    static_cast<void>(see(2s, {}));

    const HistoryBatch next = see(60s, {});

    ASSERT_FALSE(next.entries.empty());
    EXPECT_EQ(next.entries[0].kind, HistoryKind::Lost);
    EXPECT_EQ(next.entries[0].count, 10U);
    EXPECT_EQ(next.entries.size(), 1 + HistoryRecorder::kRowsPerMinute);
}

TEST_F(HistoryRecorder_, UpdatesThatAreLeftOutAreMadeUpFor)
{
    static_cast<void>(see(0s, {sshd()}));
    static_cast<void>(machine.at(1s, {sshd(), web("python3")}));

    EXPECT_THAT(kindsOf(see(2s, {web("python3")})),
                UnorderedElementsAre(HistoryKind::Closed, HistoryKind::Opened));
}

TEST_F(HistoryRecorder_, ClockSetBackDoesNotHoldAListenerBack)
{
    const SocketRecord query = udpBound(45000).ownedBy(process("resolver")).id(3);
    static_cast<void>(see(2h, {}));
    static_cast<void>(see(2h, {query}));
    static_cast<void>(see(1s, {query}));

    EXPECT_THAT(kindsOf(see(61s, {query})), ElementsAre(HistoryKind::Opened));
}

TEST_F(HistoryRecorder_, GoesOnWithWhatTheStoreHoldsAsOpen)
{
    const auto party = [](const SocketRecord& socket) {
        return partyOf(socket, identityOf(socket));
    };
    HistoryRecorder next(
        {{party(sshd()), kSomeMorning - 48h}, {party(web("python3")), kSomeMorning}});

    const HistoryBatch batch = next.observe(machine.at(0s, {sshd(5)}));
    const HistoryBatch later = next.observe(machine.at(1s, {}));

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(batch.entries[0].party->program, "python3");
    EXPECT_TRUE(batch.entries[0].isLate) << "it went while nothing watched";
    ASSERT_THAT(kindsOf(later), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(later.entries[0].since, kSomeMorning - 48h);
    EXPECT_FALSE(later.entries[0].isLate);
}

TEST_F(HistoryRecorder_, StrangersTextsAreFitToBeShown)
{
    const HistoryBatch batch =
        see(0s, {tcpListener(22).ownedBy(process("a\x1b[31m\n", 9, 1, "u\xE2\x80\xAEx")).id(1)});

    ASSERT_EQ(batch.entries.size(), 1U);
    EXPECT_EQ(batch.entries[0].party->program, "a\\e[31m\\n");
    EXPECT_EQ(batch.entries[0].party->user, "u\\u202Ex");
}

TEST_F(HistoryRecorder_, ATimeNobodyLookedIsToldWithItsSpan)
{
    static_cast<void>(see(0s, {}));
    static_cast<void>(see(1s, {}));

    const HistoryBatch batch = see(3h, {});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Unwatched));
    EXPECT_EQ(batch.entries[0].since, kSomeMorning + 1s);
    EXPECT_EQ(batch.entries[0].at, kSomeMorning + 3h);
}

TEST_F(HistoryRecorder_, ALongIntervalThatIsUsualIsNoPause)
{
    static_cast<void>(see(0s, {}));
    static_cast<void>(see(5min, {}));

    EXPECT_TRUE(see(10min, {}).isEmpty());
    EXPECT_TRUE(see(15min, {}).isEmpty());
}

TEST_F(HistoryRecorder_, WhatWasTakenTogetherIsNoPause)
{
    static_cast<void>(see(0s, {}));
    SnapshotUpdate joined = machine.at(10min, {});
    joined.before = nullptr;

    EXPECT_TRUE(recorder.observe(joined).isEmpty());
}

TEST_F(HistoryRecorder_, AConnectionWithinTheMachineIsCountedOnce)
{
    SocketRecord client = tcpConnection("127.0.0.1", 40000, "127.0.0.1", 80).id(5);
    SocketRecord server = tcpConnection("127.0.0.1", 80, "127.0.0.1", 40000).id(6);
    client.direction = Direction::Outbound;
    server.direction = Direction::Inbound;
    static_cast<void>(see(0s, {}));

    const HistoryBatch batch = see(1s, {client, server});

    ASSERT_EQ(batch.minutes.size(), 1U);
    EXPECT_TRUE(batch.minutes.begin()->first.isInbound);
    EXPECT_EQ(batch.minutes.begin()->second.opened, 1U);
}

}  // namespace

}  // namespace quaywatch
