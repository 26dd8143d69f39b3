// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <functional>

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

}  // namespace
}  // namespace quaywatch
