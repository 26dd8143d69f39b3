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

/// The sockets of a table. Each has a slot, a number that belongs to it as long as it exists. An
/// update points the slots to the new snapshot without a search. Does not handle the order.
class SocketRows {
public:
    struct Slot {
        const SocketRecord* record = nullptr;  ///< Null while the slot is free.
        std::uint32_t flashSerial = 0;
        Flash flash = Flash::None;
        bool isDirty = false;  ///< See markDirty().
    };

    /// The slots that an update affects.
    struct Changes {
        std::vector<std::uint32_t> added;
        std::vector<std::uint32_t> removed;  ///< Still kept, until keepAsClosed() or release().
        std::vector<std::uint32_t> changed;
        std::vector<std::uint32_t> moved;    ///< Not changed, but may have another position.
        std::vector<std::uint32_t> counted;  ///< Only a number changed; the position stays.
    };

    /// Moves to the next snapshot. The removed rows point to the previous one, which the caller
    /// keeps until keepAsClosed() or release().
    ///
    /// @param countersDecide  Whether counters decide the order: counted rows are then in `moved`.
    [[nodiscard]] Changes goTo(SnapshotPtr after, const SnapshotDiff& steps, bool countersDecide);

    /// Keeps a removed row, shown as closed, with its own copy of the record.
    void keepAsClosed(std::uint32_t slot);
    /// Frees a slot.
    void release(std::uint32_t slot);
    [[nodiscard]] bool isKept(std::uint32_t slot) const { return m_buried.contains(slot); }
    [[nodiscard]] std::vector<std::uint32_t> keptSlots() const;

    /// Starts to collect changes for the result of a job that begins now.
    void beginDirty();
    /// Returns the changes since beginDirty(), and stops collecting.
    [[nodiscard]] std::vector<std::uint32_t> takeDirty();

    [[nodiscard]] Slot& operator[](std::uint32_t slot) { return m_slots[slot]; }
    [[nodiscard]] const Slot& operator[](std::uint32_t slot) const { return m_slots[slot]; }
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    /// Every row, open or shown as closed.
    [[nodiscard]] std::vector<RowRef> all() const;
    /// The records of the rows that are shown as closed.
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
