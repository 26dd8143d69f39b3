// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pthread.h>

#include <csignal>
#include <thread>
#include <utility>

namespace quaywatch::linux_backend {

/// Starts a thread that takes no signal sent to the process: all are blocked in it from its first
/// instruction on. A program that waits for SIGINT in a descriptor of its own would lose it to
/// any thread that has it unblocked: the kernel gives a signal to whichever may take it, and one
/// that the program was started ignoring (as the background jobs of a shell are) is then dropped.
/// Signals that a thread causes itself (SIGSEGV and the like) still end the program.
///
/// @throws std::system_error  Where no thread may be started, as std::thread does.
template <class Work, class... Arguments>
[[nodiscard]] std::thread startThreadWithSignalsBlocked(Work&& work, Arguments&&... arguments)
{
    class Deafness {
    public:
        Deafness()
        {
            sigset_t all;
            ::sigfillset(&all);
            ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
        }
        ~Deafness() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
        Deafness(const Deafness&) = delete;
        Deafness& operator=(const Deafness&) = delete;

    private:
        sigset_t m_before{};
    };
    const Deafness deafness;  // a new thread begins with the mask of the one that starts it
    return std::thread(std::forward<Work>(work), std::forward<Arguments>(arguments)...);
}

}  // namespace quaywatch::linux_backend
