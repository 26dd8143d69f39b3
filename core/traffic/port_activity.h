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

/// What came to one local port, counted as connections close. What is open now is in the snapshot.
struct PortCounts {
    /// TCP: connections that came in and closed. UDP: sockets that were bound there and closed.
    std::uint64_t closed = 0;
    std::uint64_t bytesReceived = 0;  ///< Of those; 0 of UDP, which has no counters.
    std::uint64_t bytesSent = 0;
    /// No connection is known to have been shorter; the shortest was not longer than this.
    std::optional<std::chrono::nanoseconds> shortest;
    std::chrono::system_clock::time_point lastAt;  ///< When the last one closed.

    friend bool operator==(const PortCounts&, const PortCounts&) = default;
};

/// Counts, per local port and protocol, what closings tell. Connections that went out are not
/// counted: their local port is the kernel's choice and says nothing. Pure; its clock is the
/// updates'. Memory is bounded: beyond kMaxPorts the ports that were quiet longest are forgotten,
/// those below 1024 last.
class PortActivity {
public:
    static constexpr std::size_t kMaxPorts = 8192;

    void add(const SnapshotUpdate& update);

    /// Null if nothing has closed there.
    [[nodiscard]] const PortCounts* at(Port port, Protocol protocol) const;

    /// When counting began: the first update's snapshot. Empty before.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> since() const noexcept
    {
        return m_since;
    }
    /// How many spans since then hold closings that nobody counted.
    [[nodiscard]] std::uint64_t gapCount() const noexcept { return m_gapCount; }
    /// Whether closings are counted at all: the last update brought them.
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
