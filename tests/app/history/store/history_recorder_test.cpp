// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_recorder.h"
#include "tests/support/sockets/timed_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace std::chrono_literals;
using test::kSomeMorning;
using test::process;
using test::tcpListener;
using test::TimedMachine;
using test::udpBound;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class HistoryRecorderTest : public testing::Test {
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

TEST_F(HistoryRecorderTest, ListenersOfTheFirstPollAreRecordedAsAlreadyOpen)
{
    const HistoryBatch batch = see(0s, {sshd()});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Opened));
    EXPECT_TRUE(batch.entries[0].isLate);
    EXPECT_EQ(batch.entries[0].at, kSomeMorning);
    EXPECT_EQ(batch.entries[0].party->program, "sshd");
    EXPECT_EQ(batch.entries[0].party->port, 22);
}

TEST_F(HistoryRecorderTest, UnchangedUpdateRecordsNothing)
{
    static_cast<void>(see(0s, {sshd()}));

    EXPECT_TRUE(see(1s, {sshd()}).isEmpty());
}

TEST_F(HistoryRecorderTest, ClosedListenerIsRecordedWithItsFirstSeenTime)
{
    static_cast<void>(see(0s, {}));
    EXPECT_THAT(kindsOf(see(5s, {sshd()})), ElementsAre(HistoryKind::Opened));

    const HistoryBatch batch = see(65s, {});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(batch.entries[0].since, kSomeMorning + 5s);
    EXPECT_EQ(batch.entries[0].at, kSomeMorning + 65s);
    EXPECT_FALSE(batch.entries[0].isLate);
}

TEST_F(HistoryRecorderTest, RestartIsReplacedAndNeitherClosedNorOpened)
{
    static_cast<void>(see(0s, {sshd(1)}));

    EXPECT_THAT(kindsOf(see(1s, {sshd(2)})), ElementsAre(HistoryKind::Replaced));
    EXPECT_TRUE(see(2s, {sshd(2)}).isEmpty());
}

TEST_F(HistoryRecorderTest, SecondSocketOfAnIdentityIsNotRecorded)
{
    static_cast<void>(see(0s, {sshd(1)}));

    EXPECT_TRUE(see(1s, {sshd(1), sshd(2)}).isEmpty());
    EXPECT_TRUE(see(2s, {sshd(2)}).isEmpty());
}

TEST_F(HistoryRecorderTest, SocketHandedToAnotherProgramIsOneChange)
{
    static_cast<void>(see(0s, {web("python3")}));

    const HistoryBatch batch = see(1s, {web("socat")});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Changed));
    EXPECT_EQ(batch.entries[0].party->program, "socat");
    EXPECT_EQ(batch.entries[0].previous->program, "python3");
    EXPECT_THAT(kindsOf(see(2s, {})), ElementsAre(HistoryKind::Closed));
}

TEST_F(HistoryRecorderTest, ClientUdpSocketIsNoListenerUntilItPersists)
{
    const SocketRecord query = udpBound(45000).ownedBy(process("resolver")).id(3);
    static_cast<void>(see(0s, {}));

    EXPECT_THAT(see(1s, {query}).entries, IsEmpty());
    EXPECT_THAT(see(60s, {query}).entries, IsEmpty());
    const HistoryBatch batch = see(61s, {query});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Opened));
    EXPECT_EQ(batch.entries[0].at, kSomeMorning + 1s) << "since means first seen";
}

TEST_F(HistoryRecorderTest, ChurnOfUdpSocketsLeavesNoRow)
{
    static_cast<void>(see(0s, {}));
    std::size_t entries = 0;
    for (int second = 1; second <= 120; ++second) {
        std::vector<SocketRecord> burst;
        for (unsigned i = 0; i < 50; ++i) {
            const auto port =
                static_cast<Port>(33000 + (second * 50 + static_cast<int>(i)) % 30000);
            burst.push_back(udpBound(port).ownedBy(process("dig", 1000 + i)).id(port));
        }
        entries += see(std::chrono::seconds(second), burst).entries.size();
    }

    EXPECT_EQ(entries, 0U);
}

TEST_F(HistoryRecorderTest, FlappingListenerIsSummarized)
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
    EXPECT_TRUE(see(61s, {sshd()}).isEmpty()) << "the open listeners are correct again";
}

TEST_F(HistoryRecorderTest, BurstOfListenersIsLimitedAndRecordedLater)
{
    constexpr std::size_t kMany = 3000;
    std::vector<SocketRecord> burst;
    for (std::size_t i = 0; i < kMany; ++i) {
        burst.push_back(tcpListener(static_cast<Port>(2000 + i)).id(i + 1));
    }
    static_cast<void>(see(0s, {}));

    EXPECT_EQ(see(1s, burst).entries.size(), HistoryRecorder::kRowsPerMinute);
    EXPECT_EQ(see(2s, burst).entries.size(), 0U);
    const HistoryBatch remaining = see(61s, burst);

    ASSERT_EQ(remaining.entries.size(), kMany - HistoryRecorder::kRowsPerMinute);
    EXPECT_EQ(remaining.entries.front().at, kSomeMorning + 1s);
}

TEST_F(HistoryRecorderTest, ShortLivedListenersOfABurstAreCounted)
{
    std::vector<SocketRecord> burst;
    for (std::size_t i = 0; i < HistoryRecorder::kRowsPerMinute + 5; ++i) {
        burst.push_back(tcpListener(static_cast<Port>(2000 + i)).id(i + 1));
    }
    static_cast<void>(see(0s, {}));
    static_cast<void>(see(1s, burst));
    static_cast<void>(see(2s, {}));

    const HistoryBatch next = see(60s, {});

    ASSERT_FALSE(next.entries.empty());
    EXPECT_EQ(next.entries[0].kind, HistoryKind::Lost);
    EXPECT_EQ(next.entries[0].count, 10U);
    EXPECT_EQ(next.entries.size(), 1 + HistoryRecorder::kRowsPerMinute);
}

TEST_F(HistoryRecorderTest, MissedUpdatesAreCompensated)
{
    static_cast<void>(see(0s, {sshd()}));
    static_cast<void>(machine.at(1s, {sshd(), web("python3")}));

    EXPECT_THAT(kindsOf(see(2s, {web("python3")})),
                UnorderedElementsAre(HistoryKind::Closed, HistoryKind::Opened));
}

TEST_F(HistoryRecorderTest, ClockSetBackDoesNotDelayAListener)
{
    const SocketRecord query = udpBound(45000).ownedBy(process("resolver")).id(3);
    static_cast<void>(see(2h, {}));
    static_cast<void>(see(2h, {query}));
    static_cast<void>(see(1s, {query}));

    EXPECT_THAT(kindsOf(see(61s, {query})), ElementsAre(HistoryKind::Opened));
}

TEST_F(HistoryRecorderTest, ContinuesWithTheOpenListenersOfTheStore)
{
    const auto party = [](const SocketRecord& socket) {
        return identityOf(socket, identityOf(socket));
    };
    HistoryRecorder next(
        {{party(sshd()), kSomeMorning - 48h}, {party(web("python3")), kSomeMorning}});

    const HistoryBatch batch = next.observe(machine.at(0s, {sshd(5)}));
    const HistoryBatch later = next.observe(machine.at(1s, {}));

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(batch.entries[0].party->program, "python3");
    EXPECT_TRUE(batch.entries[0].isLate) << "it closed while nothing was recorded";
    ASSERT_THAT(kindsOf(later), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(later.entries[0].since, kSomeMorning - 48h);
    EXPECT_FALSE(later.entries[0].isLate);
}

TEST_F(HistoryRecorderTest, UntrustedTextsAreSafeToShow)
{
    const HistoryBatch batch =
        see(0s, {tcpListener(22).ownedBy(process("a\x1b[31m\n", 9, 1, "u\xE2\x80\xAEx")).id(1)});

    ASSERT_EQ(batch.entries.size(), 1U);
    EXPECT_EQ(batch.entries[0].party->program, "a\\e[31m\\n");
    EXPECT_EQ(batch.entries[0].party->user, "u\\u202Ex");
}

TEST_F(HistoryRecorderTest, APauseOfPollingIsRecordedWithItsSpan)
{
    static_cast<void>(see(0s, {}));
    static_cast<void>(see(1s, {}));

    const HistoryBatch batch = see(3h, {});

    ASSERT_THAT(kindsOf(batch), ElementsAre(HistoryKind::Unwatched));
    EXPECT_EQ(batch.entries[0].since, kSomeMorning + 1s);
    EXPECT_EQ(batch.entries[0].at, kSomeMorning + 3h);
}

TEST_F(HistoryRecorderTest, ALongButUsualIntervalIsNoPause)
{
    static_cast<void>(see(0s, {}));
    static_cast<void>(see(5min, {}));

    EXPECT_TRUE(see(10min, {}).isEmpty());
    EXPECT_TRUE(see(15min, {}).isEmpty());
}

TEST_F(HistoryRecorderTest, MergedUpdatesAreNoPause)
{
    static_cast<void>(see(0s, {}));
    SnapshotUpdate joined = machine.at(10min, {});
    joined.before = nullptr;

    EXPECT_TRUE(recorder.observe(joined).isEmpty());
}

SocketRecord postgres(const std::optional<std::string>& user)
{
    auto owner = std::make_shared<ProcessInfo>(*process("postgres"));
    owner->uid = 113;
    owner->user = user;
    SocketRecord socket = tcpListener(5432).ownedBy(std::move(owner)).id(9);
    socket.uid = 113;
    socket.user = user ? std::make_shared<const std::string>(*user) : nullptr;
    return socket;
}

TEST_F(HistoryRecorderTest, LateUserNameIsTheSameListener)
{
    static_cast<void>(see(0s, {}));
    const HistoryBatch opened = see(1s, {postgres({})});
    const HistoryBatch named = see(2s, {postgres("postgres")});
    const HistoryBatch closed = see(3s, {});

    ASSERT_THAT(kindsOf(opened), ElementsAre(HistoryKind::Opened));
    EXPECT_EQ(opened.entries[0].party->user, "113");
    EXPECT_THAT(named.entries, IsEmpty());
    ASSERT_EQ(named.renamings.size(), 1U);
    EXPECT_EQ(named.renamings[0].identity, opened.entries[0].party->identity);
    EXPECT_EQ(named.renamings[0].party->user, "postgres");
    ASSERT_THAT(kindsOf(closed), ElementsAre(HistoryKind::Closed));
    EXPECT_EQ(closed.entries[0].party->user, "postgres");
    EXPECT_EQ(closed.entries[0].since, kSomeMorning + 1s);
}

TEST_F(HistoryRecorderTest, NameThatArrivesWithANewOwnerIsNoChangeOfOwner)
{
    static_cast<void>(see(0s, {postgres({})}));
    SocketRecord named = postgres("postgres");
    named.ownerState = OwnerState::Partial;

    const HistoryBatch batch = see(1s, {named});

    EXPECT_THAT(batch.entries, IsEmpty());
    EXPECT_EQ(batch.renamings.size(), 1U);
}

TEST_F(HistoryRecorderTest, UserKnownByNumberInAnEarlierRunIsTheSameByName)
{
    const SocketRecord unnamed = postgres({});
    HistoryRecorder next({{identityOf(unnamed, identityOf(unnamed)), kSomeMorning - 48h}});

    const HistoryBatch batch = next.observe(machine.at(0s, {postgres("postgres")}));

    EXPECT_THAT(batch.entries, IsEmpty());
    EXPECT_EQ(batch.renamings.size(), 1U);
}

TEST_F(HistoryRecorderTest, RenamingAppliesToUnwrittenRows)
{
    static_cast<void>(see(0s, {}));
    HistoryBatch pending = see(1s, {postgres({})});
    pending.append(see(2s, {postgres("postgres")}));

    ASSERT_EQ(pending.entries.size(), 1U);
    EXPECT_EQ(pending.entries[0].party->user, "postgres");
}

}  // namespace

}  // namespace quaywatch
