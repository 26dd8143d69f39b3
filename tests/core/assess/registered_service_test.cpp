// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/registered_service.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::process;
using test::tcpListener;
using test::udpBound;

constexpr std::uint32_t kPortmapper = 100000;
constexpr std::uint32_t kYpservProgram = 100004;

std::string otherOf(const SocketRecord& listener)
{
    return otherThanRegistered(listener).value_or("(none)").english();
}

TEST(ServesRegisteredService, ComparesTheProgramName)
{
    EXPECT_FALSE(servesRegisteredService(kYpservProgram, 654, Protocol::Tcp));
    EXPECT_TRUE(servesRegisteredService(kPortmapper, 111, Protocol::Udp));
    EXPECT_TRUE(servesRegisteredService(100003, 2049, Protocol::Tcp));
    EXPECT_FALSE(servesRegisteredService(536871234, 654, Protocol::Tcp)) << "without a name";
    EXPECT_TRUE(servesRegisteredService(kYpservProgram, 931, Protocol::Tcp))
        << "an unassigned port";
}

TEST(OtherThanRegistered, AppliesToAnRpcServerOnAnotherServicesPort)
{
    EXPECT_EQ(otherOf(tcpListener(654).ownedBy(process("ypserv"))),
              "registered for aodv; here: ypserv");
    EXPECT_EQ(otherOf(udpBound(123).ownedBy(process("rpc.mountd"))),
              "registered for ntp; here: rpc.mountd");
}

TEST(OtherThanRegistered, AppliesToAServerWithKnownServices)
{
    EXPECT_EQ(otherOf(tcpListener(443).ownedBy(process("sshd"))),
              "registered for https; here: sshd");
}

TEST(OtherThanRegistered, DoesNotApplyToTheServiceItself)
{
    for (const SocketRecord& listener :
         {SocketRecord(tcpListener(22).ownedBy(process("sshd"))),
          SocketRecord(udpBound(123).ownedBy(process("chronyd"))),
          SocketRecord(tcpListener(631).ownedBy(process("cupsd"))),
          SocketRecord(tcpListener(111).ownedBy(process("rpcbind")))}) {
        EXPECT_EQ(otherOf(listener), "(none)") << listener.key.localPort;
    }
}

TEST(OtherThanRegistered, DoesNotApplyInUnclearCases)
{
    for (const SocketRecord& listener :
         {SocketRecord(tcpListener(80).ownedBy(process("nginx"))),
          SocketRecord(tcpListener(443).ownedBy(process("httpd"))),
          SocketRecord(udpBound(53).ownedBy(process("named"))),
          SocketRecord(tcpListener(22).ownedBy(process("dropbear"))),
          SocketRecord(tcpListener(654).ownedBy(process("nc"))),
          SocketRecord(tcpListener(931).ownedBy(process("ypserv"))),
          SocketRecord(tcpListener(6010).ownedBy(process("sshd"))),
          SocketRecord(tcpListener(654).ownedBy({process("systemd", 1), process("ypserv", 2)})),
          SocketRecord(tcpListener(654).ownerState(OwnerState::Hidden))}) {
        EXPECT_EQ(otherOf(listener), "(none)") << listener.key.localPort;
    }
}

TEST(OtherThanRegistered, UsesTheExecutableNotTheProcessName)
{
    const auto renamed = std::make_shared<ProcessInfo>(*process("nc"));
    renamed->comm = "ypserv";
    renamed->command = {"/usr/sbin/ypserv"};

    EXPECT_EQ(otherOf(tcpListener(654).ownedBy(renamed)), "(none)");
}

}  // namespace
}  // namespace quaywatch
