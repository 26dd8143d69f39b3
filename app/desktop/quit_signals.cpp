// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/quit_signals.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <system_error>

namespace quaywatch {

namespace {

constexpr std::chrono::milliseconds kPollInterval{200};

enum Wish : int { None, Quit, StopWaiting };

// A lock-free atomic is one of the few things that a signal handler may access, and a thread can
// wait for it. This needs no pipe and nothing specific to one operating system.
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
{
    try {
        m_waiter = std::thread([this] {
            wish.wait(None);
            if (wish == Quit) {
                emit quitAsked();  // Queued: the receivers live on another thread.
            }
        });
    } catch (const std::system_error&) {
        // No more threads allowed: a timer checks for the signal instead.
        connect(&m_poll, &QTimer::timeout, this, [this] {
            if (wish == Quit) {
                m_poll.stop();
                emit quitAsked();
            }
        });
        m_poll.start(kPollInterval);
    }
    std::signal(SIGINT, takeSignal);
    std::signal(SIGTERM, takeSignal);
}

QuitSignals::~QuitSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    wish = StopWaiting;
    wish.notify_all();
    if (m_waiter.joinable()) {
        m_waiter.join();
    }
    wish = None;
}

}  // namespace quaywatch
