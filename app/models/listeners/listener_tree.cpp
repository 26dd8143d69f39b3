// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/listeners/listener_tree.h"

#include "app/models/row_matches.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

ListenerTree::ListenerTree(View& view, FlashClock::Now now)
    : m_view(view)
    , m_flashes(std::move(now))
{
}

ListenerTree::Changes ListenerTree::apply(const SnapshotUpdate& update, const Snapshot& before,
                                          const SnapshotDiff& steps, const RowPredicate& isWanted)
{
    m_isFlashing = m_snapshot && !update.isFirst && m_flashes.isOn();
    const std::vector<PortRun> runs = listenerRuns(before, *update.after, steps);
    m_snapshot = update.after;
    m_flashes.beginBatch();
    Changes changes;
    takeRuns(runs, before, isWanted, changes);
    m_flashes.endBatch();
    m_isFlashing = false;
    return changes;
}

ListenerTree::Changes ListenerTree::refill(const RowPredicate& isWanted)
{
    Changes changes;
    for (const auto& [id, slot] : m_slotOfPort) {
        if (m_groups[slot].isClosed) {
            changes.leaving.push_back(slot);
        } else {
            fill(slot, isWanted, changes);
        }
    }
    return changes;
}

ListenerTree::TrendChanges ListenerTree::takeTrends(const TrafficSeries& traffic)
{
    TrendChanges changes;
    for (const auto& [port, slot] : m_slotOfPort) {
        // UDP has no connections to count.
        const PortTrend* trend = port.protocol == Protocol::Tcp ? traffic.trendOf(port) : nullptr;
        Group& group = m_groups[slot];
        if (trend == nullptr ? !group.trend : group.trend == *trend) {
            continue;
        }
        const std::optional<std::uint32_t> before = lastMinuteOf(group);
        group.trend = trend != nullptr ? std::optional(*trend) : std::nullopt;
        changes.changed.push_back(slot);
        if (lastMinuteOf(group) != before) {
            changes.lastMinute.push_back(slot);
        }
    }
    return changes;
}

ListenerTree::Changes ListenerTree::expireFlashes(FlashClock::TimePoint now)
{
    Changes changes;
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
    std::sort(changes.refreshed.begin(), changes.refreshed.end());
    changes.refreshed.erase(std::unique(changes.refreshed.begin(), changes.refreshed.end()),
                            changes.refreshed.end());
    return changes;
}

void ListenerTree::releaseClosed(const Slots& ports)
{
    for (const std::uint32_t slot : ports) {
        if (m_groups[slot].isClosed) {
            m_slotOfPort.erase(m_groups[slot].run.id);
            std::erase(m_closed, slot);
            m_groups[slot] = {};
            m_free.push_back(slot);
        }
    }
}

std::optional<std::uint32_t> ListenerTree::slotOf(const PortId& port) const
{
    const auto found = m_slotOfPort.find(port);
    return found != m_slotOfPort.end() ? std::optional(found->second) : std::nullopt;
}

const SocketRecord& ListenerTree::leadOf(const Group& group) const
{
    return group.isClosed ? *group.summary.face : m_snapshot->sockets[group.summary.lead];
}

std::optional<std::uint32_t> ListenerTree::lastMinuteOf(const Group& group)
{
    const bool isKnown = group.trend && group.trend->isKnown.test(PortTrend::kMinutes - 1);
    return isKnown ? std::optional(group.trend->lastMinute()) : std::nullopt;
}

void ListenerTree::takeRuns(const std::vector<PortRun>& runs, const Snapshot& before,
                            const RowPredicate& isWanted, Changes& changes)
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
        fill(slot, isWanted, changes);
    }
    for (const std::uint32_t slot : toClose) {
        close(slot, changes);
    }
}

// Returns whether the child rows of the port must be recomputed.
bool ListenerTree::takeRun(std::uint32_t slot, const PortRun& run, const Snapshot& before,
                           Changes& changes)
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
        changes.counted.push_back(slot);
    }
    return false;
}

// Whether a minor detail of one of the port's sockets was replaced, such as a user's name that
// became known. The user does not see this as a change, but the port's row and the filter may
// depend on it. The set of sockets is the same.
bool ListenerTree::isRevised(const PortRun& run, const PortRun& was, const Snapshot& before) const
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

void ListenerTree::close(std::uint32_t slot, Changes& changes)
{
    Group& group = m_groups[slot];
    m_closed.push_back(slot);
    if (m_isFlashing && m_view.isShown(slot)) {
        removeChildren(slot, 0, group.children.size());
        flashGroup(group, slot, Flash::Closed);
        changes.refreshed.push_back(slot);
    } else {
        changes.leaving.push_back(slot);
    }
}

std::uint32_t ListenerTree::takeSlot(const PortId& id)
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

// Updates the child rows of a port, and decides whether and where it is shown.
void ListenerTree::fill(std::uint32_t slot, const RowPredicate& isWanted, Changes& changes)
{
    const PortContents contents = contentsOf(*m_snapshot, m_groups[slot].run, isWanted, kMaxPeers);
    if (contents.sockets.empty()) {
        removeChildren(slot, 0, m_groups[slot].children.size());
        changes.leaving.push_back(slot);
        return;
    }
    syncChildren(slot, contents);
    changes.placed.push_back(slot);
}

void ListenerTree::syncChildren(std::uint32_t slot, const PortContents& contents)
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
    if (m_view.isShown(slot)) {
        m_view.childrenChanged(slot);
    }
}

// Removes the closed rows, last one first, and updates the remaining ones to the new snapshot.
// Returns whether a listener closed or changed.
bool ListenerTree::removeGone(std::uint32_t slot, const Records& wanted)
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
bool ListenerTree::insertMissing(std::uint32_t slot, const Records& wanted)
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

void ListenerTree::removeChildren(std::uint32_t slot, std::size_t first, std::size_t count)
{
    if (count == 0) {
        return;
    }
    std::vector<Child>& children = m_groups[slot].children;
    const auto from = children.begin() + static_cast<std::ptrdiff_t>(first);
    const bool isShown = m_view.isShown(slot);
    if (isShown) {
        m_view.beginRemoveChildren(slot, static_cast<int>(first),
                                   static_cast<int>(first + count) - 1);
    }
    children.erase(from, from + static_cast<std::ptrdiff_t>(count));
    if (isShown) {
        m_view.endRemoveChildren();
    }
}

void ListenerTree::insertChildren(std::uint32_t slot, std::size_t first,
                                  const std::vector<Child>& fresh)
{
    if (fresh.empty()) {
        return;
    }
    std::vector<Child>& children = m_groups[slot].children;
    const bool isShown = m_view.isShown(slot);
    if (isShown) {
        m_view.beginInsertChildren(slot, static_cast<int>(first),
                                   static_cast<int>(first + fresh.size()) - 1);
    }
    children.insert(children.begin() + static_cast<std::ptrdiff_t>(first), fresh.begin(),
                    fresh.end());
    if (isShown) {
        m_view.endInsertChildren();
    }
}

void ListenerTree::flashGroup(Group& group, std::uint32_t slot, Flash flash)
{
    group.flash = m_isFlashing ? flash : Flash::None;
    group.flashSerial = m_isFlashing ? m_flashes.flash(slot) : 0;
}

void ListenerTree::flashChild(Child& child, std::uint32_t slot, Flash flash)
{
    child.flash = m_isFlashing ? flash : Flash::None;
    child.flashSerial = m_isFlashing ? m_flashes.flash(slot) : 0;
}

}  // namespace quaywatch
