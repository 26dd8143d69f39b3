// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/alert_digest.h"

#include <algorithm>

namespace quaywatch {

namespace {

constexpr std::size_t kMaxKnown = 1000;

/// An entry that combines several alerts stands for all of them.
std::size_t alertsOf(const AlertEntry& entry)
{
    return entry.alert.parts ? std::max<std::size_t>(entry.count, 1) : 1;
}

}  // namespace

void AlertDigest::add(const AlertEntry& entry)
{
    const std::size_t alerts = alertsOf(entry);
    if (const auto known = m_counts.find(entry.id); known != m_counts.end()) {
        m_count += alerts - std::min(alerts, known->second);
        known->second = std::max(alerts, known->second);
        if (m_worst->id == entry.id) {
            m_worst = entry;
        }
        return;
    }
    count(entry.id, alerts);
    if (!m_worst || entry.alert.severity >= m_worst->alert.severity) {
        m_worst = entry;
    }
}

void AlertDigest::count(std::uint64_t id, std::size_t alerts)
{
    if (m_counts.size() < kMaxKnown) {
        m_counts.emplace(id, alerts);
    }
    m_count += alerts;
}

void AlertDigest::add(const AlertDigest& other)
{
    if (other.isEmpty()) {
        return;
    }
    add(other.worst());
    // Alerts that the other digest only counts, without their ids, are counted as new ones.
    std::size_t unknown = other.m_count;
    for (const auto& [id, alerts] : other.m_counts) {
        unknown -= alerts;
        if (!m_counts.contains(id)) {
            count(id, alerts);
        }
    }
    m_count += unknown;
}

}  // namespace quaywatch
