// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_panel.h"
#include "app/gui/window/status_line.h"
#include "app/models/socket_cells.h"
#include "tests/support/gui/window_fixture.h"

#include <QToolButton>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::WindowTest;

class WindowState : public WindowTest {};

TEST_F(WindowState, CountsAPortOnceForAllItsAddresses)
{
    const Snapshot snapshot =
        test::snapshotOf({tcpListener(22, "0.0.0.0").id(1), tcpListener(22, "::").id(2),
                          tcpListener(931, "127.0.0.1").id(3)});

    const StatusCounts counts = StatusCounts::of(snapshot);

    EXPECT_EQ(counts.listeners, 2U);
    EXPECT_EQ(counts.unassigned, 1U);
}

TEST_F(WindowState, CountsRowsOfBothViews)
{
    std::vector<SocketRecord> sockets{tcpListener(931, "0.0.0.0").id(1),
                                      tcpListener(931, "::").id(2),
                                      test::tcpConnection("10.0.0.1", 22, "10.0.0.2", 50000),
                                      test::tcpConnection("10.0.0.1", 40000, "10.0.0.2", 932)};
    sockets[3].state = SocketState::TimeWait;
    for (std::size_t i : {0U, 1U, 3U}) {
        sockets[i].assessment.verdict = Verdict::Unexpected;
    }

    const StatusCounts counts = StatusCounts::of(test::snapshotOf(sockets));

    EXPECT_EQ(counts.listeners, 1U);
    EXPECT_EQ(counts.connections, 2U);
    EXPECT_EQ(counts.established, 1U);
    EXPECT_EQ(counts.unexpectedListeners, 1U);
    EXPECT_EQ(counts.unexpectedConnections, 1U);
    EXPECT_EQ(counts.unexpected(), 2U);
}

TEST_F(WindowState, SaysThatNothingIsUnexpected)
{
    open({tcpListener(22).ownedBy(process("sshd", 800, 0, "root"))});

    const auto& unexpected = child<QToolButton>(u"unexpected"_s);
    EXPECT_EQ(unexpected.text(), u"0 unexpected"_s);
    EXPECT_TRUE(unexpected.isVisible());
    EXPECT_FALSE(unexpected.isEnabled());
}

TEST_F(WindowState, ShowsTheRemedyOfAGap)
{
    machine.snapshot.gaps = {};
    open({tcpListener(22).ownedBy(process("sshd", 800, 0, "root"))});
    machine.snapshot.gaps = {{Gap::Kind::Owner, 12, "other users' processes", "sudo it"}};

    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    const auto& gaps = child<QToolButton>(u"gaps"_s);
    EXPECT_EQ(gaps.text(), u"12 owners hidden"_s);
    EXPECT_TRUE(gaps.toolTip().contains(u"sudo it"_s)) << gaps.toolTip().toStdString();
}

TEST_F(WindowState, DetailsOfAClosedSocketSaySo)
{
    open({tcpListener(22).ownedBy(process("sshd", 800, 0, "root")).id(1),
          tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711)).id(2)});
    ASSERT_TRUE(window->selectPort(931));
    machine.snapshot =
        test::snapshotOf({tcpListener(22).ownedBy(process("sshd", 800, 0, "root")).id(1)});

    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    const QString text = window->findChild<DetailsPanel*>()->text();
    EXPECT_TRUE(text.contains(u"Shown is its last state"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"4711"_s));
}

TEST_F(WindowState, DetailsListASocketOpenedLater)
{
    open({tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711)).id(2)});
    ASSERT_TRUE(window->selectPort(931));
    machine.snapshot =
        test::snapshotOf({tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711)).id(2),
                          tcpListener(5555, "127.0.0.1").ownedBy(process("nc", 4711)).id(3)});

    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    EXPECT_TRUE(window->findChild<DetailsPanel*>()->text().contains(u"127.0.0.1:5555"_s));
}

TEST(SocketCell, ShowsAMappedAddressAsIpv4AndTheFullOneInTheToolTip)
{
    const SocketRecord socket = tcpConnection("::ffff:127.0.0.1", 3000, "::ffff:10.0.0.9", 40000);

    const SocketCell local{socket, Column::LocalAddress, Flash::None, {}};
    const SocketCell remote{socket, Column::RemoteAddress, Flash::None, {}};

    EXPECT_EQ(socketText(local), u"127.0.0.1"_s);
    EXPECT_EQ(socketTip(local), u"::ffff:127.0.0.1"_s);
    EXPECT_EQ(socketText(remote), u"10.0.0.9"_s);
    EXPECT_EQ(socketTip(remote), u"::ffff:10.0.0.9"_s);
}

}  // namespace

}  // namespace quaywatch
