// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_table_model.h"

#include "app/models/socket_cells.h"
#include "app/text/labels.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

// More rows than this at once are no news for the eye, only work.
constexpr std::size_t kMostFlashes = 5000;

const SnapshotDiff& stepsOf(const SnapshotUpdate& update, const SnapshotPtr& from,
                            SnapshotDiff& own)
{
    const bool fits =
        from ? update.before == from : !update.before || update.before->sockets.empty();
    if (!fits) {
        own = diff(from ? *from : Snapshot{}, *update.after);
    }
    return fits ? update.steps : own;
}

}  // namespace

SocketTableModel::SocketTableModel(QObject* parent)
    : SocketTableModel([] { return std::chrono::steady_clock::now(); }, parent)
{
}

SocketTableModel::SocketTableModel(FlashClock::Now now, QObject* parent)
    : QAbstractTableModel(parent)
    , m_flashes(std::move(now))
{
    m_flashTimer.setSingleShot(true);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] { expireFlashes(m_flashes.now()); });
    connect(&m_worker, &RowOrderWorker::finished, this, &SocketTableModel::takeOrder);
}

SocketTableModel::~SocketTableModel() = default;

void SocketTableModel::apply(const SnapshotUpdate& update)
{
    const SnapshotPtr before = snapshot();  // removed rows point into it until they are settled
    const bool isFirst = update.isFirst || !before;
    SnapshotDiff own;
    const SnapshotDiff& steps = stepsOf(update, before, own);
    const bool countersDecide = isCounter(m_spec.column) || isCounter(m_wanted.column);
    const SocketRows::Changes changes = m_rows.goTo(update.after, steps, countersDecide);
    flashChanges(changes, isFirst);

    Slots touched = changes.added;
    touched.insert(touched.end(), changes.changed.begin(), changes.changed.end());
    touched.insert(touched.end(), changes.moved.begin(), changes.moved.end());
    bool isLayoutNew = false;
    if (touched.size() > m_inlineLimit) {
        // They keep their places, or wait for one, until the worker has the whole order.
        isLayoutNew = settle(without(m_doomed));
        if (!m_worker.isBusy()) {
            startJob();
        }
    } else {
        isLayoutNew = place(touched);
    }
    releaseDoomed();
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
    const bool isFlashing = !isFirst && m_flashes.isOn() && count <= kMostFlashes;
    if (!isFlashing) {
        for (const std::uint32_t slot : changes.added) {
            m_rows[slot].flash = Flash::None;
        }
        m_doomed = changes.removed;
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
        if (m_rows[slot].row >= 0) {
            flash(slot, Flash::Closed);
            m_rows.bury(slot);
        } else {
            m_doomed.push_back(slot);
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
        if (m_rows.isBuried(entry.slot)) {
            m_doomed.push_back(entry.slot);
        } else {
            m_rows[entry.slot].flash = Flash::None;
            ended.push_back(entry.slot);
        }
    }
    const bool isAny = !m_doomed.empty() || !ended.empty();
    settle(without(m_doomed));
    releaseDoomed();
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
        startJob();
        return;
    }
    m_worker.cancel();
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
    // The job saw the rows as they were when it began: what changed since is placed now.
    Slots dirty = m_rows.takeDirty();
    m_spec = m_wanted;
    Slots kept = without(dirty, order);
    std::erase_if(dirty, [this](std::uint32_t slot) { return !isWanted(slot); });
    settle(merged(kept, std::move(dirty)));
    emit applied();
}

bool SocketTableModel::place(const Slots& touched)
{
    if (touched.empty() && m_doomed.empty()) {
        return false;
    }
    Slots leaving = touched;
    leaving.insert(leaving.end(), m_doomed.begin(), m_doomed.end());
    Slots placed = touched;
    std::erase_if(placed, [this](std::uint32_t slot) { return !isWanted(slot); });
    return settle(merged(without(leaving), std::move(placed)));
}

bool SocketTableModel::isWanted(std::uint32_t slot) const
{
    const SocketRecord* record = m_rows[slot].record;
    return record != nullptr && (m_spec.filter.isEmpty() || m_spec.filter.matches(*record));
}

SocketTableModel::Slots SocketTableModel::without(const Slots& leaving)
{
    return without(leaving, m_order);
}

SocketTableModel::Slots SocketTableModel::without(const Slots& leaving, const Slots& order)
{
    for (const std::uint32_t slot : leaving) {
        m_rows[slot].isLeaving = true;
    }
    Slots kept;
    kept.reserve(order.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(kept),
                 [this](std::uint32_t slot) { return !m_rows[slot].isLeaving; });
    for (const std::uint32_t slot : leaving) {
        m_rows[slot].isLeaving = false;
    }
    return kept;
}

SocketTableModel::Slots SocketTableModel::merged(const Slots& order, Slots placed) const
{
    const auto isBefore = [this](std::uint32_t a, std::uint32_t b) {
        return comesBefore(*m_rows[a].record, *m_rows[b].record, m_spec.column, m_spec.order);
    };
    std::sort(placed.begin(), placed.end(), isBefore);
    Slots result;
    result.reserve(order.size() + placed.size());
    auto rest = order.begin();
    for (const std::uint32_t slot : placed) {
        // Few rows among many: a search for each beats a comparison with every row.
        const auto next = std::lower_bound(rest, order.end(), slot, isBefore);
        result.insert(result.end(), rest, next);
        result.push_back(slot);
        rest = next;
    }
    result.insert(result.end(), rest, order.end());
    return result;
}

bool SocketTableModel::settle(Slots order)
{
    if (order == m_order) {
        return false;
    }
    std::vector<std::int32_t> newRows(m_rows.slotCount(), -1);
    Slots fresh;
    for (std::size_t row = 0; row < order.size(); ++row) {
        newRows[order[row]] = static_cast<std::int32_t>(row);
        if (m_rows[order[row]].row < 0) {
            fresh.push_back(order[row]);
        }
    }
    if (!fresh.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        for (const std::uint32_t slot : fresh) {
            m_rows[slot].row = static_cast<std::int32_t>(m_order.size());
            m_order.push_back(slot);
        }
        endInsertRows();
    }
    const std::size_t kept = order.size();
    for (const std::uint32_t slot : m_order) {
        if (newRows[slot] < 0) {
            order.push_back(slot);
        }
    }
    const bool isLayoutNew = order.size() > kept || order != m_order;
    if (isLayoutNew) {
        changeLayout(std::move(order), newRows);
    }
    if (m_order.size() > kept) {
        beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
        for (std::size_t row = kept; row < m_order.size(); ++row) {
            m_rows[m_order[row]].row = -1;
        }
        m_order.resize(kept);
        endRemoveRows();
    }
    return isLayoutNew;
}

void SocketTableModel::changeLayout(Slots order, const std::vector<std::int32_t>& newRows)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex& index : from) {
        // A row about to go takes its indexes along: moved to a neighbour, a selection would be
        // of a socket that nobody chose.
        const std::int32_t row = newRows[m_order[static_cast<std::size_t>(index.row())]];
        to.push_back(row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    m_order = std::move(order);
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        m_rows[m_order[row]].row = static_cast<std::int32_t>(row);
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void SocketTableModel::announce(const Slots& touched)
{
    std::int32_t first = rowCount();
    std::int32_t last = -1;
    for (const std::uint32_t slot : touched) {
        if (const std::int32_t row = m_rows[slot].row; row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    // One signal for the whole span: a table view repaints what it shows, and asks no more.
    if (last >= 0) {
        emit dataChanged(createIndex(first, 0), createIndex(last, kSocketColumnCount - 1));
    }
}

void SocketTableModel::releaseDoomed()
{
    for (const std::uint32_t slot : std::exchange(m_doomed, {})) {
        m_rows.release(slot);
    }
}

int SocketTableModel::shownCount() const noexcept
{
    return static_cast<int>(m_order.size()) - m_rows.shownBuriedCount();
}

int SocketTableModel::totalCount() const noexcept
{
    return snapshot() ? static_cast<int>(snapshot()->sockets.size()) : 0;
}

const SocketRecord* SocketTableModel::recordAt(const QModelIndex& index) const
{
    const bool isOurs = index.isValid() && index.model() == this && index.row() < rowCount();
    return isOurs ? m_rows[m_order[static_cast<std::size_t>(index.row())]].record : nullptr;
}

std::optional<SocketKey> SocketTableModel::keyAt(const QModelIndex& index) const
{
    const SocketRecord* record = recordAt(index);
    return record != nullptr ? std::optional(record->key) : std::nullopt;
}

QModelIndex SocketTableModel::indexOf(const SocketKey& key, Column column) const
{
    const auto slot = m_rows.find(key);
    return slot && m_rows[*slot].row >= 0 ? createIndex(m_rows[*slot].row, static_cast<int>(column))
                                          : QModelIndex();
}

int SocketTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
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
    const Flash flash = m_rows[m_order[static_cast<std::size_t>(index.row())]].flash;
    return socketCell({*record, static_cast<Column>(index.column()), flash, snapshot()->takenAt},
                      role);
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
