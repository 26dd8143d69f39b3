// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_recorder.h"

#include "app/history/store/stored_message.h"
#include "core/sockets/close_index.h"
#include "core/sockets/watched_span.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quaywatch {
namespace {

std::int64_t minuteAt(HistoryTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
}

/// A client's UDP socket looks like a listener: it is bound, and anyone can send to it.
bool isPassing(const HistoryIdentity& party) noexcept
{
    return party.protocol == Protocol::Udp && party.port >= HistoryRecorder::kFirstPassingPort;
}

/// Whether a user that was a number now has a name, which the system may report late.
bool hasLearnedName(const SocketRecord& was, const SocketRecord& is)
{
    return is.user && is.uid && !was.user && was.uid == is.uid;
}

std::string identityWith(const SocketRecord& socket, std::shared_ptr<const std::string> user)
{
    SocketRecord same = socket;
    same.user = std::move(user);
    return identityOf(same);
}

/// The previous identity of a socket, with the current name of its user.
std::string identityBefore(const SocketRecord& was, const SocketRecord& is)
{
    return hasLearnedName(was, is) ? identityWith(was, is.user) : identityOf(was);
}

}  // namespace

HistoryRecorder::HistoryRecorder(std::vector<OpenListener> open)
{
    for (OpenListener& each : open) {
        ListenerSession& session = m_sessions[each.party->identity];
        session.since = each.since;
        session.isOpen = true;
        session.party = std::move(each.party);
    }
}

HistoryBatch HistoryRecorder::observe(const SnapshotUpdate& update)
{
    m_now = update.after->takenAt;
    if (m_minute != minuteAt(m_now)) {
        beginMinute();
    }
    m_isFirstPoll = m_last == nullptr;
    if (m_isFirstPoll) {
        lookFirst(*update.after);
    } else {
        follow(update);
    }
    m_last = update.after;
    settleAll();
    m_batch.seenAt = m_now;
    return std::exchange(m_batch, {});
}

void HistoryRecorder::lookFirst(const Snapshot& snapshot)
{
    for (const SocketRecord& socket : snapshot.sockets) {
        if (!socket.isListener()) {
            continue;
        }
        if (socket.user && socket.uid) {
            rename(identityWith(socket, {}), identityOf(socket, identityOf(socket)));
        }
        arrive(socket);
    }
    for (auto& [identity, session] : m_sessions) {
        session.isLate = true;
        m_unsettled.insert(identity);
    }
}

void HistoryRecorder::follow(const SnapshotUpdate& update)
{
    const bool isNext = update.before == m_last && !update.isFirst;
    const SnapshotUpdate own =
        isNext ? update
               : SnapshotUpdate{m_last, update.after, diff(*m_last, *update.after), false,
                                update.closes};
    learnNames(own);
    for (const SocketEvent& event : eventsOf(own)) {
        if (!event.socket->isListener()) {
            continue;
        }
        switch (event.kind) {
            case EventKind::Opened:
                arrive(*event.socket);
                break;
            case EventKind::Closed:
                leave(identityOf(*event.socket));
                break;
            case EventKind::Replaced:
                restart(*event.socket);
                break;
            case EventKind::Changed:
                if (const std::string was = identityBefore(*event.previous, *event.socket);
                    was != identityOf(*event.socket)) {
                    changeHands(*event.socket, was);
                }
                break;
        }
    }
    noteGaps(own);
    if (isNext) {
        notePause(own);
    }
}

/// Renames a listener whose user now has a name: it is the same listener under a new identity.
void HistoryRecorder::learnNames(const SnapshotUpdate& update)
{
    for (const std::vector<RowRun>* runs : {&update.steps.changed, &update.steps.countersOnly}) {
        forEachRow(*update.after, *runs, [&](const SocketRecord& row) {
            const SocketRecord* was =
                row.isListener() ? findSocketRow(*update.before, row.key) : nullptr;
            if (was != nullptr && hasLearnedName(*was, row)) {
                SocketRecord named = *was;
                named.user = row.user;
                rename(identityOf(*was), identityOf(named, identityOf(named)));
            }
        });
    }
}

void HistoryRecorder::rename(const std::string& from, HistoryPartyPtr party)
{
    auto node = m_sessions.extract(from);
    if (!node) {
        return;
    }
    const ListenerSession& was = node.mapped();
    ListenerSession& session = m_sessions[party->identity];
    if (!session.isOpen) {
        session.since = was.since;
        session.isOpen = was.isOpen;
    }
    session.previous = session.previous ? session.previous : was.previous;
    session.sockets += was.sockets;
    session.restarts += was.restarts;
    session.moves += was.moves;
    session.rows = std::max(session.rows, was.rows);
    session.minute = std::max(session.minute, was.minute);
    session.party = party;
    m_unsettled.erase(from);
    m_unsettled.insert(party->identity);
    m_batch.renamings.push_back({from, std::move(party)});
}

void HistoryRecorder::notePause(const SnapshotUpdate& update)
{
    const HistoryTime from = update.before->takenAt;
    const auto step = m_now - from;
    const bool isWatched = isWatchedSpan(step, m_lastStep);
    m_lastStep = step;
    if (!isWatched) {
        HistoryEntry entry;
        entry.kind = HistoryKind::Unwatched;
        entry.at = m_now;
        entry.since = from;
        m_batch.entries.push_back(std::move(entry));
    }
}

/// Lost close events are a gap in the counters.
void HistoryRecorder::noteGaps(const SnapshotUpdate& update)
{
    if (!update.closes) {
        return;
    }
    for (const EventGap& gap : update.closes->gaps) {
        HistoryEntry entry;
        entry.kind = HistoryKind::Lost;
        entry.at = gap.to;
        entry.since = gap.from;
        entry.count = gap.count.value_or(0);
        entry.reason = storedText(gap.why, kMaxReasonBytes);
        m_batch.entries.push_back(std::move(entry));
    }
}

HistoryRecorder::ListenerSession& HistoryRecorder::arrive(const SocketRecord& socket)
{
    std::string identity = identityOf(socket);
    ListenerSession& session = m_sessions[identity];
    if (++session.sockets > 1) {
        return session;
    }
    if (!session.isOpen || !m_isFirstPoll) {
        session.since = m_now;
    }
    ++session.moves;
    session.party = identityOf(socket, identity);
    m_unsettled.insert(std::move(identity));
    return session;
}

void HistoryRecorder::leave(const std::string& identity)
{
    const auto found = m_sessions.find(identity);
    if (found == m_sessions.end() || found->second.sockets == 0 || --found->second.sockets > 0) {
        return;
    }
    ListenerSession& session = found->second;
    ++session.moves;
    if (const HistoryPartyPtr previous = std::exchange(session.previous, nullptr)) {
        m_unsettled.insert(previous->identity);  // its close is not recorded otherwise
    }
    m_unsettled.insert(found->first);
}

void HistoryRecorder::changeHands(const SocketRecord& socket, const std::string& previous)
{
    leave(previous);
    ListenerSession& session = arrive(socket);
    const auto was = m_sessions.find(previous);
    if (was == m_sessions.end() || was->second.sockets > 0 || session.sockets > 1 ||
        session.isOpen) {
        return;
    }
    session.previous = was->second.party;
    m_unsettled.erase(was->first);
}

void HistoryRecorder::restart(const SocketRecord& socket)
{
    const auto found = m_sessions.find(identityOf(socket));
    if (found != m_sessions.end() && found->second.isOpen) {
        ++found->second.restarts;
        ++found->second.moves;
        m_unsettled.insert(found->first);
    }
}

void HistoryRecorder::beginMinute()
{
    m_minute = minuteAt(m_now);
    m_rows = 0;
    if (const std::uint64_t lost = std::exchange(m_lost, 0); lost > 0) {
        HistoryEntry entry;
        entry.kind = HistoryKind::Lost;
        entry.at = m_now;
        entry.count = lost;
        m_batch.entries.push_back(std::move(entry));
    }
    for (auto it = m_sessions.begin(); it != m_sessions.end();) {
        ListenerSession& session = it->second;
        if (session.moves > 1 && session.rows > 0) {
            HistoryEntry entry;
            entry.kind = HistoryKind::Repeated;
            entry.count = session.moves;
            record(session, std::move(entry));
            session.restarts = 0;
        }
        const bool isOver = session.sockets == 0 && !session.isOpen && session.minute != m_minute;
        it = isOver ? m_sessions.erase(it) : std::next(it);
    }
}

void HistoryRecorder::settleAll()
{
    for (auto it = m_unsettled.begin(); it != m_unsettled.end();) {
        const auto session = m_sessions.find(*it);
        const bool isSettled = session == m_sessions.end() || settle(session->second);
        if (isSettled) {
            forgetIfGone(*it);
        }
        it = isSettled ? m_unsettled.erase(it) : std::next(it);
    }
}

/// A session with rows in this minute is kept; otherwise, its next opening would start a new count.
void HistoryRecorder::forgetIfGone(const std::string& identity)
{
    const auto found = m_sessions.find(identity);
    if (found == m_sessions.end()) {
        return;
    }
    const ListenerSession& session = found->second;
    const bool hasRows = session.rows > 0 && session.minute == m_minute;
    if (session.sockets == 0 && !session.isOpen && !hasRows) {
        m_lost += isPassing(*session.party) ? 0 : session.moves;
        m_sessions.erase(found);
    }
}

/// @return Whether the store has its current state.
bool HistoryRecorder::settle(ListenerSession& session)
{
    const bool isHere = session.sockets > 0;
    if (isHere == session.isOpen && session.restarts == 0) {
        session.isLate = false;
        return true;
    }
    if (isHere && !session.isOpen && isPassing(*session.party)) {
        session.since = std::min(session.since, m_now);  // the clock may have been set back
        if (m_now - session.since < kPassingTime) {
            return false;
        }
    }
    if (!mayRecord(session)) {
        return false;
    }
    const std::uint64_t restarts = std::exchange(session.restarts, 0);
    HistoryEntry entry;
    if (isHere && session.isOpen) {
        entry.kind = HistoryKind::Replaced;
        entry.since = session.since;
        entry.count = restarts;
    } else if (isHere) {
        entry = openingOf(session);
    } else {
        entry.kind = HistoryKind::Closed;
        entry.since = session.since;
    }
    record(session, std::move(entry));
    session.isOpen = isHere;
    session.isLate = false;
    return true;
}

HistoryEntry HistoryRecorder::openingOf(ListenerSession& session)
{
    HistoryEntry entry;
    entry.kind = HistoryKind::Opened;
    entry.at = session.since;
    const HistoryPartyPtr previous = std::exchange(session.previous, nullptr);
    const auto was = previous ? m_sessions.find(previous->identity) : m_sessions.end();
    if (was != m_sessions.end() && was->second.isOpen && was->second.sockets == 0) {
        entry.kind = HistoryKind::Changed;
        entry.previous = previous;
        entry.since = was->second.since;
        was->second.isOpen = false;
    }
    return entry;
}

bool HistoryRecorder::mayRecord(const ListenerSession& session) const noexcept
{
    if (m_isFirstPoll) {
        return true;  // limited by the number of listeners
    }
    return m_rows < kRowsPerMinute &&
           (session.minute != m_minute || session.rows < kRowsPerListener);
}

void HistoryRecorder::record(ListenerSession& session, HistoryEntry entry)
{
    if (session.minute != m_minute) {
        session.minute = m_minute;
        session.rows = 0;
    }
    ++session.rows;
    ++m_rows;
    session.moves = 0;
    if (entry.at == HistoryTime()) {
        entry.at = m_now;
    }
    entry.party = session.party;
    entry.isLate = session.isLate;
    m_batch.entries.push_back(std::move(entry));
}

}  // namespace quaywatch
