// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_events.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace quaywatch {
namespace {

using test::process;
using test::sharedSnapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;

SnapshotUpdate updateOf(std::vector<SocketRecord> before, std::vector<SocketRecord> after)
{
    SnapshotUpdate update;
    update.before = sharedSnapshotOf(std::move(before));
    update.after = sharedSnapshotOf(std::move(after));
    update.steps = diff(*update.before, *update.after);
    return update;
}

/// The events as text, such as "opened 80, closed 443".
std::string eventsText(const std::vector<SocketEvent>& events)
{
    std::string words;
    for (const SocketEvent& event : events) {
        words += words.empty() ? "" : ", ";
        words += token(event.kind);
        words += " " + std::to_string(event.socket->key.localPort);
    }
    return words;
}

SocketRecord netcat(std::uint32_t pid, std::uint64_t id)
{
    return tcpListener(931, "127.0.0.1").ownedBy(process("nc.openbsd", pid, 0, "root")).id(id);
}

TEST(EventsOf, AreEmptyForTheFirstSnapshot)
{
    SnapshotUpdate update = updateOf({}, {tcpListener(80)});
    update.isFirst = true;

    EXPECT_TRUE(eventsOf(update).empty());
}

TEST(EventsOf, AreInTheOrderOfTheirSockets)
{
    const SnapshotUpdate update =
        updateOf({tcpListener(22), tcpListener(443), tcpListener(631).id(1)},
                 {tcpListener(80), tcpListener(443).ownerState(OwnerState::Kernel)});

    EXPECT_EQ(eventsText(eventsOf(update)), "closed 22, opened 80, changed 443, closed 631");
}

TEST(EventsOf, IncludeThePreviousSocket)
{
    const SnapshotUpdate update =
        updateOf({tcpListener(443)}, {tcpListener(443).ownerState(OwnerState::Kernel)});

    const std::vector<SocketEvent> events = eventsOf(update);

    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].previous, &update.before->sockets[0]);
    EXPECT_EQ(events[0].socket, &update.after->sockets[0]);
}

TEST(EventsOf, ReportARestartAsReplaced)
{
    const SnapshotUpdate update = updateOf({netcat(100, 1)}, {netcat(200, 2)});

    const std::vector<SocketEvent> events = eventsOf(update);

    EXPECT_EQ(eventsText(events), "replaced 931");
    EXPECT_EQ(events[0].previous, &update.before->sockets[0]);
}

TEST(EventsOf, ReportAnotherUsersListenerAsNew)
{
    const SocketRecord other =
        tcpListener(931, "127.0.0.1").ownedBy(process("nc.openbsd", 200, 1000, "alice")).id(2);

    EXPECT_EQ(eventsText(eventsOf(updateOf({netcat(100, 1)}, {other}))), "closed 931, opened 931");
}

TEST(EventsOf, DoNotMistakeAHiddenOwnerForAKnownOne)
{
    const SocketRecord hidden =
        tcpListener(931, "127.0.0.1").uid(0, "root").ownerState(OwnerState::Hidden).id(2);

    EXPECT_EQ(eventsText(eventsOf(updateOf({netcat(100, 1)}, {hidden}))), "closed 931, opened 931");
}

TEST(EventsOf, PairEachRestartedListenerOnce)
{
    const SnapshotUpdate update = updateOf({netcat(100, 1), netcat(101, 2)},
                                           {netcat(200, 3), netcat(201, 4), netcat(202, 5)});

    EXPECT_EQ(eventsText(eventsOf(update)), "replaced 931, replaced 931, opened 931");
}

TEST(EventsOf, NeverReportConnectionsAsRestarts)
{
    const SnapshotUpdate update = updateOf({tcpConnection("10.0.0.1", 931, "10.0.0.2", 1)},
                                           {tcpConnection("10.0.0.1", 931, "10.0.0.2", 2)});

    EXPECT_EQ(eventsText(eventsOf(update)), "closed 931, opened 931");
}

TEST(IdentityOf, HasTheFormOfTheContract)
{
    EXPECT_EQ(identityOf(netcat(4711, 1)), "tcp|127.0.0.1|931|/usr/bin/nc.openbsd|root");
}

TEST(IdentityOf, ContainsWhatALoaderRuns)
{
    auto server = std::make_shared<ProcessInfo>(*process("server", 70, 0, "root"));
    server->exe = "/usr/bin/qemu-arm";
    server->isLoader = true;
    server->runs = "/srv/server";

    EXPECT_EQ(identityOf(tcpListener(80).ownedBy(server)),
              "tcp|0.0.0.0|80|/usr/bin/qemu-arm /srv/server|root");
}

TEST(IdentityOf, LeavesUnknownPartsEmpty)
{
    EXPECT_EQ(identityOf(tcpListener(931, "::1")), "tcp|::1|931||");
}

TEST(IdentityOf, NamesAUserWithoutANameByUid)
{
    EXPECT_EQ(identityOf(tcpListener(931, "::1").uid(1234)), "tcp|::1|931||1234");
}

TEST(IdentityOf, EndsWithTheUnitIfThereIsOne)
{
    EXPECT_EQ(identityOf(tcpListener(22).uid(0, "root").serviceContext("ssh.service")),
              "tcp|0.0.0.0|22||root|ssh.service");
}

TEST(IdentityOf, PrefersTheContainerToTheUnitAroundIt)
{
    EXPECT_EQ(
        identityOf(tcpListener(80).uid(0, "root").serviceContext("docker-0a.scope", "docker:0a")),
        "tcp|0.0.0.0|80||root|docker:0a");
}

TEST(IdentityOf, EscapesSeparatorsInAPath)
{
    const SocketRecord forged = tcpListener(80).ownedBy(process("a|root", 1, 5, "eve"));

    EXPECT_EQ(identityOf(forged), "tcp|0.0.0.0|80|/usr/bin/a\\|root|eve");
}

TEST(EventsOf, AttachTheCloseEvent)
{
    const SocketRecord open = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 80);
    SnapshotUpdate update = updateOf({open}, {});
    SocketClose closeEvent;
    closeEvent.socket = open;
    closeEvent.socket.bytesReceived = 7;
    closeEvent.wasSeen = true;
    update.closes = std::make_shared<const CloseBatch>(CloseBatch{{closeEvent}, {}});

    const auto events = eventsOf(update);

    ASSERT_EQ(events.size(), 1U);
    ASSERT_NE(events[0].closing, nullptr);
    EXPECT_EQ(events[0].closing->socket.bytesReceived, 7U);
    EXPECT_EQ(events[0].socket, &update.before->sockets[0]);
}

TEST(EventsOf, IncludeASocketThatNoSnapshotHas)
{
    SocketClose closeEvent;
    closeEvent.socket = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 80);
    closeEvent.isMissingFromDiff = true;
    SnapshotUpdate update = updateOf({}, {});
    update.closes = std::make_shared<const CloseBatch>(CloseBatch{{closeEvent}, {}});

    const auto events = eventsOf(update);

    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, EventKind::Closed);
    EXPECT_EQ(events[0].socket->key.localPort, 40000);
    EXPECT_FALSE(events[0].closing->wasSeen);
}

TEST(EventsOf, LeaveACloseToTheTableThatWillReportIt)
{
    SocketClose closeEvent;
    closeEvent.socket = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 80);
    SnapshotUpdate update = updateOf({}, {});
    update.closes = std::make_shared<const CloseBatch>(CloseBatch{{closeEvent}, {}});

    EXPECT_TRUE(eventsOf(update).empty());
}

TEST(EventsOf, DoNotTellTheLifetimeOfASocketAsThatOfItsTimeWait)
{
    SocketRecord left = tcpConnection("10.0.0.1", 40000, "10.0.0.9", 443).id(5);
    left.state = SocketState::TimeWait;
    SnapshotUpdate update = updateOf({left}, {});
    SocketClose closing;
    closing.socket = left;
    closing.wasSeen = true;
    update.closes = std::make_shared<const CloseBatch>(CloseBatch{{closing}, {}});

    const std::vector<SocketEvent> events = eventsOf(update);

    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].closing, nullptr);
}

}  // namespace
}  // namespace quaywatch
