// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/assess.h"

#include "core/sockets/classify.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <vector>

namespace quaywatch {
namespace {

using test::process;
using test::snapshotOf;
using test::SocketBuilder;
using test::tcpListener;
using test::udpBound;

TEST(AssessSnapshot, GivesConnectionsTheMostSevereVerdictOfTheirListeners)
{
    const ProcessPtr statd = process("rpc.statd", 300, 106, "statd");
    const std::vector<RpcService> services{{100000, 2, Protocol::Tcp, 111},
                                           {100024, 1, Protocol::Tcp, 40001},
                                           {100024, 1, Protocol::Udp, 40002}};
    Snapshot snapshot =
        snapshotOf({udpBound(931, "127.0.0.1").ownedBy(statd).id(1),
                    udpBound(931, "10.0.0.1").ownedBy(process("nc.openbsd", 4711, 0, "root")).id(2),
                    udpBound(40002).ownedBy(statd).id(3),
                    SocketBuilder(Protocol::Udp, SocketState::Connected)
                        .local("10.0.0.1", 931)
                        .remote("192.0.2.7", 50000)
                        .id(4)});

    classify(snapshot);
    assess(snapshot, services);

    ASSERT_EQ(snapshot.sockets[1].direction, Direction::Inbound);
    EXPECT_EQ(snapshot.sockets[1].assessment.verdict, Verdict::Unexpected);
}

TEST(AssessSnapshot, ReplacesAnEarlierVerdict)
{
    Snapshot snapshot = snapshotOf({tcpListener(931).uid(0, "root")});
    classify(snapshot);
    assess(snapshot, {});

    assess(snapshot, {{100011, 2, Protocol::Tcp, 931}});

    EXPECT_EQ(snapshot.sockets[0].assessment.verdict, Verdict::Explained);
}

TEST(AssessSnapshot, SharesOneReasonBetweenRows)
{
    Snapshot snapshot = snapshotOf({tcpListener(931), tcpListener(932)});

    classify(snapshot);
    assess(snapshot, {});

    EXPECT_EQ(snapshot.sockets[0].assessment.reason, snapshot.sockets[1].assessment.reason);
}

TEST(IsVacantPort, IsFalseForPortZero)
{
    EXPECT_FALSE(isUnclaimedWellKnownPort(0, Protocol::Tcp));
}

}  // namespace
}  // namespace quaywatch
