// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_past.h"

#include "app/history/sql_answers.h"

#include <algorithm>
#include <map>
#include <QSqlDatabase>
#include <unordered_set>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kMinute = 60'000;  // milliseconds, as times are in the file
// Two days and a bit: whoever asks for more gets the last of them.
constexpr std::int64_t kMostMinutes = 3'000;
// Listeners came and went more often than that: their number further back is not worth the time.
constexpr qint64 kMostMoves = 50'000;

static_assert(static_cast<int>(HistoryKind::Opened) == 1);
static_assert(static_cast<int>(HistoryKind::Closed) == 2);
static_assert(static_cast<int>(HistoryKind::Changed) == 4);
static_assert(static_cast<int>(HistoryKind::Unwatched) == 9);

/// Minutes in a row, and which of them were watched.
class Minutes {
public:
    Minutes(std::int64_t first, std::int64_t end)
        : m_first(first)
        , m_minutes(static_cast<std::size_t>(std::max<std::int64_t>(0, end - first)))
        , m_isWatched(m_minutes.size())
    {
        for (std::size_t i = 0; i < m_minutes.size(); ++i) {
            m_minutes[i].minute = first + static_cast<std::int64_t>(i);
            m_minutes[i].opened = 0;  // until something is counted
        }
    }

    [[nodiscard]] std::int64_t first() const { return m_first; }
    [[nodiscard]] std::int64_t end() const
    {
        return m_first + static_cast<std::int64_t>(m_minutes.size());
    }
    [[nodiscard]] PastMinute* find(std::int64_t minute)
    {
        const bool isIn = minute >= m_first && minute < end();
        return isIn ? &m_minutes[static_cast<std::size_t>(minute - m_first)] : nullptr;
    }
    void setWatched(std::int64_t from, std::int64_t to, bool isWatched)
    {
        for (std::int64_t minute = std::max(from, m_first); minute < std::min(to, end());
             ++minute) {
            m_isWatched[static_cast<std::size_t>(minute - m_first)] = isWatched;
        }
    }
    [[nodiscard]] std::vector<PastMinute> watched() const
    {
        std::vector<PastMinute> watched;
        for (std::size_t i = 0; i < m_minutes.size(); ++i) {
            if (m_isWatched[i]) {
                watched.push_back(m_minutes[i]);
            }
        }
        return watched;
    }

private:
    std::int64_t m_first;
    std::vector<PastMinute> m_minutes;
    std::vector<bool> m_isWatched;
};

std::int64_t roundedUp(qint64 milliseconds)
{
    return (milliseconds + kMinute - 1) / kMinute;
}

/// A run is watched from its start to when it was written last, but for its pauses.
HistoryResult<void> readWatched(QSqlDatabase& database, Minutes& minutes)
{
    HistoryResult<QSqlQuery> runs =
        askSql(database, u"SELECT started_at, seen_at FROM run WHERE seen_at >= ?"_s,
               {qint64{minutes.first() * kMinute}});
    if (!runs) {
        return tl::unexpected(runs.error());
    }
    while (runs->next()) {
        minutes.setWatched(roundedUp(runs->value(0).toLongLong()),
                           runs->value(1).toLongLong() / kMinute, true);
    }
    HistoryResult<QSqlQuery> pauses = askSql(
        database, u"SELECT since, at FROM event WHERE kind = 9 AND since IS NOT NULL AND at >= ?"_s,
        {qint64{minutes.first() * kMinute}});
    if (!pauses) {
        return tl::unexpected(pauses.error());
    }
    while (pauses->next()) {
        minutes.setWatched(pauses->value(0).toLongLong() / kMinute,
                           pauses->value(1).toLongLong() / kMinute + 1, false);
    }
    return {};
}

/// Where the oldest rows were given up for their size, quiet minutes look as those of which the
/// rows are gone.
HistoryResult<void> cutForgotten(QSqlDatabase& database, Minutes& minutes)
{
    HistoryResult<QSqlQuery> query =
        askSql(database,
               u"SELECT (SELECT min(at) FROM event), (SELECT min(started_at) FROM run), "
               "(SELECT min(minute) FROM minute)"_s,
               {});
    if (!query || !query->next()) {
        return query ? historyFailure(HistoryProblem::Kind::Failed) : tl::unexpected(query.error());
    }
    if (query->isNull(0)) {
        minutes.setWatched(minutes.first(), minutes.end(), false);
        return {};
    }
    const qint64 event = query->value(0).toLongLong();
    std::int64_t beginning = roundedUp(event);
    if (event > query->value(1).toLongLong() && !query->isNull(2)) {
        beginning = std::max<std::int64_t>(beginning, query->value(2).toLongLong());
    }
    minutes.setWatched(minutes.first(), beginning, false);
    return {};
}

// Port 0 stands for what was not told apart. Of what went out by UDP it holds the sockets of
// clients, too, which are no connections.
HistoryResult<void> countOpened(QSqlDatabase& database, const std::optional<PortId>& port,
                                Minutes& minutes)
{
    constexpr auto kAll =
        "SELECT minute, sum(opened), 1 FROM minute WHERE minute >= ? "
        "AND NOT (protocol = 1 AND port = 0 AND is_inbound = 0) GROUP BY minute"_L1;
    static_assert(static_cast<int>(Protocol::Udp) == 1);
    constexpr auto kPort =
        "SELECT minute, sum(opened) FILTER (WHERE port <> 0), max(port) <> 0 FROM minute "
        "WHERE minute >= ? AND protocol = ? AND is_inbound = 1 AND port IN (?, 0) "
        "GROUP BY minute"_L1;
    QVariantList values{qint64{minutes.first()}};
    if (port) {
        values << static_cast<uint>(port->protocol) << uint{port->port};
    }
    HistoryResult<QSqlQuery> query = askSql(database, port ? kPort : kAll, values);
    if (!query) {
        return tl::unexpected(query.error());
    }
    while (query->next()) {
        if (PastMinute* minute = minutes.find(query->value(0).toLongLong())) {
            const bool isToldApart = query->value(2).toBool();
            minute->opened = isToldApart
                                 ? std::optional<std::uint64_t>(query->value(1).toULongLong())
                                 : std::nullopt;
        }
    }
    return {};
}

/// Who listens, going back in time.
class OpenPorts {
public:
    void set(qint64 party, const PortId& port, bool isOpen)
    {
        const bool isNews = isOpen ? m_parties.insert(party).second : m_parties.erase(party) > 0;
        if (!isNews) {
            return;
        }
        std::uint32_t& count = m_counts[port];
        count += isOpen ? 1U : ~0U;
        if (count == 0) {
            m_counts.erase(port);
        }
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_counts.size()); }

private:
    std::unordered_set<qint64> m_parties;
    std::map<PortId, std::uint32_t> m_counts;
};

PortId portAt(const QSqlQuery& query, int column)
{
    return {static_cast<Port>(query.value(column + 1).toUInt()),
            query.value(column).toUInt() == static_cast<uint>(Protocol::Udp) ? Protocol::Udp
                                                                             : Protocol::Tcp};
}

/// Takes back what happened; see the columns in countListeners().
void undo(const QSqlQuery& event, OpenPorts& ports)
{
    const bool wasOpened = event.value(1).toInt() != static_cast<int>(HistoryKind::Closed);
    ports.set(event.value(2).toLongLong(), portAt(event, 3), !wasOpened);
    if (!event.isNull(5)) {
        ports.set(event.value(5).toLongLong(), portAt(event, 6), true);
    }
}

/// How many ports listened follows from who listens now and from what happened since.
HistoryResult<void> countListeners(QSqlDatabase& database, Minutes& minutes)
{
    OpenPorts ports;
    HistoryResult<QSqlQuery> open = askSql(
        database, u"SELECT id, protocol, port FROM party WHERE open_since IS NOT NULL"_s, {});
    if (!open) {
        return tl::unexpected(open.error());
    }
    while (open->next()) {
        ports.set(open->value(0).toLongLong(), portAt(*open, 1), true);
    }
    HistoryResult<QSqlQuery> events =
        askSql(database,
               u"SELECT event.at, event.kind, party.id, party.protocol, party.port, previous.id, "
               "previous.protocol, previous.port FROM event JOIN party ON party.id = event.party "
               "LEFT JOIN party AS previous ON previous.id = event.previous "
               "WHERE event.at >= ? AND event.kind IN (1, 2, 4) "
               "ORDER BY event.at DESC, event.id DESC LIMIT ?"_s,
               {qint64{minutes.first() * kMinute}, kMostMoves});
    if (!events) {
        return tl::unexpected(events.error());
    }
    qint64 moves = 0;
    bool isEvent = events->next();
    for (std::int64_t minute = minutes.end(); --minute >= minutes.first() && moves < kMostMoves;) {
        // What came later than the last minute is not a part of it.
        for (; isEvent && events->value(0).toLongLong() >= (minute + 1) * kMinute; ++moves) {
            undo(*events, ports);
            isEvent = events->next();
        }
        std::uint32_t most = ports.size();
        for (; isEvent && events->value(0).toLongLong() >= minute * kMinute; ++moves) {
            undo(*events, ports);
            most = std::max(most, ports.size());
            isEvent = events->next();
        }
        if (moves < kMostMoves) {
            minutes.find(minute)->listeners = most;
        }
    }
    return {};
}

}  // namespace

HistoryResult<std::vector<PastMinute>> readPast(QSqlDatabase& database,
                                                const std::optional<PortId>& port, HistoryTime from,
                                                HistoryTime to)
{
    const std::int64_t end = toMilliseconds(to) / kMinute;
    Minutes minutes(std::max(toMilliseconds(from) / kMinute, end - kMostMinutes), end);
    HistoryResult<void> done = readWatched(database, minutes);
    if (done) {
        done = cutForgotten(database, minutes);
    }
    if (done) {
        done = countOpened(database, port, minutes);
    }
    if (done && !port) {
        done = countListeners(database, minutes);
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    return minutes.watched();
}

}  // namespace quaywatch
