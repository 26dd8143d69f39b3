// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/flash_clock.h"
#include "app/models/ordered_model.h"
#include "app/models/row_order.h"
#include "app/models/row_order_worker.h"
#include "app/models/socket_roles.h"
#include "app/models/socket_rows.h"
#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <QTimer>
#include <vector>

namespace quaywatch {

/// Every socket as a row; the model filters and sorts itself, without a proxy.
///
/// An update costs one insertion of rows at the end, one layout change and one removal at the end,
/// however many rows opened, moved and closed; the selection, the current row and the scroll
/// position stay. Closed sockets stay for the flash time, marked Flash::Closed. A worker sorts and
/// filters many rows: the old order stays until the new one is ready (isBusy()).
///
/// When a row is removed, its indexes become invalid and do not move to a neighbor: after
/// applied(), check whether the view's current index is still valid. Belongs to the GUI thread.
class SocketTableModel final : public OrderedModel {
    Q_OBJECT

public:
    explicit SocketTableModel(QObject* parent = nullptr);
    explicit SocketTableModel(FlashClock::Now now, QObject* parent = nullptr);

    /// Moves the model to update.after, from any earlier snapshot, so updates may be skipped.
    void apply(const SnapshotUpdate& update);

    void setFilter(Filter filter);
    [[nodiscard]] const Filter& filter() const noexcept { return m_wanted.filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// How long a row flashes and a closed one stays; 0 turns flashes off.
    void setFlashTime(std::chrono::milliseconds time) { m_flashes.setTime(time); }
    /// Ends the expired flashes. A timer of the model calls this.
    void expireFlashes(FlashClock::TimePoint now);

    /// Number of shown rows that are still open; a row that is shown as closed does not count.
    [[nodiscard]] int shownCount() const noexcept;
    [[nodiscard]] int totalCount() const noexcept;
    /// Whether a sort or a filter is running.
    [[nodiscard]] bool isBusy() const noexcept { return m_worker.isBusy(); }
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_rows.snapshot(); }

    /// The socket of a row, open or just closed; null for an invalid index. Valid until the next
    /// change of the model.
    [[nodiscard]] const SocketRecord* recordAt(const QModelIndex& index) const;
    [[nodiscard]] std::optional<SocketKey> keyAt(const QModelIndex& index) const;
    /// Index of an open socket; invalid if it is filtered out or does not exist.
    [[nodiscard]] QModelIndex indexOf(const SocketKey& key,
                                      Column column = Column::LocalPort) const;

    /// Maximum number of rows that are sorted and filtered at once instead of by the worker.
    void setInlineLimit(std::size_t rows) { m_inlineLimit = rows; }

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
    void flashChanges(const SocketRows::Changes& changes, bool isFirst);
    void armTimer();
    void reorder();
    void startJob();
    void takeOrder(const Slots& order);
    bool place(const Slots& touched);
    [[nodiscard]] bool isBefore(std::uint32_t slot, std::uint32_t other) const override;
    [[nodiscard]] Slots sorted(Slots chosen) const override;
    [[nodiscard]] bool isWanted(std::uint32_t slot) const;
    void releasePendingRemovals();

    SocketRows m_rows;
    Slots m_pendingRemoval;  // to be released after their removal from order()
    RowSpec m_spec;          // filter and sort of the current order()
    RowSpec m_wanted;        // filter and sort of order() once the worker has finished
    RowOrderWorker m_worker;
    FlashClock m_flashes;
    QTimer m_flashTimer;
    std::size_t m_inlineLimit = 5000;
    bool m_isReordering = false;  // the worker runs a job that the user requested
};

}  // namespace quaywatch
