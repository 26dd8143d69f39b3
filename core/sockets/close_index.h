// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Finds, for the sockets of a batch of destroy events, what else is known of them. Part of
/// close_event_matcher.h.

#pragma once

#include "core/net/port_id.h"
#include "core/sockets/close_event_source.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quaywatch {

/// The rows of one snapshot that may be, or may have taken, one of the sockets. Made in one pass;
/// points into the snapshot, which must outlive it.
class CloseIndex {
public:
    CloseIndex(const std::vector<DestroyedSocket>& sockets, const Snapshot& snapshot);

    /// The socket itself, not what TIME_WAIT keeps of it; null if the snapshot has it not.
    [[nodiscard]] const SocketRecord* find(const DestroyedSocket& socket) const;

    /// The listeners on the local port of a socket of the batch.
    [[nodiscard]] const std::vector<const SocketRecord*>& listenersAt(const SocketKey& key) const;

private:
    const Snapshot& m_snapshot;
    std::unordered_map<std::uint64_t, const SocketRecord*> m_byCookie;
    std::map<PortId, std::vector<const SocketRecord*>> m_listeners;
};

/// Connections of which both ends are among the sockets, as they are within one machine.
class LoopbackPairs {
public:
    explicit LoopbackPairs(const std::vector<DestroyedSocket>& sockets);

    /// What the other end says that it sent; empty where it is not among the sockets.
    [[nodiscard]] std::optional<std::uint64_t> sentByPeerOf(const DestroyedSocket& socket) const;

private:
    std::unordered_multimap<std::uint32_t, const DestroyedSocket*> m_byPorts;
};

}  // namespace quaywatch
