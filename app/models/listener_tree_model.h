// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/flash_clock.h"
#include "app/models/socket_roles.h"
#include "core/filter.h"
#include "core/snapshot_diff.h"

#include <chrono>
#include <optional>
#include <QAbstractItemModel>
#include <QTimer>
#include <vector>

namespace quaywatch {

/// Who listens: a row a (port, protocol), which opens to its sockets (each address and each
/// SO_REUSEPORT sibling) and then to the connections that came in, at most kMaxPeers of them and
/// a last row that says how many more there are.
///
/// With a filter a port shows those of its sockets that match, and is there if any does. Updates
/// never reset the model; selection and open rows hold, and indexes to what is gone become
/// invalid. Belongs to the GUI thread.
class ListenerTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    static constexpr int kMaxPeers = 500;

    explicit ListenerTreeModel(QObject* parent = nullptr);
    explicit ListenerTreeModel(FlashClock::Now now, QObject* parent = nullptr);
    ~ListenerTreeModel() override;

    /// Goes to update.after; from wherever the model is, so that updates may be left out.
    void apply(const SnapshotUpdate& update);

    void setFilter(Filter filter);
    [[nodiscard]] const Filter& filter() const noexcept { return m_filter; }
    /// Sorts the ports; what a port opens to stays in SocketKey order, listeners first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// How long a row flashes and a closed one stays; 0 switches flashes off.
    void setFlashTime(std::chrono::milliseconds time) { m_flashes.setTime(time); }
    /// Ends the flashes whose time is over. A timer of the model's own calls this.
    void expireFlashes(FlashClock::TimePoint now);

    /// Ports that are shown, and all of them; a port that flashes closed does not count.
    [[nodiscard]] int shownCount() const noexcept;
    [[nodiscard]] int totalCount() const noexcept;
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }

    /// The socket of a row; of a port, its most telling listener; null for an invalid index and
    /// the row that counts further peers. Valid until the next change of the model.
    [[nodiscard]] const SocketRecord* recordAt(const QModelIndex& index) const;
    [[nodiscard]] std::optional<SocketKey> keyAt(const QModelIndex& index) const;
    /// The open sockets a row stands for: a port's listeners, or the one socket.
    [[nodiscard]] std::vector<const SocketRecord*> recordsAt(const QModelIndex& index) const;
    /// The row of an open socket below its port; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(const SocketKey& key,
                                      Column column = Column::LocalPort) const;
    /// The row of a port; invalid if nothing shown listens there.
    [[nodiscard]] QModelIndex indexOf(Port port, Protocol protocol,
                                      Column column = Column::LocalPort) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// Rows, their order or their number may have changed and are settled.
    void applied();

private:
    SnapshotPtr m_snapshot;
    Filter m_filter;
    FlashClock m_flashes;
    QTimer m_flashTimer;
};

}  // namespace quaywatch
