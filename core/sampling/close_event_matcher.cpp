// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/close_event_matcher.h"

#include "core/net/port_id.h"
#include "core/sockets/classify.h"
#include "core/sockets/close_index.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;

/// Limits for late events: their maximum delay, and how many sockets are remembered for them.
constexpr std::chrono::seconds kLatest = 2s;
constexpr std::size_t kMaxRecentlyClosed = 4096;

/// Of the closed sockets that may have accepted connections of one port.
constexpr std::size_t kMaxOfPort = 16;

constexpr Port kRpcbindPort = 111;

/// The time between the two; empty if the clock was set back between them.
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

/// Makes the SocketClose records of one batch.
class CloseJoiner {
public:
    CloseJoiner(const std::vector<DestroyedSocket>& sockets, const Snapshot& before,
                Snapshot& after, CloseEventMatcher::RecentlyClosedByCookie& recentlyClosed)
        : m_was(sockets, before)
        , m_is(sockets, after)
        , m_ends(sockets)
        , m_before(before)
        , m_after(after)
        , m_recentlyClosed(recentlyClosed)
    {
        for (const DestroyedSocket& gone : sockets) {
            // Whether it listened or was only bound is not shown; see wasAcceptedByClosed().
            if (!gone.isConnection && gone.key.protocol == Protocol::Tcp &&
                m_closedListeners.count({gone.key.localPort, Protocol::Tcp}) < kMaxOfPort) {
                SocketRecord listener;
                listener.key = gone.key;
                m_closedListeners.emplace(PortId{gone.key.localPort, Protocol::Tcp}, listener);
            }
        }
    }

    [[nodiscard]] bool isStillThere(const DestroyedSocket& socket) const
    {
        return m_is.find(socket) != nullptr;
    }

    [[nodiscard]] SocketClose closeOf(const DestroyedSocket& gone)
    {
        SocketClose closing;
        closing.at = gone.at;
        const SocketRecord* remnant = remnantIn(m_after, gone);
        if (const std::optional<SocketRecord> known = takeKnown(gone, closing.isMissingFromDiff)) {
            closing.socket = *known;
            closing.wasSeen = true;
            closing.lifetime = span(known->seenSince, gone.at);
        } else {
            closing.socket = madeOf(gone);
            // The event may be late: an earlier update has then reported the socket's TIME_WAIT. If
            // that row has counters, it is the TIME_WAIT of an older connection between the same
            // two ends.
            const SocketRecord* reported = remnantIn(m_before, gone);
            closing.isMissingFromDiff = reported == nullptr || reported->bytesReceived;
            if (m_before.sequence != 0) {
                closing.lifetimeAtMost = span(m_before.takenAt, gone.at);
            }
        }
        closing.isConnection = gone.isConnection || closing.socket.hasRemote();
        closing.isMissingFromDiff = closing.isMissingFromDiff && remnant == nullptr;
        closing.socket.cookie = gone.cookie;
        noteEnds(closing.socket, gone, remnant != nullptr);
        const SocketRecord* listener = listenerOf(closing.socket, gone);
        if (listener != nullptr) {
            closing.listener = listener->key;
            if (!closing.wasSeen) {
                inherit(closing.socket, *listener);
            }
        } else if (!closing.wasSeen && wasAcceptedByClosed(closing.socket)) {
            closing.socket.direction = Direction::Inbound;
        }
        count(closing.socket, gone, remnant != nullptr);
        if (remnant != nullptr && (closing.wasSeen || !remnant->bytesReceived)) {
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
        const SocketRecord* row = findSocketRow(snapshot, gone.key);
        return row != nullptr && isRemnant(*row) ? row : nullptr;
    }

    /// The socket's row in an earlier snapshot, if there is one.
    /// @param isMissingFromDiff  Set if no update reports that the socket closed.
    std::optional<SocketRecord> takeKnown(const DestroyedSocket& gone, bool& isMissingFromDiff)
    {
        if (const SocketRecord* row = m_was.find(gone)) {
            isMissingFromDiff = findSocketRow(m_after, row->key) != nullptr;
            return *row;
        }
        const auto reported =
            gone.cookie ? m_recentlyClosed.find(*gone.cookie) : m_recentlyClosed.end();
        if (reported != m_recentlyClosed.end()) {
            SocketRecord row = std::move(reported->second.row);
            m_recentlyClosed.erase(reported);
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

    /// Notes which end opened the connection, if the events show it, and whether both are here.
    void noteEnds(SocketRecord& socket, const DestroyedSocket& gone, bool hasRemnant) const
    {
        const DestroyedSocket* other = m_ends.otherEndOf(gone);
        socket.isPeerHere = socket.isPeerHere || other != nullptr;
        if (socket.isOpener || !gone.isConnection || socket.key.protocol != Protocol::Tcp) {
            return;
        }
        // Only the side that opened the connection has both its SYN and its FIN acknowledged; the
        // side that leaves a TIME_WAIT has had its FIN acknowledged.
        if (isOpening(gone)) {
            socket.isOpener = true;
        } else if ((other != nullptr && isOpening(*other)) ||
                   (hasRemnant && gone.ackedControlBits == 1)) {
            socket.isOpener = false;
            socket.direction = Direction::Inbound;
        }
    }

    static bool isOpening(const DestroyedSocket& gone) { return gone.ackedControlBits > 1; }

    /// Whether a listener that closed between the same two polls can have accepted the connection,
    /// which no snapshot has.
    [[nodiscard]] bool wasAcceptedByClosed(const SocketRecord& socket) const
    {
        if (socket.isOpener || !socket.hasRemote()) {
            return false;
        }
        const auto [first, last] =
            m_closedListeners.equal_range({socket.key.localPort, socket.key.protocol});
        return std::any_of(first, last,
                           [&socket](const auto& each) { return accepts(each.second, socket); });
    }

    const SocketRecord* listenerOf(const SocketRecord& socket, const DestroyedSocket& gone) const
    {
        const bool isOutbound = socket.direction == Direction::Listen ||
                                socket.isOpener.value_or(false) || isOpening(gone) ||
                                socket.isListener();
        if (isOutbound) {
            return nullptr;
        }
        for (const CloseIndex* index : {&m_is, &m_was}) {
            for (const SocketRecord* listener : index->listenersAt(socket.key)) {
                // An aborted connection has lost its addresses; its port is still correct.
                if (!socket.hasRemote() || accepts(*listener, socket)) {
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
        socket.serviceContext = listener.serviceContext;
        socket.uid = listener.uid;
        socket.user = listener.user;
    }

    /// Sets the final counters, without the peer's FIN if there is evidence that it came.
    void count(SocketRecord& socket, const DestroyedSocket& gone, bool hasRemnant) const
    {
        if (!gone.bytesReceived || !gone.bytesSent) {
            return;
        }
        std::uint64_t received = *gone.bytesReceived;
        const std::uint8_t itsSyn = socket.direction == Direction::Outbound ? 1 : 0;
        // The side that closes first leaves a TIME_WAIT, mostly before the peer's FIN came.
        const bool wasClosedByPeer = gone.ackedControlBits > itsSyn && !hasRemnant;
        const DestroyedSocket* other = m_ends.otherEndOf(gone);
        if (other != nullptr && other->bytesSent) {
            const std::uint64_t sent = *other->bytesSent;
            received = received == sent + 1 ? sent : received;
        } else if (received > 0 && (hadFin(socket.state) || wasClosedByPeer)) {
            --received;
        }
        socket.bytesReceived = received;
        socket.bytesSent = gone.bytesSent;
    }

    CloseIndex m_was;
    CloseIndex m_is;
    ClosedPairs m_ends;
    std::multimap<PortId, SocketRecord> m_closedListeners;
    const Snapshot& m_before;
    Snapshot& m_after;
    CloseEventMatcher::RecentlyClosedByCookie& m_recentlyClosed;
};

namespace {

template <class Action>
void forEachRemoved(const SnapshotUpdate& update, Action action)
{
    forEachRow(*update.before, update.steps.removed, action);
}

/// Calls `action` with the earlier row of each socket that the update reports as a TIME_WAIT from
/// now on.
template <class Action>
void forEachLeftBehind(const SnapshotUpdate& update, Action action)
{
    forEachRow(*update.after, update.steps.changed, [&](const SocketRecord& now) {
        const SocketRecord* was = isRemnant(now) ? findSocketRow(*update.before, now.key) : nullptr;
        if (was != nullptr) {
            action(*was);
        }
    });
}

}  // namespace

CloseBatch CloseEventMatcher::join(DestroyedSockets news, const Snapshot& before, Snapshot& after)
{
    CloseBatch batch;
    batch.gaps = std::move(news.gaps);
    dropOwn(news.sockets);
    std::vector<DestroyedSocket> sockets = std::exchange(m_waiting, {});
    const std::size_t waited = sockets.size();
    std::move(news.sockets.begin(), news.sockets.end(), std::back_inserter(sockets));
    if (sockets.empty()) {
        return batch;
    }
    CloseJoiner joiner(sockets, before, after, m_recentlyClosed);
    batch.closes.reserve(sockets.size());
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        if (i >= waited && joiner.isStillThere(sockets[i])) {
            m_waiting.push_back(sockets[i]);
        } else {
            batch.closes.push_back(joiner.closeOf(sockets[i]));
        }
    }
    return batch;
}

void CloseEventMatcher::leaveOut(const std::vector<Port>& ports)
{
    // An event may come late, by several polls on a busy machine.
    constexpr int kCalls = 3;
    for (const Port port : ports) {
        m_ownPorts.push_back({port, kCalls});
    }
}

void CloseEventMatcher::dropOwn(std::vector<DestroyedSocket>& news)
{
    if (m_ownPorts.empty()) {
        return;
    }
    const auto isOwnPort = [this](Port port) {
        return std::any_of(m_ownPorts.begin(), m_ownPorts.end(),
                           [port](const OwnPort& own) { return own.port == port; });
    };
    news.erase(std::remove_if(news.begin(), news.end(),
                              [&](const DestroyedSocket& socket) {
                                  const SocketKey& key = socket.key;
                                  // The kernel forgets the remote end of a connection that was
                                  // reset from this side.
                                  const bool isClient =
                                      socket.isConnection && isOwnPort(key.localPort) &&
                                      (key.remotePort == kRpcbindPort || key.remotePort == 0);
                                  const bool isServer =
                                      key.localPort == kRpcbindPort && isOwnPort(key.remotePort);
                                  return key.protocol == Protocol::Tcp && (isClient || isServer);
                              }),
               news.end());
    for (OwnPort& own : m_ownPorts) {
        --own.callsLeft;
    }
    m_ownPorts.erase(std::remove_if(m_ownPorts.begin(), m_ownPorts.end(),
                                    [](const OwnPort& own) { return own.callsLeft <= 0; }),
                     m_ownPorts.end());
}

void CloseEventMatcher::remember(const SnapshotUpdate& update)
{
    const std::chrono::system_clock::time_point now = update.after->takenAt;
    for (auto gone = m_recentlyClosed.begin(); gone != m_recentlyClosed.end();) {
        // The clock may also have been set back.
        const bool isOver = !gone->second.isLeftBehind &&
                            (now - gone->second.at > kLatest || gone->second.at > now);
        gone = isOver ? m_recentlyClosed.erase(gone) : std::next(gone);
    }
    std::unordered_set<std::uint64_t> reported;
    for (const SocketClose& closing : update.closes->closes) {
        reported.insert(closing.socket.cookie.value_or(0));
    }
    if (m_recentlyClosed.size() >= kMaxRecentlyClosed) {
        std::erase_if(m_recentlyClosed, [](const auto& gone) { return gone.second.isLeftBehind; });
    }
    const auto note = [&](const SocketRecord& row, bool isLeftBehind) {
        if (row.cookie && !isRemnant(row) && !reported.contains(*row.cookie) &&
            m_recentlyClosed.size() < kMaxRecentlyClosed) {
            m_recentlyClosed.insert_or_assign(*row.cookie, RecentlyClosed{row, now, isLeftBehind});
        }
    };
    forEachRemoved(update, [&](const SocketRecord& row) { note(row, false); });
    forEachLeftBehind(update, [&](const SocketRecord& row) { note(row, true); });
}

}  // namespace quaywatch
