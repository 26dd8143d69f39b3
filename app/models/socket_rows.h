// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/row_order.h"
#include "app/models/socket_roles.h"
#include "core/sockets/snapshot_diff.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {

/// The sockets behind a table. Each has a slot, a number that is its own as long as it is there;
/// an update re-points the slots to the new snapshot without a search. Knows nothing of order.
class SocketRows {
public:
    struct Slot {
        const SocketRecord* record = nullptr;  ///< Null while the slot is free.
        std::uint32_t flashSerial = 0;
        Flash flash = Flash::None;
        bool isDirty = false;  ///< See markDirty().
    };

    /// The slots an update speaks of.
    struct Changes {
        std::vector<std::uint32_t> added;
        std::vector<std::uint32_t> removed;  ///< Still there, until keepAsClosed() or release().
        std::vector<std::uint32_t> changed;
        std::vector<std::uint32_t> moved;    ///< Not changed, but may have a new place.
        std::vector<std::uint32_t> counted;  ///< Show another number where they are.
    };

    /// Goes to the next snapshot. The removed rows point to the one before, which the caller
    /// keeps until they are buried or released.
    ///
    /// @param countersDecide  Whether counters decide the order: counted rows are told as moved.
    [[nodiscard]] Changes goTo(SnapshotPtr after, const SnapshotDiff& steps, bool countersDecide);

    /// Keeps a removed row, shown as closed, with a record of its own.
    void keepAsClosed(std::uint32_t slot);
    /// Frees a slot.
    void release(std::uint32_t slot);
    [[nodiscard]] bool isBuried(std::uint32_t slot) const { return m_buried.contains(slot); }
    [[nodiscard]] std::vector<std::uint32_t> buriedSlots() const;

    /// From now on collects what changes, for the result of a job that begins now.
    void beginDirty();
    /// What changed since beginDirty(), and ends the collecting.
    [[nodiscard]] std::vector<std::uint32_t> takeDirty();

    [[nodiscard]] Slot& operator[](std::uint32_t slot) { return m_slots[slot]; }
    [[nodiscard]] const Slot& operator[](std::uint32_t slot) const { return m_slots[slot]; }
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    /// Every row, open and buried.
    [[nodiscard]] std::vector<RowRef> all() const;
    /// The records of the buried rows.
    [[nodiscard]] std::vector<std::shared_ptr<const SocketRecord>> buriedRecords() const;
    /// The slot of an open socket.
    [[nodiscard]] std::optional<std::uint32_t> find(const SocketKey& key) const;

private:
    std::uint32_t takeSlot(const SocketRecord& record);
    void markDirty(std::uint32_t slot);

    SnapshotPtr m_snapshot;
    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_free;
    std::vector<std::uint32_t> m_slotOfSocket;  // by index into m_snapshot->sockets
    std::map<std::uint32_t, std::shared_ptr<const SocketRecord>> m_buried;
    std::map<SocketKey, std::uint32_t> m_buriedByKey;
    std::vector<std::uint32_t> m_dirty;
    bool m_isCollecting = false;
};

}  // namespace quaywatch
