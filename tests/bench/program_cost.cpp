// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/program_cost.h"

#include "tests/bench/load.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace quaywatch::bench {
namespace {

using namespace std::chrono_literals;

/// A started program with its output to read; ended and waited for when this goes.
class Program {
public:
    explicit Program(const std::vector<std::string>& command)
    {
        std::array<int, 2> channel{};
        if (pipe2(channel.data(), O_CLOEXEC) != 0) {
            return;
        }
        m_pid = startProgram(command, channel[1]).value_or(0);
        close(channel[1]);
        m_output = channel[0];
    }
    ~Program()
    {
        if (m_output >= 0) {
            close(m_output);
        }
        if (m_pid != 0) {
            kill(m_pid, SIGTERM);
            waitpid(m_pid, nullptr, 0);
        }
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] pid_t pid() const noexcept { return m_pid; }

    /// Reads until a line has all of these in it.
    bool waitForLine(const std::vector<std::string>& parts, std::chrono::milliseconds limit)
    {
        const auto end = std::chrono::steady_clock::now() + limit;
        for (;;) {
            for (std::size_t at = m_text.find('\n'); at != std::string::npos;
                 at = m_text.find('\n')) {
                const std::string line = m_text.substr(0, at);
                m_text.erase(0, at + 1);
                const auto isThere = [&line](const std::string& part) {
                    return line.find(part) != std::string::npos;
                };
                if (std::all_of(parts.begin(), parts.end(), isThere)) {
                    return true;
                }
            }
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(
                end - std::chrono::steady_clock::now());
            pollfd wait{m_output, POLLIN, 0};
            if (left <= 0ms || poll(&wait, 1, static_cast<int>(left.count())) <= 0) {
                return false;
            }
            std::array<char, 4096> piece{};
            const ssize_t size = read(m_output, piece.data(), piece.size());
            if (size <= 0) {
                return false;
            }
            m_text.append(piece.data(), static_cast<std::size_t>(size));
        }
    }

private:
    pid_t m_pid = 0;
    int m_output = -1;
    std::string m_text;
};

/// User and system time of all threads, by proc_pid_stat(5); empty if the process has ended.
std::optional<double> cpuSecondsOf(pid_t pid)
{
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(file, text);
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos) {
        return std::nullopt;
    }
    std::istringstream fields(text.substr(name + 1));
    std::string state;
    fields >> state;
    double ticks = 0;
    constexpr int kUserTime = 14;
    constexpr int kSystemTime = 15;
    for (int field = 4; field <= kSystemTime; ++field) {
        double value = 0;
        fields >> value;
        ticks += field >= kUserTime ? value : 0;
    }
    return state == "Z" ? std::nullopt
                        : std::optional(ticks / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

double residentMegabytesOf(pid_t pid)
{
    std::ifstream file(fmt::format("/proc/{}/status", pid));
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(line.find(':') + 1)) / 1024;
        }
    }
    return 0;
}

/// A TCP listener on any address, or -1.
int listenOn(std::uint16_t port)
{
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        listen(handle, 8) == 0) {
        return handle;
    }
    close(handle);
    return -1;
}

}  // namespace

std::optional<ProgramCost> costOfRunning(const std::vector<std::string>& command,
                                         std::chrono::seconds settling,
                                         std::chrono::seconds measured)
{
    const Program program(command);
    if (program.pid() == 0) {
        return std::nullopt;
    }
    std::this_thread::sleep_for(settling);
    const auto start = std::chrono::steady_clock::now();
    const std::optional<double> before = cpuSecondsOf(program.pid());
    std::this_thread::sleep_for(measured);
    const std::optional<double> after = cpuSecondsOf(program.pid());
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    if (!before || !after) {
        return std::nullopt;
    }
    return ProgramCost{100 * (*after - *before) / wall.count(), residentMegabytesOf(program.pid())};
}

std::optional<std::vector<Milliseconds>> alertLatencies(const std::string& watcher,
                                                        const std::vector<std::uint16_t>& ports,
                                                        std::string& problem)
{
    const int first = listenOn(0);
    Program watch({watcher, "watch", "--json", "--initial", "is:listener"});
    // What is there from the start shows when the watcher has begun.
    const bool hasBegun = watch.waitForLine({R"("event":"opened")"}, 5s);
    std::vector<Milliseconds> times;
    std::vector<int> handles{first};
    for (const std::uint16_t port : ports) {
        if (!hasBegun) {
            break;
        }
        // Each meets another moment between two polls, the first right after one.
        std::this_thread::sleep_for(10ms + 220ms * times.size());
        const auto start = std::chrono::steady_clock::now();
        handles.push_back(listenOn(port));
        const std::string key = fmt::format("|{}|", port);
        if (handles.back() < 0) {
            problem = fmt::format("no right to listen on port {}", port);
            break;
        }
        if (!watch.waitForLine({R"("event":"alert")", key}, 5s)) {
            problem = fmt::format("no alert for port {} in five seconds", port);
            break;
        }
        times.emplace_back(std::chrono::steady_clock::now() - start);
    }
    for (const int handle : handles) {
        close(handle);
    }
    if (!hasBegun) {
        problem = "the watcher told nothing";
    }
    return times.size() == ports.size() ? std::optional(times) : std::nullopt;
}

}  // namespace quaywatch::bench
