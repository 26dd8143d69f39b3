// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// A started program whose output can be read; it is ended and reaped when this object is
/// destroyed.
class RunningProgram {
public:
    explicit RunningProgram(const std::vector<std::string>& command);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// 0 if it could not be started.
    [[nodiscard]] pid_t pid() const noexcept { return m_pid; }

    /// Reads until a line contains all of these.
    /// @return That line; empty if there was none.
    std::optional<std::string> waitForLine(const std::vector<std::string>& parts,
                                           std::chrono::milliseconds limit);

private:
    pid_t m_pid = 0;
    int m_output = -1;
    std::string m_text;
};

}  // namespace quaywatch::bench
