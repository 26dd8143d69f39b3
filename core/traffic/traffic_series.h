// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_meter.h"
#include "core/traffic/traffic_ring.h"
#include "core/traffic/watched_span_tracker.h"

#include <array>
#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quaywatch {

/// The traffic of the whole machine, of a port, or of a program, given by its key.
using TrafficScope = std::variant<std::monostate, PortId, std::string>;

enum class TrafficRange : std::uint8_t { Hour, Day };

/// The traffic in the time step that ends at `at`.
struct TrafficPoint {
    std::chrono::system_clock::time_point at;
    bool isKnown = false;  ///< False: the step was not watched, and the other values are 0.
    std::uint32_t listeners = 0;
    std::uint32_t connections = 0;
    double openedPerMinute = 0;
    double receivedPerSecond = 0;
    double sentPerSecond = 0;

    friend bool operator==(const TrafficPoint&, const TrafficPoint&) = default;
};

/// The connections to a port in each of the last minutes; the current minute is last.
struct PortTrend {
    static constexpr std::size_t kMinutes = 30;
    std::array<std::uint32_t, kMinutes> opened{};
    std::bitset<kMinutes> isKnown;  ///< The minutes that were watched at least in part.

    [[nodiscard]] std::uint32_t lastMinute() const noexcept { return opened.back(); }
    friend bool operator==(const PortTrend&, const PortTrend&) = default;
};

/// Keeps the measurements of a TrafficMeter: the last hour in steps of 15 s and the last day in
/// steps of 5 min, for the machine and for the ports and programs that were active most recently.
/// Time that was not watched (suspend, a clock that was set, the time before the start) is a gap
/// and not zero.
///
/// Pure; it uses the time of the samples. Memory is bounded: see kMaxPorts and kMaxPrograms.
class TrafficSeries {
public:
    static constexpr std::size_t kMaxPorts = 192;
    static constexpr std::size_t kMaxPrograms = 64;

    TrafficSeries();

    void add(const TrafficSample& sample);

    /// The steps of the range up to now, oldest first; the last step ends with the last poll. Empty
    /// before the first sample, and for a port or program without an entry.
    [[nodiscard]] std::vector<TrafficPoint> points(const TrafficScope& subject,
                                                   TrafficRange range) const;
    [[nodiscard]] static std::chrono::seconds stepOf(TrafficRange range) noexcept;
    [[nodiscard]] static std::chrono::seconds lengthOf(TrafficRange range) noexcept;

    /// The trend of the last half hour; null if the port has no entry. Valid until the next add().
    [[nodiscard]] const PortTrend* trendOf(const PortId& port) const;

    /// The ports with an entry, in ascending order. Ask again when subjectsRevision() has changed.
    [[nodiscard]] std::vector<PortId> ports() const;
    struct Program {
        std::string key;
        std::string name;  ///< Untrusted bytes.
    };
    [[nodiscard]] std::vector<Program> programs() const;
    [[nodiscard]] std::uint64_t subjectsRevision() const noexcept { return m_revision; }

    /// The last sample's time; empty before the first.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> now() const noexcept
    {
        return m_now;
    }
    /// Whether connections shorter than an interval are counted.
    [[nodiscard]] bool isCounting() const noexcept { return m_isCounting; }
    /// The last periods in which close events were lost; oldest first.
    [[nodiscard]] const std::vector<EventGap>& gaps() const noexcept { return m_gaps; }

private:
    struct Rings {
        Rings();
        TrafficRing hour;
        TrafficRing day;
    };
    struct Entry {
        std::string name;  // of a program
        Rings rings;
        std::chrono::system_clock::time_point since;
        std::chrono::system_clock::time_point activeAt;
        TrafficCounts now;
        std::uint64_t sampleNumber = 0;  // of the last sample with this entry
        PortTrend trend;
    };

    void takeTime(const TrafficSample& sample);
    template <class Map>
    Entry* place(Map& entries, std::size_t most, const typename Map::key_type& key,
                 const TrafficCounts& counts);
    void count(Entry& entry, const TrafficCounts& counts);
    void updateTrends();
    void updateTrend(Entry& port, std::size_t minute) const;
    void keepGaps(const TrafficSample& sample);
    [[nodiscard]] const Entry* find(const TrafficScope& subject) const;

    Entry m_all;
    std::map<PortId, Entry> m_ports;
    std::map<std::string, Entry> m_programs;
    std::optional<std::chrono::system_clock::time_point> m_now;
    std::optional<std::chrono::system_clock::time_point> m_from;  // of the last interval
    WatchedSpanTracker m_spans;
    std::int64_t m_trendStep = -1;
    std::vector<EventGap> m_gaps;
    std::uint64_t m_sampleNumber = 0;
    std::uint64_t m_revision = 0;
    bool m_isCounting = false;
};

}  // namespace quaywatch
