// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sampling/close_event_matcher.h"
#include "core/sockets/classify.h"
#include "tests/support/sockets/fake_close_event_source.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace quaywatch::test {

inline constexpr std::chrono::system_clock::time_point kCloseStart{std::chrono::seconds(1'000'000)};

inline SocketRecord http()
{
    return tcpListener(80).ownedBy(process("httpd")).serviceContext("httpd.service").id(1);
}
inline SocketBuilder connectionIn(Port peer = 50000)
{
    return tcpConnection("10.0.0.1", 80, "10.0.0.9", peer).id(peer);
}
inline SocketBuilder connectionOut(Port port = 40000)
{
    return tcpConnection("10.0.0.1", port, "10.0.0.9", 443).id(port);
}
inline SocketRecord inTimeWait(SocketRecord row)
{
    row.state = SocketState::TimeWait;
    row.ownerState = OwnerState::None;
    row.inode.reset();
    row.cookie = 999;
    row.bytesReceived.reset();
    row.bytesSent.reset();
    return row;
}

/// Joins events with two snapshots a second apart.
class CloseScene : public testing::Test {
protected:
    CloseBatch join(std::vector<DestroyedSocket> sockets, std::vector<SocketRecord> before,
                    std::vector<SocketRecord> after)
    {
        m_update.before = shared(std::move(before), m_polls);
        auto is = std::make_shared<Snapshot>(*shared(std::move(after), m_polls + 1));
        for (DestroyedSocket& socket : sockets) {
            socket.at = m_update.before->takenAt + std::chrono::milliseconds(300);
        }
        DestroyedSockets events;
        events.sockets = std::move(sockets);
        CloseBatch batch = m_closeEventMatcher.join(std::move(events), *m_update.before, *is);
        m_update.after = std::move(is);
        m_update.steps = diff(*m_update.before, *m_update.after);
        m_update.closes = std::make_shared<const CloseBatch>(batch);
        m_closeEventMatcher.remember(m_update);
        ++m_polls;
        return batch;
    }

    CloseEventMatcher m_closeEventMatcher;
    SnapshotUpdate m_update;

private:
    static std::shared_ptr<const Snapshot> shared(std::vector<SocketRecord> sockets,
                                                  std::uint64_t look)
    {
        Snapshot snapshot = snapshotOf(std::move(sockets), look);
        snapshot.takenAt = kCloseStart + std::chrono::seconds(look);
        for (SocketRecord& row : snapshot.sockets) {
            row.seenSince = kCloseStart;
        }
        classify(snapshot);
        return std::make_shared<const Snapshot>(std::move(snapshot));
    }

    std::uint64_t m_polls = 1;
};

}  // namespace quaywatch::test
