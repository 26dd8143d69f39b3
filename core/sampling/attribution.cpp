// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/attribution.h"

#include "core/sockets/annotate.h"
#include "core/sockets/closing_index.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;

/// An event is late by less than this, and fewer than this many are.
constexpr std::chrono::seconds kLatest = 2s;
constexpr std::size_t kMostToldGone = 4096;

/// What the kernel keeps of a connection whose socket is destroyed.
bool isRemnant(const SocketRecord& row)
{
    return row.state == SocketState::TimeWait || (row.state == SocketState::FinWait2 && !row.inode);
}

/// The time from one to the other; empty if the clock was set back between them.
std::optional<std::chrono::nanoseconds> span(std::chrono::system_clock::time_point from,
                                             std::chrono::system_clock::time_point to)
{
    return to < from ? std::nullopt : std::optional<std::chrono::nanoseconds>(to - from);
}

bool hadFin(SocketState state)
{
    return state == SocketState::CloseWait || state == SocketState::LastAck ||
           state == SocketState::Closing;
}

}  // namespace

/// Makes the closings of one batch.
class ClosingJoiner {
public:
    ClosingJoiner(const std::vector<DestroyedSocket>& sockets, const Snapshot& before,
                  Snapshot& after, Attribution::ToldGoneByCookie& toldGone)
        : m_was(sockets, before)
        , m_is(sockets, after)
        , m_ends(sockets)
        , m_before(before)
        , m_after(after)
        , m_toldGone(toldGone)
    {
    }

    [[nodiscard]] bool isStillThere(const DestroyedSocket& socket) const
    {
        return m_is.find(socket) != nullptr;
    }

    [[nodiscard]] Closing closingOf(const DestroyedSocket& gone)
    {
        Closing closing;
        closing.at = gone.at;
        const SocketRecord* remnant = remnantIn(m_after, gone);
        if (const std::optional<SocketRecord> known = takeKnown(gone, closing.isOnlyHere)) {
            closing.socket = *known;
            closing.wasSeen = true;
            closing.lifetime = span(known->seenSince, gone.at);
        } else {
            closing.socket = madeOf(gone);
            // Its event may be late: the steps have told of its TIME_WAIT before. With counters
            // that would be the TIME_WAIT of an older connection between the same two ends.
            const SocketRecord* told = remnantIn(m_before, gone);
            closing.isOnlyHere = told == nullptr || told->bytesReceived;
            if (m_before.sequence != 0) {
                closing.lifetimeAtMost = span(m_before.takenAt, gone.at);
            }
        }
        closing.isConnection = gone.isConnection || closing.socket.hasRemote();
        closing.isOnlyHere = closing.isOnlyHere && remnant == nullptr;
        closing.socket.cookie = gone.cookie;
        const SocketRecord* listener = listenerOf(closing.socket, gone);
        if (listener != nullptr) {
            closing.listener = listener->key;
            if (!closing.wasSeen) {
                inherit(closing.socket, *listener);
            }
        }
        count(closing.socket, gone, remnant != nullptr);
        if (remnant != nullptr && !remnant->bytesReceived) {
            SocketRecord& row =
                m_after.sockets[static_cast<std::size_t>(remnant - m_after.sockets.data())];
            row.bytesReceived = closing.socket.bytesReceived;
            row.bytesSent = closing.socket.bytesSent;
        }
        return closing;
    }

private:
    static const SocketRecord* remnantIn(const Snapshot& snapshot, const DestroyedSocket& gone)
    {
        const SocketRecord* row = rowOf(snapshot, gone.key);
        const bool isIt = row != nullptr && isRemnant(*row) && row->cookie != gone.cookie;
        return isIt ? row : nullptr;
    }

    /// The socket as a snapshot had it, if one did.
    /// @param isOnlyHere  Set where no update tells that it is gone.
    std::optional<SocketRecord> takeKnown(const DestroyedSocket& gone, bool& isOnlyHere)
    {
        if (const SocketRecord* row = m_was.find(gone)) {
            isOnlyHere = rowOf(m_after, row->key) != nullptr;
            return *row;
        }
        const auto told = gone.cookie ? m_toldGone.find(*gone.cookie) : m_toldGone.end();
        if (told != m_toldGone.end()) {
            SocketRecord row = std::move(told->second.row);
            m_toldGone.erase(told);
            return row;
        }
        return std::nullopt;
    }

    static SocketRecord madeOf(const DestroyedSocket& gone)
    {
        SocketRecord socket;
        socket.key = gone.key;
        socket.state = gone.state;
        socket.ownerState = OwnerState::None;
        socket.direction = gone.isConnection ? Direction::Outbound : Direction::Listen;
        if (!gone.isConnection) {
            socket.exposure = exposureOf(socket);
        }
        return socket;
    }

    const SocketRecord* listenerOf(const SocketRecord& socket, const DestroyedSocket& gone) const
    {
        // Only who begins has both its SYN and its FIN acknowledged.
        const bool isOutbound = socket.direction == Direction::Listen ||
                                gone.acknowledgedMarks > 1 || socket.isListener();
        if (isOutbound) {
            return nullptr;
        }
        for (const ClosingIndex* index : {&m_is, &m_was}) {
            for (const SocketRecord* listener : index->listenersAt(socket.key)) {
                // An aborted connection has lost its addresses; the port is still right.
                if (!socket.hasRemote() || takes(*listener, socket)) {
                    return listener;
                }
            }
        }
        return nullptr;
    }

    static void inherit(SocketRecord& socket, const SocketRecord& listener)
    {
        socket.direction = Direction::Inbound;
        socket.ownerState = listener.ownerState;
        socket.ownerSet = listener.ownerSet;
        socket.place = listener.place;
        socket.uid = listener.uid;
        socket.user = listener.user;
    }

    /// Takes the final counters over, without the peer's FIN as far as it shows that it came.
    void count(SocketRecord& socket, const DestroyedSocket& gone, bool hasRemnant) const
    {
        if (!gone.bytesReceived || !gone.bytesSent) {
            return;
        }
        std::uint64_t received = *gone.bytesReceived;
        const std::uint8_t itsSyn = socket.direction == Direction::Outbound ? 1 : 0;
        // Who closes first leaves a TIME_WAIT, mostly before the peer's FIN came.
        const bool wasClosedByPeer = gone.acknowledgedMarks > itsSyn && !hasRemnant;
        if (const auto sent = m_ends.sentByPeerOf(gone)) {
            received = received == *sent + 1 ? *sent : received;
        } else if (received > 0 && (hadFin(socket.state) || wasClosedByPeer)) {
            --received;
        }
        socket.bytesReceived = received;
        socket.bytesSent = gone.bytesSent;
    }

    ClosingIndex m_was;
    ClosingIndex m_is;
    LocalEnds m_ends;
    const Snapshot& m_before;
    Snapshot& m_after;
    Attribution::ToldGoneByCookie& m_toldGone;
};

namespace {

template <class Action>
void forEachRemoved(const SnapshotUpdate& update, Action action)
{
    for (const RowRun& run : update.steps.removed) {
        for (std::size_t i = 0; i < run.count; ++i) {
            action(update.before->sockets[run.first + i]);
        }
    }
}

/// The sockets of which the update tells as a TIME_WAIT from now on, as they were before.
template <class Action>
void forEachLeftBehind(const SnapshotUpdate& update, Action action)
{
    for (const RowRun& run : update.steps.changed) {
        for (std::size_t i = 0; i < run.count; ++i) {
            const SocketRecord& now = update.after->sockets[run.first + i];
            const SocketRecord* was = isRemnant(now) ? rowOf(*update.before, now.key) : nullptr;
            if (was != nullptr) {
                action(*was);
            }
        }
    }
}

/// Whether judge() may find more than an ordinary one.
bool isWorthJudging(const Closing& closing)
{
    const SocketRecord& socket = closing.socket;
    const bool isWellKnown = socket.key.localPort < kFirstRegisteredPort ||
                             (socket.hasRemote() && socket.key.remotePort < kFirstRegisteredPort);
    // Of a TCP socket without a peer it is not known whether it ever listened.
    return !closing.wasSeen && isWellKnown && (socket.hasRemote() || socket.isListener());
}

}  // namespace

ClosingBatch Attribution::join(DestroyedSockets news, const Snapshot& before, Snapshot& after)
{
    ClosingBatch batch;
    batch.gaps = std::move(news.gaps);
    std::vector<DestroyedSocket> sockets = std::exchange(m_waiting, {});
    const std::size_t waited = sockets.size();
    std::move(news.sockets.begin(), news.sockets.end(), std::back_inserter(sockets));
    if (sockets.empty()) {
        return batch;
    }
    ClosingJoiner joiner(sockets, before, after, m_toldGone);
    batch.closings.reserve(sockets.size());
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        if (i >= waited && joiner.isStillThere(sockets[i])) {
            m_waiting.push_back(sockets[i]);
        } else {
            batch.closings.push_back(joiner.closingOf(sockets[i]));
        }
    }
    return batch;
}

void Attribution::remember(const SnapshotUpdate& update)
{
    const std::chrono::system_clock::time_point now = update.after->takenAt;
    for (auto gone = m_toldGone.begin(); gone != m_toldGone.end();) {
        // The clock may have been set back as well.
        const bool isOver = now - gone->second.at > kLatest || gone->second.at > now;
        gone = isOver ? m_toldGone.erase(gone) : std::next(gone);
    }
    std::unordered_set<std::uint64_t> told;
    for (const Closing& closing : update.closings->closings) {
        told.insert(closing.socket.cookie.value_or(0));
    }
    const auto note = [&](const SocketRecord& row) {
        if (row.cookie && !isRemnant(row) && !told.contains(*row.cookie) &&
            m_toldGone.size() < kMostToldGone) {
            m_toldGone.insert_or_assign(*row.cookie, ToldGone{row, now});
        }
    };
    forEachRemoved(update, note);
    forEachLeftBehind(update, note);
}

void judgeClosings(ClosingBatch& batch, const Snapshot& before, const Snapshot& after,
                   const std::function<void(Snapshot&)>& judgeRows)
{
    std::vector<Closing*> closings;
    std::set<std::pair<Protocol, Port>> ports;
    for (Closing& closing : batch.closings) {
        if (isWorthJudging(closing)) {
            closings.push_back(&closing);
            ports.emplace(closing.socket.key.protocol, closing.socket.key.localPort);
            ports.emplace(closing.socket.key.protocol, closing.socket.key.remotePort);
        }
    }
    if (closings.empty()) {
        return;
    }
    // The closed sockets among the listeners of their ports, as if they still stood.
    Snapshot both;
    std::map<SocketKey, const SocketRecord*> listeners;
    for (const Snapshot* snapshot : {&after, &before}) {
        for (const SocketRecord& row : snapshot->sockets) {
            if (row.isListener() && ports.contains({row.key.protocol, row.key.localPort})) {
                listeners.emplace(row.key, &row);
            }
        }
    }
    for (const auto& [key, listener] : listeners) {
        both.sockets.push_back(*listener);
    }
    for (const Closing* closing : closings) {
        both.sockets.push_back(closing->socket);
    }
    const auto isKeyLess = [](const SocketRecord& a, const SocketRecord& b) {
        return a.key < b.key;
    };
    std::stable_sort(both.sockets.begin(), both.sockets.end(), isKeyLess);
    judgeRows(both);
    for (Closing* closing : closings) {
        closing->socket.judgement = rowOf(both, closing->socket.key)->judgement;
    }
}

}  // namespace quaywatch
