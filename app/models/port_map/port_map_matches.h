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

/// Which ports of the map a filter leaves: a port with sockets if one of them matches, a port
/// without if the filter is true of the port alone.
class PortMapMatches {
public:
    /// Asks the filter of every socket and of every port. @param snapshot  May be null.
    void setFilter(const Filter& filter, const SnapshotPtr& snapshot);
    /// Goes to update.after; from wherever it is, so that updates may be left out. Asks the filter
    /// of the sockets that came or are others now alone.
    /// @return The ports that match now and did not, or the other way round, in ascending order.
    std::vector<Port> apply(const SnapshotUpdate& update);

    [[nodiscard]] bool isFiltering() const noexcept { return !m_filter.isEmpty(); }
    /// Whether the filter leaves a port of the range; all of them, if there is no filter.
    [[nodiscard]] bool matchesAny(PortRange range) const;
    /// How many ports of the range the filter leaves.
    [[nodiscard]] std::size_t count(PortRange range) const;

private:
    static constexpr std::size_t kPortCount = 65536;
    using Ports = std::bitset<kPortCount>;

    void recount();

    Filter m_filter;
    SnapshotPtr m_snapshot;    // null without a filter
    std::vector<bool> m_rows;  // of the snapshot: which match
    Ports m_vacant;            // that match if there is no socket
    Ports m_ports;             // that match
};

}  // namespace quaywatch
