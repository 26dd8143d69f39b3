// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_meter.h"
#include "core/traffic/traffic_series.h"
#include "tests/support/snapshot_builder.h"

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Twelve hours into a day, and at the beginning of a step of every range.
inline constexpr std::chrono::system_clock::time_point kNoon{std::chrono::hours(24 * 20000 + 12)};

/// A machine that is looked at now and then, as a Sampler would.
class LookedAtMachine {
public:
    /// The next look. Sockets that were not there in the last one are seen since now.
    [[nodiscard]] SnapshotUpdate look(std::vector<SocketRecord> sockets,
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
        return meter.measure(look(std::move(sockets), std::move(closes)));
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

/// A connection that came to port 80 from a client's port.
inline SocketRecord cameIn(Port from, std::uint64_t received = 0, std::uint64_t sent = 0)
{
    SocketBuilder builder = tcpConnection("10.0.0.1", 80, "10.0.0.9", from).id(from);
    builder.record().direction = Direction::Inbound;
    builder.record().bytesReceived = received;
    builder.record().bytesSent = sent;
    return builder;
}

/// What closing a socket tells.
inline SocketClose closeOf(SocketRecord socket, bool wasSeen)
{
    SocketClose closing;
    closing.isConnection = socket.hasRemote();
    closing.wasSeen = wasSeen;
    closing.isMissingFromDiff = !wasSeen;
    closing.socket = std::move(socket);
    return closing;
}

/// A sample that came `span` after the one before.
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
