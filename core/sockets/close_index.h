// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Finds what else is known about the sockets of a batch of close events. Used by
/// core/sampling/close_event_matcher.h.

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

/// Whether the row is what the kernel keeps of a connection after its socket has ended: it is never
/// the socket itself, even if it has the same cookie (newer kernels copy it). The socket's close
/// event may be much later: when the program closes its descriptor.
[[nodiscard]] bool isRemnant(const SocketRecord& row) noexcept;

/// The rows of one snapshot that can be one of the sockets, or can have accepted one. Built in one
/// pass; points into the snapshot, which must outlive it.
class CloseIndex {
public:
    CloseIndex(const std::vector<DestroyedSocket>& sockets, const Snapshot& snapshot);

    /// The row of the socket itself, not its isRemnant() row; null if the snapshot does not have
    /// it.
    [[nodiscard]] const SocketRecord* find(const DestroyedSocket& socket) const;

    /// The listeners on the local port of a socket of the batch.
    [[nodiscard]] const std::vector<const SocketRecord*>& listenersAt(const SocketKey& key) const;

private:
    const Snapshot& m_snapshot;
    std::unordered_map<std::uint64_t, const SocketRecord*> m_byCookie;
    std::map<PortId, std::vector<const SocketRecord*>> m_listeners;
};

/// Connections with both ends among the sockets, as within one machine. Refers to the sockets,
/// which must outlive it.
class ClosedPairs {
public:
    explicit ClosedPairs(const std::vector<DestroyedSocket>& sockets);

    /// The other end; null if that is not among the sockets.
    [[nodiscard]] const DestroyedSocket* otherEndOf(const DestroyedSocket& socket) const;

private:
    std::unordered_multimap<std::size_t, const DestroyedSocket*> m_byEnds;  ///< By their hash.
};

}  // namespace quaywatch
