// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <span>
#include <vector>

namespace quaywatch {

/// Finds the connections of a table whose other end is in the table, too: those from one address of
/// this machine to another. Built in one pass; refers to the rows, which must outlive it and stay
/// in place. Only their keys are read, so that rows may be filled meanwhile.
class PeerIndex {
public:
    /// @param rows  In ascending SocketKey order.
    explicit PeerIndex(std::span<const SocketRecord> rows);

    /// Whether the other end of the connection is among the rows. False for connections to a
    /// loopback address or to their own address: they are local anyway, and may be many.
    /// O(1) if the remote address is no local address of this snapshot, else O(log n).
    [[nodiscard]] bool hasOtherEndOf(const SocketRecord& connection) const noexcept;

private:
    [[nodiscard]] bool contains(const SocketKey& wanted) const noexcept;

    std::span<const SocketRecord> m_rows;
    std::vector<IpAddress> m_addresses;  ///< Local ones, unmapped, ascending, each once.
};

}  // namespace quaywatch
