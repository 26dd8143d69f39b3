// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_queries.h"
#include "app/history/history_changes.h"
#include "app/history/store/history_schema.h"
#include "app/history/store/history_store.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::batch;
using test::entry;
using test::kSomeMorning;
using test::party;
using testing::ElementsAre;
using testing::IsEmpty;
using ChangeKind = HistoryChange::Kind;

class HistoryQueries : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(store.open(kSomeMorning).has_value());
        ASSERT_TRUE(store.beginRun(kSomeMorning).has_value());
    }
    void note(HistoryKind kind, std::chrono::seconds when, const HistoryPartyPtr& who)
    {
        note(entry(kind, kSomeMorning + when, who));
    }
    void note(const HistoryEntry& what) { ASSERT_TRUE(store.commit(batch({what})).has_value()); }
    [[nodiscard]] std::vector<HistoryRow> rows(const QString& search)
    {
        return readTimeline(store.database(), HistorySearch::parse(search), {}, 100).value().rows;
    }
    [[nodiscard]] QStringList programs(const QString& search)
    {
        QStringList found;
        for (const HistoryRow& row : rows(search)) {
            found.append(row.subject.program);
        }
        return found;
    }
    /// The changes since then, such as "+nginx", "-sshd", "python3>socat".
    [[nodiscard]] QStringList changes(std::chrono::seconds since, const QString& search = {})
    {
        QStringList found;
        const auto answer =
            readChanges(store.database(), kSomeMorning + since, HistorySearch::parse(search), 100);
        for (const HistoryChange& change : answer.value().changes) {
            const QString program = change.subject.program;
            found.append(change.kind == ChangeKind::New    ? u'+' + program
                         : change.kind == ChangeKind::Gone ? u'-' + program
                                                           : change.was->program + u'>' + program);
        }
        return found;
    }

    test::TempDir dir{test::memoryFolder()};
    HistoryStore store{QString::fromStdString(dir.path("history.sqlite"))};
};

TEST(HistorySearchParse, DistinguishesPortsFromWords)
{
    const HistorySearch search = HistorySearch::parse(u" nginx 443 port:53/udp 80/x 70000 "_s);

    EXPECT_EQ(search.words, (QStringList{u"nginx"_s, u"80/x"_s, u"70000"_s}));
    EXPECT_EQ(search.ports, (std::vector<HistorySearch::PortWord>{{443, {}}, {53, Protocol::Udp}}));
}

TEST_F(HistoryQueries, TimelineHasTheNewestFirst)
{
    note(HistoryKind::Opened, 1s, party(22, "sshd"));
    note(HistoryKind::Opened, 2s, party(80, "nginx"));

    EXPECT_EQ(programs({}), (QStringList{u"nginx"_s, u"sshd"_s}));
}

TEST_F(HistoryQueries, TimelineHasEveryFieldOfARow)
{
    HistoryEntry alert = entry(HistoryKind::Alert, kSomeMorning + 5s, party(931, "nc"));
    alert.severity = Severity::High;
    alert.rule = "unassigned-listener";
    alert.reason = "listener on an unassigned well-known port";
    alert.evidence = {"first", "second"};
    alert.since = kSomeMorning + 1s;
    alert.count = 3;
    note(alert);

    const HistoryRow row = rows({}).at(0);

    EXPECT_EQ(row.kind, HistoryKind::Alert);
    EXPECT_EQ(row.at, kSomeMorning + 5s);
    EXPECT_EQ(row.since, kSomeMorning + 1s);
    EXPECT_EQ(row.count, 3U);
    EXPECT_EQ(row.severity, Severity::High);
    EXPECT_EQ(row.rule, u"unassigned-listener"_s);
    EXPECT_EQ(row.reason, "listener on an unassigned well-known port");
    EXPECT_EQ(row.evidence, (std::vector<Message>{"first", "second"}));
    EXPECT_EQ(row.subject.port, 931);
    EXPECT_EQ(row.subject.user, u"alice"_s);
}

TEST_F(HistoryQueries, RepeatedAlertIsCountedWithTheFirst)
{
    HistoryEntry alert = entry(HistoryKind::Alert, kSomeMorning + 5s, party(931, "nc"));
    alert.rule = "unassigned-listener";
    note(alert);
    alert.at += 60s;
    alert.isRepeat = true;
    note(alert);

    const std::vector<HistoryRow> all = rows({});

    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].count, 2U);
    EXPECT_EQ(all[0].at, kSomeMorning + 5s);
}

TEST_F(HistoryQueries, PagesContainEveryRowOnceAlsoAtEqualTimes)
{
    std::vector<HistoryEntry> all;
    for (Port port = 1; port <= 95; ++port) {
        all.push_back(entry(HistoryKind::Opened, kSomeMorning, party(port, "daemon")));
    }
    ASSERT_TRUE(store.commit(batch(all)).has_value());

    std::set<Port> seen;
    std::optional<HistoryCursor> next;
    int pages = 0;
    do {
        const TimelinePage page = readTimeline(store.database(), {}, next, 10).value();
        for (const HistoryRow& row : page.rows) {
            EXPECT_TRUE(seen.insert(row.subject.port).second) << row.subject.port;
        }
        next = page.next;
        ++pages;
    } while (next);

    EXPECT_EQ(seen.size(), 95U);
    EXPECT_EQ(pages, 10);
}

TEST_F(HistoryQueries, SearchFindsEveryWordInAnyColumn)
{
    note(HistoryKind::Opened, 1s, party(22, "sshd"));
    note(HistoryKind::Opened, 2s, party(80, "nginx"));
    note(HistoryKind::Opened, 3s, party(8080, "nginx", "127.0.0.1"));

    EXPECT_EQ(programs(u"NGINX"_s).size(), 2);
    EXPECT_EQ(programs(u"80"_s), QStringList{u"nginx"_s}) << "a number is a port, not a text";
    EXPECT_EQ(programs(u"127.0 nginx"_s).size(), 1);
    EXPECT_EQ(programs(u"bin/ss alice"_s), QStringList{u"sshd"_s});
    EXPECT_THAT(programs(u"nginx sshd"_s), IsEmpty());
}

TEST_F(HistoryQueries, SearchTakesSqlPatternCharactersLiterally)
{
    note(HistoryKind::Opened, 1s, party(22, "100%_a'b\\c"));

    EXPECT_THAT(programs(u"%%"_s), IsEmpty());
    EXPECT_EQ(programs(u"%_a'b\\c"_s).size(), 1);
}

TEST_F(HistoryQueries, NoChangesWhenTheStateIsTheSame)
{
    note(HistoryKind::Opened, 1s, party(22, "sshd"));
    note(HistoryKind::Opened, 20s, party(80, "nginx"));
    note(HistoryKind::Closed, 30s, party(80, "nginx"));

    EXPECT_THAT(changes(10s), IsEmpty()) << "a listener that opened and closed is no difference";
}

TEST_F(HistoryQueries, ChangesAreOpenedAndClosedListeners)
{
    note(HistoryKind::Opened, 1s, party(22, "sshd"));
    note(HistoryKind::Opened, 2s, party(80, "nginx"));
    note(HistoryKind::Closed, 20s, party(80, "nginx"));
    note(HistoryKind::Opened, 30s, party(931, "nc"));

    EXPECT_THAT(changes(10s), ElementsAre(u"-nginx"_s, u"+nc"_s));
    EXPECT_THAT(changes(25s), ElementsAre(u"+nc"_s));
    EXPECT_THAT(changes(0s), ElementsAre(u"+sshd"_s, u"+nc"_s));
}

TEST_F(HistoryQueries, ChangeAtTheExactTimeCounts)
{
    note(HistoryKind::Opened, 10s, party(22, "sshd"));

    EXPECT_THAT(changes(10s), ElementsAre(u"+sshd"_s));
}

TEST_F(HistoryQueries, AnotherProgramOnThePortIsOneChange)
{
    note(HistoryKind::Opened, 1s, party(80, "nginx"));
    note(HistoryKind::Closed, 20s, party(80, "nginx"));
    note(HistoryKind::Opened, 21s, party(80, "apache2"));

    EXPECT_THAT(changes(10s), ElementsAre(u"nginx>apache2"_s));
    EXPECT_THAT(changes(10s, u"nginx"_s), ElementsAre(u"nginx>apache2"_s))
        << "both programs are found";
    EXPECT_THAT(changes(10s, u"caddy"_s), IsEmpty());
}

TEST_F(HistoryQueries, ChangeOfOwnerIsOneChange)
{
    note(HistoryKind::Opened, 1s, party(80, "nginx"));
    HistoryEntry change = entry(HistoryKind::Changed, kSomeMorning + 20s, party(80, "apache2"));
    change.previous = party(80, "nginx");
    note(change);

    EXPECT_THAT(changes(10s), ElementsAre(u"nginx>apache2"_s));
    EXPECT_EQ(rows({}).at(0).previous->program, u"nginx"_s);
}

TEST_F(HistoryQueries, WiderBindAddressIsAChangeOfTheSameProgram)
{
    note(HistoryKind::Opened, 1s, party(80, "nginx", "127.0.0.1"));
    note(HistoryKind::Opened, 1s, party(80, "other", "10.0.0.1"));
    note(HistoryKind::Closed, 20s, party(80, "nginx", "127.0.0.1"));
    note(HistoryKind::Closed, 20s, party(80, "other", "10.0.0.1"));
    note(HistoryKind::Opened, 21s, party(80, "nginx", "0.0.0.0"));

    EXPECT_THAT(changes(10s), ElementsAre(u"nginx>nginx"_s, u"-other"_s));
}

TEST_F(HistoryQueries, ReportsTheStartOfTheHistory)
{
    note(HistoryKind::Opened, 100s, party(22, "sshd"));

    const auto early = readChanges(store.database(), kSomeMorning, {}, 10).value();
    const auto late = readChanges(store.database(), kSomeMorning + 200s, {}, 10).value();

    EXPECT_EQ(early.beginning, kSomeMorning + 100s);
    EXPECT_FALSE(late.beginning.has_value());
}

TEST_F(HistoryQueries, WhatListenedWhenTheHistoryBeganIsNotNew)
{
    const auto found = [this](std::chrono::seconds when, const HistoryPartyPtr& who) {
        HistoryEntry opened = entry(HistoryKind::Opened, kSomeMorning + when, who);
        opened.isLate = true;
        note(opened);
    };
    found(100s, party(22, "sshd"));
    found(100s, party(25, "postfix"));
    note(HistoryKind::Closed, 150s, party(25, "postfix"));
    note(HistoryKind::Opened, 160s, party(80, "nginx"));
    found(200s, party(931, "nc"));

    EXPECT_THAT(changes(0s), ElementsAre(u"-postfix"_s, u"+nginx"_s, u"+nc"_s));
    EXPECT_THAT(changes(120s), ElementsAre(u"-postfix"_s, u"+nginx"_s, u"+nc"_s));
}

TEST_F(HistoryQueries, TheFirstListenerOfAHistoryThatBeganWithoutAnyIsNew)
{
    note(HistoryKind::Opened, 100s, party(22, "sshd"));

    EXPECT_THAT(changes(0s), ElementsAre(u"+sshd"_s));
}

TEST_F(HistoryQueries, ChangesAreLimitedAndSaySo)
{
    for (Port port = 1; port <= 5; ++port) {
        note(HistoryKind::Opened, 1s, party(port, "daemon"));
    }

    const auto cut = readChanges(store.database(), kSomeMorning, {}, 3).value();

    EXPECT_EQ(cut.changes.size(), 3U);
    EXPECT_TRUE(cut.isCut);
}

TEST_F(HistoryQueries, OverviewHasRunAndSavedPoints)
{
    ASSERT_TRUE(store.savePoint(u"before the update"_s, kSomeMorning + 5s).has_value());
    ASSERT_TRUE(store.savePoint(u"after"_s, kSomeMorning + 9s).has_value());
    ASSERT_TRUE(store.forgetPoint(2).has_value());

    const HistoryOverview overview = readOverview(store.database()).value();

    EXPECT_FALSE(overview.beginning.has_value());
    EXPECT_EQ(overview.runStarted, kSomeMorning);
    ASSERT_EQ(overview.points.size(), 1U);
    EXPECT_EQ(overview.points[0].name, u"before the update"_s);
    EXPECT_EQ(overview.points[0].at, kSomeMorning + 5s);
}

TEST_F(HistoryQueries, TrafficOfAPortIsSummedUpOverTime)
{
    const std::int64_t minute = toMilliseconds(kSomeMorning) / 60000;
    HistoryBatch counted = batch({});
    counted.minutes.resize(2);
    counted.minutes[0].minute = minute;
    counted.minutes[0].ports[{443, Protocol::Tcp}].add({1, 0, 1, 100, 200}, 1);
    counted.minutes[1].minute = minute + 1;
    counted.minutes[1].ports[{443, Protocol::Tcp}].add({1, 0, 2, 10, 20}, 1);
    counted.minutes[1].ports[{443, Protocol::Udp}].add({1, 0, 50, 0, 0}, 1);
    ASSERT_TRUE(store.commit(counted).has_value());
    ASSERT_TRUE(store.commit(counted).has_value()) << "a repeated minute is added";

    const auto all = readTraffic(store.database(), 443, Protocol::Tcp, kSomeMorning).value();
    const auto later = readTraffic(store.database(), 443, {}, kSomeMorning + 60s).value();

    EXPECT_EQ(all, (PortTotals{6, 220, 440}));
    EXPECT_EQ(later, (PortTotals{104, 20, 40}));
}

TEST_F(HistoryQueries, TextsOfAnUntrustedFileAreSafeToShow)
{
    note(HistoryKind::Opened, 1s, party(22, "sshd"));
    ASSERT_TRUE(runSql(store.database(), {"UPDATE party SET program = char(27, 8238) || '<b>', "
                                          "exposure = 77, port = 70000"})
                    .has_value());

    const HistoryRow row = rows({}).at(0);

    EXPECT_EQ(row.subject.program, u"\\e\\u202E<b>"_s);
    EXPECT_FALSE(row.subject.exposure.has_value());
}

}  // namespace

}  // namespace quaywatch
