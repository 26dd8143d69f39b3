// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_check.h"

#include "app/history/store/history_schema.h"
#include "app/history/store/sql_answers.h"
#include "core/net/protocol.h"
#include "core/sockets/verdict.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using Kind = HistoryProblem::Kind;

namespace {

// The year 2255: about the limit of a time in nanoseconds in 64 bits. A wrong clock before that
// year does not count as damage.
constexpr qint64 kLatest = 9'000'000'000'000;
constexpr qint64 kLatestMinute = kLatest / 60'000;
constexpr qint64 kLargest = 1'000'000'000'000'000'000;
constexpr qint64 kLargestPort = 65'535;
constexpr qint64 kLongestName = 4'096;
constexpr qint64 kLongestText = 1'000'000;

// Conditions for valid values of a column. None is ever NULL.

QString isWhole(const char* column, qint64 from, qint64 to)
{
    return u"(typeof(%1) = 'integer' AND %1 BETWEEN %2 AND %3)"_s.arg(QLatin1String(column))
        .arg(from)
        .arg(to);
}
QString isTime(const char* column)
{
    return isWhole(column, 0, kLatest);
}
QString isFlag(const char* column)
{
    return isWhole(column, 0, 1);
}
QString isReal(const char* column)
{
    return u"(typeof(%1) = 'real' AND %1 BETWEEN 0 AND %2)"_s.arg(QLatin1String(column))
        .arg(kLargest);
}
QString isText(const char* column, qint64 longest)
{
    return u"(typeof(%1) = 'text' AND length(%1) <= %2)"_s.arg(QLatin1String(column)).arg(longest);
}
QString isBlob(const char* column)
{
    return u"(typeof(%1) = 'blob' AND length(%1) <= %2)"_s.arg(QLatin1String(column))
        .arg(kLongestText);
}
QString isNullOr(const char* column, const QString& term)
{
    return u"(%1 IS NULL OR %2)"_s.arg(QLatin1String(column), term);
}
/// The value is a row of another table.
QString isRowOf(const char* column, const char* table)
{
    return u"(typeof(%1) = 'integer' AND %1 IN (SELECT id FROM %2))"_s.arg(QLatin1String(column),
                                                                           QLatin1String(table));
}
template <class Enum>
QString isOneOf(const char* column, Enum last)
{
    return isWhole(column, 0, static_cast<qint64>(last));
}

struct TableRule {
    const char* table;
    QStringList terms;  // conditions that are true for every row
};

QStringList counters()
{
    return {isNullOr("listeners", isWhole("listeners", 0, kLargest)),
            isNullOr("connections", isWhole("connections", 0, kLargest)),
            isNullOr("opened", isReal("opened")),
            isNullOr("bytes_received", isWhole("bytes_received", 0, kLargest)),
            isNullOr("bytes_sent", isWhole("bytes_sent", 0, kLargest))};
}

std::vector<TableRule> tableRules()
{
    return {
        {"run", {isTime("started_at"), isTime("seen_at"), isFlag("is_ended")}},
        {"point", {isTime("at"), isText("name", kLongestText)}},
        {"party",
         {isBlob("identity"), isOneOf("protocol", Protocol::Dccp), isWhole("port", 0, kLargestPort),
          isText("address", kLongestName), isText("program", kLongestName),
          isText("executable", kLongestName), isText("user", kLongestName),
          isText("place", kLongestName), isNullOr("exposure", isOneOf("exposure", Exposure::All)),
          isTime("first_seen"), isNullOr("open_since", isTime("open_since"))}},
        {"event",
         {isTime("at"), isWhole("kind", 1, static_cast<qint64>(HistoryKind::Unwatched)),
          isNullOr("party", isRowOf("party", "party")),
          isNullOr("previous", isRowOf("previous", "party")), isNullOr("since", isTime("since")),
          isWhole("count", 0, kLargest), isFlag("is_late"),
          isNullOr("severity", isOneOf("severity", Severity::High)),
          isNullOr("rule", isText("rule", kLongestName)),
          isNullOr("reason", isText("reason", kLongestText)),
          isNullOr("evidence", isText("evidence", kLongestText))}},
        {"machine_minute", QStringList{isWhole("minute", 0, kLatestMinute), isReal("seconds"),
                                       isFlag("has_more_ports"), isFlag("has_more_programs")} +
                               counters()},
        {"port_minute",
         QStringList{isWhole("minute", 0, kLatestMinute), isOneOf("protocol", Protocol::Dccp),
                     isWhole("port", 0, kLargestPort)} +
             counters()},
        {"program", {isBlob("key"), isWhole("last_minute", 0, kLatestMinute)}},
        {"program_minute",
         QStringList{isWhole("minute", 0, kLatestMinute), isRowOf("program", "program")} +
             counters()},
    };
}

/// Reads the file's schema in a form that depends neither on the version of SQLite nor on the
/// indentation in this source.
HistoryResult<QStringList> schemaOf(QSqlDatabase& database)
{
    // ANALYZE, run by another tool, leaves sqlite_stat1, which only makes queries faster.
    HistoryResult<QSqlQuery> query =
        askSql(database,
               u"SELECT type, name, tbl_name, sql FROM sqlite_schema "
               "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name"_s,
               {});
    if (!query) {
        return tl::unexpected(query.error());
    }
    QStringList schema;
    while (query->next()) {
        const QString sql = query->value(3).toString().simplified();
        schema.append(u"%1 %2 %3 "_s.arg(query->value(0).toString(), query->value(1).toString(),
                                         query->value(2).toString()) +
                      QString(sql).replace(u"( "_s, u"("_s).replace(u" )"_s, u")"_s));
    }
    if (HistoryResult<void> done = endOf(*query); !done) {
        return tl::unexpected(done.error());
    }
    return schema;
}

/// Reads the schema that this program would create, from a database in memory.
HistoryResult<QStringList> wantedSchema()
{
    const QString connection = nextConnectionName();
    HistoryResult<QStringList> schema;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(u":memory:"_s);
        if (!database.open()) {
            schema = tl::unexpected(problemOf(database.lastError()));
        } else if (const HistoryResult<void> made = migrateHistory(database); !made) {
            schema = tl::unexpected(made.error());
        } else {
            schema = schemaOf(database);
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return schema;
}

HistoryResult<void> damagedUnless(const HistoryResult<qint64>& broken, const QString& where)
{
    if (!broken) {
        return tl::unexpected(broken.error());
    }
    return *broken == 0 ? HistoryResult<void>() : historyFailure(Kind::Damaged, where);
}

}  // namespace

HistoryResult<void> checkPages(QSqlDatabase& database, PageCheck check)
{
    HistoryResult<QSqlQuery> query = askSql(
        database,
        check == PageCheck::Quick ? u"PRAGMA quick_check(1)"_s : u"PRAGMA integrity_check(1)"_s,
        {});
    if (!query) {
        return tl::unexpected(query.error());
    }
    if (!query->next()) {
        const HistoryResult<void> done = endOf(*query);
        return done ? historyFailure(Kind::Damaged) : done;
    }
    const QString answer = query->value(0).toString();
    return answer == "ok"_L1 ? HistoryResult<void>() : historyFailure(Kind::Damaged, answer);
}

HistoryResult<void> checkContents(QSqlDatabase& database)
{
    const HistoryResult<QStringList> wanted = wantedSchema();
    const HistoryResult<QStringList> found = schemaOf(database);
    if (!wanted || !found) {
        return tl::unexpected(wanted ? found.error() : wanted.error());
    }
    if (*wanted != *found) {
        return historyFailure(Kind::Damaged, u"sqlite_schema"_s);
    }
    for (const TableRule& rule : tableRules()) {
        const QString statement = u"SELECT EXISTS(SELECT 1 FROM %1 WHERE NOT (%2))"_s.arg(
            QLatin1String(rule.table), rule.terms.join(u" AND "_s));
        HistoryResult<void> done =
            damagedUnless(readNumber(database, statement.toLatin1()), QLatin1String(rule.table));
        if (!done) {
            return done;
        }
    }
    return {};
}

}  // namespace quaywatch
