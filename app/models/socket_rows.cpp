// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_rows.h"

#include "app/models/row_matches.h"
#include "core/sockets/close_index.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

enum class Mark : std::uint8_t { Kept, Added, Changed, Counted };

void markRuns(std::vector<Mark>& marks, const std::vector<RowRun>& runs, Mark mark)
{
    for (const RowRun& run : runs) {
        std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(run.first), run.count, mark);
    }
}

}  // namespace

SocketRows::Changes SocketRows::goTo(SnapshotPtr after, const SnapshotDiff& steps,
                                     bool countersDecide)
{
    std::vector<Mark> marks(after->sockets.size(), Mark::Kept);
    markRuns(marks, steps.added, Mark::Added);
    markRuns(marks, steps.changed, Mark::Changed);
    markRuns(marks, steps.countersOnly, Mark::Counted);

    Changes changes;
    std::vector<std::uint32_t> slotOf(after->sockets.size());
    std::size_t old = 0;
    auto removed = steps.removed.rbegin();  // the last run comes first
    const auto skipRemoved = [&] {
        for (; removed != steps.removed.rend() && removed->first == old; ++removed) {
            for (std::size_t i = 0; i < removed->count; ++i) {
                changes.removed.push_back(m_slotOfSocket[old++]);
            }
        }
    };
    for (std::size_t i = 0; i < slotOf.size(); ++i) {
        const SocketRecord& now = after->sockets[i];
        if (marks[i] == Mark::Added) {
            slotOf[i] = takeSlot(now);
            changes.added.push_back(slotOf[i]);
            continue;
        }
        skipRemoved();
        slotOf[i] = m_slotOfSocket[old++];
        const SocketRecord& was = *std::exchange(m_slots[slotOf[i]].record, &now);
        if (marks[i] == Mark::Changed) {
            changes.changed.push_back(slotOf[i]);
        } else if (marks[i] == Mark::Counted) {
            const bool mayMove = countersDecide || areDetailsReplaced(was, now);
            (mayMove ? changes.moved : changes.counted).push_back(slotOf[i]);
        }
    }
    skipRemoved();
    m_slotOfSocket = std::move(slotOf);
    m_snapshot = std::move(after);
    for (const auto* list : {&changes.added, &changes.removed, &changes.changed, &changes.moved}) {
        std::for_each(list->begin(), list->end(), [this](std::uint32_t slot) { markDirty(slot); });
    }
    return changes;
}

std::uint32_t SocketRows::takeSlot(const SocketRecord& record)
{
    // A socket that opens again while its closed row is still shown reuses that row.
    if (const auto buried = m_buriedByKey.find(record.key); buried != m_buriedByKey.end()) {
        const std::uint32_t slot = buried->second;
        m_buried.erase(slot);
        m_buriedByKey.erase(buried);
        m_slots[slot].record = &record;
        return slot;
    }
    std::uint32_t slot = 0;
    if (m_free.empty()) {
        slot = static_cast<std::uint32_t>(m_slots.size());
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slots[slot].record = &record;
    return slot;
}

void SocketRows::keepAsClosed(std::uint32_t slot)
{
    auto copy = std::make_shared<const SocketRecord>(*m_slots[slot].record);
    m_slots[slot].record = copy.get();
    m_buriedByKey.emplace(copy->key, slot);
    m_buried.emplace(slot, std::move(copy));
}

void SocketRows::release(std::uint32_t slot)
{
    if (const auto buried = m_buried.find(slot); buried != m_buried.end()) {
        m_buriedByKey.erase(buried->second->key);
        m_buried.erase(buried);
    }
    markDirty(slot);
    const bool isDirty = m_slots[slot].isDirty;
    m_slots[slot] = {};
    m_slots[slot].isDirty = isDirty;
    m_free.push_back(slot);
}

std::vector<std::uint32_t> SocketRows::keptSlots() const
{
    std::vector<std::uint32_t> buried;
    buried.reserve(m_buried.size());
    for (const auto& entry : m_buried) {
        buried.push_back(entry.first);
    }
    return buried;
}

void SocketRows::markDirty(std::uint32_t slot)
{
    if (m_isCollecting && !m_slots[slot].isDirty) {
        m_slots[slot].isDirty = true;
        m_dirty.push_back(slot);
    }
}

void SocketRows::beginDirty()
{
    for (const std::uint32_t slot : m_dirty) {
        m_slots[slot].isDirty = false;
    }
    m_dirty.clear();
    m_isCollecting = true;
}

std::vector<std::uint32_t> SocketRows::takeDirty()
{
    m_isCollecting = false;
    for (const std::uint32_t slot : m_dirty) {
        m_slots[slot].isDirty = false;
    }
    return std::exchange(m_dirty, {});
}

std::vector<RowRef> SocketRows::all() const
{
    std::vector<RowRef> rows;
    rows.reserve(m_slotOfSocket.size() + m_buried.size());
    for (const std::uint32_t slot : m_slotOfSocket) {
        rows.push_back({slot, m_slots[slot].record});
    }
    for (const auto& [slot, record] : m_buried) {
        rows.push_back({slot, record.get()});
    }
    return rows;
}

std::vector<std::shared_ptr<const SocketRecord>> SocketRows::buriedRecords() const
{
    std::vector<std::shared_ptr<const SocketRecord>> records;
    records.reserve(m_buried.size());
    for (const auto& [slot, record] : m_buried) {
        records.push_back(record);
    }
    return records;
}

std::optional<std::uint32_t> SocketRows::find(const SocketKey& key) const
{
    if (!m_snapshot) {
        return std::nullopt;
    }
    const SocketRecord* found = findSocketRow(*m_snapshot, key);
    if (found == nullptr) {
        return std::nullopt;
    }
    return m_slotOfSocket[static_cast<std::size_t>(found - m_snapshot->sockets.data())];
}

}  // namespace quaywatch
