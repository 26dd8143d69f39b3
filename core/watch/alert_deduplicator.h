// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/finding.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Turns the findings of each poll into alerts: it remembers what was already reported.
class AlertDeduplicator {
public:
    using Time = WatchClock::Time;

    /// @param forgetAfter  A subject that was absent for longer is reported as new again.
    void beginPoll(Time now, std::chrono::system_clock::time_point at, Time forgetAfter) noexcept;
    /// Adds a finding. Findings with the same dedupKey in one poll become one alert.
    void take(const Finding& finding);
    /// Ends the poll and returns the alerts to report.
    [[nodiscard]] std::vector<Alert> endPoll();

    /// Copies what is known under one dedupKey to another one: it is the same socket with a new
    /// name.
    void alias(const std::string& from, const std::string& to);
    /// The first known dedupKey with this prefix; empty if there is none.
    [[nodiscard]] std::string findByPrefix(const std::string& prefix) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

    /// At this size no new entries are added: a hostile program can open any number of sockets, and
    /// by then a burst has been reported.
    static constexpr std::size_t kMaximum = 16384;

private:
    static constexpr std::size_t kMaxPeers = 8;
    static constexpr std::size_t kNotReported = static_cast<std::size_t>(-1);

    struct Entry {
        Time since{0};  ///< Found in each poll since then.
        Time lastSeen{0};
        std::uint64_t lastPoll = 0;
        unsigned polls = 0;
        bool isReported = false;
        std::string key;                   ///< Key of the alert; it never changes.
        std::vector<IpAddress> peers;      ///< Already reported.
        std::size_t alert = kNotReported;  ///< Index of its alert in this poll.
    };

    void report(Entry& entry, const Finding& finding, bool isRepeat);
    void sweep(bool isFull);
    void addPeer(Entry& entry, const Finding& finding);

    std::map<std::string, Entry> m_entries;
    std::vector<Alert> m_alerts;
    std::uint64_t m_poll = 0;
    std::uint64_t m_lastSweepPoll = 0;
    Time m_now{0};
    Time m_lastSweep{0};
    Time m_forgetAfter{0};
    std::chrono::system_clock::time_point m_at;
};

}  // namespace quaywatch
