// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_table_model.h"

#include "app/models/diff_since.h"
#include "app/models/socket_cells.h"
#include "app/text/labels.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

// With more rows than this at once, flashes cost time and help nobody.
constexpr std::size_t kMaxFlashes = 5000;

}  // namespace

SocketTableModel::SocketTableModel(QObject* parent)
    : SocketTableModel([] { return std::chrono::steady_clock::now(); }, parent)
{
}

SocketTableModel::SocketTableModel(FlashClock::Now now, QObject* parent)
    : OrderedModel(parent)
    , m_flashes(std::move(now))
{
    m_flashTimer.setSingleShot(true);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] { expireFlashes(m_flashes.now()); });
    connect(&m_worker, &RowOrderWorker::finished, this, &SocketTableModel::takeOrder);
}

void SocketTableModel::apply(const SnapshotUpdate& update)
{
    emit aboutToApply();
    const SnapshotPtr before = snapshot();  // removed rows point into it until settled
    const bool isFirst = update.isFirst || !before;
    const DiffSince steps(before, update);
    const bool countersDecide = isCounter(m_spec.column) || isCounter(m_wanted.column);
    const SocketRows::Changes changes = m_rows.goTo(update.after, *steps, countersDecide);
    flashChanges(changes, isFirst);

    Slots touched = changes.added;
    touched.insert(touched.end(), changes.changed.begin(), changes.changed.end());
    touched.insert(touched.end(), changes.moved.begin(), changes.moved.end());
    bool isLayoutNew = false;
    if (touched.size() > m_inlineLimit) {
        // These rows keep their position, or stay out, until the worker has the whole order.
        isLayoutNew = settle(without(m_pendingRemoval));
        if (!m_worker.isBusy()) {
            startJob();
        }
    } else {
        isLayoutNew = place(touched);
    }
    releasePendingRemovals();
    if (!isLayoutNew) {
        Slots shown = changes.counted;
        shown.insert(shown.end(), touched.begin(), touched.end());
        announce(shown);
    }
    armTimer();
    emit applied();
}

void SocketTableModel::flashChanges(const SocketRows::Changes& changes, bool isFirst)
{
    const std::size_t count =
        changes.added.size() + changes.changed.size() + changes.removed.size();
    const bool isFlashing = !isFirst && m_flashes.isOn() && count <= kMaxFlashes;
    if (!isFlashing) {
        for (const std::uint32_t slot : changes.added) {
            m_rows[slot].flash = Flash::None;
        }
        m_pendingRemoval = changes.removed;
        return;
    }
    const auto flash = [this](std::uint32_t slot, Flash kind) {
        m_rows[slot].flash = kind;
        m_rows[slot].flashSerial = m_flashes.flash(slot);
    };
    m_flashes.beginBatch();
    for (const std::uint32_t slot : changes.added) {
        flash(slot, Flash::New);
    }
    for (const std::uint32_t slot : changes.changed) {
        if (m_rows[slot].flash != Flash::New) {
            flash(slot, Flash::Changed);
        }
    }
    for (const std::uint32_t slot : changes.removed) {
        if (rowOf(slot) >= 0) {
            flash(slot, Flash::Closed);
            m_rows.keepAsClosed(slot);
        } else {
            m_pendingRemoval.push_back(slot);
        }
    }
    m_flashes.endBatch();
}

void SocketTableModel::expireFlashes(FlashClock::TimePoint now)
{
    Slots ended;
    for (const FlashClock::Entry& entry : m_flashes.takeExpired(now)) {
        if (m_rows[entry.slot].flashSerial != entry.serial) {
            continue;
        }
        if (m_rows.isKept(entry.slot)) {
            m_pendingRemoval.push_back(entry.slot);
        } else {
            m_rows[entry.slot].flash = Flash::None;
            ended.push_back(entry.slot);
        }
    }
    const bool isAny = !m_pendingRemoval.empty() || !ended.empty();
    if (isAny) {
        emit aboutToApply();
    }
    settle(without(m_pendingRemoval));
    releasePendingRemovals();
    announce(ended);
    armTimer();
    if (isAny) {
        emit applied();
    }
}

void SocketTableModel::armTimer()
{
    if (const auto wait = m_flashes.untilNext()) {
        m_flashTimer.start(*wait);
    }
}

void SocketTableModel::setFilter(Filter filter)
{
    m_wanted.filter = std::move(filter);
    reorder();
}

void SocketTableModel::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= 0 && column < kSocketColumnCount;
    m_wanted.column = isColumn ? static_cast<Column>(column) : Column::LocalPort;
    m_wanted.order = isColumn ? order : Qt::AscendingOrder;
    reorder();
}

void SocketTableModel::reorder()
{
    if (static_cast<std::size_t>(totalCount()) > m_inlineLimit) {
        m_isReordering = true;
        startJob();
        return;
    }
    m_worker.cancel();
    m_isReordering = false;
    static_cast<void>(m_rows.takeDirty());
    m_spec = m_wanted;
    settle(orderOf(m_rows.all(), m_spec));
    emit applied();
}

void SocketTableModel::startJob()
{
    m_rows.beginDirty();
    m_worker.start({m_rows.all(), m_wanted, snapshot(), m_rows.buriedRecords()});
}

void SocketTableModel::takeOrder(const Slots& order)
{
    if (!std::exchange(m_isReordering, false)) {
        emit aboutToApply();
    }
    // The job used the rows as they were when it began: rows that changed since are placed now.
    Slots dirty = m_rows.takeDirty();
    m_spec = m_wanted;
    const Slots kept = without(dirty, order);
    std::erase_if(dirty, [this](std::uint32_t slot) { return !isWanted(slot); });
    settle(merged(kept, std::move(dirty)));
    emit applied();
}

bool SocketTableModel::place(const Slots& touched)
{
    if (touched.empty() && m_pendingRemoval.empty()) {
        return false;
    }
    Slots leaving = touched;
    leaving.insert(leaving.end(), m_pendingRemoval.begin(), m_pendingRemoval.end());
    Slots placed = touched;
    std::erase_if(placed, [this](std::uint32_t slot) { return !isWanted(slot); });
    return settle(merged(without(leaving), std::move(placed)));
}

bool SocketTableModel::isWanted(std::uint32_t slot) const
{
    const SocketRecord* record = m_rows[slot].record;
    return record != nullptr && (m_spec.filter.isEmpty() || m_spec.filter.matches(*record));
}

bool SocketTableModel::isBefore(std::uint32_t slot, std::uint32_t other) const
{
    return comesBefore(*m_rows[slot].record, *m_rows[other].record, m_spec.column, m_spec.order);
}

OrderedModel::Slots SocketTableModel::sorted(Slots chosen) const
{
    std::vector<RowRef> rows;
    rows.reserve(chosen.size());
    for (const std::uint32_t slot : chosen) {
        rows.push_back({slot, m_rows[slot].record});
    }
    return orderOf(rows, {Filter(), m_spec.column, m_spec.order});
}

void SocketTableModel::releasePendingRemovals()
{
    for (const std::uint32_t slot : std::exchange(m_pendingRemoval, {})) {
        m_rows.release(slot);
    }
}

int SocketTableModel::shownCount() const noexcept
{
    const auto isShown = [this](std::uint32_t slot) { return rowOf(slot) >= 0; };
    const Slots buried = m_rows.keptSlots();
    return rowCount() - static_cast<int>(std::count_if(buried.begin(), buried.end(), isShown));
}

int SocketTableModel::totalCount() const noexcept
{
    return snapshot() ? static_cast<int>(snapshot()->sockets.size()) : 0;
}

const SocketRecord* SocketTableModel::recordAt(const QModelIndex& index) const
{
    const bool isOurs = index.isValid() && index.model() == this && index.row() < rowCount();
    return isOurs ? m_rows[slotAt(index.row())].record : nullptr;
}

std::optional<SocketKey> SocketTableModel::keyAt(const QModelIndex& index) const
{
    const SocketRecord* record = recordAt(index);
    return record != nullptr ? std::optional(record->key) : std::nullopt;
}

QModelIndex SocketTableModel::indexOf(const SocketKey& key, Column column) const
{
    const auto slot = m_rows.find(key);
    return slot && rowOf(*slot) >= 0 ? createIndex(rowOf(*slot), static_cast<int>(column))
                                     : QModelIndex();
}

QModelIndex SocketTableModel::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex SocketTableModel::parent(const QModelIndex& /*child*/) const
{
    return {};
}

int SocketTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(order().size());
}

int SocketTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kSocketColumnCount;
}

QVariant SocketTableModel::data(const QModelIndex& index, int role) const
{
    const SocketRecord* record = recordAt(index);
    if (record == nullptr) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (const auto quiet = quietCell(alertMarks(), *record, column, role)) {
        return *quiet;
    }
    const Flash flash = m_rows[slotAt(index.row())].flash;
    return socketCell({*record, column, flash, snapshot()->takenAt, snapshot().get()}, role);
}

QVariant SocketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerCell(section, orientation, role, kSocketColumnCount);
}

Qt::ItemFlags SocketTableModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

}  // namespace quaywatch
