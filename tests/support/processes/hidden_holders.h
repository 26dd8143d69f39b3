// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Ways to hold a socket that the descriptor table of a process' first thread does not show. All
/// run in a fork of a test.

#pragma once

#include <linux/io_uring.h>
#include <pthread.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <array>
#include <atomic>
#include <cstring>

namespace quaywatch::test {

/// Leaves the descriptor only to a second thread, which has its own table.
inline void moveIntoThread(int descriptor)
{
    static std::atomic<bool> hasOwnTable{false};
    pthread_t thread{};
    const auto run = [](void*) -> void* {
        hasOwnTable = unshare(CLONE_FILES) == 0;
        for (;;) {
            pause();
        }
    };
    if (pthread_create(&thread, nullptr, run, nullptr) != 0) {
        _exit(1);
    }
    while (!hasOwnTable) {
        sched_yield();
    }
    close(descriptor);
}

/// Whether an io_uring can be created here.
inline bool canMakeRing()
{
    io_uring_params parameters{};
    const long ring = syscall(SYS_io_uring_setup, 1, &parameters);
    if (ring >= 0) {
        close(static_cast<int>(ring));
    }
    return ring >= 0;
}

/// Leaves the descriptor only to an io_uring.
inline void moveIntoRing(int descriptor)
{
    io_uring_params parameters{};
    const auto ring = static_cast<int>(syscall(SYS_io_uring_setup, 1, &parameters));
    if (ring < 0 ||
        syscall(SYS_io_uring_register, ring, IORING_REGISTER_FILES, &descriptor, 1) != 0) {
        _exit(1);
    }
    close(descriptor);
}

/// Leaves the descriptor only to a message that is never read.
inline void moveIntoMessage(int descriptor)
{
    std::array<int, 2> pair{};
    char byte = 'x';
    iovec data{&byte, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair.data()) != 0 ||
        sendmsg(pair[0], &message, 0) != 1) {
        _exit(1);
    }
    close(descriptor);
}

}  // namespace quaywatch::test
