// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/rpc_listeners.h"

#include "core/assess/assess.h"
#include "core/sockets/classify.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::process;
using test::snapshotOf;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

constexpr std::uint32_t kMountdService = 100005;
constexpr std::uint32_t kStatusService = 100024;

RpcService rpcServiceAt(std::uint32_t program, Protocol protocol, Port port,
                        std::optional<std::uint32_t> registrant = 0)
{
    return {program, 3, protocol, port, registrant};
}

/// The names of the rows, in their order: "mountd", "status (process)", "-".
std::vector<std::string> rpcNamesIn(std::vector<SocketRecord> rows,
                                    const std::vector<RpcService>& services)
{
    Snapshot snapshot = snapshotOf(std::move(rows));
    classify(snapshot);
    assess(snapshot, services);
    std::vector<std::string> names;
    for (const SocketRecord& row : snapshot.sockets) {
        names.push_back(!row.rpc ? "-"
                                 : std::string(rpcNameOf(row)) +
                                       (row.rpc->isRegistered ? "" : " (process)"));
    }
    return names;
}

using RpcNames = std::vector<std::string>;

TEST(RpcListenersTest, NamesAListenerOnAnyPort)
{
    EXPECT_EQ(rpcNamesIn({tcpListener(656).uid(0, "root"), tcpListener(44321).uid(0, "root"),
                          udpBound(44321).uid(0, "root")},
                         {rpcServiceAt(kMountdService, Protocol::Tcp, 656),
                          rpcServiceAt(kMountdService, Protocol::Tcp, 44321)}),
              (RpcNames{"mountd", "mountd", "-"}));
}

TEST(RpcListenersTest, NamesNoListenerOfAUserAndNoneThatAUserRegistered)
{
    EXPECT_EQ(rpcNamesIn({tcpListener(44321).uid(1000, "alice"), tcpListener(44322).uid(0, "root"),
                          tcpListener(44323).ownerState(OwnerState::Hidden)},
                         {rpcServiceAt(kMountdService, Protocol::Tcp, 44321, 1000),
                          rpcServiceAt(kMountdService, Protocol::Tcp, 44322, 1000),
                          rpcServiceAt(kMountdService, Protocol::Tcp, 44323)}),
              (RpcNames{"-", "-", "-"}));
}

TEST(RpcListenersTest, NamesTheConnectionsOfAListener)
{
    EXPECT_EQ(rpcNamesIn({tcpListener(656, "10.0.0.1").uid(0, "root"),
                          tcpConnection("10.0.0.1", 656, "10.0.0.2", 777),
                          tcpConnection("10.0.0.3", 656, "10.0.0.2", 777)},
                         {rpcServiceAt(kMountdService, Protocol::Tcp, 656)}),
              (RpcNames{"mountd", "mountd", "-"}));
}

TEST(RpcListenersTest, NamesThePrivateUdpSocketOfAServerButNotItsOtherPorts)
{
    const ProcessPtr statd = process("rpc.statd", 7, 105, "statd");
    EXPECT_EQ(
        rpcNamesIn({udpBound(875, "127.0.0.1").ownedBy(statd), tcpListener(876).ownedBy(statd),
                    udpBound(40000).ownedBy(statd), udpBound(50000).ownedBy(statd)},
                   {rpcServiceAt(kStatusService, Protocol::Udp, 40000, 105)}),
        (RpcNames{"status (process)", "-", "status", "-"}));
}

/// A UDP socket with a hidden owner that a system service opened.
SocketRecord hiddenUdpOf(const std::string& unit, Port port, const std::string& address)
{
    SocketRecord socket = udpBound(port, address).uid(105, "statd").hiddenBy(HiddenBy::Unreadable);
    ServiceContext context;
    context.unit = unit;
    context.isSystemService = true;
    socket.serviceContext = std::make_shared<const ServiceContext>(context);
    return socket;
}

TEST(RpcListenersTest, NamesThePrivateUdpSocketOfAHiddenServerByItsService)
{
    const std::vector<RpcService> status{rpcServiceAt(kStatusService, Protocol::Udp, 40000, 105)};
    EXPECT_EQ(rpcNamesIn({hiddenUdpOf("rpc-statd.service", 875, "127.0.0.1"),
                          hiddenUdpOf("other.service", 876, "127.0.0.1"),
                          hiddenUdpOf("rpc-statd.service", 40000, "0.0.0.0")},
                         status),
              (RpcNames{"status (process)", "-", "status"}));
}

TEST(RpcListenersTest, DoesNotChooseAmongSeveralProgramsOfOneService)
{
    EXPECT_EQ(rpcNamesIn({hiddenUdpOf("nfs.service", 875, "127.0.0.1"),
                          hiddenUdpOf("nfs.service", 40000, "0.0.0.0"),
                          hiddenUdpOf("nfs.service", 40001, "0.0.0.0")},
                         {rpcServiceAt(kStatusService, Protocol::Udp, 40000, 105),
                          rpcServiceAt(kMountdService, Protocol::Udp, 40001, 105)}),
              (RpcNames{"-", "status", "mountd"}));
}

TEST(RpcListenersTest, ShowsALateNameAsAChangeOfTheRow)
{
    const SocketRecord before = tcpListener(44321).uid(0, "root");
    SocketRecord after = before;
    after.rpc = RpcName{kMountdService, true};

    EXPECT_TRUE(hasMinorChange(before, after));
    EXPECT_FALSE(isChanged(before, after));
}

}  // namespace
}  // namespace quaywatch
