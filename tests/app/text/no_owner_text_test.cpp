// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_table_model.h"
#include "tests/support/sockets/socket_history.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::tcpConnection;

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

}  // namespace
}  // namespace quaywatch
