// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_changes.h"

#include "app/history/store/sql_answers.h"

#include <algorithm>
#include <QSqlDatabase>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

// The query returns at most this many parties: nobody reads more, and memory is limited.
constexpr qint64 kMaxIdentities = 20'000;

// The first event of a party after that time shows whether it was open then. What listened when the
// history began was open then, as far as the history knows: its first poll found it.
constexpr auto kStatement =
    "WITH start(at) AS (SELECT at FROM event WHERE kind IN (1, 2, 4) ORDER BY at LIMIT 1),"
    " move(party, at, id, was_open) AS ("
    " SELECT party, event.at, id, kind = 2 OR (kind = 1 AND is_late AND event.at = start.at)"
    " FROM event, start WHERE event.at >= ? AND kind IN (1, 2, 4)"
    " UNION ALL"
    " SELECT previous, at, id, 1 FROM event WHERE at >= ? AND kind = 4),"
    " fate(party, was_open, at) AS ("
    " SELECT party, min(2 * id + was_open) % 2, max(at) FROM move GROUP BY party)"
    " SELECT fate.was_open, fate.at, party.first_seen, "_L1;
static_assert(static_cast<int>(HistoryKind::Opened) == 1);
static_assert(static_cast<int>(HistoryKind::Closed) == 2);
static_assert(static_cast<int>(HistoryKind::Changed) == 4);
constexpr int kSubject = 3;

bool isSamePort(const HistoryChange& a, const HistoryChange& b)
{
    return a.subject.port == b.subject.port && a.subject.protocol == b.subject.protocol;
}

using Changes = std::vector<HistoryChange>;

template <class Belongs>
void joinWhere(Changes& changes, Belongs belongs)
{
    for (HistoryChange& now : changes) {
        if (now.kind != HistoryChange::Kind::New || now.was) {
            continue;
        }
        const auto then = std::find_if(changes.begin(), changes.end(), [&](const auto& each) {
            return each.kind == HistoryChange::Kind::Gone && !each.was &&
                   belongs(each.subject, now.subject);
        });
        if (then != changes.end()) {
            now.was = then->subject;
            then->was = now.subject;  // matched
        }
    }
}

/// Joins a closed listener and the new one that replaced it into one change. On a port with
/// several, those with the same address are matched first, then those of the same program.
Changes joined(Changes onePort)
{
    using Subject = HistorySubject;
    joinWhere(onePort, [](const Subject& a, const Subject& b) { return a.address == b.address; });
    joinWhere(onePort,
              [](const Subject& a, const Subject& b) { return a.executable == b.executable; });
    std::erase_if(onePort, [](const HistoryChange& each) {
        return each.kind == HistoryChange::Kind::Gone && each.was;
    });
    for (HistoryChange& each : onePort) {
        each.kind = each.was ? HistoryChange::Kind::Changed : each.kind;
    }
    return onePort;
}

bool contains(const HistorySubject& subject, const QString& word)
{
    const auto has = [&](const QString& text) { return text.contains(word, Qt::CaseInsensitive); };
    return has(subject.program) || has(subject.executable) || has(subject.user) ||
           has(subject.address) || has(subject.place);
}

bool isWanted(const HistoryChange& change, const HistorySearch& search)
{
    const auto isOn = [&](const HistorySearch::PortWord& word) {
        return word.port == change.subject.port &&
               (!word.protocol || word.protocol == change.subject.protocol);
    };
    const auto isIn = [&](const QString& word) {
        return contains(change.subject, word) || (change.was && contains(*change.was, word));
    };
    return std::all_of(search.ports.begin(), search.ports.end(), isOn) &&
           std::all_of(search.words.begin(), search.words.end(), isIn);
}

/// Reads the listeners that are open now and were not then, or the reverse; by port.
HistoryResult<Changes> readMoved(QSqlDatabase& database, HistoryTime since)
{
    const qint64 at = toMilliseconds(since);
    HistoryResult<QSqlQuery> query =
        askSql(database,
               kStatement + subjectColumns(u"party"_s) +
                   u" FROM fate JOIN party ON party.id = fate.party "
                   "WHERE fate.was_open <> (party.open_since IS NOT NULL) "
                   "ORDER BY party.port, party.protocol, party.address, party.id LIMIT ?"_s,
               {at, at, kMaxIdentities});
    if (!query) {
        return tl::unexpected(query.error());
    }
    Changes moved;
    while (query->next()) {
        HistoryChange change;
        const bool wasOpen = query->value(0).toBool();
        change.kind = wasOpen ? HistoryChange::Kind::Gone : HistoryChange::Kind::New;
        change.at = timeAt(*query, 1);
        change.firstSeen = timeAt(*query, 2).value_or(since);
        change.subject = subjectAt(*query, kSubject);
        moved.push_back(std::move(change));
    }
    if (const HistoryResult<void> done = endOf(*query); !done) {
        return tl::unexpected(done.error());
    }
    return moved;
}

}  // namespace

HistoryResult<HistoryChanges> readChanges(QSqlDatabase& database, HistoryTime since,
                                          const HistorySearch& search, std::size_t limit)
{
    const HistoryResult<Changes> moved = readMoved(database, since);
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    HistoryChanges answer;
    answer.isCut = static_cast<qint64>(moved->size()) == kMaxIdentities;
    for (auto first = moved->begin(); first != moved->end();) {
        const auto last = std::find_if_not(first, moved->end(), [&](const HistoryChange& each) {
            return isSamePort(each, *first);
        });
        for (HistoryChange& change : joined(Changes(first, last))) {
            if (isWanted(change, search)) {
                answer.changes.push_back(std::move(change));
            }
        }
        first = last;
    }
    if (answer.changes.size() > limit) {
        answer.changes.resize(limit);
        answer.isCut = true;
    }
    const HistoryResult<HistoryOverview> overview = readOverview(database);
    if (overview && overview->beginning && *overview->beginning > since) {
        answer.beginning = overview->beginning;
    }
    return answer;
}

}  // namespace quaywatch
