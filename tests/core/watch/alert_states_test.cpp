// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_states.h"

#include "core/sockets/socket_events.h"
#include "core/watch/service_key.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;

constexpr AlertStates::Time kNow{480000h};

SocketRecord listener(Port port = 931)
{
    return tcpListener(port, "127.0.0.1").ownedBy(process("nc"));
}

Alert alertOf(const SocketRecord& socket, WatchRule rule = WatchRule::UnassignedListener)
{
    Alert alert;
    alert.rule = rule;
    alert.severity = Severity::Medium;
    alert.key = alertKeyOf(rule, socket);
    alert.socket = std::make_shared<const SocketRecord>(socket);
    alert.at = kNow;
    return alert;
}

AlertState dealtWith()
{
    AlertState record;
    record.firstSeen = kNow - 48h;
    record.isAcknowledged = true;
    record.entry = 1;
    return record;
}

/// The same records in the next run of the program.
AlertStates readAgain(const AlertStates& records)
{
    AlertStates next;
    EXPECT_EQ(next.read(records.text()), 0U);
    return next;
}

AlertStates recordsOf(const Alert& alert)
{
    AlertStates records;
    records.note(alert, dealtWith());
    return readAgain(records);
}

/// Follows snapshots as a sampler produces them.
class Watch {
public:
    explicit Watch(AlertStates& records)
        : m_records(records)
    {
    }
    bool see(std::vector<SocketRecord> sockets, std::chrono::seconds later = 1s,
             std::vector<Gap> gaps = {})
    {
        auto snapshot = std::make_shared<Snapshot>(snapshotOf(std::move(sockets)));
        snapshot->takenAt = m_now += later;
        snapshot->gaps = std::move(gaps);
        SnapshotUpdate update;
        update.isFirst = m_last == nullptr;
        update.before = update.isFirst ? std::make_shared<const Snapshot>() : m_last;
        update.after = m_last = snapshot;
        update.steps = diff(*update.before, *update.after);
        return m_records.follow(update);
    }

private:
    AlertStates& m_records;
    SnapshotPtr m_last;
    AlertStates::Time m_now = kNow;
};

TEST(AlertStates, KeepAcknowledgementsAndFirstSeenTimesForTheNextRun)
{
    const Alert alert = alertOf(listener());
    const AlertStates records = recordsOf(alert);

    const AlertState* before = records.before(alert);

    ASSERT_NE(before, nullptr);
    EXPECT_TRUE(before->isAcknowledged);
    EXPECT_EQ(before->firstSeen, kNow - 48h);
}

TEST(AlertStates, KeepUnacknowledgedAlertsAsUnacknowledged)
{
    AlertState unread = dealtWith();
    unread.isAcknowledged = false;
    AlertStates records;
    records.note(alertOf(listener()), unread);
    records = readAgain(records);

    ASSERT_NE(records.before(alertOf(listener())), nullptr);
    EXPECT_FALSE(records.before(alertOf(listener()))->isAcknowledged);
}

TEST(AlertStates, ApplyToNoOtherIdentityAndNoOtherRule)
{
    const AlertStates records = recordsOf(alertOf(listener()));
    SocketRecord exposed = listener();
    exposed.key.localAddress = IpAddress::parse("0.0.0.0").value();
    const SocketRecord other =
        tcpListener(931, "127.0.0.1").ownedBy(process("socat", 4711, 1000, "alice"));
    const SocketRecord hidden = tcpListener(931, "127.0.0.1").ownerState(OwnerState::Hidden);

    EXPECT_EQ(records.before(alertOf(exposed)), nullptr);
    EXPECT_EQ(records.before(alertOf(other)), nullptr);
    EXPECT_EQ(records.before(alertOf(hidden)), nullptr);
    EXPECT_EQ(records.before(alertOf(listener(932))), nullptr);
    EXPECT_EQ(records.before(alertOf(listener(), WatchRule::NewListener)), nullptr);
}

TEST(AlertStates, DoNotDependOnThePid)
{
    const AlertStates records = recordsOf(alertOf(listener()));
    const SocketRecord restarted = tcpListener(931, "127.0.0.1").ownedBy(process("nc", 99));

    EXPECT_NE(records.before(alertOf(restarted)), nullptr);
}

TEST(AlertStates, DoNotExcuseAMoreSevereAlert)
{
    Alert alert = alertOf(listener());
    const AlertStates records = recordsOf(alert);
    alert.severity = Severity::High;

    EXPECT_EQ(records.before(alert), nullptr);
}

TEST(AlertStates, ExcuseOnlyTheFirstTimeInARun)
{
    const Alert alert = alertOf(listener());
    AlertStates records = recordsOf(alert);
    records.note(alert, dealtWith());

    EXPECT_EQ(records.before(alert), nullptr) << "an alert from now on is new";
}

TEST(AlertStates, RejectATimeInTheFuture)
{
    AlertState record = dealtWith();
    record.firstSeen = kNow + 1h;
    AlertStates records;
    records.note(alertOf(listener()), record);

    EXPECT_EQ(readAgain(records).before(alertOf(listener())), nullptr);
}

TEST(AlertStates, DropAbsentSocketsWhenTheProgramStartsAgain)
{
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);

    EXPECT_TRUE(watch.see({listener(22)}));
    watch.see({listener(22), listener()});

    EXPECT_EQ(records.before(alertOf(listener())), nullptr);
    EXPECT_EQ(readAgain(records).before(alertOf(listener())), nullptr);
}

TEST(AlertStates, KeepOpenSocketsWhenTheProgramStartsAgain)
{
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);

    EXPECT_FALSE(watch.see({listener(22), listener()}));
    EXPECT_FALSE(watch.see({listener(22), listener()}, 24h));

    EXPECT_NE(readAgain(records).before(alertOf(listener())), nullptr);
}

TEST(AlertStates, KeepSocketsThatCouldNotBeListed)
{
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);

    watch.see({}, 1s, {{Gap::Kind::Table, std::nullopt, "a table was refused", ""}});

    EXPECT_NE(records.before(alertOf(listener())), nullptr);
}

TEST(AlertStates, DropClosedSocketsForTheNextRun)
{
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);
    watch.see({listener()});

    EXPECT_TRUE(watch.see({}));

    EXPECT_EQ(readAgain(records).size(), 0U);
}

TEST(AlertStates, SurviveARestartOfTheListener)
{
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);
    watch.see({listener()});

    watch.see({});
    EXPECT_TRUE(watch.see({tcpListener(931, "127.0.0.1").ownedBy(process("nc", 99))}, 59min));

    EXPECT_NE(readAgain(records).before(alertOf(listener())), nullptr);
}

TEST(AlertStates, DropSocketsThatStayClosed)
{
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);
    watch.see({listener()});

    watch.see({});
    watch.see({}, 61min);
    watch.see({listener()});

    EXPECT_EQ(records.size(), 0U);
}

TEST(AlertStates, KeepAListenerThatOneWorkerStillServes)
{
    SocketRecord first = listener();
    first.key.kernelId = 1;
    SocketRecord second = listener();
    second.key.kernelId = 2;
    AlertStates records = recordsOf(alertOf(listener()));
    Watch watch(records);
    watch.see({first, second});

    EXPECT_FALSE(watch.see({second}));

    EXPECT_EQ(readAgain(records).size(), 1U);
}

TEST(AlertStates, FollowConnectionsByTheirRemoteEnd)
{
    SocketRecord out =
        tcpConnection("10.0.0.1", 40000, "203.0.113.5", 931).ownedBy(process("curl"));
    out.assessment.verdict = Verdict::Unexpected;
    SocketRecord again = out;
    again.key.localPort = 40001;
    AlertStates records = recordsOf(alertOf(out, WatchRule::UnassignedPeer));
    Watch watch(records);

    EXPECT_FALSE(watch.see({again}));
    EXPECT_TRUE(watch.see({}));

    EXPECT_EQ(readAgain(records).size(), 0U);
}

TEST(AlertStates, AcknowledgeEverySubjectOfASummary)
{
    AlertState unread = dealtWith();
    unread.isAcknowledged = false;
    unread.entry = 7;
    AlertStates records;
    records.note(alertOf(listener(931)), unread);
    records.note(alertOf(listener(932)), unread);
    unread.entry = 8;
    records.note(alertOf(listener(933)), unread);

    records.acknowledge(7);

    const AlertStates next = readAgain(records);
    EXPECT_TRUE(next.before(alertOf(listener(931)))->isAcknowledged);
    EXPECT_TRUE(next.before(alertOf(listener(932)))->isAcknowledged);
    EXPECT_FALSE(next.before(alertOf(listener(933)))->isAcknowledged);
}

TEST(AlertStates, AreLimitedAndDropUnacknowledgedOnesFirst)
{
    AlertStates records;
    records.note(alertOf(listener(1)), dealtWith());
    AlertState unread = dealtWith();
    unread.isAcknowledged = false;
    for (Port port = 2; port < 3'000; ++port) {
        records.note(alertOf(listener(port)), unread);
    }

    EXPECT_EQ(records.size(), AlertStates::kMaximum);
    EXPECT_NE(readAgain(records).before(alertOf(listener(1))), nullptr);
}

TEST(AlertStates, SupportKeysOfAnyBytes)
{
    Alert alert = alertOf(listener());
    alert.key = "tcp|::|1|/tmp/\t\n%41 \xff\x01|root";
    const AlertStates records = recordsOf(alert);

    EXPECT_NE(records.before(alert), nullptr);
    alert.key->append(AlertStates::kLongestKey, 'x');
    AlertStates tooLong;
    tooLong.note(alert, dealtWith());
    EXPECT_EQ(tooLong.size(), 0U);
}

TEST(AlertStates, IgnoreForeignLines)
{
    const std::string good = "unassigned-listener\thigh\t1000\tacknowledged\ttcp|::|1|/x|root\n";
    for (const char* const bad :
         {"\n", "x\n", "no-rule\thigh\t1000\tacknowledged\tk\n",
          "unassigned-listener\tgrave\t1000\tacknowledged\tk\n",
          "unassigned-listener\thigh\t-1\tacknowledged\tk\n",
          "unassigned-listener\thigh\t9223372036854775808\tacknowledged\tk\n",
          "unassigned-listener\thigh\t9000000000000000\tacknowledged\tk\n",
          "unassigned-listener\thigh\t1000\tmaybe\tk\n",
          "unassigned-listener\thigh\t1000\tacknowledged\t\n",
          "unassigned-listener\thigh\t1000\tacknowledged\tk%4\n",
          "unassigned-listener\thigh\t1000\tacknowledged\tk%zz\n",
          "unassigned-listener\thigh\t1000\tacknowledged\tk\tmore\n"}) {
        AlertStates records;
        EXPECT_EQ(records.read("quaywatch-alerts 1\n" + good + bad), 1U) << bad;
        EXPECT_EQ(records.size(), 1U) << bad;
    }
}

TEST(AlertStates, RejectAForeignFile)
{
    for (const std::string& text : {std::string(100'000, '\0'), std::string("SQLite format 3"),
                                    std::string("\n\n\n"), std::string(1, '\xff')}) {
        AlertStates records;
        EXPECT_EQ(records.read(text), 1U);
        EXPECT_EQ(records.size(), 0U);
        EXPECT_FALSE(AlertStates::isOfLaterVersion(text));
    }
    EXPECT_TRUE(AlertStates::isOfLaterVersion("quaywatch-alerts 2\nwhatever"));
    EXPECT_FALSE(AlertStates::isOfLaterVersion("quaywatch-alerts 1\n"));
    EXPECT_EQ(AlertStates().read(""), 0U);
}

TEST(AlertStates, ReadALimitedNumberOfRecords)
{
    std::string text = "quaywatch-alerts 1\n";
    for (int i = 0; i < 5'000; ++i) {
        text += "probe\tlow\t1000\tunread\tk" + std::to_string(i) + "\n";
    }
    AlertStates records;

    EXPECT_EQ(records.read(text), 4'000U);
    EXPECT_EQ(records.size(), AlertStates::kMaximum);
}

}  // namespace
}  // namespace quaywatch::test
