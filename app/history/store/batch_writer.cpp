// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/batch_writer.h"

#include "app/history/store/sql_answers.h"
#include "app/history/store/traffic_writer.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariant text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QVariant maybe(const std::string& utf8)
{
    return utf8.empty() ? QVariant() : text(utf8);
}

QVariant time(HistoryTime at)
{
    return qint64{toMilliseconds(at)};
}

QVariant time(const std::optional<HistoryTime>& at)
{
    return at ? time(*at) : QVariant();
}

template <class Enum>
QVariant number(Enum value)
{
    return static_cast<uint>(value);
}

template <class Enum>
QVariant number(const std::optional<Enum>& value)
{
    return value ? number(*value) : QVariant();
}

QVariant count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

/// Why a statement that must return a row returned none.
tl::unexpected<HistoryProblem> lost(const QSqlQuery& query)
{
    const HistoryResult<void> done = endOf(query);
    return done ? historyFailure(HistoryProblem::Kind::Damaged) : tl::unexpected(done.error());
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string all;
    for (const std::string& line : lines) {
        all.append(all.empty() ? "" : "\n").append(line);
    }
    return all;
}

}  // namespace

BatchWriter::BatchWriter(QSqlDatabase& database)
    : m_database(database)
    , m_party(prepareSql(
          database,
          u"INSERT INTO party(identity, protocol, port, address, program, executable, user, place, "
          "exposure, first_seen) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT(identity) DO UPDATE SET program = excluded.program, user = excluded.user, "
          "place = excluded.place, exposure = excluded.exposure RETURNING id"_s))
    , m_event(prepareSql(database,
                         u"INSERT INTO event(at, kind, party, previous, since, count, "
                         "is_late, severity, rule, reason, evidence) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
    , m_repeat(
          prepareSql(database,
                     u"UPDATE event SET count = count + ? WHERE id = (SELECT max(id) FROM event "
                     "WHERE party = ? AND kind = ? AND rule = ?)"_s))
    , m_open(prepareSql(database, u"UPDATE party SET open_since = ? WHERE id = ?"_s))
    , m_renaming{prepareSql(database, u"UPDATE event SET party = ? WHERE party = ?"_s),
                 prepareSql(database, u"UPDATE event SET previous = ? WHERE previous = ?"_s),
                 prepareSql(database,
                            u"UPDATE party SET open_since = old.open_since, "
                            "first_seen = min(party.first_seen, old.first_seen) FROM party AS old "
                            "WHERE party.id = ? AND old.id = ?"_s),
                 prepareSql(database, u"DELETE FROM party WHERE id <> ? AND id = ?"_s)}
{
}

HistoryResult<void> BatchWriter::write(const HistoryBatch& batch)
{
    for (const HistoryRenaming& renaming : batch.renamings) {
        if (HistoryResult<void> done = rename(renaming, batch.seenAt); !done) {
            return done;
        }
    }
    for (const HistoryEntry& entry : batch.entries) {
        if (HistoryResult<void> done = writeEntry(entry); !done) {
            return done;
        }
    }
    if (batch.minutes.empty()) {
        return {};
    }
    TrafficWriter traffic(m_database);
    for (const TrafficMinute& minute : batch.minutes) {
        if (HistoryResult<void> done = traffic.write(minute); !done) {
            return done;
        }
    }
    return {};
}

HistoryResult<qint64> BatchWriter::partyId(const HistoryIdentity& party, HistoryTime at)
{
    const HistoryResult<void> done =
        runPrepared(m_party, {QByteArray::fromStdString(party.identity), number(party.protocol),
                              uint{party.port}, text(party.address), text(party.program),
                              text(party.executable), text(party.user), text(party.place),
                              number(party.exposure), time(at)});
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (!m_party.next()) {
        return lost(m_party);
    }
    const qint64 id = m_party.value(0).toLongLong();
    m_party.finish();
    return id;
}

HistoryResult<void> BatchWriter::writeEntry(const HistoryEntry& entry)
{
    HistoryResult<qint64> party = 0;
    HistoryResult<qint64> previous = 0;
    if (entry.party) {
        party = partyId(*entry.party, entry.at);
    }
    if (party && entry.previous) {
        previous = partyId(*entry.previous, entry.at);
    }
    if (!party || !previous) {
        return tl::unexpected(party ? previous.error() : party.error());
    }
    HistoryResult<bool> isThere = false;
    if (entry.isStanding) {
        isThere = isReportedBefore(entry, *party);
    } else if (entry.isRepeat && entry.party) {
        isThere = countRepeat(entry, *party);
    }
    if (!isThere || *isThere) {
        return isThere ? HistoryResult<void>() : tl::unexpected(isThere.error());
    }
    HistoryResult<void> done = runPrepared(
        m_event, {time(entry.at), number(entry.kind), entry.party ? QVariant(*party) : QVariant(),
                  entry.previous ? QVariant(*previous) : QVariant(), time(entry.since),
                  count(entry.count), entry.isLate, number(entry.severity), maybe(entry.rule),
                  maybe(entry.reason), maybe(joined(entry.evidence))});
    const bool isOpening = entry.kind == HistoryKind::Opened || entry.kind == HistoryKind::Changed;
    if (done && entry.party && (isOpening || entry.kind == HistoryKind::Closed)) {
        done = setOpen(*party, isOpening ? std::optional(entry.at) : std::nullopt);
    }
    if (done && entry.previous) {
        done = setOpen(*previous, std::nullopt);
    }
    return done;
}

HistoryResult<bool> BatchWriter::countRepeat(const HistoryEntry& entry, qint64 party)
{
    const HistoryResult<void> done =
        runPrepared(m_repeat, {count(entry.count), party, number(entry.kind), text(entry.rule)});
    return done ? HistoryResult<bool>(m_repeat.numRowsAffected() > 0)
                : tl::unexpected(done.error());
}

/// For one listener: whether the alert was reported since the listener opened. For several: whether
/// the last such alert was the same, and none of their ports was opened after it.
HistoryResult<bool> BatchWriter::isReportedBefore(const HistoryEntry& entry, qint64 party)
{
    constexpr auto kOne =
        "SELECT 1 FROM event JOIN party ON party.id = event.party WHERE event.kind = 5 AND "
        "event.rule = ? AND event.party = ? AND event.at >= party.open_since LIMIT 1"_L1;
    constexpr auto kSeveral =
        "SELECT 1 FROM event AS told WHERE told.id = (SELECT max(id) FROM event WHERE kind = 5 AND "
        "rule = ? AND party IS NULL) AND told.reason = ? AND told.evidence IS ? AND NOT EXISTS "
        "(SELECT 1 FROM event JOIN party ON party.id = event.party WHERE event.at > told.at AND "
        "event.kind IN (1, 4) AND party.port IN (%1))"_L1;
    static_assert(static_cast<int>(HistoryKind::Opened) == 1);
    static_assert(static_cast<int>(HistoryKind::Changed) == 4);
    static_assert(static_cast<int>(HistoryKind::Alert) == 5);
    QStringList ports;
    for (const Port port : entry.ports) {
        ports.append(QString::number(port));
    }
    HistoryResult<QSqlQuery> query =
        entry.party ? askSql(m_database, kOne, {text(entry.rule), party})
                    : askSql(m_database, QString(kSeveral).arg(ports.join(u',')),
                             {text(entry.rule), text(entry.reason), maybe(joined(entry.evidence))});
    if (!query) {
        return tl::unexpected(query.error());
    }
    const bool isReported = query->next();
    const HistoryResult<void> done = endOf(*query);
    return done ? HistoryResult<bool>(isReported) : tl::unexpected(done.error());
}

HistoryResult<void> BatchWriter::setOpen(qint64 party, std::optional<HistoryTime> since)
{
    return runPrepared(m_open, {time(since), party});
}

/// Assigns the events of the old party to the new one, which may exist already from another time.
HistoryResult<void> BatchWriter::rename(const HistoryRenaming& renaming, HistoryTime at)
{
    HistoryResult<QSqlQuery> old = askSql(m_database, u"SELECT id FROM party WHERE identity = ?"_s,
                                          {QByteArray::fromStdString(renaming.identity)});
    if (!old || !old->next()) {
        return old ? endOf(*old) : tl::unexpected(old.error());
    }
    const QVariant oldId = old->value(0);
    const HistoryResult<qint64> id = partyId(*renaming.party, at);
    if (!id) {
        return tl::unexpected(id.error());
    }
    for (QSqlQuery& query : m_renaming) {
        if (HistoryResult<void> done = runPrepared(query, {*id, oldId}); !done) {
            return done;
        }
    }
    return {};
}

}  // namespace quaywatch
