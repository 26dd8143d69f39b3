// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/close_event_matcher.h"

#include "core/net/port_id.h"
#include "core/sockets/classify.h"
#include "core/sockets/close_index.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;

/// Limits for late events: their maximum delay, and how many sockets are remembered for them.
constexpr std::chrono::seconds kLatest = 2s;
constexpr std::size_t kMaxRecentlyClosed = 4096;

constexpr Port kRpcbindPort = 111;

/// Whether the row is what the kernel keeps of a connection after its socket was destroyed.
bool isRemnant(const SocketRecord& row)
{
    return row.state == SocketState::TimeWait || (row.state == SocketState::FinWait2 && !row.inode);
}

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
        const SocketRecord* row = findSocketRow(snapshot, gone.key);
        const bool isIt = row != nullptr && isRemnant(*row) && row->cookie != gone.cookie;
        return isIt ? row : nullptr;
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

    const SocketRecord* listenerOf(const SocketRecord& socket, const DestroyedSocket& gone) const
    {
        // Only the side that opened the connection has both its SYN and its FIN acknowledged.
        const bool isOutbound = socket.direction == Direction::Listen ||
                                gone.ackedControlBits > 1 || socket.isListener();
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
        if (const auto sent = m_ends.sentByPeerOf(gone)) {
            received = received == *sent + 1 ? *sent : received;
        } else if (received > 0 && (hadFin(socket.state) || wasClosedByPeer)) {
            --received;
        }
        socket.bytesReceived = received;
        socket.bytesSent = gone.bytesSent;
    }

    CloseIndex m_was;
    CloseIndex m_is;
    LoopbackPairs m_ends;
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

/// Whether assess() can give a verdict other than Ordinary.
bool isWorthAssessing(const SocketClose& closing)
{
    const SocketRecord& socket = closing.socket;
    const bool isWellKnown = socket.key.localPort < kFirstRegisteredPort ||
                             (socket.hasRemote() && socket.key.remotePort < kFirstRegisteredPort);
    // For a TCP socket without a peer it is not known whether it ever listened.
    return !closing.wasSeen && isWellKnown && (socket.hasRemote() || socket.isListener());
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
        const bool isOver = now - gone->second.at > kLatest || gone->second.at > now;
        gone = isOver ? m_recentlyClosed.erase(gone) : std::next(gone);
    }
    std::unordered_set<std::uint64_t> reported;
    for (const SocketClose& closing : update.closes->closes) {
        reported.insert(closing.socket.cookie.value_or(0));
    }
    const auto note = [&](const SocketRecord& row) {
        if (row.cookie && !isRemnant(row) && !reported.contains(*row.cookie) &&
            m_recentlyClosed.size() < kMaxRecentlyClosed) {
            m_recentlyClosed.insert_or_assign(*row.cookie, RecentlyClosed{row, now});
        }
    };
    forEachRemoved(update, note);
    forEachLeftBehind(update, note);
}

void assessCloses(CloseBatch& batch, const Snapshot& before, const Snapshot& after,
                  const std::function<void(Snapshot&)>& assessRows)
{
    std::vector<SocketClose*> closes;
    std::set<PortId> ports;
    for (SocketClose& closing : batch.closes) {
        if (isWorthAssessing(closing)) {
            closes.push_back(&closing);
            ports.insert({closing.socket.key.localPort, closing.socket.key.protocol});
            ports.insert({closing.socket.key.remotePort, closing.socket.key.protocol});
        }
    }
    if (closes.empty()) {
        return;
    }
    // The closed sockets together with the listeners of their ports, as if they were still open.
    Snapshot both;
    std::map<SocketKey, const SocketRecord*> listeners;
    for (const Snapshot* snapshot : {&after, &before}) {
        for (const SocketRecord& row : snapshot->sockets) {
            if (row.isListener() && ports.contains({row.key.localPort, row.key.protocol})) {
                listeners.emplace(row.key, &row);
            }
        }
    }
    for (const auto& [key, listener] : listeners) {
        both.sockets.push_back(*listener);
    }
    for (const SocketClose* closing : closes) {
        both.sockets.push_back(closing->socket);
    }
    const auto isKeyLess = [](const SocketRecord& a, const SocketRecord& b) {
        return a.key < b.key;
    };
    std::stable_sort(both.sockets.begin(), both.sockets.end(), isKeyLess);
    assessRows(both);
    for (SocketClose* closing : closes) {
        closing->socket.assessment = findSocketRow(both, closing->socket.key)->assessment;
    }
}

}  // namespace quaywatch
