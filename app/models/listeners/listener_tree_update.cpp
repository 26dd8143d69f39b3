// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the listeners view moves from one snapshot to the next.

#include "app/models/diff_since.h"
#include "app/models/listeners/listener_tree_model.h"
#include "app/models/row_matches.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

void ListenerTreeModel::apply(const SnapshotUpdate& update)
{
    emit aboutToApply();
    const DiffSince steps(m_snapshot, update);  // keeps the snapshot that rows still point into
    m_isFlashing = m_snapshot && !update.isFirst && m_flashes.isOn();
    const std::vector<PortRun> runs = listenerRuns(steps.from(), *update.after, *steps);
    if (!m_filter.isEmpty()) {
        m_matches = matchesAfter(m_matches, {steps.from(), *update.after, *steps}, m_filter);
    }
    m_snapshot = update.after;
    m_flashes.beginBatch();
    RowChanges changes;
    takeRuns(runs, steps.from(), changes);
    m_flashes.endBatch();
    const Slots otherTrends = takeTrends(changes);
    settleChanges(std::move(changes));
    constexpr int kTrend = static_cast<int>(Column::Activity);
    announce(otherTrends, kTrend, kTrend);
    m_isFlashing = false;
    armTimer();
    emit applied();
}

void ListenerTreeModel::takeRuns(const std::vector<PortRun>& runs, const Snapshot& before,
                                 RowChanges& changes)
{
    // All ports are updated to the new snapshot before the views are notified about child rows,
    // because a notified view may read any row.
    Slots toFill;
    Slots toClose;
    auto known = m_slotOfPort.begin();
    const auto closeUntil = [&](const PortRun* next) {
        for (; known != m_slotOfPort.end() && (next == nullptr || known->first < next->id);
             ++known) {
            if (!m_groups[known->second].isClosed) {
                m_groups[known->second].isClosed = true;
                toClose.push_back(known->second);
            }
        }
    };
    for (const PortRun& run : runs) {
        closeUntil(&run);
        const bool isKnown = known != m_slotOfPort.end() && known->first == run.id;
        // A new port is inserted before `known`, so the iteration continues after it.
        const std::uint32_t slot = isKnown ? known->second : takeSlot(run.id);
        if (takeRun(slot, run, before, changes)) {
            toFill.push_back(slot);
        }
        if (isKnown) {
            ++known;
        }
    }
    closeUntil(nullptr);
    for (const std::uint32_t slot : toFill) {
        fill(slot, predicate(), changes);
    }
    for (const std::uint32_t slot : toClose) {
        close(slot, changes);
    }
}

// Returns whether the child rows of the port must be recomputed.
bool ListenerTreeModel::takeRun(std::uint32_t slot, const PortRun& run, const Snapshot& before,
                                RowChanges& changes)
{
    Group& group = m_groups[slot];
    const PortRun was = std::exchange(group.run, run);
    if (was.count == 0 || group.isClosed || run.isTouched || isRevised(run, was, before)) {
        group.summary = summaryOf(*m_snapshot, run);
        if (was.count == 0 || group.isClosed) {  // or opened again while shown as closed
            std::erase(m_closed, slot);
            group.isClosed = false;
            flashGroup(group, slot, Flash::New);
        }
        return true;
    }
    const SocketRecord* base = before.sockets.data() + was.first;
    for (Child& child : group.children) {
        if (child.record != nullptr) {
            child.record = m_snapshot->sockets.data() + run.first + (child.record - base);
        }
    }
    group.summary.lead = group.summary.lead - was.first + run.first;
    if (run.isCounted) {
        const bool mayMove = isCounter(m_column) && rowOf(slot) >= 0;
        (mayMove ? changes.placed : changes.refreshed).push_back(slot);
    }
    return false;
}

// Whether a minor detail of one of the port's sockets was replaced, such as a user's name that
// became known. The user does not see this as a change, but the port's row and the filter may
// depend on it. The set of sockets is the same.
bool ListenerTreeModel::isRevised(const PortRun& run, const PortRun& was,
                                  const Snapshot& before) const
{
    if (!run.isCounted) {
        return false;
    }
    for (std::size_t i = 0; i < run.count; ++i) {
        if (areDetailsReplaced(before.sockets[was.first + i], m_snapshot->sockets[run.first + i])) {
            return true;
        }
    }
    return false;
}

void ListenerTreeModel::close(std::uint32_t slot, RowChanges& changes)
{
    Group& group = m_groups[slot];
    m_closed.push_back(slot);
    if (m_isFlashing && rowOf(slot) >= 0) {
        removeChildren(slot, 0, group.children.size());
        flashGroup(group, slot, Flash::Closed);
        changes.refreshed.push_back(slot);
    } else {
        changes.leaving.push_back(slot);
    }
}

std::uint32_t ListenerTreeModel::takeSlot(const PortId& id)
{
    auto slot = static_cast<std::uint32_t>(m_groups.size());
    if (m_free.empty()) {
        m_groups.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slotOfPort.emplace(id, slot);
    return slot;
}

void ListenerTreeModel::release(std::uint32_t slot)
{
    m_slotOfPort.erase(m_groups[slot].run.id);
    std::erase(m_closed, slot);
    m_groups[slot] = {};
    m_free.push_back(slot);
}

// Updates the child rows of a port, and decides whether and where it is shown.
void ListenerTreeModel::fill(std::uint32_t slot, const RowPredicate& isWanted, RowChanges& changes)
{
    const PortContents contents =
        contentsOf(*m_snapshot, m_groups[slot].run, isWanted, kMaxGroupPeers);
    if (contents.sockets.empty()) {
        removeChildren(slot, 0, m_groups[slot].children.size());
        changes.leaving.push_back(slot);
        return;
    }
    syncChildren(slot, contents);
    changes.placed.push_back(slot);
}

void ListenerTreeModel::syncChildren(std::uint32_t slot, const PortContents& contents)
{
    Records wanted = contents.sockets;
    if (contents.omitted > 0) {
        wanted.push_back(nullptr);
    }
    Group& group = m_groups[slot];
    group.omitted = contents.omitted;
    const bool isListenerChanged = removeGone(slot, wanted);
    const bool isListenerNew = insertMissing(slot, wanted);
    if ((isListenerChanged || isListenerNew) && m_isFlashing && group.flash != Flash::New) {
        flashGroup(group, slot, Flash::Changed);
    }
    if (rowOf(slot) >= 0) {
        const QModelIndex parent = groupIndex(slot);
        emit dataChanged(index(0, 0, parent),
                         index(rowCount(parent) - 1, kListenerColumnCount - 1, parent));
    }
}

// Removes the closed rows, last one first, and updates the remaining ones to the new snapshot.
// Returns whether a listener closed or changed.
bool ListenerTreeModel::removeGone(std::uint32_t slot, const Records& wanted)
{
    const auto isBeforeRecord = [](const SocketRecord* a, const SocketRecord* b) {
        return a != nullptr && (b == nullptr || comesBeforeInPort(*a, *b));
    };
    const Group& group = m_groups[slot];
    bool isAnyListener = false;
    std::size_t next = wanted.size();
    std::size_t goingEnd = group.children.size();
    for (std::size_t row = group.children.size(); row-- > 0;) {
        const Child& child = group.children[row];
        while (next > 0 && isBeforeRecord(child.record, wanted[next - 1])) {
            --next;
        }
        if (next == 0 || isBeforeRecord(wanted[next - 1], child.record)) {
            isAnyListener = isAnyListener || (child.record && child.record->isListener());
            continue;
        }
        removeChildren(slot, row + 1, goingEnd - row - 1);
        goingEnd = row;
        Child& stays = m_groups[slot].children[row];
        const SocketRecord* was = std::exchange(stays.record, wanted[next - 1]);
        if (was != nullptr && was != stays.record && isChanged(*was, *stays.record)) {
            isAnyListener = isAnyListener || stays.record->isListener();
            flashChild(stays, slot, Flash::Changed);
        }
    }
    removeChildren(slot, 0, goingEnd);
    return isAnyListener;
}

// Inserts new rows, first one first. Returns whether a listener is among them.
bool ListenerTreeModel::insertMissing(std::uint32_t slot, const Records& wanted)
{
    const Group& group = m_groups[slot];
    bool isAnyListener = false;
    std::vector<Child> fresh;
    for (std::size_t row = 0; row <= wanted.size(); ++row) {
        const std::size_t at = row - fresh.size();
        const bool isThere = row < wanted.size() && at < group.children.size() &&
                             group.children[at].record == wanted[row];
        if (row < wanted.size() && !isThere) {
            fresh.push_back({wanted[row]});
            if (wanted[row] != nullptr) {
                isAnyListener = isAnyListener || wanted[row]->isListener();
                flashChild(fresh.back(), slot, Flash::New);
            }
            continue;
        }
        insertChildren(slot, at, fresh);
        fresh.clear();
    }
    return isAnyListener;
}

void ListenerTreeModel::removeChildren(std::uint32_t slot, std::size_t first, std::size_t count)
{
    if (count == 0) {
        return;
    }
    std::vector<Child>& children = m_groups[slot].children;
    const auto from = children.begin() + static_cast<std::ptrdiff_t>(first);
    const bool isShown = rowOf(slot) >= 0;
    if (isShown) {
        beginRemoveRows(groupIndex(slot), static_cast<int>(first),
                        static_cast<int>(first + count) - 1);
    }
    children.erase(from, from + static_cast<std::ptrdiff_t>(count));
    if (isShown) {
        endRemoveRows();
    }
}

void ListenerTreeModel::insertChildren(std::uint32_t slot, std::size_t first,
                                       const std::vector<Child>& fresh)
{
    if (fresh.empty()) {
        return;
    }
    std::vector<Child>& children = m_groups[slot].children;
    const bool isShown = rowOf(slot) >= 0;
    if (isShown) {
        beginInsertRows(groupIndex(slot), static_cast<int>(first),
                        static_cast<int>(first + fresh.size()) - 1);
    }
    children.insert(children.begin() + static_cast<std::ptrdiff_t>(first), fresh.begin(),
                    fresh.end());
    if (isShown) {
        endInsertRows();
    }
}

void ListenerTreeModel::flashGroup(Group& group, std::uint32_t slot, Flash flash)
{
    group.flash = m_isFlashing ? flash : Flash::None;
    group.flashSerial = m_isFlashing ? m_flashes.flash(slot) : 0;
}

void ListenerTreeModel::flashChild(Child& child, std::uint32_t slot, Flash flash)
{
    child.flash = m_isFlashing ? flash : Flash::None;
    child.flashSerial = m_isFlashing ? m_flashes.flash(slot) : 0;
}

void ListenerTreeModel::settleChanges(RowChanges changes)
{
    Slots moving = changes.leaving;
    moving.insert(moving.end(), changes.placed.begin(), changes.placed.end());
    Slots refreshed = changes.refreshed;
    refreshed.insert(refreshed.end(), changes.placed.begin(), changes.placed.end());
    const bool isLayoutNew =
        !moving.empty() && settle(merged(without(moving), std::move(changes.placed)));
    for (const std::uint32_t slot : changes.leaving) {
        if (m_groups[slot].isClosed) {
            release(slot);
        }
    }
    if (!isLayoutNew) {
        announce(refreshed);
    }
    for (const std::uint32_t slot : changes.refreshed) {
        if (const int count = rowCount(groupIndex(slot)); rowOf(slot) >= 0 && count > 0) {
            emit dataChanged(index(0, 0, groupIndex(slot)),
                             index(count - 1, kListenerColumnCount - 1, groupIndex(slot)));
        }
    }
}

void ListenerTreeModel::expireFlashes(FlashClock::TimePoint now)
{
    RowChanges changes;
    for (const FlashClock::Entry& entry : m_flashes.takeExpired(now)) {
        Group& group = m_groups[entry.slot];
        if (group.flashSerial == entry.serial) {
            group.flash = Flash::None;
            (group.isClosed ? changes.leaving : changes.refreshed).push_back(entry.slot);
            continue;
        }
        for (Child& child : group.children) {
            if (child.flashSerial == entry.serial) {
                child.flash = Flash::None;
                changes.refreshed.push_back(entry.slot);
            }
        }
    }
    if (!changes.leaving.empty() || !changes.refreshed.empty()) {
        emit aboutToApply();
        std::sort(changes.refreshed.begin(), changes.refreshed.end());
        changes.refreshed.erase(std::unique(changes.refreshed.begin(), changes.refreshed.end()),
                                changes.refreshed.end());
        settleChanges(std::move(changes));
        emit applied();
    }
    armTimer();
}

void ListenerTreeModel::armTimer()
{
    if (const auto wait = m_flashes.untilNext()) {
        m_flashTimer.start(*wait);
    }
}

}  // namespace quaywatch
