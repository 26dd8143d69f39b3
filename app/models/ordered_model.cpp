// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/ordered_model.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

OrderedModel::Slots OrderedModel::without(const Slots& leaving, const Slots& order)
{
    if (leaving.empty()) {
        return order;
    }
    std::vector<bool> isLeaving(*std::max_element(leaving.begin(), leaving.end()) + 1U);
    for (const std::uint32_t slot : leaving) {
        isLeaving[slot] = true;
    }
    Slots kept;
    kept.reserve(order.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(kept),
                 [&](std::uint32_t slot) { return slot >= isLeaving.size() || !isLeaving[slot]; });
    return kept;
}

OrderedModel::Slots OrderedModel::sorted(Slots chosen) const
{
    std::sort(chosen.begin(), chosen.end(),
              [this](std::uint32_t a, std::uint32_t b) { return isBefore(a, b); });
    return chosen;
}

OrderedModel::Slots OrderedModel::merged(const Slots& order, Slots placed) const
{
    placed = sorted(std::move(placed));
    Slots result;
    result.reserve(order.size() + placed.size());
    mergeInto(result, order, placed);
    return result;
}

void OrderedModel::mergeInto(Slots& result, std::span<const std::uint32_t> order,
                             std::span<const std::uint32_t> placed) const
{
    if (placed.empty() || order.empty()) {
        result.insert(result.end(), order.begin(), order.end());
        result.insert(result.end(), placed.begin(), placed.end());
        return;
    }
    // Few rows among many: each is searched for, the middle one first, so that the others are
    // searched for only in a part of the order. A comparison may have to read memory that is not in
    // the cache.
    const std::size_t middle = placed.size() / 2;
    const std::uint32_t coming = placed[middle];
    const auto place = std::partition_point(order.begin(), order.end(), [&](std::uint32_t present) {
        return isBefore(present, coming);
    });
    const auto before = static_cast<std::size_t>(place - order.begin());
    mergeInto(result, order.first(before), placed.first(middle));
    result.push_back(coming);
    mergeInto(result, order.subspan(before), placed.subspan(middle + 1));
}

bool OrderedModel::settle(Slots order)
{
    if (order == m_order) {
        return false;
    }
    if (!order.empty()) {
        const std::size_t most = *std::max_element(order.begin(), order.end()) + 1U;
        m_rows.resize(std::max(m_rows.size(), most), -1);
    }
    std::vector<int> newRows(m_rows.size(), -1);
    Slots fresh;
    for (std::size_t row = 0; row < order.size(); ++row) {
        newRows[order[row]] = static_cast<int>(row);
        if (m_rows[order[row]] < 0) {
            fresh.push_back(order[row]);
        }
    }
    if (!fresh.empty()) {
        const int first = static_cast<int>(m_order.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        for (const std::uint32_t slot : fresh) {
            m_rows[slot] = static_cast<int>(m_order.size());
            m_order.push_back(slot);
        }
        endInsertRows();
    }
    const std::size_t kept = order.size();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(order),
                 [&newRows](std::uint32_t slot) { return newRows[slot] < 0; });
    const bool isLayoutNew = order.size() > kept || order != m_order;
    if (isLayoutNew) {
        changeLayout(std::move(order), newRows);
    }
    if (m_order.size() > kept) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_order.size()) - 1);
        for (std::size_t row = kept; row < m_order.size(); ++row) {
            m_rows[m_order[row]] = -1;
        }
        m_order.resize(kept);
        endRemoveRows();
    }
    return isLayoutNew;
}

void OrderedModel::changeLayout(Slots order, const std::vector<int>& newRows)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList all = persistentIndexList();
    QModelIndexList from;
    QModelIndexList to;
    for (const QModelIndex& index : all) {
        if (index.internalId() != 0) {
            continue;  // a child row: does not know its number
        }
        const int row = newRows[slotAt(index.row())];
        from.push_back(index);
        to.push_back(row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    m_order = std::move(order);
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        m_rows[m_order[row]] = static_cast<int>(row);
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void OrderedModel::announce(const Slots& changed, int firstColumn, int lastColumn)
{
    int first = static_cast<int>(m_order.size());
    int last = -1;
    for (const std::uint32_t slot : changed) {
        if (const int row = rowOf(slot); row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    // A table view repaints only the visible rows of the span, and reads only their data.
    if (last >= 0) {
        emit dataChanged(createIndex(first, firstColumn), createIndex(last, lastColumn));
    }
}

}  // namespace quaywatch
