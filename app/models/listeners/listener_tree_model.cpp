// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/listeners/listener_tree_model.h"

#include "app/models/row_order.h"
#include "app/models/socket_cells.h"
#include "app/text/activity_text.h"
#include "app/text/column_labels.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

ListenerTreeModel::ListenerTreeModel(QObject* parent)
    : ListenerTreeModel([] { return std::chrono::steady_clock::now(); }, parent)
{
}

ListenerTreeModel::ListenerTreeModel(FlashClock::Now now, QObject* parent)
    : OrderedModel(parent)
    , m_flashes(std::move(now))
{
    m_flashTimer.setSingleShot(true);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] { expireFlashes(m_flashes.now()); });
    connect(&m_worker, &RowOrderWorker::finished, this, &ListenerTreeModel::takeMatches);
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
    const Group& a = m_groups[slot];
    const Group& b = m_groups[other];
    if (m_column == Column::Connections && a.summary.connections != b.summary.connections) {
        const bool isLess = a.summary.connections < b.summary.connections;
        return m_sortOrder == Qt::AscendingOrder ? isLess : !isLess;
    }
    if (m_column == Column::Activity && lastMinuteOf(a) != lastMinuteOf(b)) {
        return isLessBusy(a, b);
    }
    // A port's own record is rebuilt only after a change, but the counters of its lead change
    // always.
    const bool isLive = isCounter(m_column);
    const int byColumn =
        m_column == Column::Connections || m_column == Column::Activity
            ? 0
            : compareByColumn(isLive ? leadOf(a) : *a.summary.face,
                              isLive ? leadOf(b) : *b.summary.face, m_column, m_sortOrder);
    return byColumn != 0 ? byColumn < 0 : a.run.id < b.run.id;
}

int ListenerTreeModel::shownCount() const noexcept
{
    return static_cast<int>(order().size()) -
           static_cast<int>(std::count_if(m_closed.begin(), m_closed.end(),
                                          [this](auto slot) { return rowOf(slot) >= 0; }));
}

int ListenerTreeModel::totalCount() const noexcept
{
    return static_cast<int>(m_slotOfPort.size() - m_closed.size());
}

const SocketRecord& ListenerTreeModel::leadOf(const Group& group) const
{
    return group.isClosed ? *group.summary.face : m_snapshot->sockets[group.summary.lead];
}

const ListenerTreeModel::Group* ListenerTreeModel::groupAt(const QModelIndex& index) const
{
    const bool isGroup = index.isValid() && index.model() == this && index.internalId() == 0 &&
                         static_cast<std::size_t>(index.row()) < order().size();
    return isGroup ? &m_groups[slotAt(index.row())] : nullptr;
}

const ListenerTreeModel::Child* ListenerTreeModel::childAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != this || index.internalId() == 0) {
        return nullptr;
    }
    const std::vector<Child>& children = m_groups[index.internalId() - 1].children;
    const auto row = static_cast<std::size_t>(index.row());
    return row < children.size() ? &children[row] : nullptr;
}

const SocketRecord* ListenerTreeModel::recordAt(const QModelIndex& index) const
{
    if (const Group* group = groupAt(index)) {
        return &leadOf(*group);
    }
    const Child* child = childAt(index);
    return child != nullptr ? child->record : nullptr;
}

std::optional<SocketKey> ListenerTreeModel::keyAt(const QModelIndex& index) const
{
    const SocketRecord* record = recordAt(index);
    return record != nullptr ? std::optional(record->key) : std::nullopt;
}

QModelIndex ListenerTreeModel::indexOf(Port port, Protocol protocol, Column column) const
{
    const auto found = m_slotOfPort.find({port, protocol});
    return found != m_slotOfPort.end() && rowOf(found->second) >= 0
               ? groupIndex(found->second, static_cast<int>(column))
               : QModelIndex();
}

QModelIndex ListenerTreeModel::indexOf(const SocketKey& key, Column column) const
{
    const QModelIndex port = indexOf(key.localPort, key.protocol);
    const Group* group = groupAt(port);
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
    const auto slot = static_cast<std::uint32_t>(child.internalId() - 1);
    return rowOf(slot) >= 0 ? groupIndex(slot) : QModelIndex();
}

int ListenerTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(order().size());
    }
    const Group* group = parent.column() == 0 ? groupAt(parent) : nullptr;
    return group != nullptr ? static_cast<int>(group->children.size()) : 0;
}

int ListenerTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return kListenerColumnCount;
}

QVariant ListenerTreeModel::data(const QModelIndex& index, int role) const
{
    const auto column = static_cast<Column>(index.column());
    if (const Group* group = groupAt(index)) {
        return groupData(*group, column, role);
    }
    const Child* child = childAt(index);
    if (child == nullptr) {
        return {};
    }
    if (child->record == nullptr) {
        return omittedData(m_groups[index.internalId() - 1], column, role);
    }
    return socketCell({*child->record, column, child->flash, m_snapshot->takenAt}, role);
}

QVariant ListenerTreeModel::groupData(const Group& group, Column column, int role) const
{
    const std::size_t addresses = group.summary.addresses;
    if (role == SocketRole) {
        return QVariant::fromValue(&leadOf(group));
    }
    const bool isOfRow = role == SeverityRole || role == FlashRole;
    if (column == Column::Connections && role == Qt::ToolTipRole && m_activity != nullptr) {
        const QString came =
            ActivityText::sentence(*m_activity, group.run.id.port, group.run.id.protocol);
        return forTip(ColumnLabels::tip(Column::Connections) +
                      (came.isEmpty() ? QString() : u'\n' + came));
    }
    if (column == Column::Connections && !isOfRow) {
        return countCell(group.summary.connections, role);
    }
    if (column == Column::Activity && !isOfRow) {
        return activityData(group, role);
    }
    const SocketRecord& socket = isCounter(column) ? leadOf(group) : *group.summary.face;
    QVariant value = socketCell({socket, column, group.flash, m_snapshot->takenAt}, role);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (column == Column::LocalAddress && isText && addresses > 1) {
        return value.toString() + QStringLiteral(" +%1").arg(addresses - 1);
    }
    return value;
}

QVariant ListenerTreeModel::omittedData(const Group& group, Column column, int role)
{
    const QString text =
        //: The last of a port's connections, of which not all are listed.
        tr("… and %n more", nullptr, static_cast<int>(group.omitted));
    switch (role) {
        case Qt::DisplayRole:
            return column == Column::RemoteAddress ? text : QString();
        case Qt::AccessibleTextRole:
            return text;
        case Qt::ToolTipRole:
            return forTip(tr("All of them are in the Connections view."));
        case DimRole:
            return true;
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant ListenerTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerCell(section, orientation, role, kListenerColumnCount);
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
