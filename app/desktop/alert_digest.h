// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_list.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

namespace quaywatch {

/// The alerts to be reported in one notification: their number and the most severe one. Bounded: it
/// remembers the ids of a thousand alerts. Further alerts are counted each time they are added.
class AlertDigest {
public:
    /// An alert that the digest already contains is not counted again.
    void add(const AlertEntry& entry);
    void add(const AlertDigest& other);

    [[nodiscard]] bool isEmpty() const noexcept { return !m_worst; }
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    /// The most severe alert; of several, the last one. Only for a digest that is not empty.
    [[nodiscard]] const AlertEntry& worst() const { return m_worst.value(); }

private:
    std::set<std::uint64_t> m_ids;  // of the first kMaxKnown alerts
    std::size_t m_count = 0;
    std::optional<AlertEntry> m_worst;
};

}  // namespace quaywatch
