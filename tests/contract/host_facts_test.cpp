// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include "core/linux/system/unique_fd.h"
#include "tests/support/sockets/bind_scene.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <functional>
#include <optional>
#include <string>

namespace quaywatch {
namespace {

/// What bind() says about a privileged port that is free in a namespace of its own.
bool mayReallyBind()
{
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_ANY);
    at.sin_port = htons(1);
    const int result = bind(probe, reinterpret_cast<const sockaddr*>(&at), sizeof at);
    const int error = errno;
    close(probe);
    return result == 0 || error == EADDRINUSE;
}

enum Answer { kRight = 0, kWrong = 1, kNotPossible = 77 };

/// Compares the forecast with the kernel in a fork that `change` has moved elsewhere.
int answerAfter(const std::function<bool()>& change)
{
    const pid_t child = fork();
    if (child == 0) {
        if (!change()) {
            _exit(kNotPossible);
        }
        const BindRules rules = readBindRules();
        const bool isPrivileged = rules.firstUnprivilegedPort.value_or(0) > 1;
        const bool isExpected = !isPrivileged || rules.mayBindPrivileged == true;
        _exit(mayReallyBind() == isExpected ? kRight : kWrong);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : kWrong;
}

TEST(BindRules, SayWhatTheKernelSaysAboutPrivilegedPorts)
{
    EXPECT_EQ(answerAfter([] { return true; }), kRight);
    for (const int flags : {CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET}) {
        EXPECT_NE(answerAfter([flags] { return unshare(flags) == 0; }), kWrong) << flags;
    }
    EXPECT_NE(answerAfter([] { return geteuid() == 0 && setuid(65534) == 0; }), kWrong);
    EXPECT_NE(answerAfter([] { return unshare(CLONE_NEWNET) == 0 && unshare(CLONE_NEWUSER) == 0; }),
              kWrong)
        << "the network namespace stays the outer user namespace's";
}

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

TEST(FindNetworkDevice, TakesANameOrANumber)
{
    const std::optional<NetworkDevice> first = findNetworkDevice("1");
    ASSERT_TRUE(first);
    const std::optional<NetworkDevice> same = findNetworkDevice(*first->name);

    ASSERT_TRUE(same);
    EXPECT_EQ(same->index, 1U);
    for (const char* other : {"", "0", "no such device", "4294967295", "99999999999"}) {
        EXPECT_FALSE(findNetworkDevice(other)) << other;
    }
}

}  // namespace
}  // namespace quaywatch
