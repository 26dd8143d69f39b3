// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/flash_clock.h"
#include "app/models/listeners/listener_cells.h"
#include "app/models/listeners/listener_tree.h"
#include "app/models/ordered_model.h"
#include "app/models/row_order_worker.h"
#include "app/models/socket_roles.h"
#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"
#include "core/traffic/port_activity.h"
#include "core/traffic/traffic_series.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <QTimer>
#include <vector>

namespace quaywatch {

/// The listeners: one row per (port, protocol). Its child rows are its sockets (each address and
/// each SO_REUSEPORT sibling), then its inbound connections, at most kMaxGroupPeers of them, and a
/// last row with the number of further ones.
///
/// With a filter, a port shows those of its sockets that match, and is hidden if none does. Updates
/// never reset the model; the selection and expanded rows stay, and indexes of removed rows become
/// invalid. Belongs to the GUI thread.
class ListenerTreeModel final : public OrderedModel, private ListenerTree::View {
    Q_OBJECT

public:
    static constexpr int kMaxGroupPeers = ListenerTree::kMaxPeers;

    explicit ListenerTreeModel(QObject* parent = nullptr);
    explicit ListenerTreeModel(FlashClock::Now now, QObject* parent = nullptr);

    /// Moves the model to update.after, from any earlier snapshot, so updates may be skipped.
    void apply(const SnapshotUpdate& update);

    /// Sets the source of connection activity, which must outlive the model and receive each update
    /// before the model does. Null: there is none.
    void setActivity(const PortActivity* activity, const TrafficSeries* traffic = nullptr);

    void setFilter(Filter filter);
    [[nodiscard]] const Filter& filter() const noexcept { return m_wanted; }
    /// Sorts the ports; child rows stay in SocketKey order, listeners first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// How long a row flashes and a closed one stays; 0 turns flashes off.
    void setFlashTime(std::chrono::milliseconds time) { m_tree.flashes().setTime(time); }
    /// Ends the expired flashes. A timer of the model calls this.
    void expireFlashes(FlashClock::TimePoint now);

    /// The number of shown ports, and of all ports; a port that is shown as closed does not count.
    [[nodiscard]] int shownCount() const noexcept;
    [[nodiscard]] int totalCount() const noexcept;
    /// Whether a filter is running.
    [[nodiscard]] bool isBusy() const noexcept { return m_worker.isBusy(); }
    /// Maximum number of sockets that are filtered at once instead of by the worker.
    void setInlineLimit(std::size_t rows) { m_inlineLimit = rows; }
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_tree.snapshot(); }

    /// The socket of a row; for a port, its most important listener; null for an invalid index and
    /// for the row that counts further peers. Valid until the next change of the model.
    [[nodiscard]] const SocketRecord* recordAt(const QModelIndex& index) const;
    [[nodiscard]] std::optional<SocketKey> keyAt(const QModelIndex& index) const;
    /// Index of an open socket below its port; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(const SocketKey& key,
                                      Column column = Column::LocalPort) const;
    /// Index of a port's row; invalid if no shown listener has that port.
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
    void settleChanges(ListenerTree::Changes changes);
    [[nodiscard]] Slots takeTrends(ListenerTree::Changes& changes);
    void refilter();
    void takeMatches(const Slots& matching);
    void armTimer();

    [[nodiscard]] bool isShown(std::uint32_t slot) const override { return rowOf(slot) >= 0; }
    void beginRemoveChildren(std::uint32_t slot, int first, int last) override;
    void endRemoveChildren() override { endRemoveRows(); }
    void beginInsertChildren(std::uint32_t slot, int first, int last) override;
    void endInsertChildren() override { endInsertRows(); }
    void childrenChanged(std::uint32_t slot) override;

    [[nodiscard]] bool isBefore(std::uint32_t slot, std::uint32_t other) const override;
    [[nodiscard]] RowPredicate predicate() const;
    [[nodiscard]] bool isLessBusy(const ListenerTree::Group& a, const ListenerTree::Group& b) const;
    /// The port of a child row.
    [[nodiscard]] static std::uint32_t slotOf(const QModelIndex& child);
    [[nodiscard]] const ListenerTree::Group* groupAt(const QModelIndex& index) const;
    [[nodiscard]] const ListenerTree::Child* childAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex groupIndex(std::uint32_t slot, int column = 0) const;

    ListenerTree m_tree;
    ListenerCells m_cells{m_tree};
    const TrafficSeries* m_traffic = nullptr;
    Filter m_filter;              // filter of the current rows
    Filter m_wanted;              // filter of the rows once the worker has finished
    std::vector<bool> m_matches;  // by row of the snapshot, if there is a filter
    Column m_column = Column::LocalPort;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    RowOrderWorker m_worker;
    SnapshotPtr m_jobSnapshot;
    QTimer m_flashTimer;
    std::size_t m_inlineLimit = 5000;
};

}  // namespace quaywatch
