// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_meter.h"
#include "core/traffic/traffic_series.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Twelve hours into a day, at the start of a step of every range.
inline constexpr std::chrono::system_clock::time_point kNoon{std::chrono::hours(24 * 20000 + 12)};

/// A machine that is polled from time to time, as by a Sampler.
class PolledMachine {
public:
    /// The next poll. Sockets that the last poll did not have are first seen now.
    [[nodiscard]] SnapshotUpdate poll(std::vector<SocketRecord> sockets,
                                      std::vector<SocketClose> closes = {})
    {
        Snapshot after = snapshotOf(std::move(sockets), ++m_sequence);
        after.takenAt = now;
        for (SocketRecord& row : after.sockets) {
            row.seenSince = seenSince(row);
        }
        SnapshotUpdate update;
        update.isFirst = m_last == nullptr;
        update.before = m_last ? m_last : std::make_shared<const Snapshot>();
        update.after = std::make_shared<const Snapshot>(std::move(after));
        update.steps = diff(*update.before, *update.after);
        update.closes = std::make_shared<const CloseBatch>(CloseBatch{std::move(closes), {}});
        m_last = update.after;
        return update;
    }
    [[nodiscard]] TrafficSample measure(std::vector<SocketRecord> sockets,
                                        std::vector<SocketClose> closes = {})
    {
        return meter.measure(poll(std::move(sockets), std::move(closes)));
    }

    std::chrono::system_clock::time_point now = kNoon;
    TrafficMeter meter;

private:
    [[nodiscard]] std::chrono::system_clock::time_point seenSince(const SocketRecord& row) const
    {
        if (m_last) {
            for (const SocketRecord& was : m_last->sockets) {
                if (was.key == row.key &&
                    (was.cookie == row.cookie || row.state == SocketState::TimeWait)) {
                    return was.seenSince;
                }
            }
        }
        return now;
    }

    SnapshotPtr m_last;
    std::uint64_t m_sequence = 0;
};

/// An inbound connection to port 80 from a client's port.
inline SocketRecord inboundFrom(Port from, std::uint64_t received = 0, std::uint64_t sent = 0)
{
    SocketBuilder builder = tcpConnection("10.0.0.1", 80, "10.0.0.9", from).id(from);
    builder.record().direction = Direction::Inbound;
    builder.record().bytesReceived = received;
    builder.record().bytesSent = sent;
    return builder;
}

/// The close event of a socket.
inline SocketClose closeOf(SocketRecord socket, bool wasSeen)
{
    SocketClose closeEvent;
    closeEvent.isConnection = socket.hasRemote();
    closeEvent.wasSeen = wasSeen;
    closeEvent.isMissingFromDiff = !wasSeen;
    closeEvent.socket = std::move(socket);
    return closeEvent;
}

/// A sample that was taken `span` after the previous one.
inline TrafficSample sampleOf(std::chrono::system_clock::time_point at,
                              std::chrono::system_clock::duration span,
                              const TrafficCounts& all = {})
{
    TrafficSample sample;
    sample.from = at - span;
    sample.to = at;
    sample.isCounting = true;
    sample.all = all;
    return sample;
}

}  // namespace quaywatch::test
