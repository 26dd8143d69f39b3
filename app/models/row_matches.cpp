// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/row_matches.h"

namespace quaywatch {
namespace {

// Whether a row is in one of ascending runs; must be called with ascending rows.
class RunWalk {
public:
    explicit RunWalk(const std::vector<RowRun>& runs)
        : m_runs(runs)
    {
    }
    bool holds(std::size_t row)
    {
        while (m_next < m_runs.size() && m_runs[m_next].first + m_runs[m_next].count <= row) {
            ++m_next;
        }
        return m_next < m_runs.size() && m_runs[m_next].first <= row;
    }

private:
    const std::vector<RowRun>& m_runs;
    std::size_t m_next = 0;
};

}  // namespace

std::vector<bool> matchesAfter(const std::vector<bool>& was, const SnapshotTransition& transition,
                               const Filter& filter)
{
    const auto& [before, after, steps] = transition;
    RunWalk added(steps.added);
    RunWalk changed(steps.changed);
    RunWalk countersOnly(steps.countersOnly);
    auto removed = steps.removed.rbegin();  // the last run comes first
    std::size_t old = 0;
    std::vector<bool> matches(after.sockets.size());
    for (std::size_t row = 0; row < matches.size(); ++row) {
        const SocketRecord& socket = after.sockets[row];
        if (added.holds(row)) {
            matches[row] = filter.matches(socket);
            continue;
        }
        for (; removed != steps.removed.rend() && removed->first == old; ++removed) {
            old += removed->count;
        }
        const bool isOther =
            changed.holds(row) ||
            (countersOnly.holds(row) && areDetailsReplaced(before.sockets[old], socket));
        matches[row] = isOther ? filter.matches(socket) : was[old];
        ++old;
    }
    return matches;
}

bool areDetailsReplaced(const SocketRecord& before, const SocketRecord& after) noexcept
{
    return before.uid != after.uid || before.user != after.user ||
           before.ownerSet != after.ownerSet || before.serviceContext != after.serviceContext;
}

}  // namespace quaywatch
