// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/event_channel.h"
#include "tests/support/sockets/diag_messages.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace quaywatch::test {

/// The data that a test passes to a reading thread, and the state it observes. Shared, because the
/// channel belongs to the reader.
class EventScript {
public:
    void play(Result<Bytes> answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back(std::move(answer));
        m_moved.notify_all();
    }
    /// Waits until the reader has received everything and found nothing more, or has stopped.
    void waitUntilRead()
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [this] { return m_answers.empty() && m_isReaderIdle; });
    }

    /// Whether the reading thread could receive a signal that is sent to the process.
    bool doesReaderReceive(int signal)
    {
        const std::lock_guard lock(m_mutex);
        return ::sigismember(&m_readerBlocks, signal) == 0;
    }

    std::atomic<std::uint64_t> lost{0};
    std::atomic<bool> countsLosses{true};

private:
    friend class FakeEventChannel;

    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::deque<Result<Bytes>> m_answers;
    sigset_t m_readerBlocks{};
    bool m_isReaderIdle = false;
    bool m_isInterrupted = false;
};

class FakeEventChannel final : public linux_backend::EventChannel {
public:
    explicit FakeEventChannel(std::shared_ptr<EventScript> script)
        : m_script(std::move(script))
    {
    }

    Result<std::size_t> receive(std::span<std::byte> buffer) override
    {
        const std::lock_guard lock(m_script->m_mutex);
        if (m_script->m_answers.empty()) {
            return std::size_t{0};
        }
        const Result<Bytes> answer = std::move(m_script->m_answers.front());
        m_script->m_answers.pop_front();
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        std::copy(answer->begin(), answer->end(), buffer.begin());
        return answer->size();
    }

    bool wait() override
    {
        std::unique_lock lock(m_script->m_mutex);
        ::pthread_sigmask(SIG_SETMASK, nullptr, &m_script->m_readerBlocks);
        m_script->m_isReaderIdle = true;
        m_script->m_moved.notify_all();
        m_script->m_moved.wait(
            lock, [this] { return m_script->m_isInterrupted || !m_script->m_answers.empty(); });
        m_script->m_isReaderIdle = false;
        return !m_script->m_isInterrupted;
    }

    void interrupt() noexcept override
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_isInterrupted = true;
        m_script->m_moved.notify_all();
    }

    [[nodiscard]] std::optional<std::uint64_t> lostCount() const noexcept override
    {
        return m_script->countsLosses ? std::optional(m_script->lost.load()) : std::nullopt;
    }

private:
    std::shared_ptr<EventScript> m_script;
};

}  // namespace quaywatch::test
