// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_ring.h"

#include <algorithm>

namespace quaywatch {
namespace {

using Seconds = std::chrono::duration<double>;

}  // namespace

void TrafficBucket::add(const TrafficCounts& counts, double share) noexcept
{
    received += static_cast<double>(counts.bytesReceived) * share;
    sent += static_cast<double>(counts.bytesSent) * share;
    opened += static_cast<double>(counts.opened) * share;
    listeners = std::max(listeners, counts.listeners);
    connections = std::max(connections, counts.connections);
}

void TrafficBucket::addShare(const TrafficBucket& other, double share) noexcept
{
    received += other.received * share;
    sent += other.sent * share;
    opened += other.opened * share;
    covered += other.covered * share;
}

TrafficRing::TrafficRing(std::chrono::seconds step, std::size_t size)
    : m_step(step)
    , m_buckets(size)
{
}

std::int64_t TrafficRing::numberOf(std::chrono::system_clock::time_point time) const noexcept
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch());
    // Times before 1970 are not supported; they count as 1970.
    return std::max<std::int64_t>(0, seconds / m_step);
}

std::chrono::system_clock::time_point TrafficRing::endOf(std::int64_t number) const noexcept
{
    return std::chrono::system_clock::time_point(m_step * (number + 1));
}

void TrafficRing::add(std::chrono::system_clock::time_point from,
                      std::chrono::system_clock::time_point to, const TrafficCounts& counts)
{
    const double whole = Seconds(to - from).count();
    const std::int64_t last = numberOf(to);
    // Steps before the oldest one in the ring are never read.
    const auto size = static_cast<std::int64_t>(m_buckets.size());
    for (std::int64_t number = std::max(numberOf(from), last - size + 1); number <= last;
         ++number) {
        const auto begin = std::max(from, endOf(number - 1));
        const double part = Seconds(std::min(to, endOf(number)) - begin).count();
        TrafficBucket& into = bucket(number);
        into.add(counts, part / whole);
        into.covered += part;
    }
}

void TrafficRing::dropAfter(std::int64_t number)
{
    for (TrafficBucket& each : m_buckets) {
        if (each.number > number) {
            each = {};
        }
    }
}

TrafficBucket TrafficRing::at(std::int64_t number) const noexcept
{
    const TrafficBucket& found = m_buckets[static_cast<std::size_t>(number) % m_buckets.size()];
    return number >= 0 && found.number == number ? found : TrafficBucket();
}

TrafficBucket& TrafficRing::bucket(std::int64_t number)
{
    TrafficBucket& place = m_buckets[static_cast<std::size_t>(number) % m_buckets.size()];
    if (place.number != number) {
        place = {};
        place.number = number;
    }
    return place;
}

}  // namespace quaywatch
