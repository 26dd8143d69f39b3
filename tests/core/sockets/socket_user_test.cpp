// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_user.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

SocketRecord dropped()
{
    return tcpListener(53).ownedBy(process("dnsmasq", 50, 110, "dnsmasq")).uid(0, "root");
}

TEST(SocketUser, OfTheProcessIsItsOwnNotTheSockets)
{
    EXPECT_EQ(processUserOf(dropped()).text(), "dnsmasq");
    ASSERT_TRUE(otherCreatorOf(dropped()));
    EXPECT_EQ(otherCreatorOf(dropped())->text(), "root");
}

TEST(SocketUser, IsNamedOnceIfBothAreTheSame)
{
    const SocketRecord socket = tcpListener(80).ownedBy(process("nginx", 50, 33, "www-data"));

    EXPECT_EQ(processUserOf(socket).text(), "www-data");
    EXPECT_FALSE(otherCreatorOf(socket));
}

TEST(SocketUser, WithoutAnOwnerIsTheCreator)
{
    const SocketRecord hidden = tcpListener(53).uid(0, "root");

    EXPECT_EQ(processUserOf(hidden).text(), "root");
    EXPECT_FALSE(otherCreatorOf(hidden));
}

TEST(SocketUser, OfAnUnreadableProcessIsNotTakenFromTheSocket)
{
    auto info = std::make_shared<ProcessInfo>(*process("dnsmasq"));
    info->uid.reset();
    info->user.reset();
    const SocketRecord socket = tcpListener(53).ownedBy(ProcessPtr(info)).uid(0, "root");

    EXPECT_FALSE(processUserOf(socket).isKnown());
    EXPECT_EQ(processUserOf(socket).text(), "");
    EXPECT_FALSE(otherCreatorOf(socket));
}

TEST(SocketUser, WithoutANameIsANumber)
{
    auto info = std::make_shared<ProcessInfo>(*process("dnsmasq", 50, 110));
    info->user.reset();

    EXPECT_EQ(processUserOf(tcpListener(53).ownedBy(ProcessPtr(info)).uid(0, "root")).text(),
              "110");
    // The socket is read at each poll, so its name may be known before that of the process.
    EXPECT_EQ(processUserOf(tcpListener(53).ownedBy(ProcessPtr(info)).uid(110, "late")).text(),
              "late");
}

}  // namespace
}  // namespace quaywatch::test
