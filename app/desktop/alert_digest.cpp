// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/alert_digest.h"

namespace quaywatch {

namespace {

constexpr std::size_t kMaxKnown = 1000;

}  // namespace

void AlertDigest::add(const AlertEntry& entry)
{
    if (m_ids.contains(entry.id)) {
        if (m_worst->id == entry.id) {
            m_worst = entry;
        }
        return;
    }
    if (m_ids.size() < kMaxKnown) {
        m_ids.insert(entry.id);
    }
    ++m_count;
    if (!m_worst || entry.alert.severity >= m_worst->alert.severity) {
        m_worst = entry;
    }
}

void AlertDigest::add(const AlertDigest& other)
{
    if (other.isEmpty()) {
        return;
    }
    add(other.worst());
    // Alerts that the other digest only counts, without their ids, are counted as new ones.
    const std::size_t unknown = other.m_count - other.m_ids.size();
    for (const std::uint64_t id : other.m_ids) {
        if (m_ids.contains(id)) {
            continue;
        }
        if (m_ids.size() < kMaxKnown) {
            m_ids.insert(id);
        }
        ++m_count;
    }
    m_count += unknown;
}

}  // namespace quaywatch
