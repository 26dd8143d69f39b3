// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The activity of the ports in the listeners view.

#include "app/models/listeners/listener_tree_model.h"
#include "app/text/activity_text.h"
#include "app/text/column_labels.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"

#include <algorithm>
#include <set>

namespace quaywatch {

// Stores the new trends of the ports, and moves rows if the model is sorted by activity. Returns
// the ports whose trend changed.
ListenerTreeModel::Slots ListenerTreeModel::takeTrends(RowChanges& changes)
{
    if (m_traffic == nullptr) {
        return {};
    }
    std::set<std::uint32_t> isMoving(changes.placed.begin(), changes.placed.end());
    isMoving.insert(changes.leaving.begin(), changes.leaving.end());
    Slots changed;
    for (const auto& [port, slot] : m_slotOfPort) {
        // UDP has no connections to count.
        const PortTrend* trend =
            port.protocol == Protocol::Tcp ? m_traffic->trendOf(port) : nullptr;
        Group& group = m_groups[slot];
        if (trend == nullptr ? !group.trend : group.trend == *trend) {
            continue;
        }
        const std::optional<std::uint32_t> before = lastMinuteOf(group);
        group.trend = trend != nullptr ? std::optional(*trend) : std::nullopt;
        changed.push_back(slot);
        const bool mayMove = m_column == Column::Activity && lastMinuteOf(group) != before;
        if (mayMove && rowOf(slot) >= 0 && !isMoving.contains(slot)) {
            changes.placed.push_back(slot);
        }
    }
    return changed;
}

std::optional<std::uint32_t> ListenerTreeModel::lastMinuteOf(const Group& group)
{
    const bool isKnown = group.trend && group.trend->isKnown.test(PortTrend::kMinutes - 1);
    return isKnown ? std::optional(group.trend->lastMinute()) : std::nullopt;
}

// Ports with unknown activity are last in both orders.
bool ListenerTreeModel::isLessBusy(const Group& a, const Group& b) const
{
    const std::optional<std::uint32_t> left = lastMinuteOf(a);
    const std::optional<std::uint32_t> right = lastMinuteOf(b);
    if (left.has_value() != right.has_value()) {
        return left.has_value();
    }
    return m_sortOrder == Qt::AscendingOrder ? left < right : left > right;
}

QVariant ListenerTreeModel::activityData(const Group& group, int role) const
{
    const std::optional<std::uint32_t> lastMinute = lastMinuteOf(group);
    const bool isUdp = group.run.id.protocol == Protocol::Udp;
    const auto sentence = [&group, isUdp] {
        if (isUdp) {
            return tr("UDP has no connections to count, and the kernel counts none of its bytes.");
        }
        return group.trend ? ActivityText::sentence(*group.trend) : QString();
    };
    switch (role) {
        case Qt::DisplayRole:
            return lastMinute ? QString::number(*lastMinute) : Labels::missing();
        case Qt::AccessibleTextRole:
            return group.trend || isUdp ? sentence() : tr("Nothing is known of its activity");
        case Qt::ToolTipRole: {
            QStringList lines{ColumnLabels::tip(Column::Activity), sentence()};
            if (m_activity != nullptr) {
                lines.append(
                    ActivityText::sentence(*m_activity, group.run.id.port, group.run.id.protocol));
            }
            lines.removeAll(QString());
            return forTip(lines.join(u'\n'));
        }
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        case SortRole:
            return lastMinute ? QVariant(*lastMinute) : QVariant();
        case DimRole:
            return lastMinute.value_or(0) == 0;
        case TrendRole:
            return QVariant::fromValue(group.trend ? &*group.trend : nullptr);
        default:
            return {};
    }
}

}  // namespace quaywatch
