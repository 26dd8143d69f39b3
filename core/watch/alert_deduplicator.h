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

/// Turns what is found in each look into what is news: it remembers what was told.
class AlertDeduplicator {
public:
    using Time = WatchClock::Time;

    /// @param forgetAfter  What has been away for longer is news again.
    void beginLook(Time now, std::chrono::system_clock::time_point at, Time forgetAfter) noexcept;
    /// Findings of the same matter in one look become one alert.
    void take(const Finding& finding);
    /// What of it is to be told.
    [[nodiscard]] std::vector<Alert> endLook();

    /// What is known of one matter is known of the other too: the same socket under a new name.
    void alias(const std::string& from, const std::string& to);
    /// The first matter known that begins so; empty if there is none.
    [[nodiscard]] std::string findByPrefix(const std::string& prefix) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

    /// Beyond this nothing more is taken in: there is no end to what a hostile program can open,
    /// and by then a flood has been told.
    static constexpr std::size_t kMaximum = 16384;

private:
    static constexpr std::size_t kMaxPeers = 8;
    static constexpr std::size_t kNotReported = static_cast<std::size_t>(-1);

    struct Entry {
        Time since{0};  ///< Found in each look from then on.
        Time lastSeen{0};
        std::uint64_t lastLook = 0;
        unsigned looks = 0;
        bool isReported = false;
        std::string key;                   ///< Of the alert, which stays the same for the matter.
        std::vector<IpAddress> peers;      ///< Told of already.
        std::size_t alert = kNotReported;  ///< Its alert of this look.
    };

    void tell(Entry& dedupKey, const Finding& finding, bool isRepeat);
    void sweep(bool isFull);
    void addPeer(Entry& dedupKey, const Finding& finding);

    std::map<std::string, Entry> m_entries;
    std::vector<Alert> m_alerts;
    std::uint64_t m_look = 0;
    std::uint64_t m_lastSweepLook = 0;
    Time m_now{0};
    Time m_lastSweep{0};
    Time m_forgetAfter{0};
    std::chrono::system_clock::time_point m_at;
};

}  // namespace quaywatch
