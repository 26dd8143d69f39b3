// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/port_map/port_map_cells.h"
#include "core/sockets/socket_close.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {

namespace {

using namespace std::chrono_literals;
using test::process;
using test::sharedSnapshotOf;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr PortRange kWellKnown{0, 1023};

SocketRecord assessed(SocketRecord socket, Verdict verdict)
{
    socket.assessment.verdict = verdict;
    return socket;
}

SocketRecord bound(SocketRecord listener, Exposure exposure)
{
    listener.exposure = exposure;
    return listener;
}

class PortMapCellsTest : public testing::Test {
protected:
    std::vector<Port> show(std::vector<SocketRecord> sockets)
    {
        const SnapshotPtr before = m_last ? m_last : std::make_shared<const Snapshot>();
        const SnapshotPtr after = sharedSnapshotOf(std::move(sockets));
        const SnapshotUpdate update{before, after, diff(*before, *after), m_last == nullptr, {}};
        m_last = after;
        now += 1s;
        return cells.apply(update, now);
    }
    [[nodiscard]] PortEvent eventOn(Port port) const
    {
        const PortHighlights::Highlight* highlight = cells.highlights().find(port);
        EXPECT_NE(highlight, nullptr) << "port " << port;
        return highlight == nullptr ? PortEvent::Traffic : highlight->event;
    }

    PortMapCells cells;
    PortMapCells::TimePoint now{};

private:
    SnapshotPtr m_last;
};

TEST_F(PortMapCellsTest, CountsOfTheWellKnownPortsMatchTheRegistry)
{
    EXPECT_THAT(assignmentCounts(kWellKnown, Protocol::Tcp), ElementsAre(682, 7, 282, 40, 11, 2));
    EXPECT_THAT(assignmentCounts(kWellKnown, Protocol::Udp), ElementsAre(678, 8, 282, 45, 11, 0));
}

TEST_F(PortMapCellsTest, CellHasAssignmentByProtocolAndListener)
{
    show({bound(tcpListener(143), Exposure::All), udpBound(931)});

    const PortMapCell imap = cells.cell(143);
    EXPECT_EQ(imap.tcp, AssignmentState::Assigned);
    EXPECT_EQ(imap.udp, AssignmentState::Reserved);
    EXPECT_TRUE(imap.listensTcp);
    EXPECT_FALSE(imap.listensUdp);
    EXPECT_TRUE(imap.isExposed);
    EXPECT_TRUE(cells.cell(931).listensUdp);
    EXPECT_TRUE(cells.cell(932).isQuiet());
}

TEST_F(PortMapCellsTest, ListenerOnLoopbackIsNotExposed)
{
    show({bound(tcpListener(80, "127.0.0.1"), Exposure::Loopback)});

    EXPECT_FALSE(cells.cell(80).isExposed);
    EXPECT_EQ(cells.counts(kWellKnown).exposed, 0U);
    EXPECT_EQ(cells.counts(kWellKnown).loopback, 1U);
    EXPECT_EQ(cells.counts(kWellKnown).listening(), 1U);
}

TEST_F(PortMapCellsTest, EachListeningPortIsInOneNumber)
{
    show({bound(tcpListener(80), Exposure::All), bound(udpBound(80), Exposure::All),
          bound(tcpListener(81, "127.0.0.1"), Exposure::Loopback),
          bound(assessed(tcpListener(931), Verdict::Unexpected), Exposure::All),
          bound(assessed(tcpListener(932, "127.0.0.1"), Verdict::Unexpected), Exposure::Loopback),
          bound(assessed(tcpListener(933), Verdict::Expected), Exposure::All),
          bound(assessed(udpBound(934), Verdict::Explained), Exposure::All)});

    const PortMapCounts counts = cells.counts(kWellKnown);

    EXPECT_EQ(counts.exposed, 2U) << "TCP and UDP on port 80; no unexpected one";
    EXPECT_EQ(counts.loopback, 1U);
    EXPECT_EQ(counts.unexpected, 2U);
    EXPECT_EQ(counts.expected, 1U);
    EXPECT_EQ(counts.explained, 1U);
    EXPECT_EQ(counts.listening(), 7U);
}

TEST_F(PortMapCellsTest, ConnectionsAreCountedApartFromListeners)
{
    show({tcpListener(22).id(1), tcpConnection("10.0.0.1", 22, "10.0.0.2", 40000),
          tcpConnection("10.0.0.1", 1000, "10.0.0.2", 2049),
          assessed(tcpConnection("10.0.0.1", 40001, "10.0.0.9", 931), Verdict::Unexpected),
          assessed(tcpConnection("10.0.0.1", 40002, "10.0.0.9", 931), Verdict::Unexpected)});

    const PortMapCounts counts = cells.counts(kWellKnown);

    EXPECT_EQ(counts.unexpectedConnections, 2U);
    EXPECT_EQ(counts.connectionsOnly, 1U) << "port 1000";
    EXPECT_EQ(counts.unexpected, 0U);
    EXPECT_EQ(counts.listening(), 1U);
}

TEST_F(PortMapCellsTest, ACellKnowsHighSeverity)
{
    SocketRecord severe = assessed(tcpListener(931), Verdict::Unexpected);
    severe.assessment.severity = Severity::High;
    SocketRecord other = assessed(tcpListener(932), Verdict::Unexpected);
    other.assessment.severity = Severity::Medium;

    show({severe, other});
    EXPECT_TRUE(cells.cell(931).isSevere);
    EXPECT_FALSE(cells.cell(932).isSevere);
    EXPECT_TRUE(cells.block({928, 959}).isSevere);

    show({other});
    EXPECT_FALSE(cells.block({928, 959}).isSevere);
}

TEST_F(PortMapCellsTest, CellHasTheMostSevereVerdictOfItsPort)
{
    show({assessed(tcpListener(931, "10.0.0.1"), Verdict::Expected),
          assessed(tcpListener(931, "10.0.0.2"), Verdict::Unexpected),
          assessed(udpBound(931), Verdict::Explained)});

    EXPECT_EQ(cells.cell(931).verdict, Verdict::Unexpected);
    EXPECT_THAT(cells.alarmsIn(kWellKnown), ElementsAre(931));
    EXPECT_EQ(cells.counts(kWellKnown).unexpected, 1U);
}

TEST_F(PortMapCellsTest, FirstSnapshotHighlightsNothing)
{
    EXPECT_THAT(show({assessed(tcpListener(931), Verdict::Unexpected), tcpListener(22)}),
                ElementsAre(22, 931));

    EXPECT_EQ(cells.highlights().find(931), nullptr);
    EXPECT_EQ(cells.highlights().find(22), nullptr);
}

TEST_F(PortMapCellsTest, ReportsExactlyTheChangedPorts)
{
    show({tcpListener(22).id(1), tcpListener(80).id(2)});

    EXPECT_THAT(show({tcpListener(22).id(1), tcpListener(443).id(3)}), ElementsAre(80, 443));
    EXPECT_EQ(eventOn(80), PortEvent::Closed);
    EXPECT_EQ(eventOn(443), PortEvent::Opened);
    EXPECT_EQ(cells.highlights().find(22), nullptr);
}

TEST_F(PortMapCellsTest, UnexpectedListenerIsAnAlarmOnce)
{
    const SocketRecord listener =
        assessed(tcpListener(931).id(1).ownedBy(process("nc")), Verdict::Unexpected);
    show({});

    show({listener});
    EXPECT_EQ(eventOn(931), PortEvent::Alarm);

    cells.highlights().clear();
    EXPECT_THAT(show({listener, tcpListener(22)}), ElementsAre(22));
    EXPECT_EQ(cells.highlights().find(931), nullptr);
}

TEST_F(PortMapCellsTest, ConnectionsCountForTheirLocalPort)
{
    const SocketRecord listener = tcpListener(80).id(1);
    show({listener});

    show({listener, tcpConnection("10.0.0.1", 80, "10.0.0.2", 40000)});

    EXPECT_EQ(eventOn(80), PortEvent::Traffic);
}

TEST_F(PortMapCellsTest, ConnectionBetweenPollsCountsForItsListener)
{
    show({tcpListener(80).id(1)});
    SocketClose unseen;
    unseen.socket = tcpConnection("10.0.0.1", 40001, "10.0.0.2", 40000);
    unseen.listener = SocketKey{80, Protocol::Tcp, {}, {}, 0, 0, 0, 1};
    unseen.isMissingFromDiff = true;
    SocketClose seen = unseen;
    seen.listener->localPort = 81;
    seen.isMissingFromDiff = false;
    auto batch = std::make_shared<CloseBatch>();
    batch->closes = {unseen, seen};

    const SnapshotPtr same = cells.snapshot();
    EXPECT_THAT(cells.apply({same, same, {}, false, batch}, now), ElementsAre(80));
    EXPECT_EQ(eventOn(80), PortEvent::Traffic);
}

TEST_F(PortMapCellsTest, ListenerThatClosesEndsItsAlarm)
{
    show({});
    show({assessed(tcpListener(931), Verdict::Unexpected)});
    ASSERT_EQ(eventOn(931), PortEvent::Alarm);

    show({});

    EXPECT_EQ(eventOn(931), PortEvent::Closed);
}

TEST_F(PortMapCellsTest, AnotherListenerOnTheSamePortIsAChange)
{
    show({tcpListener(80, "10.0.0.1").id(1)});

    show({tcpListener(80, "10.0.0.1").id(1), tcpListener(80, "10.0.0.2").id(2)});

    EXPECT_EQ(eventOn(80), PortEvent::Changed);
}

TEST_F(PortMapCellsTest, OutboundConnectionToAVacantPortHighlightsThatPort)
{
    const SocketRecord out =
        assessed(tcpConnection("10.0.0.1", 40000, "10.0.0.9", 931), Verdict::Unexpected);
    show({});

    show({out});

    EXPECT_EQ(eventOn(931), PortEvent::Alarm);
    EXPECT_TRUE(cells.cell(931).isUsed);
    EXPECT_FALSE(cells.cell(931).isListening());
    EXPECT_TRUE(cells.cell(40000).isQuiet());
    ASSERT_NE(cells.leadSocket(931), nullptr);
    EXPECT_EQ(cells.leadSocket(931)->key.localPort, 40000);
}

TEST_F(PortMapCellsTest, ClosedSocketsLeaveAnInactiveMap)
{
    show({tcpListener(80).id(1), udpBound(53).id(2),
          assessed(tcpConnection("10.0.0.1", 40000, "10.0.0.9", 931), Verdict::Unexpected)});

    show({});

    for (const Port port : std::initializer_list<Port>{80, 53, 931, 40000}) {
        EXPECT_TRUE(cells.cell(port).isQuiet()) << port;
    }
    EXPECT_THAT(cells.alarmsIn({0, 65535}), IsEmpty());
    EXPECT_EQ(cells.leadSocket(80), nullptr);
}

TEST_F(PortMapCellsTest, UpdatesMayBeSkipped)
{
    show({tcpListener(80).id(1)});
    const SnapshotPtr missed = sharedSnapshotOf({tcpListener(81).id(2)});
    const SnapshotPtr last = sharedSnapshotOf({tcpListener(82).id(3)});

    cells.apply({missed, last, diff(*missed, *last), false, {}}, now);

    EXPECT_TRUE(cells.cell(80).isQuiet());
    EXPECT_TRUE(cells.cell(81).isQuiet());
    EXPECT_TRUE(cells.cell(82).isListening());
}

TEST_F(PortMapCellsTest, BlockSummarizesItsPorts)
{
    show({bound(tcpListener(5432), Exposure::All), udpBound(5433),
          assessed(tcpListener(5440), Verdict::Explained)});

    const PortMapBlock block = cells.block({5408, 5439});
    EXPECT_EQ(block.ports, 32U);
    EXPECT_EQ(block.listening, 2U);
    EXPECT_TRUE(block.isExposed);
    EXPECT_EQ(block.verdict, Verdict::Ordinary);
    EXPECT_GT(block.assigned, 0U);
    EXPECT_EQ(block.assigned,
              cells.block({5408, 5423}).assigned + cells.block({5424, 5439}).assigned);
    EXPECT_EQ(cells.block({5440, 5471}).verdict, Verdict::Explained);
}

TEST_F(PortMapCellsTest, LeadIsTheMostRelevantListener)
{
    show({tcpConnection("10.0.0.1", 80, "10.0.0.2", 40000),
          bound(tcpListener(80, "127.0.0.1"), Exposure::Loopback),
          bound(tcpListener(80, "10.0.0.1"), Exposure::Private)});

    EXPECT_EQ(cells.leadSocket(80)->exposure, Exposure::Private);
    EXPECT_EQ(cells.listeners(80).size(), 2U);
}

TEST(PortHighlights, HighlightFadesFromOneToZero)
{
    const PortHighlights::TimePoint start{};
    const PortHighlights::Highlight highlight{PortEvent::Opened, start};
    const auto whole = PortHighlights::timeOf(PortEvent::Opened);

    EXPECT_DOUBLE_EQ(PortHighlights::strengthOf(highlight, start), 1.0);
    EXPECT_LT(PortHighlights::strengthOf(highlight, start + whole / 2), 0.6);
    EXPECT_DOUBLE_EQ(PortHighlights::strengthOf(highlight, start + whole), 0.0);
}

TEST(PortHighlights, LesserEventDoesNotReplaceAnActiveAlarm)
{
    PortHighlights highlights;
    const PortHighlights::TimePoint start{};
    highlights.start(931, PortEvent::Alarm, start);

    highlights.start(931, PortEvent::Traffic, start + 1s);
    EXPECT_EQ(highlights.find(931)->event, PortEvent::Alarm);

    highlights.start(931, PortEvent::Traffic, start + 1h);
    EXPECT_EQ(highlights.find(931)->event, PortEvent::Traffic);
}

TEST(PortHighlights, ExpiredHighlightsAreReturnedInOrder)
{
    PortHighlights highlights;
    const PortHighlights::TimePoint start{};
    highlights.start(80, PortEvent::Traffic, start);
    highlights.start(22, PortEvent::Traffic, start);
    highlights.start(931, PortEvent::Alarm, start);
    const auto soon = start + PortHighlights::timeOf(PortEvent::Traffic);

    EXPECT_EQ(highlights.nextEnd(), soon);
    EXPECT_THAT(highlights.takeExpired(soon), ElementsAre(22, 80));
    EXPECT_EQ(highlights.nextEnd(), start + PortHighlights::timeOf(PortEvent::Alarm));
}

}  // namespace

}  // namespace quaywatch
