// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pthread.h>

#include <csignal>
#include <thread>
#include <utility>

namespace quaywatch::linux_backend {

/// Starts a thread that receives no signal sent to the process: all are blocked in it from its
/// first instruction on. A program that waits for SIGINT through a descriptor of its own would lose
/// it to any thread in which it is not blocked: the kernel delivers a signal to any such thread,
/// and drops it there if the program was started with the signal ignored (as background jobs of a
/// shell are). Signals that a thread causes itself (SIGSEGV and similar) still end the program.
///
/// @throws std::system_error  If no thread can be started, as std::thread does.
template <class Work, class... Arguments>
[[nodiscard]] std::thread startThreadWithSignalsBlocked(Work&& work, Arguments&&... arguments)
{
    class SignalBlock {
    public:
        SignalBlock()
        {
            sigset_t all;
            ::sigfillset(&all);
            ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
        }
        ~SignalBlock() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
        SignalBlock(const SignalBlock&) = delete;
        SignalBlock& operator=(const SignalBlock&) = delete;

    private:
        sigset_t m_before{};
    };
    const SignalBlock deafness;  // a new thread inherits the signal mask
    return std::thread(std::forward<Work>(work), std::forward<Arguments>(arguments)...);
}

}  // namespace quaywatch::linux_backend
