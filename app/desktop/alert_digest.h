// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_book.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

namespace quaywatch {

/// Alerts to be told of in one notification: how many, and the gravest. Bounded, whatever comes:
/// it remembers a thousand, and counts further ones each time they come.
class AlertDigest {
public:
    /// An alert that is in it already is not counted again.
    void add(const AlertEntry& entry);
    void add(const AlertDigest& other);

    [[nodiscard]] bool isEmpty() const noexcept { return !m_worst; }
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    /// The gravest, and the last of those. Not of an empty one.
    [[nodiscard]] const AlertEntry& worst() const { return m_worst.value(); }

private:
    std::set<std::uint64_t> m_ids;  // of the first kMaxKnown
    std::size_t m_count = 0;
    std::optional<AlertEntry> m_worst;
};

}  // namespace quaywatch
