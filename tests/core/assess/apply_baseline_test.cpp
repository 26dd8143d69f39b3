// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/apply_baseline.h"

#include "core/assess/assess.h"
#include "core/baseline/baseline_text.h"
#include "core/sockets/classify.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

SocketBuilder ncOn931()
{
    return tcpListener(931).ownedBy(process("nc"));
}

Snapshot assessed(std::vector<SocketRecord> sockets, const Baseline& baseline)
{
    Snapshot snapshot = snapshotOf(std::move(sockets));
    classify(snapshot);
    assess(snapshot, {});
    applyBaseline(snapshot, baseline);
    return snapshot;
}

Baseline baselineOf(BaselineEntry entry, std::uint32_t line = 12)
{
    entry.line = line;
    return Baseline({std::move(entry)});
}

TEST(ApplyBaseline, MakesAListenerOnAVacantPortExpectedWithItsLineNumber)
{
    BaselineEntry entry = entryFor(ncOn931());
    entry.note = "our probe";

    const Snapshot snapshot = assessed({ncOn931()}, baselineOf(entry));

    const Assessment& assessment = snapshot.sockets[0].assessment;
    EXPECT_EQ(assessment.verdict, Verdict::Expected);
    EXPECT_EQ(*assessment.reason, "expected.toml, line 12: our probe");
}

TEST(ApplyBaseline, ListsThePortsThatHaveAnEntryOfTheirOwn)
{
    BaselineEntry both = entryFor(tcpListener(53));
    both.protocol.reset();
    BaselineEntry range = entryFor(tcpListener(8000));
    range.ports.last = 8010;
    BaselineEntry over = entryFor(tcpListener(9000));
    over.until = Baseline::Time{};
    const BaselineEntry web = entryFor(tcpListener(80));

    const Snapshot snapshot = assessed({}, Baseline({web, both, range, over, web}));

    EXPECT_THAT(snapshot.expectedPorts,
                ::testing::ElementsAre(PortId{53, Protocol::Tcp}, PortId{53, Protocol::Udp},
                                       PortId{80, Protocol::Tcp}));
}

TEST(ApplyBaseline, MakesAnOrdinaryListenerExpectedToo)
{
    const SocketRecord node = tcpListener(8080).ownedBy(process("node"));

    const Snapshot snapshot = assessed({node}, baselineOf(entryFor(node)));

    EXPECT_EQ(snapshot.sockets[0].assessment.verdict, Verdict::Expected);
}

TEST(ApplyBaseline, LeavesOtherSocketsUnchanged)
{
    const SocketRecord node = tcpListener(8080).ownedBy(process("node"));

    const Snapshot snapshot = assessed({ncOn931(), tcpListener(9090)}, baselineOf(entryFor(node)));

    EXPECT_EQ(snapshot.sockets[0].assessment.verdict, Verdict::Unexpected);
    EXPECT_EQ(snapshot.sockets[1].assessment.verdict, Verdict::Ordinary);
}

TEST(ApplyBaseline, NeverMakesAHiddenOwnerExpected)
{
    const Snapshot snapshot =
        assessed({tcpListener(931).uid(1000, "alice")}, baselineOf(entryFor(ncOn931())));

    EXPECT_EQ(snapshot.sockets[0].assessment.verdict, Verdict::Unexpected);
}

TEST(ApplyBaseline, GivesAConnectionTheVerdictOfItsListener)
{
    const Snapshot snapshot = assessed(
        {ncOn931(), tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000).ownedBy(process("nc", 9))},
        baselineOf(entryFor(ncOn931())));

    EXPECT_EQ(snapshot.sockets[1].assessment.verdict, Verdict::Expected);
}

TEST(ApplyBaseline, LeavesAConnectionUnexpectedWithItsListener)
{
    BaselineEntry entry = entryFor(tcpListener(931, "127.0.0.1").ownedBy(process("nc")));
    const Snapshot snapshot = assessed({tcpListener(931, "127.0.0.1").ownedBy(process("nc")).id(1),
                                        tcpListener(931, "10.0.0.1").ownedBy(process("evil")).id(2),
                                        tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000)},
                                       baselineOf(entry));

    std::size_t unexpected = 0;
    for (const SocketRecord& socket : snapshot.sockets) {
        unexpected += socket.assessment.verdict == Verdict::Unexpected ? 1 : 0;
    }
    EXPECT_EQ(unexpected, 2U);
    EXPECT_EQ(snapshot.sockets.back().assessment.verdict, Verdict::Expected);
}

TEST(ApplyBaseline, ExpectsAConnectionThatOutlivedItsListener)
{
    SocketRecord connection =
        tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000).ownedBy(process("nc"));
    Snapshot snapshot = snapshotOf({connection});
    snapshot.sockets[0].direction = Direction::Inbound;
    assess(snapshot, {});

    applyBaseline(snapshot, baselineOf(entryFor(ncOn931())));

    EXPECT_EQ(snapshot.sockets[0].assessment.verdict, Verdict::Expected);
}

TEST(ApplyBaseline, ExpectsTheLocalClientEnd)
{
    const Snapshot snapshot =
        assessed({ncOn931(), tcpConnection("127.0.0.1", 50000, "127.0.0.1", 931)},
                 baselineOf(entryFor(ncOn931())));

    EXPECT_EQ(snapshot.sockets[1].assessment.verdict, Verdict::Expected);
}

TEST(ApplyBaseline, NeverExpectsAConnectionToARemoteVacantPort)
{
    const Snapshot snapshot =
        assessed({ncOn931(), tcpConnection("10.0.0.1", 50000, "10.9.9.9", 931)},
                 baselineOf(entryFor(ncOn931())));

    EXPECT_EQ(snapshot.sockets[1].assessment.verdict, Verdict::Unexpected);
}

TEST(ApplyBaseline, ReportsUntilWhenAListenerWasExpected)
{
    BaselineEntry entry = entryFor(ncOn931());
    entry.until = Baseline::Time{};  // Snapshots of tests are from 1970.

    const Snapshot snapshot = assessed({ncOn931()}, baselineOf(entry));

    const Assessment& assessment = snapshot.sockets[0].assessment;
    EXPECT_EQ(assessment.verdict, Verdict::Unexpected);
    EXPECT_EQ(assessment.severity, Severity::High);
    EXPECT_EQ(*assessment.reason,
              "listener on an unassigned well-known port; expected.toml, line "
              "12, expected it until 1969-12-31");
}

TEST(ApplyBaseline, MakesAnOrdinaryListenerUnexpectedOnceItsEntryExpires)
{
    const SocketRecord node = tcpListener(8080).ownedBy(process("node"));
    BaselineEntry entry = entryFor(node);
    entry.until = Baseline::Time{};

    const Snapshot snapshot = assessed({node}, baselineOf(entry));

    EXPECT_EQ(snapshot.sockets[0].assessment.verdict, Verdict::Unexpected);
    EXPECT_EQ(snapshot.sockets[0].assessment.severity, Severity::Low);
}

TEST(ApplyBaseline, SharesOneReasonBetweenRows)
{
    const Snapshot snapshot = assessed({tcpListener(931).ownedBy(process("nc")).id(1),
                                        tcpListener(931).ownedBy(process("nc")).id(2)},
                                       baselineOf(entryFor(ncOn931())));

    EXPECT_EQ(snapshot.sockets[0].assessment.reason, snapshot.sockets[1].assessment.reason);
}

}  // namespace
}  // namespace quaywatch::test
