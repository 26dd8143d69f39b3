// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace quaywatch {

/// Remembers how long each row flashes. Rows of one update flash together and end together.
class FlashClock {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Now = std::function<TimePoint()>;

    /// The flash of a row. It ends with its batch, unless the row has started another flash since.
    struct Entry {
        std::uint32_t slot = 0;
        std::uint32_t serial = 0;
    };

    explicit FlashClock(Now now)
        : m_now(std::move(now))
    {
    }

    void setTime(std::chrono::milliseconds time) { m_time = time; }
    [[nodiscard]] bool isOn() const noexcept { return m_time.count() > 0; }
    [[nodiscard]] TimePoint now() const { return m_now(); }

    /// Starts a batch; the rows that flash() adds from now on end with it.
    void beginBatch() { m_batches.push_back({m_now() + m_time, {}}); }
    /// Adds a row to the last batch.
    /// @return The serial number of the flash, for the row to keep.
    std::uint32_t flash(std::uint32_t slot)
    {
        m_batches.back().entries.push_back({slot, ++m_serial});
        return m_serial;
    }
    /// Drops the last batch if nothing was added to it.
    void endBatch()
    {
        if (m_batches.back().entries.empty()) {
            m_batches.pop_back();
        }
    }

    /// Removes and returns the flashes that have expired.
    [[nodiscard]] std::vector<Entry> takeExpired(TimePoint now)
    {
        std::vector<Entry> expired;
        while (!m_batches.empty() && m_batches.front().until <= now) {
            const std::vector<Entry>& entries = m_batches.front().entries;
            expired.insert(expired.end(), entries.begin(), entries.end());
            m_batches.pop_front();
        }
        return expired;
    }
    /// Time until the next flash ends; empty if there is none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext() const
    {
        if (m_batches.empty()) {
            return std::nullopt;
        }
        const auto left = m_batches.front().until - m_now();
        return std::max(std::chrono::ceil<std::chrono::milliseconds>(left),
                        std::chrono::milliseconds(1));
    }

private:
    struct Batch {
        TimePoint until;
        std::vector<Entry> entries;
    };

    Now m_now;
    std::chrono::milliseconds m_time{1500};
    std::deque<Batch> m_batches;
    std::uint32_t m_serial = 0;
};

}  // namespace quaywatch
