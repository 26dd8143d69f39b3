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

/// What one look at the sockets shows of a port, of a program or of the whole machine.
struct TrafficCounts {
    std::uint32_t listeners = 0;      ///< Ports that listen; of one port: its listening sockets.
    std::uint32_t connections = 0;    ///< Open now.
    std::uint64_t opened = 0;         ///< Connections since the look before, the closed ones too.
    std::uint64_t bytesReceived = 0;  ///< Since the look before.
    std::uint64_t bytesSent = 0;

    /// Whether something happened, rather than stood.
    [[nodiscard]] bool isActive() const noexcept
    {
        return opened != 0 || bytesReceived != 0 || bytesSent != 0;
    }
    TrafficCounts& operator+=(const TrafficCounts& more) noexcept;
    friend bool operator==(const TrafficCounts&, const TrafficCounts&) = default;
};

/// A program of a TrafficSample. Its key is the path of its executable, else its name.
struct TrafficProgram {
    std::string name;  ///< A stranger's bytes, as in ProcessInfo.
    TrafficCounts counts;
};

/// What an update shows of who is busy: small, however many sockets there are.
struct TrafficSample {
    /// The look before; empty of the first, when nothing can be said of the time between.
    std::optional<std::chrono::system_clock::time_point> from;
    std::chrono::system_clock::time_point to;
    bool isCounting = false;     ///< The system tells of closings: no connection is too short.
    std::vector<EventGap> gaps;  ///< Spans in which it told of some only.
    /// A connection within this machine counts once, its bytes at the end that saw them.
    TrafficCounts all;
    /// By the port on this machine: its listeners and what came in.
    std::map<PortId, TrafficCounts> ports;
    std::map<std::string, TrafficProgram> programs;  ///< By key; each by its own ends.
};
using TrafficSamplePtr = std::shared_ptr<const TrafficSample>;

/// Measures the traffic between two looks: what is open in the later one, what came with it, what
/// came and went between them as far as closings tell, and how far the byte counters went on.
///
/// Pure, and has no clock. It sees every update in turn. A row that a table left out once, and
/// that is back in the next, is no new connection.
class TrafficMeter {
public:
    [[nodiscard]] TrafficSample measure(const SnapshotUpdate& update);

    /// A socket that is gone from the tables, as it was last.
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
