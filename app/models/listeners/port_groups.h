// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/net/port_id.h"
#include "core/sockets/snapshot_diff.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace quaywatch {

/// The port that a socket belongs to in the listeners view.
[[nodiscard]] inline PortId portOf(const SocketKey& key) noexcept
{
    return {key.localPort, key.protocol};
}

/// The sockets of one port with a listener. They are adjacent in a snapshot, since SocketKey begins
/// with port and protocol.
struct PortRun {
    PortId id;
    std::size_t first = 0;
    std::size_t count = 0;
    bool isTouched = false;  ///< One of its sockets opened, closed or changed.
    bool isCounted = false;  ///< A counter of one of them changed.
};

/// Returns the ports of a snapshot that have a listener, in ascending order, with the effects of
/// the difference from the previous snapshot. O(n).
[[nodiscard]] std::vector<PortRun> listenerRuns(const Snapshot& before, const Snapshot& after,
                                                const SnapshotDiff& steps);

/// Whether to show the socket in this row of the snapshot.
using RowPredicate = std::function<bool(std::size_t row)>;

/// The child rows of a port: its listeners and then its inbound connections, as far as they match,
/// each in SocketKey order.
struct PortContents {
    std::vector<const SocketRecord*> sockets;
    std::size_t listeners = 0;  ///< How many of them are listeners, which come first.
    std::size_t omitted = 0;    ///< Matching peers beyond the limit.
};
[[nodiscard]] PortContents contentsOf(const Snapshot& snapshot, const PortRun& run,
                                      const RowPredicate& isWanted, std::size_t mostPeers);

/// A port in one row: the listener with the most severe verdict and exposure, with the owners of
/// all its listeners.
struct PortSummary {
    std::size_t lead = 0;  ///< Row of that listener in the snapshot.
    std::shared_ptr<const SocketRecord> face;
    std::size_t addresses = 0;    ///< Number of different local addresses of its listeners.
    std::size_t connections = 0;  ///< Number of inbound connections.
};
[[nodiscard]] PortSummary summaryOf(const Snapshot& snapshot, const PortRun& run);

/// The order of a port's child rows.
[[nodiscard]] bool comesBeforeInPort(const SocketRecord& a, const SocketRecord& b) noexcept;

}  // namespace quaywatch
