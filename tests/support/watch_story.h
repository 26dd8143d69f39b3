// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Words to tell a watcher what happens on a machine, and to hear what it says.

#pragma once

#include "core/attribution.h"
#include "core/baseline/baseline_text.h"
#include "core/judge.h"
#include "core/sampler.h"
#include "core/watch/watcher.h"
#include "tests/support/fake_socket_source.h"
#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A program in words: `Program("nginx").pid(80).user(0).unit("nginx.service")`. Root's in
/// /usr/bin and in no unit, if nothing else is said.
class Program {
public:
    explicit Program(const std::string& name) { m_info = *test::process(name, 700, 0, "root"); }
    Program& pid(std::uint32_t pid)
    {
        m_info.id = {pid, pid * 100ULL};
        return *this;
    }
    Program& user(std::uint32_t uid)
    {
        m_info.uid = uid;
        m_info.user = uid == 0 ? "root" : "user" + std::to_string(uid);
        return *this;
    }
    Program& unit(std::string unit)
    {
        m_info.unit = std::move(unit);
        return *this;
    }
    Program& container(std::string container)
    {
        m_info.container = std::move(container);
        return *this;
    }
    Program& exe(std::string path)
    {
        m_info.exe = std::move(path);
        return *this;
    }
    Program& script(std::string script, std::string folder)
    {
        m_info.script = std::move(script);
        m_info.workingDirectory = std::move(folder);
        return *this;
    }
    Program& deleted(std::optional<bool> isReplaced = false)
    {
        m_info.isExeDeleted = true;
        m_info.isExeReplaced = isReplaced;
        return *this;
    }
    [[nodiscard]] const ProcessInfo& info() const { return m_info; }

private:
    ProcessInfo m_info;
};

/// Gives the socket its owner, and the kernel's id that such a socket would have: a new process
/// opens a new socket.
inline SocketRecord heldBy(SocketBuilder socket, const Program& program)
{
    const ProcessInfo& info = program.info();
    socket.ownedBy(std::make_shared<const ProcessInfo>(info));
    socket.id(info.id.pid * 100000ULL + socket.record().key.localPort);
    if (info.unit || info.container) {
        socket.place(info.unit, info.container);
    }
    return socket;
}
inline SocketRecord tcp(const Program& program, Port port, const std::string& at = "0.0.0.0")
{
    return heldBy(tcpListener(port, at), program);
}
inline SocketRecord udp(const Program& program, Port port, const std::string& at = "0.0.0.0")
{
    return heldBy(udpBound(port, at), program);
}
/// A connection from here to there.
inline SocketRecord to(const Program& program, const std::string& remote, Port remotePort,
                       Port localPort = 45000, const std::string& local = "192.0.2.10")
{
    return heldBy(tcpConnection(local, localPort, remote, remotePort), program);
}
/// A connection that somebody made to our port.
inline SocketRecord from(const Program& program, Port localPort, const std::string& remote,
                         Port remotePort = 51000, const std::string& local = "192.0.2.10")
{
    return heldBy(tcpConnection(local, localPort, remote, remotePort), program);
}
/// As an ordinary user sees another user's socket.
inline SocketRecord hidden(SocketRecord socket)
{
    socket.ownerSet = nullptr;
    socket.ownerState = OwnerState::Hidden;
    return socket;
}

using Sockets = std::vector<SocketRecord>;

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
        Closing closing;
        closing.socket = std::move(socket);
        closing.socket.ownerSet = nullptr;
        closing.socket.uid.reset();
        closing.socket.user = nullptr;
        closing.socket.direction = direction;
        closing.isConnection = closing.socket.hasRemote();
        closing.isOnlyHere = true;
        m_looks.back().closings.push_back(std::move(closing));
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
                        [this] { return Result<std::vector<RpcService>>(m_rpc); });
        sampler.setBaseline(m_baseline);
        Watcher watcher(m_rules);
        std::vector<Alert> all;
        for (const Look& look : m_looks) {
            SnapshotUpdate update = sampler.sample().value();
            if (!look.closings.empty()) {
                ClosingBatch batch{look.closings, {}};
                judgeClosings(batch, *update.before, *update.after,
                              [this](Snapshot& rows) { judge(rows, m_rpc); });
                update.closings = std::make_shared<const ClosingBatch>(std::move(batch));
            }
            const std::vector<Alert> told = watcher.observe(update);
            all.insert(all.end(), told.begin(), told.end());
        }
        return all;
    }
    /// What is announced: "high unassigned-listener 931"; a sum: "high many x12".
    [[nodiscard]] std::vector<std::string> told() const
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
        std::vector<Closing> closings;
    };

    std::vector<Look> m_looks;
    std::chrono::seconds m_pause{1};
    WatchRules m_rules;
    BaselinePtr m_baseline;
    std::vector<RpcService> m_rpc;
};

}  // namespace quaywatch::test
