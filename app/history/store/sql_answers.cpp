// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/sql_answers.h"

#include "core/text/display_text.h"

#include <atomic>
#include <QSqlDatabase>
#include <QSqlError>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

HistoryResult<QSqlQuery> askSql(QSqlDatabase& database, const QString& statement,
                                const QVariantList& values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(statement);
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return tl::unexpected(problemOf(query.lastError()));
    }
    return query;
}

HistoryResult<void> endOf(const QSqlQuery& query)
{
    return query.lastError().isValid() ? tl::unexpected(problemOf(query.lastError()))
                                       : HistoryResult<void>();
}

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"quaywatch-history-%1"_s.arg(++count);
}

QSqlQuery prepareSql(QSqlDatabase& database, const QString& statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    static_cast<void>(query.prepare(statement));
    return query;
}

HistoryResult<void> runPrepared(QSqlQuery& query, const QVariantList& values)
{
    int place = 0;
    for (const QVariant& value : values) {
        query.bindValue(place++, value);
    }
    return query.exec() ? HistoryResult<void>() : tl::unexpected(problemOf(query.lastError()));
}

QString subjectColumns(const QString& table)
{
    return u"%1.protocol, %1.port, %1.address, %1.program, %1.executable, %1.user, %1.place, "
           "%1.exposure"_s.arg(table);
}

HistorySubject subjectAt(const QSqlQuery& query, int column)
{
    HistorySubject subject;
    if (const QVariant protocol = query.value(column); !protocol.isNull()) {
        subject.protocol =
            protocol.toUInt() == static_cast<uint>(Protocol::Udp) ? Protocol::Udp : Protocol::Tcp;
    }
    subject.port = static_cast<Port>(query.value(column + 1).toUInt());
    subject.address = plainTextAt(query, column + 2);
    subject.program = plainTextAt(query, column + 3);
    subject.executable = plainTextAt(query, column + 4);
    subject.user = plainTextAt(query, column + 5);
    subject.place = plainTextAt(query, column + 6);
    const QVariant exposure = query.value(column + 7);
    if (!exposure.isNull() && exposure.toUInt() <= static_cast<uint>(Exposure::All)) {
        subject.exposure = static_cast<Exposure>(exposure.toUInt());
    }
    return subject;
}

QString plainTextAt(const QSqlQuery& query, int column)
{
    const std::string text = displayText(query.value(column).toString().toStdString());
    return QString::fromStdString(text);
}

std::optional<HistoryTime> timeAt(const QSqlQuery& query, int column)
{
    const QVariant value = query.value(column);
    return value.isNull() ? std::nullopt : std::optional(fromMilliseconds(value.toLongLong()));
}

}  // namespace quaywatch
