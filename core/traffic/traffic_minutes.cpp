// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_minutes.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <tuple>
#include <utility>

namespace quaywatch {
namespace {

std::int64_t minuteNumberOf(std::chrono::system_clock::time_point time)
{
    return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
}

void addSampleShare(TrafficMinute& minute, const TrafficSample& sample, double share)
{
    const auto addTo = [share](TrafficBucket& bucket, const TrafficCounts& counts) {
        bucket.add(counts, share);
    };
    addTo(minute.all, sample.all);
    for (const auto& [port, counts] : sample.ports) {
        addTo(minute.ports[port], counts);
    }
    for (const auto& [key, program] : sample.programs) {
        addTo(minute.programs[key], program.counts);
    }
}

/// @return Whether there were more than the maximum.
template <class Map>
bool keepBusiest(Map& buckets, std::size_t most)
{
    if (buckets.size() <= most) {
        return false;
    }
    std::vector<typename Map::iterator> order;
    order.reserve(buckets.size());
    for (auto it = buckets.begin(); it != buckets.end(); ++it) {
        order.push_back(it);
    }
    const auto rest = order.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(order.begin(), rest, order.end(), [](const auto& a, const auto& b) {
        const auto weightOf = [](const TrafficBucket& each) {
            return std::tuple(each.received + each.sent, each.opened, each.connections);
        };
        const auto weights = std::pair(weightOf(a->second), weightOf(b->second));
        return weights.first != weights.second ? weights.first > weights.second
                                               : a->first < b->first;
    });
    std::for_each(rest, order.end(), [&buckets](const auto& it) { buckets.erase(it); });
    return true;
}

}  // namespace

void TrafficMinutes::add(const TrafficSample& sample)
{
    m_running = minuteNumberOf(sample.to);
    const auto from = m_spans.startOf(sample);
    if (!from) {
        return;
    }
    using Seconds = std::chrono::duration<double>;
    const double whole = Seconds(sample.to - *from).count();
    for (auto begin = *from; begin < sample.to;) {
        const std::int64_t number = minuteNumberOf(begin);
        const std::chrono::system_clock::time_point next(std::chrono::minutes(number + 1));
        const auto end = std::min(sample.to, next);
        const double part = Seconds(end - begin).count();
        TrafficMinute& minute = m_minutes[number];
        minute.minute = number;
        minute.all.covered += part;
        addSampleShare(minute, sample, part / whole);
        begin = end;
    }
}

std::vector<TrafficMinute> TrafficMinutes::takeFinished()
{
    auto running = m_minutes.extract(m_running);
    std::vector<TrafficMinute> finished = takeAll();
    if (running) {
        m_minutes.insert(std::move(running));
    }
    return finished;
}

std::vector<TrafficMinute> TrafficMinutes::takeAll()
{
    std::vector<TrafficMinute> taken;
    for (auto& [number, minute] : m_minutes) {
        minute.hasMorePorts = keepBusiest(minute.ports, kMaxPorts);
        minute.hasMorePrograms = keepBusiest(minute.programs, kMaxPrograms);
        taken.push_back(std::move(minute));
    }
    m_minutes.clear();
    return taken;
}

}  // namespace quaywatch
