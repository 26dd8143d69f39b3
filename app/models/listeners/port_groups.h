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

/// What the listeners view has a row for.
[[nodiscard]] inline PortId portOf(const SocketKey& key) noexcept
{
    return {key.localPort, key.protocol};
}

/// The sockets of one port on which something listens: neighbors in a snapshot, since SocketKey
/// begins with port and protocol.
struct PortRun {
    PortId id;
    std::size_t first = 0;
    std::size_t count = 0;
    bool isTouched = false;  ///< One of its sockets came, went or changed.
    bool isCounted = false;  ///< A counter of one of them moved.
};

/// The ports of a snapshot that have a listener, in ascending order, with what the steps from the
/// snapshot before did to them. O(n).
[[nodiscard]] std::vector<PortRun> listenerRuns(const Snapshot& before, const Snapshot& after,
                                                const SnapshotDiff& steps);

/// Whether the socket of a row of the snapshot is to be shown.
using RowPredicate = std::function<bool(std::size_t row)>;

/// What a port opens to: its listeners and then the connections that came in, as far as they are
/// wanted, each in SocketKey order.
struct PortContents {
    std::vector<const SocketRecord*> sockets;
    std::size_t listeners = 0;  ///< How many of them, at the front, are listeners.
    std::size_t omitted = 0;    ///< Wanted peers beyond the limit.
};
[[nodiscard]] PortContents contentsOf(const Snapshot& snapshot, const PortRun& run,
                                      const RowPredicate& isWanted, std::size_t mostPeers);

/// A port in one row: the listener that deserves most attention as far as verdict and exposure
/// go, held by everyone who holds one of its listeners.
struct PortSummary {
    std::size_t lead = 0;  ///< Row of that listener in the snapshot.
    std::shared_ptr<const SocketRecord> face;
    std::size_t addresses = 0;    ///< Different local addresses of its listeners.
    std::size_t connections = 0;  ///< Connections that came in.
};
[[nodiscard]] PortSummary summaryOf(const Snapshot& snapshot, const PortRun& run);

/// The order of what a port opens to.
[[nodiscard]] bool comesBeforeInPort(const SocketRecord& a, const SocketRecord& b) noexcept;

}  // namespace quaywatch
