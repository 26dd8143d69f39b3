// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace quaywatch {

/// What "End process" applies to: the targets of the selected rows, and how many rows have none.
class EndRequest {
public:
    static constexpr std::size_t kMaxTargets = 50;

    EndRequest() = default;
    /// For one row, whose target may be unknown.
    explicit EndRequest(const std::optional<EndTarget>& target) { add(target); }

    /// Adds the target of a row; empty if its owner is not known. The same target counts once.
    void add(const std::optional<EndTarget>& target);
    /// Counts rows that are not looked at, since there are too many.
    void leaveOut(int count) { m_excess += count; }

    /// In the order of the rows, at most kMaxTargets.
    [[nodiscard]] const std::vector<EndTarget>& targets() const noexcept { return m_targets; }
    /// Rows whose owner is not known.
    [[nodiscard]] int unknownCount() const noexcept { return m_unknown; }
    /// Rows that are more than kMaxTargets.
    [[nodiscard]] int excessCount() const noexcept { return m_excess; }

private:
    std::vector<EndTarget> m_targets;
    int m_unknown = 0;
    int m_excess = 0;
};

}  // namespace quaywatch
