// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_table_model.h"
#include "app/text/socket_text.h"
#include "core/message/message_list.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/sockets/socket_history.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::tcpConnection;

/// The tool tip of a listener on port 931 with a hidden owner, in a snapshot with this gap.
QString tipOfHidden(OwnerState state, const Gap& gap)
{
    SocketRecord socket = test::tcpListener(931).id(1);
    socket.ownerState = state;
    socket.hiddenBy = HiddenBy::Unreadable;
    Snapshot snapshot = test::snapshotOf({socket});
    snapshot.gaps = {gap};
    return socketTip(
        {snapshot.sockets.front(), Column::Process, Flash::None, snapshot.takenAt, &snapshot});
}

/// The tool tip of a connection to port 80 that no process owns.
QString tipOf(SocketState state)
{
    SocketRecord socket = tcpConnection("10.0.0.1", 80, "10.0.0.9", 40000).id(1);
    socket.state = state;
    socket.direction = Direction::Inbound;
    socket.ownerState = OwnerState::None;
    test::SocketHistory history;
    SocketTableModel model;
    model.apply(history.next({socket}));
    return model.index(0, static_cast<int>(Column::Process)).data(Qt::ToolTipRole).toString();
}

TEST(NoOwnerText, AConnectionThatWasNotAcceptedWaitsInTheBacklog)
{
    EXPECT_TRUE(tipOf(SocketState::Established).contains(u"waits in the backlog"_s));
    EXPECT_TRUE(tipOf(SocketState::CloseWait).contains(u"waits in the backlog"_s));
    EXPECT_FALSE(tipOf(SocketState::Established).contains(u"closed"_s));
}

TEST(NoOwnerText, AConnectionReleasedByItsProcessIsClosed)
{
    for (const SocketState state : {SocketState::TimeWait, SocketState::FinWait1,
                                    SocketState::FinWait2, SocketState::LastAck}) {
        EXPECT_TRUE(tipOf(state).contains(u"no process owns it any more"_s))
            << tipOf(state).toStdString();
    }
}

TEST(NoOwnerText, AConnectionThatIsBeingOpenedHasNoOwnerYet)
{
    EXPECT_TRUE(tipOf(SocketState::SynReceived).contains(u"being opened"_s));
}

TEST(NoOwnerText, AdvisesSudoOnlyWhereItHelps)
{
    const Gap ofUser{Gap::Kind::Owner, 1, Message(MessageId::OtherUsersProcesses),
                     "sudo quaywatch-cli list"};
    const QString tip = tipOfHidden(OwnerState::Hidden, ofUser);
    EXPECT_TRUE(tip.contains(u"needs administrator rights"_s)) << tip.toStdString();
    EXPECT_TRUE(tip.contains(u"sudo quaywatch-cli kill port:931"_s)) << tip.toStdString();
}

TEST(NoOwnerText, AdvisesRootNotToUseSudo)
{
    const Gap ofRoot{Gap::Kind::Owner, 1, Message(MessageId::ProcessesOutsideContainer),
                     Message(MessageId::RunOnHost)};
    for (const OwnerState state : {OwnerState::Hidden, OwnerState::Partial}) {
        const QString tip = tipOfHidden(state, ofRoot);
        EXPECT_TRUE(tip.contains(u"outside this container"_s)) << tip.toStdString();
        EXPECT_FALSE(tip.contains(u"administrator"_s)) << tip.toStdString();
        EXPECT_FALSE(tip.contains(u"sudo"_s)) << tip.toStdString();
    }
    EXPECT_TRUE(tipOfHidden(OwnerState::Hidden, ofRoot).contains(u"run it on the host"_s));
}

}  // namespace
}  // namespace quaywatch
