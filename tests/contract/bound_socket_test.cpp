// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_source.h"

#include "tests/support/sockets/test_socket.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <vector>

namespace quaywatch {
namespace {

using test::TestSocket;

/// The TCP sockets of this process that are bound and do not listen.
std::vector<SocketRecord> boundHere(const Snapshot& snapshot)
{
    std::vector<SocketRecord> found;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (socket.isBoundTcp() && socket.owners().size() == 1 &&
            socket.owners().front()->id.pid == static_cast<std::uint32_t>(getpid())) {
            found.push_back(socket);
        }
    }
    return found;
}

TEST(BoundTcpSocket, IsListedOnlyOnRequest)
{
    TestSocket bound(AF_INET6, SOCK_STREAM);
    bound.bind("::1");
    const Result<std::unique_ptr<SocketSource>> source = createSocketSource();
    ASSERT_TRUE(source) << describe(source.error());

    const Result<Snapshot> all = (*source)->read(ReadScope::EverythingAndBound);
    const Result<Snapshot> usual = (*source)->read(ReadScope::Everything);

    ASSERT_TRUE(all && usual);
    EXPECT_FALSE(usual->hasBoundTcp);
    EXPECT_TRUE(boundHere(*usual).empty());
    if (!all->hasBoundTcp) {
        GTEST_SKIP() << "this kernel does not list them (Linux 6.8 does)";
    }
    // The socket with which the source asks the kernel is not listed.
    ASSERT_EQ(boundHere(*all).size(), 1U);
    const SocketRecord found = boundHere(*all).front();
    EXPECT_EQ(found.key.localPort, bound.port());
    EXPECT_EQ(found.isV6Only, true);
    EXPECT_FALSE(found.isListener());
    EXPECT_FALSE(found.hasRemote());
}

TEST(BoundTcpSocket, IsNoLongerBoundWhenItListens)
{
    TestSocket socket(AF_INET, SOCK_STREAM);
    socket.bind("127.0.0.1").listen();
    const Result<std::unique_ptr<SocketSource>> source = createSocketSource();
    ASSERT_TRUE(source) << describe(source.error());

    const Result<Snapshot> snapshot = (*source)->read(ReadScope::EverythingAndBound);

    ASSERT_TRUE(snapshot);
    EXPECT_TRUE(boundHere(*snapshot).empty());
}

}  // namespace
}  // namespace quaywatch
