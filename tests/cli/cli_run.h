// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/run.h"
#include "tests/support/fake_terminal.h"
#include "tests/support/registry_files.h"
#include "tests/support/sockets/fake_close_event_source.h"
#include "tests/support/sockets/fake_socket_source.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A machine whose polls return the given snapshots in order; the last one repeats.
inline SystemAccess machineWith(std::vector<Result<Snapshot>> polls)
{
    SystemAccess machine;
    machine.openSource = [polls]() -> Result<std::unique_ptr<SocketSource>> {
        return std::make_unique<FakeSocketSource>(polls);
    };
    machine.openCloseEvents = []() -> Result<std::unique_ptr<CloseEventSource>> {
        return std::make_unique<FakeCloseEventSource>();
    };
    machine.askRpcbind = [](RpcWay) { return Result<std::vector<RpcService>>(); };
    machine.bindRules = [] { return BindRules{}; };
    machine.now = [] { return in2026(11, 23); };
    machine.currentUser = [] { return CurrentUser{1000, "alice", false}; };
    machine.inspect = [](std::uint32_t pid) -> Result<ProcessDetails> {
        return failure(ErrorCode::NotFound, "process " + std::to_string(pid));
    };
    machine.planEnd = [](const EndTarget&, const SnapshotPtr&) -> Result<EndPlan> {
        return failure(ErrorCode::NotFound, "nothing listens there");
    };
    machine.execute = [](EndPlan&, ProcessSignal, std::chrono::milliseconds,
                         const std::function<bool()>&) { return std::vector<EndOutcome>{}; };
    machine.pause = [](std::chrono::milliseconds) {};
    return machine;
}

inline SystemAccess machineWith(std::vector<SocketRecord> sockets)
{
    return machineWith(std::vector<Result<Snapshot>>{snapshotOf(std::move(sockets))});
}

/// nc on 931: unexpected. sshd on 22: ordinary. And a client of sshd.
inline SystemAccess smallMachine()
{
    return machineWith({tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).id(1),
                        tcpListener(931, "127.0.0.1").ownedBy(process("nc")).id(2),
                        tcpConnection("10.0.0.1", 22, "10.0.0.9", 50000)
                            .ownedBy(process("sshd", 813, 0, "root"))});
}

/// The result of a run of the program.
struct CliRun {
    int code = 0;
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
    [[nodiscard]] std::vector<nlohmann::json> jsonLines() const
    {
        std::vector<nlohmann::json> lines;
        for (std::size_t begin = 0; begin < out.size();) {
            const std::size_t end = out.find('\n', begin);
            lines.push_back(nlohmann::json::parse(out.substr(begin, end - begin)));
            begin = end + 1;
        }
        return lines;
    }
    /// The lines on standard error.
    [[nodiscard]] std::ptrdiff_t complaints() const
    {
        return std::count(err.begin(), err.end(), '\n');
    }
};

inline CliRun run(const SystemAccess& machine, FakeTerminal& terminal,
                  const std::vector<std::string>& arguments)
{
    const cli::ExitCode code = cli::run(machine, terminal, arguments);
    return {static_cast<int>(code), terminal.out, terminal.err};
}

inline CliRun run(const SystemAccess& machine, const std::vector<std::string>& arguments)
{
    FakeTerminal terminal;
    return run(machine, terminal, arguments);
}

}  // namespace quaywatch::test
