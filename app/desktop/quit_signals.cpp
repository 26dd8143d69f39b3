// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/quit_signals.h"

#include <atomic>
#include <csignal>

namespace quaywatch {

namespace {

enum Wish : int { None, Quit, StopWaiting };

// A lock-free atomic is all that a signal handler may touch, and it can be waited for: no pipe, and
// nothing of one operating system, is needed.
std::atomic<int> wish{None};  // NOLINT(*-avoid-non-const-global-variables): none else is safe
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void takeSignal(int number)
{
    std::signal(number, SIG_DFL);
    int expected = None;
    wish.compare_exchange_strong(expected, Quit);
    wish.notify_all();
}

}  // namespace

QuitSignals::QuitSignals(QObject* parent)
    : QObject(parent)
    , m_waiter([this] {
        wish.wait(None);
        if (wish == Quit) {
            emit quitAsked();  // Queued: whoever is connected lives on another thread.
        }
    })
{
    std::signal(SIGINT, takeSignal);
    std::signal(SIGTERM, takeSignal);
}

QuitSignals::~QuitSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    wish = StopWaiting;
    wish.notify_all();
    m_waiter.join();
    wish = None;
}

}  // namespace quaywatch
