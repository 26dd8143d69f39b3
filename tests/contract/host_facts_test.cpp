// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include "core/linux/system/unique_fd.h"
#include "tests/support/sockets/bind_scene.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>
#include <fstream>
#include <string>

namespace quaywatch {
namespace {

TEST(CurrentUser, IsTheSameWithAndWithoutTheName)
{
    const CurrentUser named = readCurrentUser();
    const CurrentUser unnamed = readCurrentUserWithoutName();

    EXPECT_EQ(named.uid, unnamed.uid);
    EXPECT_EQ(named.isPrivileged, unnamed.isPrivileged);
    EXPECT_TRUE(unnamed.user.empty());
    if (named.uid == 0) {
        EXPECT_EQ(named.user, "root");
    }
}

/// Sets a value below /proc/sys/net/ipv4 of this thread's network namespace.
bool setIpv4(const std::string& name, const std::string& value)
{
    std::ofstream file("/proc/sys/net/ipv4/" + name);
    return file << value << std::flush && file.good();
}

TEST(BindRules, AreThoseOfTheNetworkNamespace)
{
    test::inOwnNetwork([] {
        if (!test::isOwnNetwork() || !setIpv4("ip_local_port_range", "40001 40100") ||
            !setIpv4("ip_local_reserved_ports", "40007,40010-40012")) {
            GTEST_SKIP() << "a network namespace with settings of its own is needed";
        }
        const BindRules rules = readBindRules();

        EXPECT_EQ(rules.ephemeralPorts, (PortRange{40001, 40100}));
        EXPECT_EQ(rules.reservedPorts, (std::vector<PortRange>{{40007, 40007}, {40010, 40012}}));
    });
}

TEST(BindRules, HaveEachReservedPortOfALongList)
{
    test::inOwnNetwork([] {
        // The kernel takes at most a page with each write(), and later ones add to the list.
        const linux_backend::UniqueFd file(
            open("/proc/sys/net/ipv4/ip_local_reserved_ports", O_WRONLY | O_CLOEXEC));
        std::size_t written = 0;
        bool isWritten = test::isOwnNetwork();
        for (int port = 1025; isWritten && port < 32768; port += 2, ++written) {
            const std::string item = std::to_string(port) + ',';
            isWritten = write(file.get(), item.data(), item.size()) > 0;
        }
        if (!isWritten) {
            GTEST_SKIP() << "a network namespace with settings of its own is needed";
        }
        EXPECT_EQ(readBindRules().reservedPorts.size(), written);
    });
}

}  // namespace
}  // namespace quaywatch
