// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_past.h"

#include "app/history/store/sql_answers.h"

#include <QSqlDatabase>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMinuteMilliseconds = 60'000;

/// The minutes of a scope: a table to be joined, and the values of its condition.
struct Minutes {
    QString table;
    QString condition;
    QString hasMore;  // SQL: whether a scope without a row may have had traffic
    QVariantList values;
};

Minutes minutesOf(const TrafficScope& subject)
{
    if (const auto* port = std::get_if<PortId>(&subject)) {
        return {u"port_minute"_s,
                u"own.protocol = ? AND own.port = ?"_s,
                u"machine.has_more_ports"_s,
                {static_cast<uint>(port->protocol), uint{port->port}}};
    }
    if (const auto* key = std::get_if<std::string>(&subject)) {
        return {u"program_minute"_s,
                u"own.program = (SELECT id FROM program WHERE key = ?)"_s,
                u"machine.has_more_programs"_s,
                {QByteArray::fromStdString(*key)}};
    }
    return {u"machine_minute"_s, u"true"_s, u"false"_s, {}};
}

/// Without a row, the counter is zero, or unknown (NULL) if the row may be missing for another
/// reason.
QString counterSql(const QString& column, const QString& hasMore)
{
    return u"CASE WHEN own.minute IS NOT NULL THEN own.%1 WHEN %2 THEN NULL "
           "ELSE machine.%1 * 0 END"_s.arg(column, hasMore);
}

std::optional<double> numberAt(const QSqlQuery& query, int column)
{
    const QVariant value = query.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

std::optional<std::uint32_t> countAt(const QSqlQuery& query, int column)
{
    const QVariant value = query.value(column);
    return value.isNull() ? std::nullopt : std::optional<std::uint32_t>(value.toUInt());
}

}  // namespace

HistoryResult<std::vector<PastMinute>> readPast(QSqlDatabase& database, const TrafficScope& subject,
                                                HistoryTime from, HistoryTime to)
{
    const Minutes minutes = minutesOf(subject);
    QStringList counters;
    for (const QString& column :
         {u"listeners"_s, u"connections"_s, u"opened"_s, u"bytes_received"_s, u"bytes_sent"_s}) {
        counters.append(counterSql(column, minutes.hasMore));
    }
    const QString statement =
        u"SELECT machine.minute, machine.seconds, %1 FROM machine_minute AS machine "
        "LEFT JOIN %2 AS own ON own.minute = machine.minute AND %3 "
        "WHERE machine.minute >= ? AND machine.minute <= ? AND machine.seconds > 0 "
        "ORDER BY machine.minute"_s.arg(counters.join(u", "_s), minutes.table, minutes.condition);
    HistoryResult<QSqlQuery> query =
        askSql(database, statement,
               minutes.values + QVariantList{qint64{toMilliseconds(from)} / kMinuteMilliseconds,
                                             qint64{toMilliseconds(to)} / kMinuteMilliseconds});
    if (!query) {
        return tl::unexpected(query.error());
    }
    std::vector<PastMinute> past;
    while (query->next()) {
        past.push_back({query->value(0).toLongLong(), query->value(1).toDouble(),
                        countAt(*query, 2), countAt(*query, 3), numberAt(*query, 4),
                        numberAt(*query, 5), numberAt(*query, 6)});
    }
    if (const HistoryResult<void> done = endOf(*query); !done) {
        return tl::unexpected(done.error());
    }
    return past;
}

}  // namespace quaywatch
