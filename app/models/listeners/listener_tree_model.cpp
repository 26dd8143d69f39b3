// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/listeners/listener_tree_model.h"

#include "app/models/diff_since.h"
#include "app/models/row_matches.h"
#include "app/models/row_order.h"
#include "app/models/socket_cells.h"
#include "app/text/column_labels.h"

#include <algorithm>
#include <set>
#include <utility>

namespace quaywatch {

ListenerTreeModel::ListenerTreeModel(QObject* parent)
    : ListenerTreeModel([] { return std::chrono::steady_clock::now(); }, parent)
{
}

ListenerTreeModel::ListenerTreeModel(FlashClock::Now now, QObject* parent)
    : OrderedModel(parent)
    , m_tree(*this, std::move(now))
{
    m_flashTimer.setSingleShot(true);
    connect(&m_flashTimer, &QTimer::timeout, this,
            [this] { expireFlashes(m_tree.flashes().now()); });
    connect(&m_worker, &RowOrderWorker::finished, this, &ListenerTreeModel::takeMatches);
}

void ListenerTreeModel::setActivity(const PortActivity* activity, const TrafficSeries* traffic)
{
    m_cells.setActivity(activity);
    m_traffic = traffic;
}

void ListenerTreeModel::apply(const SnapshotUpdate& update)
{
    emit aboutToApply();
    // Keeps the snapshot that rows still point into.
    const DiffSince steps(m_tree.snapshot(), update);
    if (!m_filter.isEmpty()) {
        m_matches = matchesAfter(m_matches, {steps.from(), *update.after, *steps}, m_filter);
    }
    ListenerTree::Changes changes = m_tree.apply(update, steps.from(), *steps, predicate());
    for (const std::uint32_t slot : changes.counted) {
        const bool mayMove = isCounter(m_column) && rowOf(slot) >= 0;
        (mayMove ? changes.placed : changes.refreshed).push_back(slot);
    }
    const Slots otherTrends = takeTrends(changes);
    settleChanges(std::move(changes));
    constexpr int kTrend = static_cast<int>(Column::Activity);
    announce(otherTrends, kTrend, kTrend);
    armTimer();
    emit applied();
}

// Takes over the trends of the ports, and moves rows if the model is sorted by activity. Returns
// the ports whose trend changed.
ListenerTreeModel::Slots ListenerTreeModel::takeTrends(ListenerTree::Changes& changes)
{
    if (m_traffic == nullptr) {
        return {};
    }
    ListenerTree::TrendChanges trends = m_tree.takeTrends(*m_traffic);
    if (m_column == Column::Activity) {
        std::set<std::uint32_t> isMoving(changes.placed.begin(), changes.placed.end());
        isMoving.insert(changes.leaving.begin(), changes.leaving.end());
        for (const std::uint32_t slot : trends.lastMinute) {
            if (rowOf(slot) >= 0 && !isMoving.contains(slot)) {
                changes.placed.push_back(slot);
            }
        }
    }
    return std::move(trends.changed);
}

void ListenerTreeModel::settleChanges(ListenerTree::Changes changes)
{
    Slots moving = changes.leaving;
    moving.insert(moving.end(), changes.placed.begin(), changes.placed.end());
    Slots refreshed = changes.refreshed;
    refreshed.insert(refreshed.end(), changes.placed.begin(), changes.placed.end());
    const bool isLayoutNew =
        !moving.empty() && settle(merged(without(moving), std::move(changes.placed)));
    m_tree.releaseClosed(changes.leaving);
    if (!isLayoutNew) {
        announce(refreshed);
    }
    for (const std::uint32_t slot : changes.refreshed) {
        if (rowOf(slot) >= 0) {
            childrenChanged(slot);
        }
    }
}

void ListenerTreeModel::expireFlashes(FlashClock::TimePoint now)
{
    ListenerTree::Changes changes = m_tree.expireFlashes(now);
    if (!changes.leaving.empty() || !changes.refreshed.empty()) {
        emit aboutToApply();
        settleChanges(std::move(changes));
        emit applied();
    }
    armTimer();
}

void ListenerTreeModel::armTimer()
{
    if (const auto wait = m_tree.flashes().untilNext()) {
        m_flashTimer.start(*wait);
    }
}

void ListenerTreeModel::beginRemoveChildren(std::uint32_t slot, int first, int last)
{
    beginRemoveRows(groupIndex(slot), first, last);
}

void ListenerTreeModel::beginInsertChildren(std::uint32_t slot, int first, int last)
{
    beginInsertRows(groupIndex(slot), first, last);
}

void ListenerTreeModel::childrenChanged(std::uint32_t slot)
{
    const QModelIndex parent = groupIndex(slot);
    if (const int count = rowCount(parent); count > 0) {
        emit dataChanged(index(0, 0, parent), index(count - 1, kListenerColumnCount - 1, parent));
    }
}

RowPredicate ListenerTreeModel::predicate() const
{
    if (m_filter.isEmpty()) {
        return {};
    }
    return [this](std::size_t row) { return m_matches[row]; };
}

// The whole filter runs on the worker if there are many sockets; on the GUI thread, it otherwise
// runs only for the sockets that an update changes.
void ListenerTreeModel::setFilter(Filter filter)
{
    m_wanted = std::move(filter);
    if (!snapshot() || m_wanted.isEmpty() || snapshot()->sockets.size() <= m_inlineLimit) {
        m_worker.cancel();
        m_filter = m_wanted;
        m_matches.clear();
        for (std::size_t row = 0; snapshot() && row < snapshot()->sockets.size(); ++row) {
            m_matches.push_back(m_filter.matches(snapshot()->sockets[row]));
        }
        refilter();
        return;
    }
    std::vector<RowRef> rows;
    rows.reserve(snapshot()->sockets.size());
    for (const SocketRecord& socket : snapshot()->sockets) {
        rows.push_back({static_cast<std::uint32_t>(rows.size()), &socket});
    }
    m_jobSnapshot = snapshot();
    m_worker.start({std::move(rows), {m_wanted, Column::LocalPort}, snapshot(), {}});
}

void ListenerTreeModel::takeMatches(const Slots& matching)
{
    const SnapshotPtr assessed = std::exchange(m_jobSnapshot, nullptr);
    std::vector<bool> matches(assessed->sockets.size());
    for (const std::uint32_t row : matching) {
        matches[row] = true;
    }
    if (assessed != snapshot()) {  // an update came meanwhile
        const SnapshotDiff steps = diff(*assessed, *snapshot());
        matches = matchesAfter(matches, {*assessed, *snapshot(), steps}, m_wanted);
    }
    m_filter = m_wanted;
    m_matches = std::move(matches);
    refilter();
}

void ListenerTreeModel::refilter()
{
    settleChanges(m_tree.refill(predicate()));
    emit applied();
}

void ListenerTreeModel::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < kListenerColumnCount;
    m_column = isColumn ? static_cast<Column>(column) : Column::LocalPort;
    m_sortOrder = isColumn ? order : Qt::AscendingOrder;
    settle(merged({}, this->order()));
    emit applied();
}

bool ListenerTreeModel::isBefore(std::uint32_t slot, std::uint32_t other) const
{
    const ListenerTree::Group& a = m_tree.group(slot);
    const ListenerTree::Group& b = m_tree.group(other);
    if (m_column == Column::Connections && a.summary.connections != b.summary.connections) {
        const bool isLess = a.summary.connections < b.summary.connections;
        return m_sortOrder == Qt::AscendingOrder ? isLess : !isLess;
    }
    if (m_column == Column::Activity &&
        ListenerTree::lastMinuteOf(a) != ListenerTree::lastMinuteOf(b)) {
        return isLessBusy(a, b);
    }
    // A port's own record is rebuilt only after a change, but the counters of its lead change
    // always.
    const bool isLive = isCounter(m_column);
    const int byColumn =
        m_column == Column::Connections || m_column == Column::Activity
            ? 0
            : compareByColumn(isLive ? m_tree.leadOf(a) : *a.summary.face,
                              isLive ? m_tree.leadOf(b) : *b.summary.face, m_column, m_sortOrder);
    return byColumn != 0 ? byColumn < 0 : a.run.id < b.run.id;
}

// Ports with unknown activity are last in both orders.
bool ListenerTreeModel::isLessBusy(const ListenerTree::Group& a, const ListenerTree::Group& b) const
{
    const std::optional<std::uint32_t> left = ListenerTree::lastMinuteOf(a);
    const std::optional<std::uint32_t> right = ListenerTree::lastMinuteOf(b);
    if (left.has_value() != right.has_value()) {
        return left.has_value();
    }
    return m_sortOrder == Qt::AscendingOrder ? left < right : left > right;
}

int ListenerTreeModel::shownCount() const noexcept
{
    return static_cast<int>(order().size()) -
           static_cast<int>(std::count_if(m_tree.closed().begin(), m_tree.closed().end(),
                                          [this](auto slot) { return rowOf(slot) >= 0; }));
}

int ListenerTreeModel::totalCount() const noexcept
{
    return static_cast<int>(m_tree.openCount());
}

std::uint32_t ListenerTreeModel::slotOf(const QModelIndex& child)
{
    return static_cast<std::uint32_t>(child.internalId() - 1);
}

const ListenerTree::Group* ListenerTreeModel::groupAt(const QModelIndex& index) const
{
    const bool isGroup = index.isValid() && index.model() == this && index.internalId() == 0 &&
                         static_cast<std::size_t>(index.row()) < order().size();
    return isGroup ? &m_tree.group(slotAt(index.row())) : nullptr;
}

const ListenerTree::Child* ListenerTreeModel::childAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != this || index.internalId() == 0) {
        return nullptr;
    }
    const std::vector<ListenerTree::Child>& children = m_tree.group(slotOf(index)).children;
    const auto row = static_cast<std::size_t>(index.row());
    return row < children.size() ? &children[row] : nullptr;
}

const SocketRecord* ListenerTreeModel::recordAt(const QModelIndex& index) const
{
    if (const ListenerTree::Group* group = groupAt(index)) {
        return &m_tree.leadOf(*group);
    }
    const ListenerTree::Child* child = childAt(index);
    return child != nullptr ? child->record : nullptr;
}

std::optional<SocketKey> ListenerTreeModel::keyAt(const QModelIndex& index) const
{
    const SocketRecord* record = recordAt(index);
    return record != nullptr ? std::optional(record->key) : std::nullopt;
}

QModelIndex ListenerTreeModel::indexOf(Port port, Protocol protocol, Column column) const
{
    const std::optional<std::uint32_t> slot = m_tree.slotOf({port, protocol});
    return slot && rowOf(*slot) >= 0 ? groupIndex(*slot, static_cast<int>(column)) : QModelIndex();
}

QModelIndex ListenerTreeModel::indexOf(const SocketKey& key, Column column) const
{
    const QModelIndex port = indexOf(key.localPort, key.protocol);
    const ListenerTree::Group* group = groupAt(port);
    if (group == nullptr) {
        return {};
    }
    for (std::size_t row = 0; row < group->children.size(); ++row) {
        const SocketRecord* record = group->children[row].record;
        if (record != nullptr && record->key == key) {
            return index(static_cast<int>(row), static_cast<int>(column), port);
        }
    }
    return {};
}

QModelIndex ListenerTreeModel::groupIndex(std::uint32_t slot, int column) const
{
    return createIndex(rowOf(slot), column);
}

QModelIndex ListenerTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return parent.isValid() ? createIndex(row, column, quintptr{slotAt(parent.row())} + 1)
                            : createIndex(row, column);
}

QModelIndex ListenerTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    const std::uint32_t slot = slotOf(child);
    return rowOf(slot) >= 0 ? groupIndex(slot) : QModelIndex();
}

int ListenerTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(order().size());
    }
    const ListenerTree::Group* group = parent.column() == 0 ? groupAt(parent) : nullptr;
    return group != nullptr ? static_cast<int>(group->children.size()) : 0;
}

int ListenerTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return kListenerColumnCount;
}

QVariant ListenerTreeModel::data(const QModelIndex& index, int role) const
{
    const auto column = static_cast<Column>(index.column());
    const ListenerTree::Group* group = groupAt(index);
    const ListenerTree::Child* child = group == nullptr ? childAt(index) : nullptr;
    const SocketRecord* record = group != nullptr   ? &*group->summary.face
                                 : child != nullptr ? child->record
                                                    : nullptr;
    if (record != nullptr) {
        if (const auto quiet = quietCell(alertMarks(), *record, column, role)) {
            return *quiet;
        }
    }
    if (group != nullptr) {
        return m_cells.ofPort(*group, column, role);
    }
    return child != nullptr ? m_cells.ofChild(m_tree.group(slotOf(index)), *child, column, role)
                            : QVariant();
}

QVariant ListenerTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isTitle =
        role == Qt::DisplayRole && orientation == Qt::Horizontal && section < kListenerColumnCount;
    return isTitle && section >= 0
               ? QVariant(ColumnLabels::listenerTitle(static_cast<Column>(section)))
               : headerCell(section, orientation, role, kListenerColumnCount);
}

Qt::ItemFlags ListenerTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.internalId() == 0 ? usual : usual | Qt::ItemNeverHasChildren;
}

}  // namespace quaywatch
