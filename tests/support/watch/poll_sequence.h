// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Polls of a fake machine that are passed to a watcher, and the alerts that it raises.

#pragma once

#include "core/assess/assess.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/parse_baseline.h"
#include "core/sampling/assess_closes.h"
#include "core/sampling/close_event_matcher.h"
#include "core/sampling/sampler.h"
#include "core/watch/watcher.h"
#include "tests/support/sockets/fake_socket_source.h"
#include "tests/support/watch/program_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A sequence of polls of a machine, one second apart by default.
class PollSequence {
public:
    /// Adds a poll that finds these sockets.
    PollSequence& poll(Sockets sockets)
    {
        m_polls.push_back({std::move(sockets), m_pause, {}});
        m_pause = std::chrono::seconds(1);
        return *this;
    }
    /// Repeats the last poll, each time after this pause.
    PollSequence& repeat(std::size_t polls, std::chrono::seconds pause = std::chrono::seconds(1))
    {
        for (std::size_t i = 0; i < polls; ++i) {
            m_pause = pause;
            poll(m_polls.back().sockets);
        }
        return *this;
    }
    /// Sets the time before the next poll. A negative time sets the clock back.
    PollSequence& pause(std::chrono::seconds time)
    {
        m_pause = time;
        return *this;
    }
    /// Adds a connection that was opened and closed between the last two polls.
    PollSequence& closed(SocketRecord socket, Direction direction = Direction::Outbound)
    {
        SocketClose closeEvent;
        closeEvent.socket = std::move(socket);
        closeEvent.socket.ownerSet = nullptr;
        closeEvent.socket.uid.reset();
        closeEvent.socket.user = nullptr;
        closeEvent.socket.direction = direction;
        closeEvent.isConnection = closeEvent.socket.hasRemote();
        closeEvent.isMissingFromDiff = true;
        m_polls.back().closes.push_back(std::move(closeEvent));
        return *this;
    }
    /// Makes a baseline active that expects only this.
    PollSequence& expects(Port port, const std::string& program, const std::string& user,
                          const std::string& address = "any")
    {
        return activate("port = " + std::to_string(port), program, user, address);
    }
    PollSequence& rpcbindKnows(RpcService service)
    {
        m_rpc.push_back(service);
        return *this;
    }
    /// From the next poll on.
    PollSequence& rpcbindLearns(RpcService service)
    {
        m_learned.emplace_back(m_polls.size(), service);
        return *this;
    }
    /// From the next poll on.
    PollSequence& rpcbindForgets(Port port)
    {
        m_forgotten.emplace_back(m_polls.size(), port);
        return *this;
    }
    /// Makes a baseline active that expects only this RPC service.
    PollSequence& expectsRpc(const std::string& name, const std::string& program,
                             const std::string& user)
    {
        return activate("rpc = \"" + name + "\"", program, user, "any");
    }
    PollSequence& rules(const std::function<void(WatchRules&)>& change)
    {
        change(m_rules);
        return *this;
    }

    /// All alerts in order, including repeats.
    [[nodiscard]] std::vector<Alert> alerts() const
    {
        std::vector<Result<Snapshot>> tables;
        auto at = std::chrono::system_clock::time_point(std::chrono::hours(500000));
        for (const Poll& poll : m_polls) {
            Snapshot snapshot = snapshotOf(poll.sockets);
            at += poll.pause;
            snapshot.takenAt = at;
            tables.emplace_back(std::move(snapshot));
        }
        std::size_t done = 0;
        Sampler sampler(std::make_unique<FakeSocketSource>(std::move(tables)), [&](RpcWay) {
            std::vector<RpcService> known = m_rpc;
            for (const auto& [polls, port] : m_forgotten) {
                const auto isGone = [&, polls = polls, port = port](const RpcService& service) {
                    return polls <= done && service.port == port;
                };
                std::erase_if(known, isGone);
            }
            for (const auto& [polls, service] : m_learned) {
                if (polls <= done) {
                    known.push_back(service);
                }
            }
            return Result<std::vector<RpcService>>(std::move(known));
        });
        sampler.setBaseline(m_baseline);
        Watcher watcher(m_rules);
        std::vector<Alert> all;
        for (const Poll& poll : m_polls) {
            SnapshotUpdate update = sampler.sample().value();
            if (!poll.closes.empty()) {
                CloseBatch batch{poll.closes, {}};
                assessCloses(batch, *update.before, *update.after,
                             [this](Snapshot& rows) { assess(rows, m_rpc); });
                update.closes = std::make_shared<const CloseBatch>(std::move(batch));
            }
            ++done;
            const std::vector<Alert> alerts = watcher.observe(update);
            all.insert(all.end(), alerts.begin(), alerts.end());
        }
        return all;
    }
    /// The alerts without repeats: "high unassigned-listener 931"; a summary: "high many x12".
    [[nodiscard]] std::vector<std::string> announced() const
    {
        std::vector<std::string> lines;
        for (const Alert& alert : alerts()) {
            if (!alert.isRepeat) {
                lines.push_back(lineOf(alert));
            }
        }
        return lines;
    }
    [[nodiscard]] static std::string lineOf(const Alert& alert)
    {
        std::string line(token(alert.severity));
        line.append(" ").append(token(alert.rule)).append(" ");
        if (!alert.socket) {
            return line + "x" + std::to_string(alert.count);
        }
        const SocketKey& key = alert.socket->key;
        const bool isOut = alert.socket->direction == Direction::Outbound;
        return line + std::to_string(isOut ? key.remotePort : key.localPort);
    }

private:
    PollSequence& activate(const std::string& what, const std::string& program,
                           const std::string& user, const std::string& address)
    {
        const auto read =
            parseBaseline("schema = 1\n[[expect]]\n" + what + "\nprotocol = \"any\"\naddress = \"" +
                          address + "\"\nprogram = \"" + program + "\"\nuser = \"" + user +
                          "\"\nunit = \"any\"\ncontainer = \"any\"\n");
        EXPECT_TRUE(read) << describe(read.error(), "baseline");
        m_baseline = std::make_shared<const Baseline>(read.value());
        m_rules.hasBaseline = true;
        m_rules.baseline = m_baseline;
        return *this;
    }
    struct Poll {
        Sockets sockets;
        std::chrono::seconds pause;
        std::vector<SocketClose> closes;
    };

    std::vector<Poll> m_polls;
    std::chrono::seconds m_pause{1};
    WatchRules m_rules;
    BaselinePtr m_baseline;
    std::vector<RpcService> m_rpc;
    std::vector<std::pair<std::size_t, Port>> m_forgotten;      ///< And after how many polls.
    std::vector<std::pair<std::size_t, RpcService>> m_learned;  ///< And after how many polls.
};

}  // namespace quaywatch::test
