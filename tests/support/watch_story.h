// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Tells a watcher what happens on a machine, and hears what it says.

#pragma once

#include "core/assess/assess.h"
#include "core/baseline/baseline_text.h"
#include "core/sampling/close_event_matcher.h"
#include "core/sampling/sampler.h"
#include "core/watch/watcher.h"
#include "tests/support/fake_socket_source.h"
#include "tests/support/watch_words.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Looks at a machine, a second apart unless said otherwise.
class Story {
public:
    /// The next look finds these.
    Story& look(Sockets sockets)
    {
        m_looks.push_back({std::move(sockets), m_pause, {}});
        m_pause = std::chrono::seconds(1);
        return *this;
    }
    /// The same again, so many times, each after this pause.
    Story& stays(std::size_t looks, std::chrono::seconds pause = std::chrono::seconds(1))
    {
        for (std::size_t i = 0; i < looks; ++i) {
            m_pause = pause;
            look(m_looks.back().sockets);
        }
        return *this;
    }
    /// Before the next look so much time passes, or the clock is set so.
    Story& pause(std::chrono::seconds time)
    {
        m_pause = time;
        return *this;
    }
    /// Between the last look and the one before, this connection came and went.
    Story& closed(SocketRecord socket, Direction direction = Direction::Outbound)
    {
        SocketClose closing;
        closing.socket = std::move(socket);
        closing.socket.ownerSet = nullptr;
        closing.socket.uid.reset();
        closing.socket.user = nullptr;
        closing.socket.direction = direction;
        closing.isConnection = closing.socket.hasRemote();
        closing.isMissingFromDiff = true;
        m_looks.back().closes.push_back(std::move(closing));
        return *this;
    }
    /// A baseline is in force that expects this alone.
    Story& expects(Port port, const std::string& program, const std::string& user,
                   const std::string& address = "any")
    {
        const auto read = parseBaseline("schema = 1\n[[expect]]\nport = " + std::to_string(port) +
                                        "\nprotocol = \"any\"\naddress = \"" + address +
                                        "\"\nprogram = \"" + program + "\"\nuser = \"" + user +
                                        "\"\nunit = \"any\"\ncontainer = \"any\"\n");
        EXPECT_TRUE(read) << describe(read.error(), "baseline");
        m_baseline = std::make_shared<const Baseline>(read.value());
        m_rules.hasBaseline = true;
        return *this;
    }
    Story& rpcbindKnows(RpcService service)
    {
        m_rpc.push_back(service);
        return *this;
    }
    Story& rules(const std::function<void(WatchRules&)>& change)
    {
        change(m_rules);
        return *this;
    }

    /// Everything told, in order, repeats and all.
    [[nodiscard]] std::vector<Alert> alerts() const
    {
        std::vector<Result<Snapshot>> tables;
        auto at = std::chrono::system_clock::time_point(std::chrono::hours(500000));
        for (const Look& look : m_looks) {
            Snapshot snapshot = snapshotOf(look.sockets);
            at += look.pause;
            snapshot.takenAt = at;
            tables.emplace_back(std::move(snapshot));
        }
        Sampler sampler(std::make_unique<FakeSocketSource>(std::move(tables)),
                        [this](RpcWay) { return Result<std::vector<RpcService>>(m_rpc); });
        sampler.setBaseline(m_baseline);
        Watcher watcher(m_rules);
        std::vector<Alert> all;
        for (const Look& look : m_looks) {
            SnapshotUpdate update = sampler.sample().value();
            if (!look.closes.empty()) {
                CloseBatch batch{look.closes, {}};
                assessCloses(batch, *update.before, *update.after,
                             [this](Snapshot& rows) { assess(rows, m_rpc); });
                update.closes = std::make_shared<const CloseBatch>(std::move(batch));
            }
            const std::vector<Alert> alerts = watcher.observe(update);
            all.insert(all.end(), alerts.begin(), alerts.end());
        }
        return all;
    }
    /// What is announced: "high unassigned-listener 931"; a sum: "high many x12".
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
    struct Look {
        Sockets sockets;
        std::chrono::seconds pause;
        std::vector<SocketClose> closes;
    };

    std::vector<Look> m_looks;
    std::chrono::seconds m_pause{1};
    WatchRules m_rules;
    BaselinePtr m_baseline;
    std::vector<RpcService> m_rpc;
};

}  // namespace quaywatch::test
