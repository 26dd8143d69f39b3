// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_series.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;
using TimePoint = std::chrono::system_clock::time_point;

constexpr std::chrono::seconds kHourStep = 15s;
constexpr std::chrono::seconds kDayStep = 5min;
constexpr std::int64_t kStepsPerMinute = 60s / kHourStep;
constexpr std::size_t kMaxGaps = 32;
/// An entry that was active within this time is not dropped in favor of another.
constexpr std::chrono::seconds kBusyTime = 1min;

std::size_t stepsIn(std::chrono::seconds length, std::chrono::seconds step)
{
    return static_cast<std::size_t>(length / step);
}

TrafficPoint pointOf(const TrafficBucket& bucket, TimePoint at)
{
    TrafficPoint point;
    point.at = at;
    point.isKnown = bucket.covered > 0;
    if (point.isKnown) {
        point.listeners = bucket.listeners;
        point.connections = bucket.connections;
        point.openedPerMinute = bucket.opened * 60 / bucket.covered;
        point.receivedPerSecond = bucket.received / bucket.covered;
        point.sentPerSecond = bucket.sent / bucket.covered;
    }
    return point;
}

/// A full step that ends now: the current step so far, completed with a share of the previous one,
/// so that the last point does not jump when a step begins.
TrafficBucket runningStep(const TrafficRing& ring, TimePoint now)
{
    const std::int64_t number = ring.numberOf(now);
    TrafficBucket bucket = ring.at(number);
    const double begun = Seconds(now - ring.endOf(number - 1)) / Seconds(ring.step());
    bucket.addShare(ring.at(number - 1), 1 - std::clamp(begun, 0.0, 1.0));
    return bucket;
}

}  // namespace

std::chrono::seconds TrafficSeries::stepOf(TrafficRange range) noexcept
{
    return range == TrafficRange::Hour ? kHourStep : kDayStep;
}

std::chrono::seconds TrafficSeries::lengthOf(TrafficRange range) noexcept
{
    return range == TrafficRange::Hour ? 1h : 24h;
}

// One step more than the range has, because the last one is incomplete.
TrafficSeries::Rings::Rings()
    : hour(kHourStep, stepsIn(1h, kHourStep) + 1)
    , day(kDayStep, stepsIn(24h, kDayStep) + 1)
{
}

TrafficSeries::TrafficSeries() = default;

void TrafficSeries::add(const TrafficSample& sample)
{
    takeTime(sample);
    ++m_sampleNumber;
    count(m_all, sample.all);
    for (const auto& [port, counts] : sample.ports) {
        if (Entry* entry = place(m_ports, kMaxPorts, port, counts)) {
            count(*entry, counts);
        }
    }
    for (const auto& [key, program] : sample.programs) {
        if (Entry* entry = place(m_programs, kMaxPrograms, key, program.counts)) {
            entry->name = program.name;
            count(*entry, program.counts);
        }
    }
    updateTrends();
    m_isCounting = sample.isCounting;
    keepGaps(sample);
}

/// Decides whether the time since the previous sample counts as watched. If the clock was set back,
/// removes the later steps.
void TrafficSeries::takeTime(const TrafficSample& sample)
{
    if (m_now && sample.to < *m_now) {
        const auto cut = [&sample](Entry& entry) {
            entry.rings.hour.dropAfter(entry.rings.hour.numberOf(sample.to));
            entry.rings.day.dropAfter(entry.rings.day.numberOf(sample.to));
            entry.since = std::min(entry.since, sample.to);
            entry.activeAt = std::min(entry.activeAt, sample.to);
        };
        cut(m_all);
        for (auto& [port, entry] : m_ports) {
            cut(entry);
        }
        for (auto& [key, entry] : m_programs) {
            cut(entry);
        }
    }
    m_from = m_spans.startOf(sample);
    if (!m_now) {
        m_all.since = m_from.value_or(sample.to);
    }
    m_now = sample.to;
}

/// Returns the entry of a key; creates it if there is none. If the table is full, the entry that
/// was inactive for the longest time is dropped. Nothing is dropped for an inactive key, nor if all
/// entries are busy: entries that replaced each other all the time would have no history.
template <class Map>
TrafficSeries::Entry* TrafficSeries::place(Map& entries, std::size_t most,
                                           const typename Map::key_type& key,
                                           const TrafficCounts& counts)
{
    const auto known = entries.find(key);
    if (known != entries.end()) {
        return &known->second;
    }
    if (entries.size() >= most) {
        if (!counts.isActive()) {
            return nullptr;
        }
        const auto quietest =
            std::min_element(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
                return std::tie(a.second.activeAt, a.second.sampleNumber) <
                       std::tie(b.second.activeAt, b.second.sampleNumber);
            });
        if (quietest->second.activeAt + kBusyTime > *m_now) {
            return nullptr;
        }
        entries.erase(quietest);
    }
    ++m_revision;
    Entry& entry = entries[key];
    // Known since the previous poll, when it did not exist or was not busy.
    entry.since = m_from.value_or(*m_now);
    return &entry;
}

void TrafficSeries::count(Entry& entry, const TrafficCounts& counts)
{
    entry.now = counts;
    entry.sampleNumber = m_sampleNumber;
    if (counts.isActive()) {
        entry.activeAt = *m_now;
    }
    if (m_from) {
        entry.rings.hour.add(*m_from, *m_now, counts);
        entry.rings.day.add(*m_from, *m_now, counts);
    }
}

/// Updates the trends. Within a step, only the last minute of a busy port can change.
void TrafficSeries::updateTrends()
{
    const std::int64_t step = m_all.rings.hour.numberOf(*m_now);
    const bool isNewStep = std::exchange(m_trendStep, step) != step;
    for (auto& [port, entry] : m_ports) {
        const bool isBusy = entry.sampleNumber == m_sampleNumber && entry.now.opened != 0;
        const bool isNew = entry.trend.isKnown.none();
        const std::size_t first = isNewStep || isNew ? 0 : PortTrend::kMinutes - 1;
        for (std::size_t minute = first;
             (isNewStep || isNew || isBusy) && minute < PortTrend::kMinutes; ++minute) {
            updateTrend(entry, minute);
        }
    }
}

void TrafficSeries::updateTrend(Entry& port, std::size_t minute) const
{
    const auto back = static_cast<std::int64_t>(PortTrend::kMinutes - 1 - minute);
    const std::int64_t last = m_trendStep - back * kStepsPerMinute;
    const std::int64_t since = port.rings.hour.numberOf(port.since);
    double opened = 0;
    bool isKnown = false;
    for (std::int64_t number = last - kStepsPerMinute + 1; number <= last; ++number) {
        opened += port.rings.hour.at(number).opened;
        isKnown = isKnown || (number >= since && m_all.rings.hour.at(number).covered > 0);
    }
    port.trend.opened.at(minute) = static_cast<std::uint32_t>(std::lround(opened));
    port.trend.isKnown.set(minute, isKnown);
}

void TrafficSeries::keepGaps(const TrafficSample& sample)
{
    m_gaps.insert(m_gaps.end(), sample.gaps.begin(), sample.gaps.end());
    if (m_gaps.size() > kMaxGaps) {
        m_gaps.erase(m_gaps.begin(), m_gaps.end() - static_cast<std::ptrdiff_t>(kMaxGaps));
    }
}

std::vector<TrafficPoint> TrafficSeries::points(const TrafficScope& subject,
                                                TrafficRange range) const
{
    const Entry* entry = find(subject);
    if (entry == nullptr || !m_now) {
        return {};
    }
    const auto ringOf = [range](const Entry& each) -> const TrafficRing& {
        return range == TrafficRange::Hour ? each.rings.hour : each.rings.day;
    };
    const TrafficRing& own = ringOf(*entry);
    const TrafficRing& all = ringOf(m_all);
    const std::int64_t last = own.numberOf(*m_now);
    const std::int64_t first = own.numberOf(entry->since);
    const auto count = static_cast<std::int64_t>(stepsIn(lengthOf(range), stepOf(range)));
    std::vector<TrafficPoint> points;
    points.reserve(static_cast<std::size_t>(count) + 1);
    for (std::int64_t number = last - count; number < last; ++number) {
        TrafficBucket bucket = own.at(number);
        // The watched time is the same for all entries; an entry may have no bucket for an inactive
        // step.
        bucket.covered = number < first ? 0 : all.at(number).covered;
        points.push_back(pointOf(bucket, own.endOf(number)));
    }
    TrafficBucket running = runningStep(own, *m_now);
    running.covered = runningStep(all, *m_now).covered;
    const bool isPresent = entry->sampleNumber == m_sampleNumber;
    running.listeners = isPresent ? entry->now.listeners : 0;
    running.connections = isPresent ? entry->now.connections : 0;
    points.push_back(pointOf(running, *m_now));
    return points;
}

const TrafficSeries::Entry* TrafficSeries::find(const TrafficScope& subject) const
{
    if (const auto* port = std::get_if<PortId>(&subject)) {
        const auto found = m_ports.find(*port);
        return found != m_ports.end() ? &found->second : nullptr;
    }
    if (const auto* key = std::get_if<std::string>(&subject)) {
        const auto found = m_programs.find(*key);
        return found != m_programs.end() ? &found->second : nullptr;
    }
    return &m_all;
}

const PortTrend* TrafficSeries::trendOf(const PortId& port) const
{
    const auto found = m_ports.find(port);
    return found != m_ports.end() ? &found->second.trend : nullptr;
}

std::vector<PortId> TrafficSeries::ports() const
{
    std::vector<PortId> ports;
    ports.reserve(m_ports.size());
    for (const auto& [port, entry] : m_ports) {
        ports.push_back(port);
    }
    return ports;
}

std::vector<TrafficSeries::Program> TrafficSeries::programs() const
{
    std::vector<Program> programs;
    programs.reserve(m_programs.size());
    for (const auto& [key, entry] : m_programs) {
        programs.push_back({key, entry.name});
    }
    return programs;
}

}  // namespace quaywatch
