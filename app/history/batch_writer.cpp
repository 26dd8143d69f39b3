// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/batch_writer.h"

#include "app/history/sql_answers.h"

#include <QSqlDatabase>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

QSqlQuery prepared(QSqlDatabase& database, const QString& statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    // What cannot be prepared (a disk that fills, a damaged file) says so when it is run.
    static_cast<void>(query.prepare(statement));
    return query;
}

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
    : m_party(prepared(
          database,
          u"INSERT INTO party(identity, protocol, port, address, program, executable, user, place, "
          "exposure, first_seen) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT(identity) DO UPDATE SET program = excluded.program, user = excluded.user, "
          "place = excluded.place, exposure = excluded.exposure RETURNING id"_s))
    , m_event(prepared(database,
                       u"INSERT INTO event(at, kind, party, previous, since, count, "
                       "is_late, severity, rule, reason, evidence) "
                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
    , m_repeat(prepared(database,
                        u"UPDATE event SET count = count + ? WHERE id = (SELECT max(id) FROM event "
                        "WHERE party = ? AND kind = ? AND rule = ?)"_s))
    , m_open(prepared(database, u"UPDATE party SET open_since = ? WHERE id = ?"_s))
    , m_minute(prepared(
          database,
          u"INSERT INTO minute(minute, protocol, port, is_inbound, opened, closed, bytes_received, "
          "bytes_sent) VALUES(?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT(minute, protocol, port, is_inbound) DO UPDATE SET "
          "opened = opened + excluded.opened, closed = closed + excluded.closed, "
          "bytes_received = bytes_received + excluded.bytes_received, "
          "bytes_sent = bytes_sent + excluded.bytes_sent"_s))
{
}

HistoryResult<void> BatchWriter::write(const HistoryBatch& batch)
{
    for (const HistoryEntry& entry : batch.entries) {
        if (HistoryResult<void> done = writeEntry(entry); !done) {
            return done;
        }
    }
    for (const auto& [key, count] : batch.minutes) {
        if (HistoryResult<void> done = writeMinute(key, count); !done) {
            return done;
        }
    }
    return {};
}

HistoryResult<qint64> BatchWriter::partyId(const HistoryParty& party, HistoryTime at)
{
    const HistoryResult<void> done =
        runSql(m_party,
               {QByteArray::fromStdString(party.identity), number(party.protocol), uint{party.port},
                text(party.address), text(party.program), text(party.executable), text(party.user),
                text(party.place), number(party.exposure), time(at)});
    if (!done) {
        return tl::unexpected(done.error());
    }
    m_party.next();
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
    if (entry.isRepeat && entry.party) {
        const HistoryResult<bool> counted = countRepeat(entry, *party);
        if (!counted || *counted) {
            return counted ? HistoryResult<void>() : tl::unexpected(counted.error());
        }
    }
    HistoryResult<void> done = runSql(
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
        runSql(m_repeat, {count(entry.count), party, number(entry.kind), text(entry.rule)});
    return done ? HistoryResult<bool>(m_repeat.numRowsAffected() > 0)
                : tl::unexpected(done.error());
}

HistoryResult<void> BatchWriter::setOpen(qint64 party, std::optional<HistoryTime> since)
{
    return runSql(m_open, {time(since), party});
}

HistoryResult<void> BatchWriter::writeMinute(const MinuteKey& key, const MinuteCount& sum)
{
    return runSql(m_minute, {qint64{key.minute}, number(key.protocol), uint{key.port},
                             key.isInbound, count(sum.opened), count(sum.closed),
                             count(sum.bytesReceived), count(sum.bytesSent)});
}

}  // namespace quaywatch
