// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/listeners/listener_cells.h"

#include "app/models/row_order.h"
#include "app/models/socket_cells.h"
#include "app/text/activity_text.h"
#include "app/text/column_labels.h"
#include "app/text/labels.h"
#include "app/text/number_text.h"
#include "app/text/qt_text.h"

#include <QStringList>

namespace quaywatch {

QVariant ListenerCells::ofPort(const ListenerTree::Group& group, Column column, int role) const
{
    const std::size_t addresses = group.summary.addresses;
    if (role == SocketRole) {
        return QVariant::fromValue(&m_tree.leadOf(group));
    }
    const bool isOfRow = role == SeverityRole || role == FlashRole;
    if (column == Column::Connections && role == Qt::ToolTipRole && m_activity != nullptr) {
        const QString came = ActivityText::sentence(
            *m_activity, group.run.id.port, group.run.id.protocol, group.summary.face->seenSince);
        return forTip(ColumnLabels::tip(Column::Connections) +
                      (came.isEmpty() ? QString() : u'\n' + came));
    }
    if (column == Column::Connections && !isOfRow) {
        return countCell(group.summary.connections, role);
    }
    if (column == Column::Activity && !isOfRow) {
        return ofActivity(group, role);
    }
    const SocketRecord& socket = isCounter(column) ? m_tree.leadOf(group) : *group.summary.face;
    QVariant value = socketCell(
        {socket, column, group.flash, m_tree.snapshot()->takenAt, m_tree.snapshot().get()}, role);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (column == Column::LocalAddress && isText && addresses > 1) {
        return value.toString() + QStringLiteral(" +%1").arg(addresses - 1);
    }
    return value;
}

QVariant ListenerCells::ofChild(const ListenerTree::Group& group, const ListenerTree::Child& child,
                                Column column, int role) const
{
    return child.record != nullptr
               ? socketCell({*child.record, column, child.flash, m_tree.snapshot()->takenAt,
                             m_tree.snapshot().get()},
                            role)
               : ofOmitted(group.omitted, column, role);
}

QVariant ListenerCells::ofActivity(const ListenerTree::Group& group, int role) const
{
    const std::optional<std::uint32_t> lastMinute = ListenerTree::lastMinuteOf(group);
    const bool isUdp = group.run.id.protocol == Protocol::Udp;
    const auto sentence = [&group, isUdp] {
        if (isUdp) {
            return tr("UDP has no connections to count, and the kernel counts none of its bytes.");
        }
        return group.trend ? ActivityText::sentence(*group.trend) : QString();
    };
    switch (role) {
        case Qt::DisplayRole:
            return lastMinute ? numberText(*lastMinute) : Labels::missing();
        case Qt::AccessibleTextRole:
            return group.trend || isUdp ? sentence() : tr("Its activity is unknown");
        case Qt::ToolTipRole: {
            QStringList lines{ColumnLabels::tip(Column::Activity), sentence()};
            if (m_activity != nullptr) {
                lines.append(ActivityText::sentence(*m_activity, group.run.id.port,
                                                    group.run.id.protocol,
                                                    group.summary.face->seenSince));
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

QVariant ListenerCells::ofOmitted(std::size_t count, Column column, int role)
{
    const QString text =
        //: The last of a port's connections, of which not all are listed.
        tr("… and %Ln more", nullptr, static_cast<int>(count));
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

}  // namespace quaywatch
