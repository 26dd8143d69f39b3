// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_source.h"

#include "tests/support/processes/child_process.h"
#include "tests/support/processes/process_without_first_thread.h"
#include "tests/support/sockets/test_socket.h"

#include <gtest/gtest.h>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace quaywatch {
namespace {

using test::ChildProcess;
using test::ProcessWithoutFirstThread;
using test::TestSocket;

/// What any backend must find of sockets that this test opens on loopback.
class SocketSourceContract : public testing::Test {
protected:
    void SetUp() override
    {
        Result<std::unique_ptr<SocketSource>> source = createSocketSource();
        ASSERT_TRUE(source) << describe(source.error());
        m_source = std::move(*source);
    }

    void read(ReadScope scope = ReadScope::Everything)
    {
        Result<Snapshot> snapshot = m_source->read(scope);
        ASSERT_TRUE(snapshot) << describe(snapshot.error());
        m_snapshot = std::move(*snapshot);
    }

    /// Without `remote`, rows in TIME_WAIT are left out: other programs may have left them on the
    /// port within the last minute.
    [[nodiscard]] std::vector<SocketRecord> at(Port port, Protocol protocol = Protocol::Tcp,
                                               std::optional<Port> remote = {}) const
    {
        std::vector<SocketRecord> found;
        for (const SocketRecord& record : m_snapshot.sockets) {
            const bool isMeant =
                remote ? record.key.remotePort == *remote : record.state != SocketState::TimeWait;
            if (isMeant && record.key.localPort == port && record.key.protocol == protocol) {
                found.push_back(record);
            }
        }
        return found;
    }

    [[nodiscard]] static std::vector<pid_t> pidsOf(const SocketRecord& record)
    {
        std::vector<pid_t> pids;
        for (const ProcessPtr& owner : record.owners()) {
            pids.push_back(static_cast<pid_t>(owner->id.pid));
        }
        return pids;
    }

    static void expectOwnedByThisProcess(const SocketRecord& record)
    {
        EXPECT_EQ(record.ownerState, OwnerState::Known);
        EXPECT_EQ(pidsOf(record), std::vector<pid_t>{getpid()});
        EXPECT_EQ(record.uid, getuid());
        ASSERT_FALSE(record.owners().empty());
        EXPECT_EQ(record.owners().front()->name, "contract_tests");
    }

    std::unique_ptr<SocketSource> m_source;
    Snapshot m_snapshot;
};

TEST_F(SocketSourceContract, FindsATcpListenerOnIpv4WithItsOwner)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen(7);

    read();

    const auto found = at(listener.port());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].state, SocketState::Listen);
    EXPECT_EQ(found[0].key.localAddress.toString(), "127.0.0.1");
    EXPECT_FALSE(found[0].hasRemote());
    EXPECT_EQ(found[0].sendQueue, 7U) << "the backlog's limit";
    EXPECT_FALSE(found[0].bytesReceived);
    EXPECT_TRUE(found[0].inode);
    EXPECT_TRUE(found[0].cookie);
    expectOwnedByThisProcess(found[0]);
}

TEST_F(SocketSourceContract, DistinguishesV6OnlyFromDualStack)
{
    TestSocket dual(AF_INET6, SOCK_STREAM);
    dual.option(IPPROTO_IPV6, IPV6_V6ONLY, 0).bind("::").listen();
    TestSocket only(AF_INET6, SOCK_STREAM);
    only.option(IPPROTO_IPV6, IPV6_V6ONLY, 1).bind("::1").listen();

    read();

    ASSERT_EQ(at(dual.port()).size(), 1U);
    EXPECT_EQ(at(dual.port())[0].isV6Only, false);
    EXPECT_EQ(at(dual.port())[0].key.localAddress.toString(), "::");
    ASSERT_EQ(at(only.port()).size(), 1U);
    EXPECT_EQ(at(only.port())[0].isV6Only, true);
}

TEST_F(SocketSourceContract, FindsBothEndsOfAConnectionWithByteCounts)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    TestSocket client(AF_INET, SOCK_STREAM);
    client.connect("127.0.0.1", listener.port());
    const TestSocket server = listener.accept();
    ASSERT_EQ(send(client.fd(), "hello", 5, 0), 5);
    char text[5];
    ASSERT_EQ(recv(server.fd(), text, 5, MSG_WAITALL), 5);

    read();

    const auto near = at(client.port());
    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near[0].state, SocketState::Established);
    EXPECT_EQ(near[0].remote().port, listener.port());
    expectOwnedByThisProcess(near[0]);
    EXPECT_EQ(near[0].bytesSent, 5U);
    const auto served = at(listener.port());
    ASSERT_EQ(served.size(), 2U) << "the listener and the accepted end";
    const auto accepted = std::find_if(served.begin(), served.end(),
                                       [](const auto& record) { return record.hasRemote(); });
    ASSERT_NE(accepted, served.end());
    EXPECT_EQ(accepted->bytesReceived, 5U);
    EXPECT_EQ(accepted->bytesSent, 0U);
}

TEST_F(SocketSourceContract, ReportsAnIpv4ConnectionOfADualStackSocketAsIpv6)
{
    TestSocket listener(AF_INET6, SOCK_STREAM);
    listener.option(IPPROTO_IPV6, IPV6_V6ONLY, 0).bind("::").listen();
    TestSocket client(AF_INET, SOCK_STREAM);
    client.connect("127.0.0.1", listener.port());
    const TestSocket server = listener.accept();

    read();

    const auto served = at(listener.port());
    const auto accepted = std::find_if(served.begin(), served.end(),
                                       [](const auto& record) { return record.hasRemote(); });
    ASSERT_NE(accepted, served.end());
    EXPECT_EQ(accepted->key.localAddress.toString(), "::ffff:127.0.0.1");
    EXPECT_EQ(accepted->key.localAddress.family(), AddressFamily::Ipv6);
}

TEST_F(SocketSourceContract, FindsUdpBoundAndConnected)
{
    TestSocket bound(AF_INET, SOCK_DGRAM);
    bound.bind("127.0.0.1");
    TestSocket bound6(AF_INET6, SOCK_DGRAM);
    bound6.bind("::1");
    TestSocket connected(AF_INET, SOCK_DGRAM);
    connected.bind("127.0.0.1").connect("127.0.0.1", bound.port());

    read();

    ASSERT_EQ(at(bound.port(), Protocol::Udp).size(), 1U);
    EXPECT_EQ(at(bound.port(), Protocol::Udp)[0].state, SocketState::Bound);
    expectOwnedByThisProcess(at(bound.port(), Protocol::Udp)[0]);
    ASSERT_EQ(at(bound6.port(), Protocol::Udp).size(), 1U);
    EXPECT_EQ(at(bound6.port(), Protocol::Udp)[0].key.localAddress.toString(), "::1");
    ASSERT_EQ(at(connected.port(), Protocol::Udp).size(), 1U);
    EXPECT_EQ(at(connected.port(), Protocol::Udp)[0].state, SocketState::Connected);
    EXPECT_EQ(at(connected.port(), Protocol::Udp)[0].remote().port, bound.port());
}

TEST_F(SocketSourceContract, DistinguishesReuseportSiblings)
{
    TestSocket first(AF_INET, SOCK_STREAM);
    first.option(SOL_SOCKET, SO_REUSEPORT, 1).bind("127.0.0.1").listen();
    TestSocket second(AF_INET, SOCK_STREAM);
    second.option(SOL_SOCKET, SO_REUSEPORT, 1).bind("127.0.0.1", first.port()).listen();

    read();

    const auto found = at(first.port());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NE(found[0].key, found[1].key);
    EXPECT_NE(found[0].inode, found[1].inode);
}

TEST_F(SocketSourceContract, ListsEveryProcessThatSharesASocket)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    int gate[2];
    ASSERT_EQ(pipe(gate), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(gate[1]);
        char end = 0;
        _exit(::read(gate[0], &end, 1) == 0 ? 0 : 1);  // until the parent closes its end
    }
    close(gate[0]);

    read();
    const auto found = at(listener.port());
    close(gate[1]);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);

    ASSERT_EQ(found.size(), 1U);
    std::vector<pid_t> expected{getpid(), child};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(pidsOf(found[0]), expected);

    read();
    EXPECT_EQ(pidsOf(at(listener.port())[0]), std::vector<pid_t>{getpid()})
        << "a later poll drops the child that ended";
}

TEST_F(SocketSourceContract, NamesTheOpenerOfASharedSocketFirst)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root can become another user";
    }
    constexpr uid_t kOpener = 12345;
    ASSERT_EQ(seteuid(kOpener), 0);
    TestSocket listener(AF_INET, SOCK_STREAM);
    ASSERT_EQ(seteuid(0), 0);
    listener.bind("127.0.0.1").listen();
    const ChildProcess child = ChildProcess::forked([] {
        if (setresuid(kOpener, kOpener, kOpener) != 0) {
            _exit(1);
        }
    });

    read();
    const auto found = at(listener.port());

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(pidsOf(found[0]), (std::vector<pid_t>{static_cast<pid_t>(child.pid()), getpid()}));
}

TEST_F(SocketSourceContract, AssignsAThreadsSocketToItsProcess)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    std::thread([&] { listener.bind("127.0.0.1").listen(); }).join();

    read();

    ASSERT_EQ(at(listener.port()).size(), 1U);
    expectOwnedByThisProcess(at(listener.port())[0]);
}

TEST_F(SocketSourceContract, FindsAnOwnerWhoseFirstThreadHasEnded)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    const ProcessWithoutFirstThread child;
    const Port port = listener.port();
    listener.close();  // Only the child holds it now.
    ASSERT_TRUE(child.waitUntilReady());

    read();

    const auto found = at(port);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(pidsOf(found[0]), std::vector<pid_t>{child.pid()});
}

TEST_F(SocketSourceContract, GivesTimeWaitNoOwnerAndNoUser)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    TestSocket client(AF_INET, SOCK_STREAM);
    client.connect("127.0.0.1", listener.port());
    TestSocket server = listener.accept();
    const Port clientPort = client.port();
    client.close();
    pollfd hungUp{server.fd(), POLLRDHUP, 0};
    ASSERT_EQ(poll(&hungUp, 1, 1000), 1);
    server.close();  // the client closed first, so its end is in TIME_WAIT

    read();

    const auto found = at(clientPort, Protocol::Tcp, listener.port());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].state, SocketState::TimeWait);
    EXPECT_EQ(found[0].ownerState, OwnerState::None);
    EXPECT_FALSE(found[0].uid);
    EXPECT_FALSE(found[0].inode);
    EXPECT_TRUE(found[0].owners().empty());
}

TEST_F(SocketSourceContract, FindsASocketOpenedAfterTheFirstPoll)
{
    read();
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();

    read();

    ASSERT_EQ(at(listener.port()).size(), 1U);
    expectOwnedByThisProcess(at(listener.port())[0]);
}

TEST_F(SocketSourceContract, ReadsOnlyListenersOnRequest)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    TestSocket client(AF_INET, SOCK_STREAM);
    client.connect("127.0.0.1", listener.port());

    read(ReadScope::Listeners);

    EXPECT_EQ(at(listener.port()).size(), 1U);
    EXPECT_TRUE(std::all_of(m_snapshot.sockets.begin(), m_snapshot.sockets.end(),
                            [](const auto& record) { return record.isListener(); }));
}

TEST_F(SocketSourceContract, IsSortedWithoutDuplicates)
{
    std::vector<TestSocket> sockets;
    for (int i = 0; i < 20; ++i) {
        sockets.emplace_back(AF_INET, SOCK_STREAM).bind("127.0.0.1").listen();
        sockets.emplace_back(AF_INET6, SOCK_DGRAM).bind("::1");
    }

    read();

    const auto& rows = m_snapshot.sockets;
    EXPECT_GE(rows.size(), 40U);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_LT(rows[i - 1].key, rows[i].key);
    }
}

TEST_F(SocketSourceContract, FindsAKnownListenerUntilItIsClosed)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen();
    read();
    const auto found = at(listener.port());
    ASSERT_EQ(found.size(), 1U);

    const std::vector<const SocketRecord*> wanted{&found[0]};
    const auto again = m_source->find(wanted);
    ASSERT_TRUE(again);
    ASSERT_EQ(again->size(), 1U);
    EXPECT_EQ(again->front().key, found[0].key);
    EXPECT_EQ(pidsOf(again->front()), std::vector<pid_t>{getpid()});

    listener.close();
    const auto closed = m_source->find(wanted);
    ASSERT_TRUE(closed);
    EXPECT_TRUE(closed->empty());
}

TEST_F(SocketSourceContract, FindsManyKnownListenersTogether)
{
    std::vector<TestSocket> listeners;
    for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_STREAM}) {
        TestSocket& listener = listeners.emplace_back(AF_INET, type).bind("127.0.0.1");
        if (type == SOCK_STREAM) {
            listener.listen();
        }
    }
    read();
    std::vector<SocketRecord> rows = at(listeners[2].port());
    rows.push_back(at(listeners[1].port(), Protocol::Udp).at(0));
    rows.push_back(at(listeners[0].port()).at(0));
    const std::vector<const SocketRecord*> wanted{&rows[0], &rows[1], &rows[2]};
    listeners[2].close();

    const auto again = m_source->find(wanted);

    ASSERT_TRUE(again);
    ASSERT_EQ(again->size(), 2U);
    EXPECT_LT(again->front().key, again->back().key);
}

}  // namespace
}  // namespace quaywatch
