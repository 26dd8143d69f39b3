// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/socket_events.h"

#include "core/base/token_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 4> kEventKinds{"opened", "changed", "replaced", "closed"};

/// The closed sockets of an update.
class CloseEvents {
public:
    explicit CloseEvents(const SnapshotUpdate& update)
        : m_batch(update.closes)
    {
        if (!m_batch) {
            return;
        }
        for (const SocketClose& closing : m_batch->closes) {
            if (closing.wasSeen && !closing.isMissingFromDiff) {
                m_bySocket.emplace(closing.socket.key, &closing);
            }
        }
    }

    /// The close of a removed row; null if there is none. A TIME_WAIT outlives its socket, so the
    /// close of that is not its own.
    [[nodiscard]] const SocketClose* of(const SocketRecord& row) const
    {
        if (row.state == SocketState::TimeWait) {
            return nullptr;
        }
        const auto found = m_bySocket.find(row.key);
        return found == m_bySocket.end() ? nullptr : found->second;
    }

    void addThoseOnlyHere(std::vector<SocketEvent>& events) const
    {
        if (!m_batch) {
            return;
        }
        for (const SocketClose& closing : m_batch->closes) {
            if (closing.isMissingFromDiff) {
                events.push_back({EventKind::Closed, &closing.socket, nullptr, &closing});
            }
        }
    }

private:
    std::shared_ptr<const CloseBatch> m_batch;
    std::map<SocketKey, const SocketClose*> m_bySocket;
};

/// A '|' within a part is written "\|", so that no path can look like two parts.
void appendPart(std::string& identity, std::string_view part)
{
    if (!identity.empty()) {
        identity += '|';
    }
    for (const char c : part) {
        if (c == '|' || c == '\\') {
            identity += '\\';
        }
        identity += c;
    }
}

std::string userOf(const SocketRecord& socket)
{
    if (socket.user) {
        return *socket.user;
    }
    return socket.uid ? std::to_string(*socket.uid) : std::string{};
}

/// The container or else the unit of the socket; if it has neither, those of its first owner.
std::string placeOf(const SocketRecord& socket)
{
    if (socket.serviceContext &&
        (socket.serviceContext->container || socket.serviceContext->unit)) {
        return socket.serviceContext->container ? *socket.serviceContext->container
                                                : *socket.serviceContext->unit;
    }
    if (socket.owners().empty()) {
        return {};
    }
    const ProcessInfo& owner = *socket.owners().front();
    return owner.container.value_or(owner.unit.value_or(std::string{}));
}

}  // namespace

std::string_view token(EventKind kind) noexcept
{
    return tokenIn(kEventKinds, kind);
}

std::vector<SocketEvent> eventsOf(const SnapshotUpdate& update)
{
    std::vector<SocketEvent> events;
    if (update.isFirst) {
        return events;
    }
    const CloseEvents closes(update);
    const auto closed = [&closes](const SocketRecord& row) {
        return SocketEvent{EventKind::Closed, &row, nullptr, closes.of(row)};
    };
    std::unordered_multimap<std::string, const SocketRecord*> gone;
    forEachRow(*update.before, update.steps.removed, [&](const SocketRecord& row) {
        if (row.isListener()) {
            gone.emplace(identityOf(row), &row);
        } else {
            events.push_back(closed(row));
        }
    });
    forEachRow(*update.after, update.steps.added, [&](const SocketRecord& row) {
        const auto same = row.isListener() ? gone.find(identityOf(row)) : gone.end();
        if (same == gone.end()) {
            events.push_back({EventKind::Opened, &row, nullptr});
        } else {
            events.push_back({EventKind::Replaced, &row, same->second});
            gone.erase(same);
        }
    });
    for (const auto& [identity, row] : gone) {
        events.push_back(closed(*row));
    }
    forEachRow(*update.after, update.steps.changed, [&](const SocketRecord& row) {
        events.push_back({EventKind::Changed, &row, findSocketRow(*update.before, row.key)});
    });
    closes.addThoseOnlyHere(events);
    std::stable_sort(events.begin(), events.end(), [](const SocketEvent& a, const SocketEvent& b) {
        return a.socket->key < b.socket->key;
    });
    return events;
}

std::string identityOf(const SocketRecord& listener)
{
    std::string identity;
    appendPart(identity, token(listener.key.protocol));
    appendPart(identity, listener.key.localAddress.toString());
    appendPart(identity, std::to_string(listener.key.localPort));
    const OwnerSet& owners = listener.owners();
    appendPart(identity, owners.empty() ? std::string{} : executedProgram(*owners.front()));
    appendPart(identity, userOf(listener));
    if (const std::string serviceContext = placeOf(listener); !serviceContext.empty()) {
        appendPart(identity, serviceContext);
    }
    return identity;
}

}  // namespace quaywatch
