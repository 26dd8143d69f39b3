// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot_diff.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <map>
#include <random>
#include <vector>

namespace quaywatch::test {

/// Passes from snapshot to snapshot: each call returns an update as a sampler would.
class SocketHistory {
public:
    SnapshotUpdate next(std::vector<SocketRecord> sockets)
    {
        SnapshotUpdate update;
        update.isFirst = m_last == nullptr;
        update.before = m_last ? m_last : std::make_shared<const Snapshot>();
        update.after = sharedSnapshotOf(std::move(sockets), ++m_sequence);
        update.steps = diff(*update.before, *update.after);
        m_last = update.after;
        return update;
    }

private:
    SnapshotPtr m_last;
    std::uint64_t m_sequence = 0;
};

/// A machine whose sockets open, change and close at random, but identically for the same seed.
class RandomMachine {
public:
    explicit RandomMachine(unsigned seed)
        : m_random(seed)
    {
        for (std::uint32_t pid = 100; pid < 112; ++pid) {
            m_processes.push_back(process("daemon" + std::to_string(pid % 5), pid, pid % 3,
                                          "user" + std::to_string(pid % 3)));
        }
    }

    std::vector<SocketRecord> sockets() const
    {
        std::vector<SocketRecord> all;
        for (const auto& [key, socket] : m_sockets) {
            all.push_back(socket);
        }
        return all;
    }
    void step(std::size_t opened, std::size_t touched, std::size_t closed)
    {
        for (std::size_t i = 0; i < closed && !m_sockets.empty(); ++i) {
            m_sockets.erase(any());
        }
        for (std::size_t i = 0; i < touched && !m_sockets.empty(); ++i) {
            touch(any()->second);
        }
        for (std::size_t i = 0; i < opened; ++i) {
            const SocketRecord socket = below(3) == 0 ? listener() : connection();
            m_sockets.emplace(socket.key, socket);
        }
    }
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random()) % limit; }

private:
    using Sockets = std::map<SocketKey, SocketRecord>;

    Sockets::iterator any()
    {
        return std::next(m_sockets.begin(), below(static_cast<unsigned>(m_sockets.size())));
    }
    static Exposure exposure(unsigned number) { return static_cast<Exposure>(number % 6); }
    SocketRecord listener()
    {
        SocketBuilder builder =
            tcpListener(static_cast<Port>(80 + below(20)), "10.0.0." + std::to_string(below(4)));
        builder.id(1 + below(3));
        builder.ownedBy(m_processes[below(12)]);
        builder.record().exposure = exposure(below(6));
        return builder;
    }
    SocketRecord connection()
    {
        SocketBuilder builder =
            tcpConnection("10.0.0.1", static_cast<Port>(80 + below(30)),
                          "192.168.0." + std::to_string(below(9)), static_cast<Port>(1 + below(9)));
        builder.record().direction = Direction::Inbound;
        builder.record().bytesReceived = below(50);
        if (below(4) != 0) {
            builder.ownedBy(m_processes[below(12)]);
        }
        return builder;
    }
    void touch(SocketRecord& socket)
    {
        if (below(2) == 0) {
            socket.bytesReceived = below(50);
            return;
        }
        if (socket.isListener()) {
            socket.exposure = exposure(below(6));
            socket.assessment.verdict = static_cast<Verdict>(below(4));
        } else {
            socket.state = below(2) == 0 ? SocketState::CloseWait : SocketState::Established;
        }
    }

    std::mt19937 m_random;
    std::vector<ProcessPtr> m_processes;
    Sockets m_sockets;
};

}  // namespace quaywatch::test
