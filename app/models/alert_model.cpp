// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/alert_model.h"

#include "app/models/socket_cells.h"
#include "app/models/socket_roles.h"
#include "app/text/core_text.h"
#include "app/text/labels.h"
#include "app/text/number_text.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

using IdSet = std::unordered_set<std::uint64_t>;

IdSet idsOf(const std::vector<AlertEntry>& entries)
{
    IdSet ids;
    for (const AlertEntry& entry : entries) {
        ids.insert(entry.id);
    }
    return ids;
}

}  // namespace

void AlertModel::setEntries(std::vector<AlertEntry> entries, Time now)
{
    m_now = now;
    removeOthersThan(entries);
    reorderLike(entries);
    insertAmong(std::move(entries));
    if (!m_entries.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kAlertColumnCount - 1));
    }
}

void AlertModel::removeOthersThan(const std::vector<AlertEntry>& entries)
{
    const IdSet kept = idsOf(entries);
    const auto goes = [&](int row) {
        return !kept.contains(m_entries[static_cast<std::size_t>(row)].id);
    };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!goes(last)) {
            continue;
        }
        int first = last;
        while (first > 0 && goes(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

/// Moves repeated alerts to the top. Entries that are not shown yet are not inserted here.
void AlertModel::reorderLike(const std::vector<AlertEntry>& entries)
{
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        places.emplace(entries[i].id, i);
    }
    const auto isBefore = [&](const AlertEntry& a, const AlertEntry& b) {
        return places.at(a.id) < places.at(b.id);
    };
    if (std::is_sorted(m_entries.begin(), m_entries.end(), isBefore)) {
        return;
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint64_t> ids;
    ids.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& each : before) {
        ids.push_back(entryAt(each)->id);
    }
    std::sort(m_entries.begin(), m_entries.end(), isBefore);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        after.append(indexOf(ids[static_cast<std::size_t>(i)]).siblingAtColumn(before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/// Inserts the entries that are not shown yet. Afterwards, the model has exactly these entries, in
/// this order.
void AlertModel::insertAmong(std::vector<AlertEntry> entries)
{
    const IdSet known = idsOf(m_entries);
    const auto isNew = [&](std::size_t i) { return !known.contains(entries[i].id); };
    for (std::size_t first = 0; first < entries.size(); ++first) {
        if (!isNew(first)) {
            continue;
        }
        std::size_t end = first + 1;
        while (end < entries.size() && isNew(end)) {
            ++end;
        }
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        const auto from = entries.begin() + static_cast<std::ptrdiff_t>(first);
        m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(first), from,
                         entries.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        first = end - 1;
    }
    m_entries = std::move(entries);
}

const AlertEntry* AlertModel::entryAt(const QModelIndex& index) const
{
    const bool isOurs = index.isValid() && index.model() == this && index.row() < rowCount();
    return isOurs ? &m_entries[static_cast<std::size_t>(index.row())] : nullptr;
}

QModelIndex AlertModel::indexOf(std::uint64_t id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [id](const AlertEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? QModelIndex()
                                    : index(static_cast<int>(found - m_entries.begin()), 0);
}

int AlertModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QString AlertModel::portText(const Alert& alert)
{
    if (!alert.socket) {
        return {};
    }
    const SocketKey& key = alert.socket->key;
    const bool isOut = alert.socket->direction == Direction::Outbound;
    return QString::number(isOut ? key.remotePort : key.localPort) + u'/' +
           fromUtf8(token(key.protocol));
}

QString AlertModel::programText(const Alert& alert)
{
    if (!alert.socket || alert.socket->owners().empty()) {
        return {};
    }
    return plainText(alert.socket->owners().front()->name);
}

QString AlertModel::severityText(Severity severity)
{
    switch (severity) {
        case Severity::High:
            //: How grave an alert is.
            return tr("High");
        case Severity::Medium:
            return tr("Medium");
        case Severity::Low:
            return tr("Low");
        case Severity::Info:
            break;
    }
    return tr("Info");
}

QString AlertModel::text(const AlertEntry& entry, AlertColumn column) const
{
    switch (column) {
        case AlertColumn::When:
            return whenText(entry.lastSeen, m_now);
        case AlertColumn::Level:
            return severityText(entry.alert.severity);
        case AlertColumn::PortNumber:
            return portText(entry.alert);
        case AlertColumn::Program:
            return programText(entry.alert);
        case AlertColumn::Reason:
            return CoreText::of(entry.alert.reason);
        case AlertColumn::First:
            return whenText(entry.firstSeen, m_now);
        case AlertColumn::Count:
            return numberText(entry.count);
    }
    return {};
}

QString AlertModel::tip(const AlertEntry& entry, AlertColumn column) const
{
    switch (column) {
        case AlertColumn::When:
            return preciseTime(entry.lastSeen);
        case AlertColumn::First:
            return preciseTime(entry.firstSeen);
        case AlertColumn::Reason: {
            QStringList lines{CoreText::of(entry.alert.reason)};
            for (const Message& fact : entry.alert.evidence) {
                lines.append(CoreText::of(fact));
            }
            return lines.join(u'\n');
        }
        default:
            return text(entry, column);
    }
}

QString AlertModel::phrase(const AlertEntry& entry, AlertColumn column) const
{
    switch (column) {
        case AlertColumn::When:
            return dateAndTime(entry.lastSeen);
        case AlertColumn::First:
            return tr("first %1").arg(dateAndTime(entry.firstSeen));
        case AlertColumn::Level: {
            const QString state = entry.isMuted          ? tr("muted")
                                  : entry.isAcknowledged ? tr("acknowledged")
                                                         : tr("new");
            return tr("severity %1, %2").arg(severityText(entry.alert.severity), state);
        }
        case AlertColumn::Count:
            return entry.count == 1
                       ? tr("once")
                       : tr("%Ln times", nullptr,
                            static_cast<int>(std::min<std::size_t>(entry.count, 1'000'000)));
        case AlertColumn::PortNumber:
        case AlertColumn::Program:
        case AlertColumn::Reason:
            break;
    }
    const QString shown = text(entry, column);
    return shown.isEmpty() ? tr("none") : shown;
}

ColumnSamples AlertModel::samples(int column) const
{
    switch (static_cast<AlertColumn>(column)) {
        case AlertColumn::When:
        case AlertColumn::First:
            return {widestTimes()};
        case AlertColumn::Level:
            return {{severityText(Severity::High), severityText(Severity::Medium),
                     severityText(Severity::Low), severityText(Severity::Info)},
                    true};
        case AlertColumn::PortNumber:
            return {{u"65535/tcp"_s}};
        case AlertColumn::Program:
            return {{u"NetworkManager"_s}, false, true};
        case AlertColumn::Count:
            return {{u"9999"_s}};
        case AlertColumn::Reason:
            return {{u"192.168.100.100, www-data"_s}, false, true};
    }
    return {};
}

bool AlertModel::isNumeric(int column) const
{
    const auto which = static_cast<AlertColumn>(column);
    return which == AlertColumn::PortNumber || which == AlertColumn::Count;
}

bool AlertModel::hasAlignedDigits(int column) const
{
    const auto which = static_cast<AlertColumn>(column);
    return which == AlertColumn::When || which == AlertColumn::First;
}

QString AlertModel::cellText(const QModelIndex& index) const
{
    return text(*entryAt(index), static_cast<AlertColumn>(index.column()));
}

QString AlertModel::cellTip(const QModelIndex& index) const
{
    return tip(*entryAt(index), static_cast<AlertColumn>(index.column()));
}

QString AlertModel::cellPhrase(const QModelIndex& index) const
{
    return phrase(*entryAt(index), static_cast<AlertColumn>(index.column()));
}

QVariant AlertModel::cellRole(const QModelIndex& index, int role) const
{
    const AlertEntry* entry = entryAt(index);
    const auto column = static_cast<AlertColumn>(index.column());
    switch (role) {
        case BadgeRole:
            return static_cast<int>(column == AlertColumn::Level ? toneOf(entry->alert.severity)
                                                                 : Tone::None);
        case SeverityRole:
            return entry->isUnread() ? QVariant(static_cast<int>(entry->alert.severity))
                                     : QVariant();
        case DimRole:
            return !entry->isUnread() || column == AlertColumn::First;
        default:
            return {};
    }
}

QString AlertModel::title(int column) const
{
    switch (static_cast<AlertColumn>(column)) {
        case AlertColumn::When:
            //: Column of the alerts: when it came last.
            return tr("Last seen");
        case AlertColumn::Level:
            return tr("Severity");
        case AlertColumn::PortNumber:
            return tr("Port");
        case AlertColumn::Program:
            return tr("Program");
        case AlertColumn::Reason:
            //: Column of the alerts: what there is to tell.
            return tr("Alert");
        case AlertColumn::First:
            return tr("First seen");
        case AlertColumn::Count:
            //: Column of the alerts: how often it came.
            return tr("Count");
    }
    return {};
}

}  // namespace quaywatch
