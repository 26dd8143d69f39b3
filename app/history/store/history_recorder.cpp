// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_recorder.h"

#include "core/sockets/closing_index.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quaywatch {
namespace {

/// A longer time between two looks, unless it is the usual one, is a time nobody watched.
constexpr std::chrono::minutes kLongestLook{2};

std::int64_t minuteAt(HistoryTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
}

/// A client's UDP socket looks like a listener: bound, and open to anyone.
bool isPassing(const HistoryParty& party) noexcept
{
    return party.protocol == Protocol::Udp && party.port >= HistoryRecorder::kFirstPassingPort;
}

/// Whether a user that was a number has got its name, which the system may tell late.
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

/// What a socket was known by, by the name that its user has now.
std::string identityBefore(const SocketRecord& was, const SocketRecord& is)
{
    return hasLearnedName(was, is) ? identityWith(was, is.user) : identityOf(was);
}

}  // namespace

HistoryRecorder::HistoryRecorder(std::vector<OpenListener> open)
{
    for (OpenListener& each : open) {
        Stay& stay = m_stays[each.party->identity];
        stay.since = each.since;
        stay.isOpen = true;
        stay.party = std::move(each.party);
    }
}

HistoryBatch HistoryRecorder::observe(const SnapshotUpdate& update)
{
    m_now = update.after->takenAt;
    if (m_minute != minuteAt(m_now)) {
        beginMinute();
    }
    m_isFirstLook = m_last == nullptr;
    if (m_isFirstLook) {
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
            rename(identityWith(socket, {}), partyOf(socket, identityOf(socket)));
        }
        arrive(socket);
    }
    for (auto& [identity, stay] : m_stays) {
        stay.isLate = true;
        m_unsettled.insert(identity);
    }
}

void HistoryRecorder::follow(const SnapshotUpdate& update)
{
    const bool isNext = update.before == m_last && !update.isFirst;
    const SnapshotUpdate own =
        isNext ? update
               : SnapshotUpdate{m_last, update.after, diff(*m_last, *update.after), false,
                                update.closings};
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

/// A listener whose user has got its name is the same one under another identity.
void HistoryRecorder::learnNames(const SnapshotUpdate& update)
{
    for (const std::vector<RowRun>* runs : {&update.steps.changed, &update.steps.counted}) {
        for (const RowRun& run : *runs) {
            for (std::size_t i = run.first; i < run.first + run.count; ++i) {
                const SocketRecord& row = update.after->sockets[i];
                const SocketRecord* was =
                    row.isListener() ? rowOf(*update.before, row.key) : nullptr;
                if (was != nullptr && hasLearnedName(*was, row)) {
                    SocketRecord named = *was;
                    named.user = row.user;
                    rename(identityOf(*was), partyOf(named, identityOf(named)));
                }
            }
        }
    }
}

void HistoryRecorder::rename(const std::string& from, HistoryPartyPtr party)
{
    auto node = m_stays.extract(from);
    if (!node) {
        return;
    }
    const Stay& was = node.mapped();
    Stay& stay = m_stays[party->identity];
    if (!stay.isOpen) {
        stay.since = was.since;
        stay.isOpen = was.isOpen;
    }
    stay.previous = stay.previous ? stay.previous : was.previous;
    stay.sockets += was.sockets;
    stay.restarts += was.restarts;
    stay.moves += was.moves;
    stay.rows = std::max(stay.rows, was.rows);
    stay.minute = std::max(stay.minute, was.minute);
    stay.party = party;
    m_unsettled.erase(from);
    m_unsettled.insert(party->identity);
    m_batch.renamings.push_back({from, std::move(party)});
}

void HistoryRecorder::notePause(const SnapshotUpdate& update)
{
    const HistoryTime from = update.before->takenAt;
    const auto step = m_now - from;
    const auto longest = std::max<HistoryTime::duration>(kLongestLook, 2 * m_lastStep);
    m_lastStep = step;
    if (step > longest) {
        HistoryEntry entry;
        entry.kind = HistoryKind::Unwatched;
        entry.at = m_now;
        entry.since = from;
        m_batch.entries.push_back(std::move(entry));
    }
}

/// Closings that were lost are a gap in the counters.
void HistoryRecorder::noteGaps(const SnapshotUpdate& update)
{
    if (!update.closings) {
        return;
    }
    for (const EventGap& gap : update.closings->gaps) {
        HistoryEntry entry;
        entry.kind = HistoryKind::Lost;
        entry.at = gap.to;
        entry.since = gap.from;
        entry.count = gap.count.value_or(0);
        entry.reason = gap.why;
        m_batch.entries.push_back(std::move(entry));
    }
}

HistoryRecorder::Stay& HistoryRecorder::arrive(const SocketRecord& socket)
{
    std::string identity = identityOf(socket);
    Stay& stay = m_stays[identity];
    if (++stay.sockets > 1) {
        return stay;
    }
    if (!stay.isOpen || !m_isFirstLook) {
        stay.since = m_now;
    }
    ++stay.moves;
    stay.party = partyOf(socket, identity);
    m_unsettled.insert(std::move(identity));
    return stay;
}

void HistoryRecorder::leave(const std::string& identity)
{
    const auto found = m_stays.find(identity);
    if (found == m_stays.end() || found->second.sockets == 0 || --found->second.sockets > 0) {
        return;
    }
    Stay& stay = found->second;
    ++stay.moves;
    if (const HistoryPartyPtr previous = std::exchange(stay.previous, nullptr)) {
        m_unsettled.insert(previous->identity);  // nobody tells any more that it went
    }
    m_unsettled.insert(found->first);
}

void HistoryRecorder::changeHands(const SocketRecord& socket, const std::string& previous)
{
    leave(previous);
    Stay& stay = arrive(socket);
    const auto was = m_stays.find(previous);
    if (was == m_stays.end() || was->second.sockets > 0 || stay.sockets > 1 || stay.isOpen) {
        return;
    }
    stay.previous = was->second.party;
    m_unsettled.erase(was->first);
}

void HistoryRecorder::restart(const SocketRecord& socket)
{
    const auto found = m_stays.find(identityOf(socket));
    if (found != m_stays.end() && found->second.isOpen) {
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
    for (auto it = m_stays.begin(); it != m_stays.end();) {
        Stay& stay = it->second;
        if (stay.moves > 1 && stay.rows > 0) {
            HistoryEntry entry;
            entry.kind = HistoryKind::Repeated;
            entry.count = stay.moves;
            record(stay, std::move(entry));
            stay.restarts = 0;
        }
        const bool isOver = stay.sockets == 0 && !stay.isOpen && stay.minute != m_minute;
        it = isOver ? m_stays.erase(it) : std::next(it);
    }
}

void HistoryRecorder::settleAll()
{
    for (auto it = m_unsettled.begin(); it != m_unsettled.end();) {
        const auto stay = m_stays.find(*it);
        const bool isSettled = stay == m_stays.end() || settle(stay->second);
        if (isSettled) {
            forgetIfGone(*it);
        }
        it = isSettled ? m_unsettled.erase(it) : std::next(it);
    }
}

/// One that has rows in this minute is kept, or its next coming would begin to count anew.
void HistoryRecorder::forgetIfGone(const std::string& identity)
{
    const auto found = m_stays.find(identity);
    if (found == m_stays.end()) {
        return;
    }
    const Stay& stay = found->second;
    const bool hasRows = stay.rows > 0 && stay.minute == m_minute;
    if (stay.sockets == 0 && !stay.isOpen && !hasRows) {
        m_lost += isPassing(*stay.party) ? 0 : stay.moves;
        m_stays.erase(found);
    }
}

/// @return Whether the store has it as it is.
bool HistoryRecorder::settle(Stay& stay)
{
    const bool isHere = stay.sockets > 0;
    if (isHere == stay.isOpen && stay.restarts == 0) {
        stay.isLate = false;
        return true;
    }
    if (isHere && !stay.isOpen && isPassing(*stay.party)) {
        stay.since = std::min(stay.since, m_now);  // the clock may have been set back
        if (m_now - stay.since < kPassingTime) {
            return false;
        }
    }
    if (!mayRecord(stay)) {
        return false;
    }
    const std::uint64_t restarts = std::exchange(stay.restarts, 0);
    HistoryEntry entry;
    if (isHere && stay.isOpen) {
        entry.kind = HistoryKind::Replaced;
        entry.since = stay.since;
        entry.count = restarts;
    } else if (isHere) {
        entry = openingOf(stay);
    } else {
        entry.kind = HistoryKind::Closed;
        entry.since = stay.since;
    }
    record(stay, std::move(entry));
    stay.isOpen = isHere;
    stay.isLate = false;
    return true;
}

HistoryEntry HistoryRecorder::openingOf(Stay& stay)
{
    HistoryEntry entry;
    entry.kind = HistoryKind::Opened;
    entry.at = stay.since;
    const HistoryPartyPtr previous = std::exchange(stay.previous, nullptr);
    const auto was = previous ? m_stays.find(previous->identity) : m_stays.end();
    if (was != m_stays.end() && was->second.isOpen && was->second.sockets == 0) {
        entry.kind = HistoryKind::Changed;
        entry.previous = previous;
        entry.since = was->second.since;
        was->second.isOpen = false;
    }
    return entry;
}

bool HistoryRecorder::mayRecord(const Stay& stay) const noexcept
{
    if (m_isFirstLook) {
        return true;  // bounded by what there is
    }
    return m_rows < kRowsPerMinute && (stay.minute != m_minute || stay.rows < kRowsPerListener);
}

void HistoryRecorder::record(Stay& stay, HistoryEntry entry)
{
    if (stay.minute != m_minute) {
        stay.minute = m_minute;
        stay.rows = 0;
    }
    ++stay.rows;
    ++m_rows;
    stay.moves = 0;
    if (entry.at == HistoryTime()) {
        entry.at = m_now;
    }
    entry.party = stay.party;
    entry.isLate = stay.isLate;
    m_batch.entries.push_back(std::move(entry));
}

}  // namespace quaywatch
