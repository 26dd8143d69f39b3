// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/update_hold.h"

#include <numeric>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

std::size_t rowCount(const std::vector<RowRun>& runs)
{
    return std::accumulate(runs.begin(), runs.end(), std::size_t{0},
                           [](std::size_t count, const RowRun& run) { return count + run.count; });
}

}  // namespace

std::optional<SnapshotUpdate> UpdateHold::take(const SnapshotUpdate& update)
{
    if (!m_isHolding || !m_shown || std::exchange(m_passesNext, false)) {
        return pass(update);
    }
    const SnapshotDiff steps = diff(*m_shown, *update.after);
    m_waitingCount = rowCount(steps.removed) + rowCount(steps.added) + rowCount(steps.changed);
    m_held = update;
    return std::nullopt;
}

std::optional<SnapshotUpdate> UpdateHold::setHolding(bool isHolding)
{
    m_isHolding = isHolding;
    m_passesNext = false;
    if (isHolding || !m_held) {
        return std::nullopt;
    }
    return pass(*std::exchange(m_held, std::nullopt));
}

SnapshotUpdate UpdateHold::pass(SnapshotUpdate update)
{
    if (m_shown && update.before != m_shown) {
        update.before = m_shown;
        update.steps = diff(*m_shown, *update.after);
    }
    m_shown = update.after;
    m_held.reset();
    m_waitingCount = 0;
    return update;
}

}  // namespace quaywatch
