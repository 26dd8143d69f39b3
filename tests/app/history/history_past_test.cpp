// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_past.h"

#include "app/history/store/history_store.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace std::chrono_literals;
using test::kSomeMorning;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr PortId kWebPort{80, Protocol::Tcp};
const std::string kNginx = "/usr/sbin/nginx";
// kSomeMorning is at the start of a minute.
const std::int64_t kFirst = toMilliseconds(kSomeMorning) / 60'000;

/// A completely watched minute after kSomeMorning with these values of the machine.
TrafficMinute recordedMinute(std::int64_t after, const TrafficCounts& all = {})
{
    TrafficMinute minute;
    minute.minute = kFirst + after;
    minute.all.add(all, 1);
    minute.all.covered = 60;
    return minute;
}

class HistoryPast : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(store.open(kSomeMorning).has_value());
        ASSERT_TRUE(store.beginRun(kSomeMorning).has_value());
    }
    void commit(std::vector<TrafficMinute> minutes)
    {
        HistoryBatch batch;
        batch.minutes = std::move(minutes);
        batch.seenAt = kSomeMorning;
        ASSERT_TRUE(store.commit(batch).has_value());
    }
    [[nodiscard]] std::vector<PastMinute> past(const TrafficScope& subject = {})
    {
        return readPast(store.database(), subject, kSomeMorning, kSomeMorning + 10min).value();
    }

    test::TempDir dir{test::memoryFolder()};
    HistoryStore store{QString::fromStdString(dir.path("history.sqlite"))};
};

TEST_F(HistoryPast, GivesTheMeasuredValuesOfTheMachine)
{
    commit({recordedMinute(0, {3, 2, 7, 1000, 500}), recordedMinute(1)});

    EXPECT_THAT(past(), ElementsAre(PastMinute{kFirst, 60, 3, 2, 7, 1000, 500},
                                    PastMinute{kFirst + 1, 60, 0, 0, 0, 0, 0}));
}

TEST_F(HistoryPast, HasNoUnwatchedMinute)
{
    commit({recordedMinute(0), recordedMinute(5)});

    ASSERT_EQ(past(kWebPort).size(), 2U);
    EXPECT_EQ(past(kWebPort)[1].minute, kFirst + 5);
}

TEST_F(HistoryPast, GivesTheValuesOfAPort)
{
    TrafficMinute minute = recordedMinute(0, {9, 9, 9, 9, 9});
    minute.ports[kWebPort].add({1, 2, 3, 4, 5}, 1);
    minute.ports[{80, Protocol::Udp}].add({8, 8, 8, 8, 8}, 1);
    commit({minute});

    EXPECT_THAT(past(kWebPort), ElementsAre(PastMinute{kFirst, 60, 1, 2, 3, 4, 5}));
}

TEST_F(HistoryPast, GivesTheValuesOfAProgram)
{
    TrafficMinute minute = recordedMinute(0, {9, 9, 9, 9, 9});
    minute.programs[kNginx].add({1, 2, 3, 4, 5}, 1);
    minute.programs["/usr/bin/other"].add({8, 8, 8, 8, 8}, 1);
    commit({minute});

    EXPECT_THAT(past(kNginx), ElementsAre(PastMinute{kFirst, 60, 1, 2, 3, 4, 5}));
}

TEST_F(HistoryPast, IsZeroForAWatchedMinuteWithoutTraffic)
{
    commit({recordedMinute(0, {9, 9, 9, 9, 9})});
    const PastMinute nothing{kFirst, 60, 0, 0, 0, 0, 0};

    EXPECT_THAT(past(kWebPort), ElementsAre(nothing));
    EXPECT_THAT(past(kNginx), ElementsAre(nothing));
}

TEST_F(HistoryPast, IsUnknownForProgramsThatWereNotRecorded)
{
    TrafficMinute minute = recordedMinute(0, {9, 9, 9, 9, 9});
    minute.hasMorePorts = true;
    minute.hasMorePrograms = true;
    minute.ports[{443, Protocol::Tcp}].add({1, 1, 1, 1, 1}, 1);
    commit({minute});
    const PastMinute unknown{kFirst, 60, {}, {}, {}, {}, {}};

    EXPECT_THAT(past(kWebPort), ElementsAre(unknown));
    EXPECT_THAT(past(kNginx), ElementsAre(unknown));
    EXPECT_EQ(past(PortId{443, Protocol::Tcp})[0].opened, 1) << "known for busy ports";
}

TEST_F(HistoryPast, AddsUpTwoRunsInOneMinute)
{
    for (const double seconds : {20.0, 10.0}) {
        TrafficMinute part = recordedMinute(0, {2, 1, 1, 100, 10});
        part.all.covered = seconds;
        part.ports[kWebPort].add({2, 1, 1, 100, 10}, 1);
        part.programs[kNginx].add({2, 1, 1, 100, 10}, 1);
        commit({part});
    }
    const PastMinute sum{kFirst, 30, 2, 1, 2, 200, 20};

    EXPECT_THAT(past(), ElementsAre(sum));
    EXPECT_THAT(past(kWebPort), ElementsAre(sum));
    EXPECT_THAT(past(kNginx), ElementsAre(sum));
}

TEST_F(HistoryPast, CoversTheRequestedTime)
{
    commit({recordedMinute(-1), recordedMinute(0), recordedMinute(11)});

    ASSERT_EQ(past().size(), 1U);
    EXPECT_EQ(past()[0].minute, kFirst);
}

TEST_F(HistoryPast, IsEmptyForAnEmptyFile)
{
    EXPECT_THAT(past(), IsEmpty());
    EXPECT_THAT(past(kNginx), IsEmpty());
}

// The basis of the size limit of the file.
TEST_F(HistoryPast, ADayOfTenPortsAndTenProgramsNeedsLittleSpace)
{
    const std::uint64_t before = store.size().value_or(0);
    std::vector<TrafficMinute> day;
    for (std::int64_t minute = 0; minute < 24 * 60; ++minute) {
        day.push_back(recordedMinute(minute, {10, 30, 40, 5'000'000, 700'000}));
        for (Port i = 0; i < 10; ++i) {
            const TrafficCounts counts{1, 3, 4, 500'000U + static_cast<unsigned>(minute), 70'000};
            day.back().ports[{static_cast<Port>(8000 + i), Protocol::Tcp}].add(counts, 1);
            day.back().programs["/usr/bin/program" + std::to_string(i)].add(counts, 1);
        }
    }
    commit(std::move(day));

    EXPECT_LT(store.size().value_or(0) - before, 1'000'000U);
}

}  // namespace

}  // namespace quaywatch
