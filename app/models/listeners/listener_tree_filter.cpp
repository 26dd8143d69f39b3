// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sockets that the listeners view shows. The whole filter runs on the worker; on the GUI
// thread, it runs only for the sockets that an update changes.

#include "app/models/listeners/listener_tree_model.h"
#include "app/models/row_matches.h"

#include <utility>

namespace quaywatch {

RowPredicate ListenerTreeModel::predicate() const
{
    if (m_filter.isEmpty()) {
        return {};
    }
    return [this](std::size_t row) { return m_matches[row]; };
}

void ListenerTreeModel::setFilter(Filter filter)
{
    m_wanted = std::move(filter);
    if (!m_snapshot || m_wanted.isEmpty() || m_snapshot->sockets.size() <= m_inlineLimit) {
        m_worker.cancel();
        m_filter = m_wanted;
        m_matches.clear();
        for (std::size_t row = 0; m_snapshot && row < m_snapshot->sockets.size(); ++row) {
            m_matches.push_back(m_filter.matches(m_snapshot->sockets[row]));
        }
        refilter();
        return;
    }
    std::vector<RowRef> rows;
    rows.reserve(m_snapshot->sockets.size());
    for (const SocketRecord& socket : m_snapshot->sockets) {
        rows.push_back({static_cast<std::uint32_t>(rows.size()), &socket});
    }
    m_jobSnapshot = m_snapshot;
    m_worker.start({std::move(rows), {m_wanted, Column::LocalPort}, m_snapshot, {}});
}

void ListenerTreeModel::takeMatches(const Slots& matching)
{
    const SnapshotPtr assessed = std::exchange(m_jobSnapshot, nullptr);
    std::vector<bool> matches(assessed->sockets.size());
    for (const std::uint32_t row : matching) {
        matches[row] = true;
    }
    if (assessed != m_snapshot) {  // an update came meanwhile
        const SnapshotDiff steps = diff(*assessed, *m_snapshot);
        matches = matchesAfter(matches, {*assessed, *m_snapshot, steps}, m_wanted);
    }
    m_filter = m_wanted;
    m_matches = std::move(matches);
    refilter();
}

void ListenerTreeModel::refilter()
{
    RowChanges changes;
    for (const auto& [id, slot] : m_slotOfPort) {
        if (m_groups[slot].isClosed) {
            changes.leaving.push_back(slot);
        } else {
            fill(slot, predicate(), changes);
        }
    }
    settleChanges(std::move(changes));
    emit applied();
}

}  // namespace quaywatch
