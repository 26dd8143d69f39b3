// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/flash_clock.h"
#include "app/models/listeners/port_groups.h"
#include "app/models/socket_roles.h"
#include "core/sockets/snapshot_diff.h"
#include "core/traffic/traffic_series.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace quaywatch {

/// The ports with a listener and the sockets of each, as ListenerTreeModel shows them, and how they
/// move from one snapshot to the next. A port has a slot: a number that stays with it until it is
/// released. The order of the ports is the model's. No Qt signals. Belongs to the GUI thread and to
/// the model.
class ListenerTree {
public:
    using Slots = std::vector<std::uint32_t>;
    static constexpr int kMaxPeers = 500;

    /// A child row of a port; without a record: the row that counts further peers.
    struct Child {
        const SocketRecord* record = nullptr;
        std::uint32_t flashSerial = 0;
        Flash flash = Flash::None;
    };
    struct Group {
        PortRun run;
        PortSummary summary;
        std::vector<Child> children;
        std::optional<PortTrend> trend;  ///< Empty if unknown.
        std::size_t omitted = 0;         ///< Peers without a row.
        std::uint32_t flashSerial = 0;
        Flash flash = Flash::None;
        bool isClosed = false;  ///< No listener any more: shown for the flash time.
    };
    /// The effect of an update on the ports.
    struct Changes {
        Slots placed;     ///< To be inserted, or moved to their new rows.
        Slots leaving;    ///< To be removed.
        Slots refreshed;  ///< Changed data in the same row.
        Slots counted;    ///< Changed counters only: moved, or refreshed, depending on the order.
    };
    struct TrendChanges {
        Slots changed;     ///< The trend is another one.
        Slots lastMinute;  ///< Of these, the last minute is another one.
    };

    /// Knows which ports are shown, and is notified before and after their child rows change.
    class View {
    public:
        [[nodiscard]] virtual bool isShown(std::uint32_t slot) const = 0;
        virtual void beginRemoveChildren(std::uint32_t slot, int first, int last) = 0;
        virtual void endRemoveChildren() = 0;
        virtual void beginInsertChildren(std::uint32_t slot, int first, int last) = 0;
        virtual void endInsertChildren() = 0;
        /// The data of all child rows may have changed.
        virtual void childrenChanged(std::uint32_t slot) = 0;

    protected:
        View() = default;
        View(const View&) = default;
        View& operator=(const View&) = default;
        ~View() = default;
    };

    /// @param view  Must outlive the tree.
    ListenerTree(View& view, FlashClock::Now now);

    /// Moves the tree to the snapshot update.after.
    /// @param before  The present snapshot, or an empty one; kept alive by the caller.
    /// @param steps   The difference from it.
    /// @param isWanted  Which sockets are shown, by row of the new snapshot; empty: all.
    [[nodiscard]] Changes apply(const SnapshotUpdate& update, const Snapshot& before,
                                const SnapshotDiff& steps, const RowPredicate& isWanted);
    /// Updates all ports to another filter.
    [[nodiscard]] Changes refill(const RowPredicate& isWanted);
    /// Takes over the trends of the ports.
    [[nodiscard]] TrendChanges takeTrends(const TrafficSeries& traffic);
    /// Ends the expired flashes.
    [[nodiscard]] Changes expireFlashes(FlashClock::TimePoint now);
    /// Forgets the closed ones of these ports; their slots are used again.
    void releaseClosed(const Slots& ports);

    [[nodiscard]] FlashClock& flashes() noexcept { return m_flashes; }
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    [[nodiscard]] const Group& group(std::uint32_t slot) const { return m_groups[slot]; }
    [[nodiscard]] std::optional<std::uint32_t> slotOf(const PortId& port) const;
    /// The ports that are shown as closed.
    [[nodiscard]] const Slots& closed() const noexcept { return m_closed; }
    /// Number of ports, without the closed ones.
    [[nodiscard]] std::size_t openCount() const noexcept
    {
        return m_slotOfPort.size() - m_closed.size();
    }
    /// The most important listener of a port, with its present counters.
    [[nodiscard]] const SocketRecord& leadOf(const Group& group) const;
    /// Number of connections in the last minute; empty if unknown.
    [[nodiscard]] static std::optional<std::uint32_t> lastMinuteOf(const Group& group);

private:
    using Records = std::vector<const SocketRecord*>;

    void takeRuns(const std::vector<PortRun>& runs, const Snapshot& before,
                  const RowPredicate& isWanted, Changes& changes);
    bool takeRun(std::uint32_t slot, const PortRun& run, const Snapshot& before, Changes& changes);
    [[nodiscard]] bool isRevised(const PortRun& run, const PortRun& was,
                                 const Snapshot& before) const;
    void close(std::uint32_t slot, Changes& changes);
    std::uint32_t takeSlot(const PortId& id);
    void fill(std::uint32_t slot, const RowPredicate& isWanted, Changes& changes);
    void syncChildren(std::uint32_t slot, const PortContents& contents);
    bool removeGone(std::uint32_t slot, const Records& wanted);
    bool insertMissing(std::uint32_t slot, const Records& wanted);
    void removeChildren(std::uint32_t slot, std::size_t first, std::size_t count);
    void insertChildren(std::uint32_t slot, std::size_t first, const std::vector<Child>& fresh);
    void flashGroup(Group& group, std::uint32_t slot, Flash flash);
    void flashChild(Child& child, std::uint32_t slot, Flash flash);

    View& m_view;
    SnapshotPtr m_snapshot;
    std::vector<Group> m_groups;  // by slot
    Slots m_free;
    Slots m_closed;
    std::map<PortId, std::uint32_t> m_slotOfPort;
    FlashClock m_flashes;
    bool m_isFlashing = false;  // during an update
};

}  // namespace quaywatch
