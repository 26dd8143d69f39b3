// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_past.h"

#include "app/history/history_schema.h"
#include "app/history/history_store.h"
#include "tests/support/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace std::chrono_literals;
using test::entry;
using test::kSomeMorning;
using test::party;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr PortId kHttp{80, Protocol::Tcp};
// kSomeMorning is at the beginning of a minute.
const std::int64_t kFirst = toMilliseconds(kSomeMorning) / 60'000;

/// A history that was watched from 00:00, as far as note() goes; times count from kSomeMorning.
class HistoryPast : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(store.open(kSomeMorning).has_value());
        start(0s);
    }
    void start(std::chrono::seconds when)
    {
        ASSERT_TRUE(store.beginRun(kSomeMorning + when).has_value());
        note(HistoryKind::Started, when, nullptr);
    }
    void commit(HistoryBatch batch, std::chrono::seconds seen)
    {
        batch.seenAt = kSomeMorning + seen;
        ASSERT_TRUE(store.commit(batch).has_value());
    }
    void note(HistoryKind kind, std::chrono::seconds when, const HistoryPartyPtr& who)
    {
        commit({{entry(kind, kSomeMorning + when, who)}, {}, {}}, when);
    }
    void watchUntil(std::chrono::seconds seen) { commit({}, seen); }
    void count(std::int64_t minute, PortId port, bool isInbound, std::uint64_t opened)
    {
        HistoryBatch batch;
        batch.minutes[{kFirst + minute, port.protocol, port.port, isInbound}].opened = opened;
        commit(batch, (minute + 1) * 60s);
    }
    [[nodiscard]] std::vector<PastMinute> past(const std::optional<PortId>& port = {},
                                               std::chrono::minutes to = 10min)
    {
        return readPast(store.database(), port, kSomeMorning, kSomeMorning + to).value();
    }
    [[nodiscard]] std::vector<std::int64_t> watched(std::chrono::minutes to = 10min)
    {
        std::vector<std::int64_t> minutes;
        for (const PastMinute& each : past({}, to)) {
            minutes.push_back(each.minute - kFirst);
        }
        return minutes;
    }
    [[nodiscard]] std::vector<std::uint32_t> listeners()
    {
        std::vector<std::uint32_t> counts;
        for (const PastMinute& each : past()) {
            counts.push_back(each.listeners.value_or(99));
        }
        return counts;
    }

    test::TempDir dir;
    HistoryStore store{QString::fromStdString(dir.path("history.sqlite"))};
};

TEST_F(HistoryPast, HasTheMinutesThatWereWatchedWhole)
{
    watchUntil(200s);

    EXPECT_THAT(watched(), ElementsAre(0, 1, 2));
}

TEST_F(HistoryPast, LeavesOutWhatLiesBetweenTwoRuns)
{
    watchUntil(60s);
    start(150s);
    watchUntil(300s);

    EXPECT_THAT(watched(), ElementsAre(0, 3, 4));
}

TEST_F(HistoryPast, LeavesOutAPause)
{
    HistoryEntry pause = entry(HistoryKind::Unwatched, kSomeMorning + 230s, nullptr);
    pause.since = kSomeMorning + 70s;
    commit({{pause}, {}, {}}, 360s);

    EXPECT_THAT(watched(), ElementsAre(0, 4, 5));
}

TEST_F(HistoryPast, EndsWhereItIsAskedTo)
{
    watchUntil(600s);

    EXPECT_THAT(watched(3min), ElementsAre(0, 1, 2));
}

TEST_F(HistoryPast, CountsAQuietMinuteAsZero)
{
    count(1, kHttp, true, 7);
    watchUntil(180s);

    const auto minutes = past(kHttp);
    ASSERT_EQ(minutes.size(), 3U);
    EXPECT_EQ(minutes[0].opened, 0U);
    EXPECT_EQ(minutes[1].opened, 7U);
    EXPECT_EQ(minutes[2].opened, 0U);
}

TEST_F(HistoryPast, CountsOfAPortWhatCameIn)
{
    count(0, kHttp, true, 7);
    count(0, kHttp, false, 100);
    count(0, {80, Protocol::Udp}, true, 100);
    count(0, {443, Protocol::Tcp}, true, 100);

    EXPECT_EQ(past(kHttp).front().opened, 7U);
    EXPECT_FALSE(past(kHttp).front().listeners.has_value());
}

TEST_F(HistoryPast, DoesNotKnowOfAPortInAMinuteWithMorePortsThanAreToldApart)
{
    count(0, {0, Protocol::Tcp}, true, 500);
    count(1, {0, Protocol::Tcp}, true, 500);
    count(1, kHttp, true, 7);

    const auto minutes = past(kHttp);
    ASSERT_EQ(minutes.size(), 2U);
    EXPECT_FALSE(minutes[0].opened.has_value());
    EXPECT_EQ(minutes[1].opened, 7U);
}

TEST_F(HistoryPast, AddsUpTheWholeMachineWithoutTheSocketsOfUdpClients)
{
    count(0, kHttp, true, 7);
    count(0, {443, Protocol::Tcp}, false, 20);
    count(0, {0, Protocol::Udp}, false, 1000);

    EXPECT_EQ(past().front().opened, 27U);
}

TEST_F(HistoryPast, CountsThePortsThatListenedAtMost)
{
    note(HistoryKind::Opened, 0s, party(22, "sshd"));
    note(HistoryKind::Opened, 70s, party(80, "nginx"));
    note(HistoryKind::Opened, 80s, party(80, "nginx", "::"));
    note(HistoryKind::Closed, 130s, party(22, "sshd"));
    watchUntil(240s);

    EXPECT_THAT(listeners(), ElementsAre(1, 2, 2, 1));
}

TEST_F(HistoryPast, APortThatChangesHandsIsStillOne)
{
    note(HistoryKind::Opened, 0s, party(80, "apache2"));
    HistoryEntry changed = entry(HistoryKind::Changed, kSomeMorning + 70s, party(80, "nginx"));
    changed.previous = party(80, "apache2");
    commit({{changed}, {}, {}}, 180s);

    EXPECT_THAT(listeners(), ElementsAre(1, 1, 1));
}

TEST_F(HistoryPast, KnowsWhoListenedBeforeTheTimeItIsAskedFor)
{
    note(HistoryKind::Opened, 0s, party(22, "sshd"));
    note(HistoryKind::Closed, 190s, party(22, "sshd"));
    watchUntil(300s);

    const auto minutes =
        readPast(store.database(), {}, kSomeMorning + 2min, kSomeMorning + 5min).value();

    ASSERT_EQ(minutes.size(), 3U);
    EXPECT_EQ(minutes[0].listeners, 1U);
    EXPECT_EQ(minutes[2].listeners, 0U);
}

TEST_F(HistoryPast, LeavesOutTheTimeOfWhichTheRowsWereGivenUp)
{
    count(5, kHttp, true, 7);
    note(HistoryKind::Opened, 400s, party(22, "sshd"));
    watchUntil(600s);
    // As a file that is too large does.
    ASSERT_TRUE(runSql(store.database(), {"DELETE FROM event WHERE kind = 7"}).has_value());

    EXPECT_THAT(watched(), ElementsAre(7, 8, 9));
}

TEST_F(HistoryPast, OfAnEmptyFileIsNothing)
{
    test::TempDir other;
    HistoryStore empty(QString::fromStdString(other.path("h.sqlite")));
    ASSERT_TRUE(empty.open(kSomeMorning).has_value());

    EXPECT_THAT(readPast(empty.database(), {}, kSomeMorning, kSomeMorning + 10min).value(),
                IsEmpty());
}

}  // namespace

}  // namespace quaywatch
