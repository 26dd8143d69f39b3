// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/owner_order.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using testing::ElementsAre;
using namespace test;

ProcessPtr inUnit(const std::string& name, std::uint32_t pid, std::uint32_t uid,
                  const std::string& unit)
{
    auto info = std::make_shared<ProcessInfo>(*process(name, pid, uid));
    info->unit = unit;
    return info;
}

std::vector<std::uint32_t> pidsOf(const SocketRecord& socket)
{
    std::vector<std::uint32_t> pids;
    for (const ProcessPtr& owner : socket.owners()) {
        pids.push_back(owner->id.pid);
    }
    return pids;
}

void arrange(std::vector<SocketRecord>& sockets, OwnerOrder& order)
{
    std::vector<SocketRecord*> all;
    for (SocketRecord& socket : sockets) {
        all.push_back(&socket);
    }
    order.arrange(all);
}
void arrange(std::vector<SocketRecord>& sockets)
{
    OwnerOrder order;
    arrange(sockets, order);
}

const OwnerSet kOwners{inUnit("dbus-daemon", 10, 105, "dbus.service"), process("rootd", 20, 0),
                       inUnit("nginx", 30, 33, "nginx.service"),
                       inUnit("nginx", 31, 33, "nginx.service")};

TEST(OwnerOrder, PutsProcessesOfTheSocketsUnitFirst)
{
    std::vector<SocketRecord> sockets{
        tcpListener(80).ownedBy(kOwners).uid(0, "root").serviceContext("nginx.service")};

    arrange(sockets);

    EXPECT_THAT(pidsOf(sockets[0]), ElementsAre(30, 31, 20, 10));
}

TEST(OwnerOrder, PutsTheSocketsUserFirstWithoutAUnit)
{
    std::vector<SocketRecord> sockets{tcpListener(7440).ownedBy(kOwners).uid(33)};

    arrange(sockets);

    EXPECT_THAT(pidsOf(sockets[0]), ElementsAre(30, 31, 10, 20));
}

TEST(OwnerOrder, PutsTheSocketsUserFirstWithinItsUnitToo)
{
    const OwnerSet owners{inUnit("bus", 10, 105, "session-3.scope"),
                          inUnit("server", 20, 1001, "session-3.scope")};
    std::vector<SocketRecord> sockets{
        tcpListener(7440).ownedBy(owners).uid(1001).serviceContext("session-3.scope")};

    arrange(sockets);

    EXPECT_THAT(pidsOf(sockets[0]), ElementsAre(20, 10));
}

TEST(OwnerOrder, KeepsTheOrderOfTheRest)
{
    const SocketRecord alone = tcpListener(22).ownedBy(process("sshd", 5, 0));
    const SocketRecord hidden = tcpListener(23).uid(0);
    const SocketRecord inOrder = tcpListener(24).ownedBy(kOwners).uid(105);
    std::vector<SocketRecord> sockets{alone, hidden, inOrder};

    arrange(sockets);

    EXPECT_EQ(sockets[0].ownerSet, alone.ownerSet);
    EXPECT_EQ(sockets[1].ownerSet, nullptr);
    EXPECT_EQ(sockets[2].ownerSet, inOrder.ownerSet);
}

TEST(OwnerOrder, ReturnsTheSameSetForAnEqualInput)
{
    const SocketRecord listener = tcpListener(7440).ownedBy(kOwners).uid(33);
    OwnerOrder order;
    std::vector<SocketRecord> first{listener, listener};
    std::vector<SocketRecord> second{listener};

    arrange(first, order);
    arrange(second, order);

    EXPECT_EQ(first[0].ownerSet, first[1].ownerSet);
    EXPECT_EQ(first[0].ownerSet, second[0].ownerSet);
}

}  // namespace
}  // namespace quaywatch
