// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_queries.h"

#include "app/history/store/sql_answers.h"
#include "app/history/store/stored_message.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <limits>
#include <QSqlDatabase>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr uint kHighest = static_cast<uint>(Severity::High);
constexpr qsizetype kMaxWords = 16;          // SQLite limits the depth of an expression
constexpr qsizetype kLongestSearch = 1'000;  // and the length of a pattern

/// A condition in SQL with the values for its question marks.
struct Condition {
    QStringList terms;
    QVariantList values;

    [[nodiscard]] QString where() const
    {
        return terms.isEmpty() ? QString() : u" WHERE "_s + terms.join(u" AND "_s);
    }
    void add(const QString& term, const QVariantList& with)
    {
        terms.append(term);
        values.append(with);
    }
};

/// Returns a pattern for LIKE that finds the word anywhere, with special characters escaped.
QString pattern(const QString& word)
{
    QString escaped = word;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + escaped + u'%';
}

/// @param columns  The columns that are searched for each word.
void addSearch(Condition& condition, const HistorySearch& search, const QStringList& columns)
{
    for (const HistorySearch::PortWord& each : search.ports) {
        condition.add(u"party.port = ?"_s, {uint{each.port}});
        if (each.protocol) {
            condition.add(u"party.protocol = ?"_s, {static_cast<uint>(*each.protocol)});
        }
    }
    for (const QString& word : search.words) {
        QStringList either;
        QVariantList values;
        for (const QString& column : columns) {
            either.append(column + uR"( LIKE ? ESCAPE '\')"_s);
            values.append(pattern(word));
        }
        condition.add(u'(' + either.join(u" OR "_s) + u')', values);
    }
}

const QStringList& partyTexts()
{
    static const QStringList kTexts{u"party.program"_s, u"party.executable"_s, u"party.user"_s,
                                    u"party.address"_s, u"party.place"_s};
    return kTexts;
}

HistoryRow rowAt(const QSqlQuery& query)
{
    HistoryRow row;
    row.id = query.value(0).toLongLong();
    row.at = fromMilliseconds(query.value(1).toLongLong());
    row.kind = static_cast<HistoryKind>(query.value(2).toUInt());
    row.since = timeAt(query, 3);
    row.count = query.value(4).toULongLong();
    row.isLate = query.value(5).toBool();
    if (const QVariant severity = query.value(6); !severity.isNull()) {
        row.severity = static_cast<Severity>(std::min(severity.toUInt(), kHighest));
    }
    row.rule = plainTextAt(query, 7);
    row.reason = messageFrom(query.value(8).toString());
    for (const QString& line : query.value(9).toString().split(u'\n', Qt::SkipEmptyParts)) {
        row.evidence.push_back(messageFrom(line));
    }
    constexpr int kSubjectAt = 10;
    row.subject = subjectAt(query, kSubjectAt);
    const HistorySubject previous = subjectAt(query, kSubjectAt + kSubjectColumns);
    if (previous.protocol) {
        row.previous = previous;
    }
    return row;
}

std::optional<Port> portOf(QStringView text)
{
    bool isNumber = false;
    const uint number = text.toUInt(&isNumber);
    return isNumber && number <= std::numeric_limits<Port>::max()
               ? std::optional(static_cast<Port>(number))
               : std::nullopt;
}

}  // namespace

HistorySearch HistorySearch::parse(const QString& text)
{
    HistorySearch search;
    for (const QString& word :
         text.left(kLongestSearch).simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (search.words.size() + static_cast<qsizetype>(search.ports.size()) == kMaxWords) {
            break;
        }
        QStringView rest = word;
        if (rest.startsWith("port:"_L1, Qt::CaseInsensitive)) {
            rest = rest.sliced(5);
        }
        const qsizetype slash = rest.indexOf(u'/');
        const std::optional<Port> port = portOf(slash < 0 ? rest : rest.first(slash));
        const std::optional<Protocol> protocol =
            slash < 0 ? std::nullopt : parseProtocol(rest.sliced(slash + 1).toUtf8().toStdString());
        if (port && (slash < 0 || protocol)) {
            search.ports.push_back({*port, protocol});
        } else {
            search.words.append(word);
        }
    }
    return search;
}

HistoryResult<TimelinePage> readTimeline(QSqlDatabase& database, const HistorySearch& search,
                                         const std::optional<HistoryCursor>& after,
                                         std::size_t limit)
{
    Condition condition;
    addSearch(condition, search, partyTexts() + QStringList{u"event.reason"_s});
    if (search.isAlertsOnly) {
        condition.add(u"event.kind = ?"_s, {static_cast<uint>(HistoryKind::Alert)});
    }
    if (after) {
        condition.add(u"(event.at, event.id) < (?, ?)"_s,
                      {qint64{toMilliseconds(after->at)}, qint64{after->id}});
    }
    const QString statement =
        u"SELECT event.id, event.at, event.kind, event.since, event.count, event.is_late, "
        "event.severity, event.rule, event.reason, event.evidence, "_s +
        subjectColumns(u"party"_s) + u", "_s + subjectColumns(u"previous"_s) +
        u" FROM event LEFT JOIN party ON party.id = event.party "
        "LEFT JOIN party AS previous ON previous.id = event.previous"_s +
        condition.where() + u" ORDER BY event.at DESC, event.id DESC LIMIT ?"_s;
    // One row more than requested shows whether there are more.
    condition.values.append(static_cast<qint64>(limit + 1));
    HistoryResult<QSqlQuery> query = askSql(database, statement, condition.values);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TimelinePage page;
    while (query->next()) {
        if (page.rows.size() == limit) {
            page.next = HistoryCursor{page.rows.back().at, page.rows.back().id};
            break;
        }
        page.rows.push_back(rowAt(*query));
    }
    if (const HistoryResult<void> done = endOf(*query); !done) {
        return tl::unexpected(done.error());
    }
    return page;
}

HistoryResult<HistoryOverview> readOverview(QSqlDatabase& database)
{
    HistoryOverview overview;
    HistoryResult<QSqlQuery> first =
        askSql(database,
               u"SELECT (SELECT min(at) FROM event), (SELECT started_at FROM run ORDER BY id DESC "
               "LIMIT 1), (SELECT count(*) FROM event)"_s,
               {});
    if (!first || !first->next()) {
        return first ? historyFailure(HistoryProblem::Kind::Failed) : tl::unexpected(first.error());
    }
    overview.beginning = timeAt(*first, 0);
    overview.runStarted = timeAt(*first, 1);
    overview.eventCount = first->value(2).toULongLong();
    HistoryResult<QSqlQuery> points =
        askSql(database, u"SELECT id, at, name FROM point ORDER BY at DESC LIMIT 100"_s, {});
    if (!points) {
        return tl::unexpected(points.error());
    }
    while (points->next()) {
        overview.points.push_back({points->value(0).toLongLong(),
                                   fromMilliseconds(points->value(1).toLongLong()),
                                   plainTextAt(*points, 2)});
    }
    if (const HistoryResult<void> done = endOf(*points); !done) {
        return tl::unexpected(done.error());
    }
    return overview;
}

HistoryResult<PortTotals> readTraffic(QSqlDatabase& database, Port port,
                                      std::optional<Protocol> protocol, HistoryTime from)
{
    Condition condition;
    condition.add(u"port = ?"_s, {uint{port}});
    if (protocol) {
        condition.add(u"protocol = ?"_s, {static_cast<uint>(*protocol)});
    }
    condition.add(u"minute >= ? / 60000"_s, {qint64{toMilliseconds(from)}});
    HistoryResult<QSqlQuery> query =
        askSql(database,
               u"SELECT CAST(round(sum(opened)) AS INTEGER), sum(bytes_received), sum(bytes_sent) "
               "FROM port_minute"_s +
                   condition.where(),
               condition.values);
    if (!query || !query->next()) {
        return query ? historyFailure(HistoryProblem::Kind::Failed) : tl::unexpected(query.error());
    }
    return PortTotals{query->value(0).toULongLong(), query->value(1).toULongLong(),
                      query->value(2).toULongLong()};
}

}  // namespace quaywatch
