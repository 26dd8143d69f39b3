// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/port_id.h"
#include "core/sockets/snapshot_diff.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// The traffic of a port, of a program or of the whole machine in one poll.
struct TrafficCounts {
    std::uint32_t listeners = 0;      ///< Ports with a listener; for one port: its listeners.
    std::uint32_t connections = 0;    ///< Open now.
    std::uint64_t opened = 0;         ///< Connections since the last poll, including closed ones.
    std::uint64_t bytesReceived = 0;  ///< Since the last poll.
    std::uint64_t bytesSent = 0;

    /// Whether there was traffic since the last poll.
    [[nodiscard]] bool isActive() const noexcept
    {
        return opened != 0 || bytesReceived != 0 || bytesSent != 0;
    }
    TrafficCounts& operator+=(const TrafficCounts& more) noexcept;
    friend bool operator==(const TrafficCounts&, const TrafficCounts&) = default;
};

/// A program of a TrafficSample. Its key is the path of its executable, otherwise its name.
struct TrafficProgram {
    std::string name;  ///< Untrusted bytes, as in ProcessInfo.
    TrafficCounts counts;
};

/// The traffic in one update: small, however many sockets there are.
struct TrafficSample {
    /// Time of the previous poll; empty for the first one, when nothing is known about the time
    /// before.
    std::optional<std::chrono::system_clock::time_point> from;
    std::chrono::system_clock::time_point to;
    bool isCounting = false;     ///< Close events are counted, so no connection is too short.
    std::vector<EventGap> gaps;  ///< Periods in which events were lost.
    /// A connection within this machine counts once; its bytes count at the end that reports them.
    TrafficCounts all;
    /// By port of this machine: its listeners and incoming connections.
    std::map<PortId, TrafficCounts> ports;
    std::map<std::string, TrafficProgram> programs;  ///< By key; each has its own ends.
};
using TrafficSamplePtr = std::shared_ptr<const TrafficSample>;

/// Measures the traffic between two polls: the sockets open in the later one, the sockets that
/// opened, those that opened and closed in between as far as close events show them, and the
/// increase of the byte counters.
///
/// Pure, and has no clock. Pass every update to it, in order. A row that is missing from one table
/// read and present in the next is not a new connection.
class TrafficMeter {
public:
    [[nodiscard]] TrafficSample measure(const SnapshotUpdate& update);

    /// A socket that is no longer in the tables, in its last state.
    struct Gone {
        SocketKey key;
        std::optional<std::uint64_t> cookie;
        std::optional<std::uint64_t> bytesReceived;
        std::optional<std::uint64_t> bytesSent;
    };

private:
    std::vector<Gone> m_gone;  // since the last update, ascending by key
};

}  // namespace quaywatch
