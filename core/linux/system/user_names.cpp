// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/system/user_names.h"

#include "core/linux/system/local_user.h"
#include "core/linux/system/name_service.h"
#include "core/linux/system/signal_blocked_thread.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kAskAgainAfter{60};

}  // namespace

struct UserNames::State {
    struct Entry {
        Name name;
        std::optional<SteadyClock::time_point> answeredAt;
        bool isAsked = false;
        std::optional<Name> local;  ///< Without the name service; empty if not looked up.
    };

    const Service service;
    const Service local;
    const std::chrono::milliseconds patience;
    const std::chrono::milliseconds silence;
    std::mutex mutex;
    std::condition_variable answered;
    std::unordered_map<std::uint32_t, Entry> entries;
    std::deque<std::uint32_t> questions;
    std::size_t pending = 0;  ///< Entries with a query that runs or is queued.
    SteadyClock::time_point silentSince;
    bool hasThread = false;
    std::optional<SteadyClock::time_point> waitsUntil;

    State(std::chrono::milliseconds limit, std::chrono::milliseconds silent, Service asked,
          Service instead)
        : service(std::move(asked))
        , local(std::move(instead))
        , patience(limit)
        , silence(silent)
    {
    }

    /// Answers all queued queries; the lock is released while the name service works.
    void answerAll(std::unique_lock<std::mutex>& lock)
    {
        while (!questions.empty()) {
            const std::uint32_t uid = questions.front();
            questions.pop_front();
            lock.unlock();
            Name name = service(uid);
            lock.lock();
            Entry& entry = entries[uid];
            entry.isAsked = false;
            entry.answeredAt = silentSince = SteadyClock::now();
            --pending;
            if (name) {
                entry.name = std::move(name);
            }
            answered.notify_all();
        }
    }
};

const std::shared_ptr<UserNames>& UserNames::shared()
{
    static const auto names = std::make_shared<UserNames>();
    return names;
}

UserNames::UserNames(std::chrono::milliseconds patience, Service service,
                     std::chrono::milliseconds silence, Service local)
{
    if (!service) {
        service = askNameService;
        local = [](std::uint32_t uid) { return localUserName(uid); };
    }
    m_state = std::make_shared<State>(patience, silence, std::move(service), std::move(local));
}

UserNames::Name UserNames::nameOf(std::uint32_t uid)
{
    State& state = *m_state;
    std::unique_lock lock(state.mutex);
    const SteadyClock::time_point now = SteadyClock::now();
    State::Entry& entry = state.entries[uid];  // the reference stays valid when entries are added
    const bool isFresh = entry.answeredAt && now - *entry.answeredAt < kAskAgainAfter;
    if (entry.name || isFresh) {
        return entry.name;
    }
    if (!std::exchange(entry.isAsked, true)) {
        state.questions.push_back(uid);
        if (state.pending++ == 0) {
            state.silentSince = now;
        }
        if (!std::exchange(state.hasThread, true)) {
            try {
                startThreadWithSignalsBlocked([kept = m_state] {
                    std::unique_lock own(kept->mutex);
                    kept->answerAll(own);
                    kept->hasThread = false;
                }).detach();
            } catch (const std::system_error&) {
                state.answerAll(lock);  // No more threads are allowed: this one has to wait.
                state.hasThread = false;
            }
        }
    }
    if (!state.waitsUntil) {
        state.waitsUntil = now + state.patience;
    }
    state.answered.wait_until(lock, *state.waitsUntil, [&] { return !entry.isAsked; });
    if (entry.name || !entry.isAsked || !state.local) {
        return entry.name;
    }
    if (!entry.local) {
        entry.local = state.local(uid);
    }
    return *entry.local;
}

std::size_t UserNames::unansweredCount() const
{
    const std::lock_guard lock(m_state->mutex);
    const bool isSilent =
        m_state->pending > 0 && SteadyClock::now() - m_state->silentSince >= m_state->silence;
    const auto isNameless = [](const auto& each) {
        const State::Entry& entry = each.second;
        return entry.isAsked && !entry.name && !entry.local.value_or(nullptr);
    };
    return isSilent ? static_cast<std::size_t>(std::count_if(m_state->entries.begin(),
                                                             m_state->entries.end(), isNameless))
                    : 0;
}

}  // namespace quaywatch::linux_backend
