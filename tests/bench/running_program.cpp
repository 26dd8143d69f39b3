// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/running_program.h"

#include "tests/bench/load.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace quaywatch::bench {

using namespace std::chrono_literals;

RunningProgram::RunningProgram(const std::vector<std::string>& command)
{
    std::array<int, 2> channel{};
    if (pipe2(channel.data(), O_CLOEXEC) != 0) {
        return;
    }
    // A benchmark that is interrupted leaves no process running.
    std::vector<std::string> bound{"setpriv", "--pdeathsig", "TERM"};
    bound.insert(bound.end(), command.begin(), command.end());
    m_pid = startProgram(bound, channel[1]).value_or(0);
    close(channel[1]);
    m_output = channel[0];
}

RunningProgram::~RunningProgram()
{
    if (m_output >= 0) {
        close(m_output);
    }
    if (m_pid != 0) {
        kill(m_pid, SIGTERM);
        waitpid(m_pid, nullptr, 0);
    }
}

std::optional<std::string> RunningProgram::waitForLine(const std::vector<std::string>& parts,
                                                       std::chrono::milliseconds limit)
{
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        for (std::size_t at = m_text.find('\n'); at != std::string::npos; at = m_text.find('\n')) {
            const std::string line = m_text.substr(0, at);
            m_text.erase(0, at + 1);
            const auto isThere = [&line](const std::string& part) {
                return line.find(part) != std::string::npos;
            };
            if (std::all_of(parts.begin(), parts.end(), isThere)) {
                return line;
            }
        }
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd wait{m_output, POLLIN, 0};
        if (left <= 0ms || poll(&wait, 1, static_cast<int>(left.count())) <= 0) {
            return std::nullopt;
        }
        std::array<char, 4096> piece{};
        const ssize_t size = read(m_output, piece.data(), piece.size());
        if (size <= 0) {
            return std::nullopt;
        }
        m_text.append(piece.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace quaywatch::bench
