// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot_diff.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace quaywatch {

/// Closed connections to one local port, counted. Open connections are in the snapshot.
struct PortCounts {
    /// TCP: incoming connections that closed. UDP: sockets bound to the port that closed.
    std::uint64_t closed = 0;
    std::uint64_t bytesReceived = 0;  ///< Of those; 0 for UDP, which has no counters.
    std::uint64_t bytesSent = 0;
    /// An upper limit for the lifetime of the shortest connection, as far as lifetimes are known.
    std::optional<std::chrono::nanoseconds> shortest;
    std::chrono::system_clock::time_point lastAt;  ///< When the last one closed.

    friend bool operator==(const PortCounts&, const PortCounts&) = default;
};

/// Counts closed sockets per local port and protocol. Outgoing connections are not counted, because
/// the kernel chooses their local port. Pure; it uses the time of the updates. Memory is bounded:
/// above kMaxPorts, the ports that were inactive for the longest time are removed, those below 1024
/// last.
class PortActivity {
public:
    static constexpr std::size_t kMaxPorts = 8192;

    void add(const SnapshotUpdate& update);

    /// Null if nothing has closed there.
    [[nodiscard]] const PortCounts* at(Port port, Protocol protocol) const;

    /// When counting began: the time of the first update's snapshot. Empty before.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> since() const noexcept
    {
        return m_since;
    }
    /// Number of periods since then in which close events were lost.
    [[nodiscard]] std::uint64_t gapCount() const noexcept { return m_gapCount; }
    /// Whether closed sockets are counted at all: the last update contained them.
    [[nodiscard]] bool isCounting() const noexcept { return m_isCounting; }

private:
    void count(const SocketClose& closing);
    void forgetTheQuietest();

    std::unordered_map<std::uint32_t, PortCounts> m_ports;  ///< By protocol and port.
    std::optional<std::chrono::system_clock::time_point> m_since;
    std::uint64_t m_gapCount = 0;
    bool m_isCounting = false;
};

}  // namespace quaywatch
