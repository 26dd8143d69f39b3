// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/hidden_owners.h"
#include "core/message/message_list.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::tcpListener;
using test::udpBound;

constexpr std::uint32_t kLocks = 100021;
constexpr std::uint32_t kMountd = 100005;

Snapshot withUnheld(std::vector<SocketRecord> sockets)
{
    Snapshot snapshot = test::snapshotOf(std::move(sockets));
    snapshot.gaps.push_back(
        {Gap::Kind::Owner, snapshot.sockets.size(), Message(MessageId::NoDescriptor), {}});
    return snapshot;
}

TEST(KernelRpc, IsAKernelProgramListedByRpcbind)
{
    Snapshot snapshot =
        withUnheld({tcpListener(40001).uid(0, "root").hiddenBy(HiddenBy::NoDescriptor),
                    udpBound(40001).uid(0, "root").hiddenBy(HiddenBy::NoDescriptor)});

    attributeKernelRpc(snapshot, {{kLocks, 4, Protocol::Tcp, 40001}});

    EXPECT_EQ(snapshot.sockets[0].ownerState, OwnerState::Kernel);
    EXPECT_EQ(snapshot.sockets[0].hiddenBy, std::nullopt);
    EXPECT_EQ(snapshot.sockets[1].ownerState, OwnerState::Hidden);
    ASSERT_EQ(snapshot.gaps.size(), 1U);
    EXPECT_EQ(snapshot.gaps.front().count, 1U);

    attributeKernelRpc(snapshot, {{kLocks, 4, Protocol::Udp, 40001}});
    EXPECT_TRUE(snapshot.gaps.empty());
}

TEST(KernelRpc, IsNoOtherSocket)
{
    Snapshot snapshot =
        withUnheld({tcpListener(40001).uid(1000, "alice").hiddenBy(HiddenBy::NoDescriptor),
                    tcpListener(40002).uid(0, "root").hiddenBy(HiddenBy::Unreadable),
                    tcpListener(40003).uid(0, "root").hiddenBy(HiddenBy::NoDescriptor)});

    attributeKernelRpc(snapshot, {{kLocks, 4, Protocol::Tcp, 40001},
                                  {kLocks, 4, Protocol::Tcp, 40002},
                                  {kMountd, 3, Protocol::Tcp, 40003}});

    for (const SocketRecord& socket : snapshot.sockets) {
        EXPECT_EQ(socket.ownerState, OwnerState::Hidden);
    }
    EXPECT_EQ(snapshot.gaps.front().count, 3U);
}

}  // namespace
}  // namespace quaywatch
