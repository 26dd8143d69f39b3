// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/kernel_cost.h"

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// The folder of this program, where the build also puts the programs used for measuring.
[[nodiscard]] std::string programFolder();

/// Moves this process into a new network namespace with loopback up, so that no other socket
/// changes while it measures. Needs no root where user namespaces are allowed.
/// @return Whether it worked; otherwise the program continues in its original namespace.
bool enterPrivateNetwork();

/// The result of a command.
struct CommandRun {
    Milliseconds wall{};
    int exitCode = 0;
    std::string output;  ///< Only if requested.
};

enum class Output { Discard, Keep };

/// Starts a program from PATH with its standard output on a descriptor, or discarded (-1). Its
/// standard error is discarded unless `errors` is set.
/// @return Its pid, which the caller has to wait for; empty if it could not be started.
std::optional<pid_t> startProgram(const std::vector<std::string>& command, int output,
                                  bool errors = false);

/// Runs a program from PATH to its end, with its standard error discarded.
/// @return Empty if it could not be started or was ended by a signal.
std::optional<CommandRun> runCommand(const std::vector<std::string>& command,
                                     Output output = Output::Discard);

/// A running socket_load. Its sockets are closed when this object is destroyed.
class Load {
public:
    explicit Load(const std::vector<std::string>& arguments);
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load();

    /// The number of open sockets; 0 if it failed, in which case it has printed the cause.
    [[nodiscard]] std::uint64_t sockets() const noexcept { return m_sockets; }

private:
    pid_t m_pid = 0;
    std::uint64_t m_sockets = 0;
};

}  // namespace quaywatch::bench
