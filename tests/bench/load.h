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

/// Folder of this program, where the build also puts the programs it measures with.
[[nodiscard]] std::string programFolder();

/// Moves this process into a network namespace of its own with its loopback up, so that no other
/// socket moves while it measures. Needs no root where user namespaces are allowed.
/// @return Whether it worked; else everything goes on in the namespace it was started in.
bool enterPrivateNetwork();

/// How a command ended.
struct CommandRun {
    Milliseconds wall{};
    int exitCode = 0;
    std::string output;  ///< Only if it was asked for.
};

enum class Output { Discard, Keep };

/// Starts a program of PATH with its standard output on a descriptor, or on none (-1). Its errors
/// are unseen unless `errors`. @return Its pid, to be waited for; empty if it could not be started.
std::optional<pid_t> startProgram(const std::vector<std::string>& command, int output,
                                  bool errors = false);

/// Runs a program of PATH to its end, its errors unseen.
/// @return Empty if it could not be started or was ended by a signal.
std::optional<CommandRun> runCommand(const std::vector<std::string>& command,
                                     Output output = Output::Discard);

/// A running socket_load. Its sockets are gone when this object is.
class Load {
public:
    explicit Load(const std::vector<std::string>& arguments);
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load();

    /// How many sockets stand; 0 if it failed, which it has said itself.
    [[nodiscard]] std::uint64_t sockets() const noexcept { return m_sockets; }

private:
    pid_t m_pid = 0;
    std::uint64_t m_sockets = 0;
};

}  // namespace quaywatch::bench
