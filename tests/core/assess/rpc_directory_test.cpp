// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/rpc_directory.h"

#include "tests/support/machine/fake_evidence.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::FakeEvidence;
using test::process;
using test::snapshotOf;
using test::SocketBuilder;
using test::tcpListener;
using test::udpBound;

/// A directory for one vacant listener and the listeners on 111. Records how rpcbind was queried.
class RpcDirectoryTest : public testing::Test {
protected:
    std::string wayOf(std::vector<SocketRecord> onPort111)
    {
        m_ways.clear();
        onPort111.push_back(udpBound(875).uid(0, "root"));
        RpcDirectory directory([this](RpcWay way) {
            m_ways.push_back(way);
            return m_answer;
        });
        Snapshot snapshot = snapshotOf(std::move(onPort111));
        directory.update(snapshot, &m_evidence);
        m_gaps = snapshot.gaps;
        if (m_ways.size() != 1) {
            return "asked " + std::to_string(m_ways.size()) + " times";
        }
        return m_ways.front() == RpcWay::LocalSocket ? "local socket" : "local socket or TCP";
    }

    FakeEvidence m_evidence;
    std::vector<RpcWay> m_ways;
    std::vector<Gap> m_gaps;
    Result<std::vector<RpcService>> m_answer = std::vector<RpcService>{};
};

SocketBuilder listenerOf(std::uint32_t uid, const std::string& user,
                         const std::string& address = "0.0.0.0")
{
    return tcpListener(111, address).uid(uid, user).ownerState(OwnerState::Hidden);
}

TEST_F(RpcDirectoryTest, QueriesTheSystemRpcbindBySocketAndByTcp)
{
    EXPECT_EQ(wayOf({listenerOf(0, "root")}), "local socket or TCP");
    EXPECT_EQ(wayOf({listenerOf(103, "_rpc")}), "local socket or TCP");
    EXPECT_EQ(wayOf({listenerOf(32, "rpc"), listenerOf(32, "rpc", "::")}), "local socket or TCP");
}

TEST_F(RpcDirectoryTest, QueriesNoOtherProcessOverTcp)
{
    EXPECT_EQ(wayOf({listenerOf(1001, "mallory")}), "local socket");
    EXPECT_EQ(wayOf({listenerOf(33, "www-data")}), "local socket");
    EXPECT_EQ(wayOf({tcpListener(111).ownerState(OwnerState::Hidden)}), "local socket")
        << "its owner is unknown";
}

TEST_F(RpcDirectoryTest, DoesNotUseTcpWhereAnUntrustedProcessCouldAccept)
{
    const SocketRecord own = listenerOf(0, "root").id(1);

    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory", "127.0.0.1").id(2)}), "local socket");
    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory", "::").id(2)}), "local socket");
    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory", "::ffff:127.0.0.1").id(2)}), "local socket");
    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory").id(2)}), "local socket") << "SO_REUSEPORT";
    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory").device("lo", 1).id(2)}), "local socket");
}

TEST_F(RpcDirectoryTest, IgnoresAnUntrustedProcessThatCannotAccept)
{
    const SocketRecord own = listenerOf(0, "root").id(1);

    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory", "::1").id(2)}), "local socket or TCP");
    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory", "::").v6Only(true).id(2)}),
              "local socket or TCP");
    EXPECT_EQ(wayOf({own, listenerOf(1001, "mallory", "10.0.0.1").id(2)}), "local socket or TCP");
    EXPECT_EQ(wayOf({listenerOf(0, "root", "10.0.0.1"), listenerOf(1001, "mallory").id(2)}),
              "local socket");
    EXPECT_EQ(wayOf({listenerOf(0, "root", "::1")}), "local socket")
        << "no listener at that address";
}

TEST_F(RpcDirectoryTest, DoesNotUseTcpWhereOnlyUdpListens)
{
    EXPECT_EQ(wayOf({udpBound(111).uid(0, "root")}), "local socket");
}

TEST_F(RpcDirectoryTest, IgnoresAnUntrustedProcessOnUdp)
{
    EXPECT_EQ(wayOf({listenerOf(0, "root"), udpBound(111, "127.0.0.1").uid(1001, "mallory")}),
              "local socket or TCP");
}

TEST_F(RpcDirectoryTest, ChecksTheOwnerOfTheExecutable)
{
    m_evidence.othersExecutables = {"/usr/bin/mine"};

    EXPECT_EQ(wayOf({tcpListener(111).ownedBy(process("mine", 7, 0, "root"))}), "local socket");
    EXPECT_EQ(wayOf({tcpListener(111).ownedBy(process("rpcbind", 7, 0, "root"))}),
              "local socket or TCP");
}

TEST_F(RpcDirectoryTest, ReportsThatAnUntrustedProcessExplainsNothing)
{
    m_answer = failure(ErrorCode::NotFound, "rpcbind");
    (void)wayOf({listenerOf(1001, "mallory")});

    ASSERT_EQ(m_gaps.size(), 1U);
    EXPECT_EQ(m_gaps[0].kind, Gap::Kind::Rpc);
    EXPECT_EQ(m_gaps[0].why,
              "the program on port 111 is not known to be the system's rpcbind, so its answers are "
              "not used");
}

TEST_F(RpcDirectoryTest, ReportsTheSameForAProcessThatTookThePortLater)
{
    m_answer = failure(ErrorCode::NotFound, "rpcbind");
    (void)wayOf({listenerOf(0, "root")});

    ASSERT_EQ(m_gaps.size(), 1U);
    EXPECT_NE(m_gaps[0].why.english().find("not known to be the system's"), std::string::npos);
}

TEST_F(RpcDirectoryTest, QueriesForAServiceOnAnAssignedPortToo)
{
    RpcDirectory directory([this](RpcWay way) {
        m_ways.push_back(way);
        return m_answer;
    });
    Snapshot snapshot = snapshotOf({tcpListener(111).uid(0, "root"), tcpListener(654)});

    directory.update(snapshot, nullptr);

    EXPECT_EQ(m_ways.size(), 1U);
}

TEST_F(RpcDirectoryTest, QueriesAgainWhenThePortChangesItsOwnerUnderTheSameKey)
{
    RpcDirectory directory([this](RpcWay way) {
        m_ways.push_back(way);
        return m_answer;
    });
    for (const char* user : {"mallory", "_rpc", "_rpc", "_rpc"}) {
        Snapshot snapshot = snapshotOf({listenerOf(103, user), udpBound(875)});
        directory.update(snapshot, nullptr);
    }

    EXPECT_EQ(m_ways, (std::vector{RpcWay::LocalSocket, RpcWay::LocalSocketOrTcp,
                                   RpcWay::LocalSocketOrTcp}))
        << "and once more, for late registrations";
}

TEST_F(RpcDirectoryTest, QueriesForAServiceOnAnyPortAndDropsWhatUsersRegister)
{
    m_answer = std::vector<RpcService>{{100005, 3, Protocol::Tcp, 44321, 0U},
                                       {100005, 3, Protocol::Tcp, 44322, 1000U}};
    RpcDirectory directory([this](RpcWay) { return m_answer; });
    Snapshot users = snapshotOf({listenerOf(0, "root"), tcpListener(8080).uid(1000, "alice")});
    directory.update(users, nullptr);
    EXPECT_TRUE(directory.services().empty()) << "nothing here can be an RPC service";
    EXPECT_EQ(users.rpcKnowledge, RpcKnowledge::Settled);

    Snapshot snapshot = snapshotOf({listenerOf(0, "root"), tcpListener(44321).uid(0, "root")});
    directory.update(snapshot, nullptr);
    ASSERT_EQ(directory.services().size(), 1U);
    EXPECT_EQ(directory.services()[0].port, 44321);
    EXPECT_EQ(snapshot.rpcKnowledge, RpcKnowledge::Early);
    directory.update(snapshot, nullptr);
    EXPECT_EQ(snapshot.rpcKnowledge, RpcKnowledge::Settled);
}

TEST_F(RpcDirectoryTest, IsNotAskedAtEachPollWhileItIsSilent)
{
    m_answer = failure(ErrorCode::TimedOut, "rpcbind");
    RpcDirectory directory([this](RpcWay way) {
        m_ways.push_back(way);
        return m_answer;
    });
    for (Port port = 40000; port < 40010; ++port) {
        Snapshot snapshot = snapshotOf({listenerOf(0, "root"), udpBound(port).uid(0, "root")});
        directory.update(snapshot, nullptr);
        EXPECT_EQ(snapshot.rpcKnowledge, RpcKnowledge::None);
    }

    EXPECT_EQ(m_ways.size(), 1U);
}

}  // namespace
}  // namespace quaywatch
