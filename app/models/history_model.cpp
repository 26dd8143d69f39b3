// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/history_model.h"

#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::minutes kWidestDuration{23 * 60 + 59};

std::int64_t idOf(const HistoryItem& item)
{
    const auto* row = std::get_if<HistoryRow>(&item.source);
    return row != nullptr ? row->id : 0;
}

}  // namespace

void HistoryModel::setItems(std::vector<HistoryItem> items, bool hasMore, HistoryTime now)
{
    beginResetModel();
    m_items = std::move(items);
    m_hasMore = hasMore;
    m_isAwaiting = false;
    m_now = now;
    endResetModel();
}

void HistoryModel::append(std::vector<HistoryItem> items, bool hasMore)
{
    m_hasMore = hasMore;
    m_isAwaiting = false;
    if (items.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
    m_items.insert(m_items.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
    endInsertRows();
}

std::optional<int> HistoryModel::refresh(std::vector<HistoryItem> items, bool hasMore,
                                         HistoryTime now)
{
    const auto known = [this](const HistoryItem& item) {
        const auto end = m_items.begin() + std::min<std::ptrdiff_t>(
                                               static_cast<std::ptrdiff_t>(m_items.size()), 1000);
        return std::find_if(m_items.begin(), end,
                            [&](const HistoryItem& each) { return idOf(each) == idOf(item); });
    };
    const auto firstKnown = std::find_if(items.begin(), items.end(), [&](const HistoryItem& item) {
        const auto found = known(item);
        return found != m_items.end() && idOf(*found) == idOf(item);
    });
    // A late entry came between the rows, or no row matches: the rows must be replaced.
    const bool isGrown =
        !m_items.empty() && firstKnown != items.end() && idOf(*firstKnown) == idOf(m_items.front());
    const auto behind = std::distance(firstKnown, items.end());
    const bool isSame =
        isGrown && behind <= static_cast<std::ptrdiff_t>(m_items.size()) &&
        std::equal(firstKnown, items.end(), m_items.begin(),
                   [](const HistoryItem& a, const HistoryItem& b) { return idOf(a) == idOf(b); });
    if (!isSame) {
        setItems(std::move(items), hasMore, now);
        return std::nullopt;
    }
    m_now = now;
    m_isAwaiting = false;  // the newer request replaces it
    for (std::ptrdiff_t i = 0; i < behind; ++i) {
        HistoryItem& shown = m_items[static_cast<std::size_t>(i)];
        HistoryItem& next = *(firstKnown + i);
        if (shown.details != next.details) {
            shown = next;
            const auto row = static_cast<int>(i);
            emit dataChanged(index(row, 0), index(row, kHistoryColumnCount - 1));
        }
    }
    const auto added = static_cast<int>(std::distance(items.begin(), firstKnown));
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_items.insert(m_items.begin(), std::make_move_iterator(items.begin()),
                       std::make_move_iterator(firstKnown));
        endInsertRows();
    }
    return added;
}

const HistoryItem* HistoryModel::itemAt(const QModelIndex& index) const
{
    const bool isOurs = index.isValid() && index.model() == this && index.row() < rowCount();
    return isOurs ? &m_items[static_cast<std::size_t>(index.row())] : nullptr;
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_isAwaiting;
}

void HistoryModel::fetchMore(const QModelIndex& /*parent*/)
{
    m_isAwaiting = true;
    emit moreWanted();
}

QString HistoryModel::text(const HistoryItem& item, HistoryColumn column) const
{
    const bool isSomeone = item.subject.protocol.has_value();
    switch (column) {
        case HistoryColumn::When:
            return item.when ? whenText(*item.when, m_now) : Labels::missing();
        case HistoryColumn::What:
            return item.what;
        case HistoryColumn::LocalPort:
            return HistoryText::port(item.subject);
        case HistoryColumn::Program:
            return isSomeone ? HistoryText::program(item.subject) : QString();
        case HistoryColumn::User:
            return isSomeone && item.subject.user.isEmpty() ? Labels::missing() : item.subject.user;
        case HistoryColumn::Address:
            return item.subject.address;
        case HistoryColumn::Lasted:
            return item.lasted ? Labels::duration(*item.lasted) : QString();
        case HistoryColumn::Details:
            return item.details;
    }
    return {};
}

QString HistoryModel::tip(const HistoryItem& item, HistoryColumn column) const
{
    switch (column) {
        case HistoryColumn::When: {
            const QString time = item.when ? preciseTime(*item.when) : QString();
            return item.isVague ? tr("Noticed at this time; it happened earlier:") + u'\n' + time
                                : time;
        }
        case HistoryColumn::What:
            return item.phrase;
        case HistoryColumn::Program:
            return item.subject.executable.isEmpty() ? text(item, column) : item.subject.executable;
        case HistoryColumn::Address:
            return item.subject.exposure ? Labels::phrase(*item.subject.exposure)
                                         : text(item, column);
        case HistoryColumn::Lasted:
            return item.lasted ? tr("Counted from when it was first seen. It may be older.")
                               : QString();
        case HistoryColumn::Details:
            return item.tip.isEmpty() ? item.details : item.details + u'\n' + item.tip;
        case HistoryColumn::LocalPort:
        case HistoryColumn::User:
            break;
    }
    return text(item, column);
}

QString HistoryModel::phrase(const HistoryItem& item, HistoryColumn column) const
{
    switch (column) {
        case HistoryColumn::What:
            return item.what + u": "_s + item.phrase;
        case HistoryColumn::When:
            return item.when ? dateAndTime(*item.when) : tr("time unknown");
        default:
            break;
    }
    const QString shown = text(item, column);
    return shown == Labels::missing() ? tr("unknown") : shown;
}

ColumnSamples HistoryModel::samples(int column) const
{
    switch (static_cast<HistoryColumn>(column)) {
        case HistoryColumn::When:
            return {widestTimes()};
        case HistoryColumn::What:
            return {HistoryText::allBadges(), true};
        case HistoryColumn::LocalPort:
            return {{u"65535/tcp"_s}};
        case HistoryColumn::Program:
            return {{u"NetworkManager"_s}, false, true};
        case HistoryColumn::User:
            return {{u"www-data"_s}, false, true};
        case HistoryColumn::Address:
            return {{u"192.168.100.100"_s}, false, true};
        case HistoryColumn::Lasted:
            return {{Labels::duration(kWidestDuration)}};
        case HistoryColumn::Details:
            return {{u"192.168.100.100, www-data"_s}, false, true};
    }
    return {};
}

bool HistoryModel::isNumeric(int column) const
{
    const auto which = static_cast<HistoryColumn>(column);
    return which == HistoryColumn::LocalPort || which == HistoryColumn::Lasted;
}

bool HistoryModel::hasAlignedDigits(int column) const
{
    const auto which = static_cast<HistoryColumn>(column);
    return which == HistoryColumn::When || which == HistoryColumn::Address;
}

QString HistoryModel::cellText(const QModelIndex& index) const
{
    return text(*itemAt(index), static_cast<HistoryColumn>(index.column()));
}

QString HistoryModel::cellTip(const QModelIndex& index) const
{
    return tip(*itemAt(index), static_cast<HistoryColumn>(index.column()));
}

QString HistoryModel::cellPhrase(const QModelIndex& index) const
{
    return phrase(*itemAt(index), static_cast<HistoryColumn>(index.column()));
}

void HistoryModel::setAlertMarks(AlertMarksPtr marks)
{
    m_marks = std::move(marks);
    if (!m_items.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {SeverityRole, BadgeRole});
    }
}

AlertMarks::State HistoryModel::alertStateOf(const HistoryItem& item) const
{
    const auto* row = std::get_if<HistoryRow>(&item.source);
    if (row == nullptr || row->kind != HistoryKind::Alert) {
        return AlertMarks::State::Unknown;
    }
    return m_marks ? m_marks->of(*row) : AlertMarks::State::Open;
}

QVariant HistoryModel::cellRole(const QModelIndex& index, int role) const
{
    const HistoryItem* item = itemAt(index);
    const auto column = static_cast<HistoryColumn>(index.column());
    switch (role) {
        case BadgeRole:
            if (column != HistoryColumn::What) {
                return static_cast<int>(Tone::None);
            }
            return static_cast<int>(
                alertStateOf(*item) == AlertMarks::State::DealtWith ? Tone::Quiet : item->tone);
        case SeverityRole:
            return item->severity && alertStateOf(*item) == AlertMarks::State::Open
                       ? QVariant(static_cast<int>(*item->severity))
                       : QVariant();
        case DimRole:
            return column == HistoryColumn::Address || text(*item, column) == Labels::missing();
        default:
            return {};
    }
}

QString HistoryModel::title(int column) const
{
    switch (static_cast<HistoryColumn>(column)) {
        case HistoryColumn::When:
            //: Column of the history: the time something happened.
            return tr("When");
        case HistoryColumn::What:
            //: Column of the history: opened, closed, alert...
            return tr("Event");
        case HistoryColumn::LocalPort:
            return tr("Port");
        case HistoryColumn::Program:
            return tr("Program");
        case HistoryColumn::User:
            return tr("User");
        case HistoryColumn::Address:
            return tr("Address");
        case HistoryColumn::Lasted:
            //: Column of the history: how long it was there.
            return tr("Duration");
        case HistoryColumn::Details:
            return tr("Details");
    }
    return {};
}

}  // namespace quaywatch
