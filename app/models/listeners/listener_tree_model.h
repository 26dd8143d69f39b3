// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/flash_clock.h"
#include "app/models/listeners/port_groups.h"
#include "app/models/ordered_model.h"
#include "app/models/row_order_worker.h"
#include "app/models/socket_roles.h"
#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"
#include "core/traffic/port_activity.h"
#include "core/traffic/traffic_series.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <QTimer>
#include <vector>

namespace quaywatch {

/// Who listens: a row a (port, protocol), which opens to its sockets (each address and each
/// SO_REUSEPORT sibling) and then to the connections that came in, at most kMaxGroupPeers of them
/// and a last row that says how many more there are.
///
/// With a filter a port shows those of its sockets that match, and is there if any does. Updates
/// never reset the model; selection and open rows hold, and indexes to what is gone become
/// invalid. Belongs to the GUI thread.
class ListenerTreeModel final : public OrderedModel {
    Q_OBJECT

public:
    static constexpr int kMaxGroupPeers = 500;

    explicit ListenerTreeModel(QObject* parent = nullptr);
    explicit ListenerTreeModel(FlashClock::Now now, QObject* parent = nullptr);

    /// Goes to update.after; from wherever the model is, so that updates may be left out.
    void apply(const SnapshotUpdate& update);

    /// What tells what came to a port, and must outlive the model and have each update before it
    /// does. Null: nothing does.
    void setActivity(const PortActivity* activity, const TrafficSeries* traffic = nullptr)
    {
        m_activity = activity;
        m_traffic = traffic;
    }

    void setFilter(Filter filter);
    [[nodiscard]] const Filter& filter() const noexcept { return m_wanted; }
    /// Sorts the ports; what a port opens to stays in SocketKey order, listeners first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// How long a row flashes and a closed one stays; 0 switches flashes off.
    void setFlashTime(std::chrono::milliseconds time) { m_flashes.setTime(time); }
    /// Ends the flashes whose time is over. A timer of the model's own calls this.
    void expireFlashes(FlashClock::TimePoint now);

    /// Ports that are shown, and all of them; a port that flashes closed does not count.
    [[nodiscard]] int shownCount() const noexcept;
    [[nodiscard]] int totalCount() const noexcept;
    /// Whether a filter is being worked out.
    [[nodiscard]] bool isBusy() const noexcept { return m_worker.isBusy(); }
    /// Up to how many sockets are filtered at once rather than by the worker.
    void setInlineLimit(std::size_t rows) { m_inlineLimit = rows; }
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }

    /// The socket of a row; of a port, its most telling listener; null for an invalid index and
    /// the row that counts further peers. Valid until the next change of the model.
    [[nodiscard]] const SocketRecord* recordAt(const QModelIndex& index) const;
    [[nodiscard]] std::optional<SocketKey> keyAt(const QModelIndex& index) const;
    /// The row of an open socket below its port; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(const SocketKey& key,
                                      Column column = Column::LocalPort) const;
    /// The row of a port; invalid if nothing shown listens there.
    [[nodiscard]] QModelIndex indexOf(Port port, Protocol protocol,
                                      Column column = Column::LocalPort) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    // A row below a port; without a record: the one that counts further peers.
    struct Child {
        const SocketRecord* record = nullptr;
        std::uint32_t flashSerial = 0;
        Flash flash = Flash::None;
    };
    struct Group {
        PortRun run;
        PortSummary summary;
        std::vector<Child> children;
        std::optional<PortTrend> trend;  // empty where it is not known
        std::size_t omitted = 0;
        std::uint32_t flashSerial = 0;
        Flash flash = Flash::None;
        bool isClosed = false;  // nothing listens any more: shown for the flash time
    };
    // What an update did to the ports.
    struct RowChanges {
        Slots placed;     // to be shown where they belong
        Slots leaving;    // to be taken out of their places
        Slots refreshed;  // only show other data
    };

    // listener_tree_update.cpp
    void takeRuns(const std::vector<PortRun>& runs, const Snapshot& before, RowChanges& changes);
    bool takeRun(std::uint32_t slot, const PortRun& run, const Snapshot& before,
                 RowChanges& changes);
    void close(std::uint32_t slot, RowChanges& changes);
    std::uint32_t takeSlot(const PortId& id);
    void release(std::uint32_t slot);
    void fill(std::uint32_t slot, const RowPredicate& isWanted, RowChanges& changes);
    using Records = std::vector<const SocketRecord*>;
    void syncChildren(std::uint32_t slot, const PortContents& contents);
    bool removeGone(std::uint32_t slot, const Records& wanted);
    bool insertMissing(std::uint32_t slot, const Records& wanted);
    void removeChildren(std::uint32_t slot, std::size_t first, std::size_t count);
    void insertChildren(std::uint32_t slot, std::size_t first, const std::vector<Child>& fresh);
    void flashGroup(Group& group, std::uint32_t slot, Flash flash);
    void flashChild(Child& child, std::uint32_t slot, Flash flash);
    void settleChanges(RowChanges changes);
    void refilter();
    [[nodiscard]] bool isRevised(const PortRun& run, const PortRun& was,
                                 const Snapshot& before) const;
    void takeMatches(const Slots& matching);
    void armTimer();

    // listener_tree_trends.cpp
    [[nodiscard]] Slots takeTrends(RowChanges& changes);
    [[nodiscard]] QVariant activityData(const Group& group, int role) const;
    [[nodiscard]] static std::optional<std::uint32_t> lastMinuteOf(const Group& group);
    [[nodiscard]] bool isLessBusy(const Group& a, const Group& b) const;

    [[nodiscard]] bool isBefore(std::uint32_t slot, std::uint32_t other) const override;
    [[nodiscard]] RowPredicate predicate() const;
    [[nodiscard]] const Group* groupAt(const QModelIndex& index) const;
    [[nodiscard]] const Child* childAt(const QModelIndex& index) const;
    [[nodiscard]] const SocketRecord& leadOf(const Group& group) const;
    [[nodiscard]] QModelIndex groupIndex(std::uint32_t slot, int column = 0) const;
    [[nodiscard]] QVariant groupData(const Group& group, Column column, int role) const;
    [[nodiscard]] static QVariant omittedData(const Group& group, Column column, int role);

    SnapshotPtr m_snapshot;
    const PortActivity* m_activity = nullptr;
    const TrafficSeries* m_traffic = nullptr;
    std::vector<Group> m_groups;  // by slot
    Slots m_free;
    Slots m_closed;
    std::map<PortId, std::uint32_t> m_slotOfPort;
    Filter m_filter;              // what the rows follow
    Filter m_wanted;              // what they will follow when the worker is done
    std::vector<bool> m_matches;  // by row of the snapshot, while there is a filter
    Column m_column = Column::LocalPort;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    RowOrderWorker m_worker;
    SnapshotPtr m_jobSnapshot;
    FlashClock m_flashes;
    QTimer m_flashTimer;
    bool m_isFlashing = false;  // during an update
    std::size_t m_inlineLimit = 5000;
};

}  // namespace quaywatch
