// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_list.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

namespace quaywatch {

/// The alerts to be reported in one notification: their number and the most severe one. An entry
/// that combines several alerts counts as that many. Bounded: it remembers the ids of a thousand
/// entries. Further entries are counted each time they are added.
class AlertDigest {
public:
    /// An entry that the digest already contains is counted again only as far as it has grown.
    void add(const AlertEntry& entry);
    void add(const AlertDigest& other);

    [[nodiscard]] bool isEmpty() const noexcept { return !m_worst; }
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    /// The most severe alert; of several, the last one. Only for a digest that is not empty.
    [[nodiscard]] const AlertEntry& worst() const { return m_worst.value(); }

private:
    void count(std::uint64_t id, std::size_t alerts);

    std::map<std::uint64_t, std::size_t> m_counts;  // by the id of the first kMaxKnown entries
    std::size_t m_count = 0;
    std::optional<AlertEntry> m_worst;
};

}  // namespace quaywatch
