// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/net/port_id.h"
#include "core/sockets/snapshot_diff.h"

#include <bitset>
#include <cstddef>
#include <vector>

namespace quaywatch {

/// The ports of the map that match a filter: a port with sockets if one of them matches, a port
/// without sockets if the filter matches the port itself.
class PortMapMatches {
public:
    /// Applies the filter to every socket and every port. @param snapshot  May be null.
    void setFilter(const Filter& filter, const SnapshotPtr& snapshot);
    /// Moves to update.after, from any earlier snapshot, so updates may be skipped. Applies the
    /// filter only to new and changed sockets.
    /// @return The ports that match now and did not before, or the reverse, in ascending order.
    std::vector<Port> apply(const SnapshotUpdate& update);

    [[nodiscard]] bool isFiltering() const noexcept { return !m_filter.isEmpty(); }
    /// Whether a port of the range matches the filter; true if there is no filter.
    [[nodiscard]] bool matchesAny(PortRange range) const;
    /// How many ports of the range match the filter.
    [[nodiscard]] std::size_t count(PortRange range) const;

private:
    static constexpr std::size_t kPortCount = 65536;
    using Ports = std::bitset<kPortCount>;

    void recount();

    Filter m_filter;
    SnapshotPtr m_snapshot;    // null without a filter
    std::vector<bool> m_rows;  // of the snapshot: true if the row matches
    Ports m_vacant;            // ports that match as long as they have no socket
    Ports m_ports;             // ports that match
};

}  // namespace quaywatch
