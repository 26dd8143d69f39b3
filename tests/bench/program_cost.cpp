// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/program_cost.h"

#include "tests/bench/running_program.h"

#include <fmt/format.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <thread>

namespace quaywatch::bench {
namespace {

using namespace std::chrono_literals;

/// User and system time of all threads, as in proc_pid_stat(5); empty if the process has ended.
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

}  // namespace

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

std::optional<ProgramCost> costOf(pid_t pid, std::chrono::seconds measured)
{
    const auto start = std::chrono::steady_clock::now();
    const std::optional<double> before = cpuSecondsOf(pid);
    std::this_thread::sleep_for(measured);
    const std::optional<double> after = cpuSecondsOf(pid);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    if (!before || !after) {
        return std::nullopt;
    }
    return ProgramCost{100 * (*after - *before) / wall.count(), residentMegabytesOf(pid)};
}

std::optional<ProgramCost> costOfRunning(const std::vector<std::string>& command,
                                         std::chrono::seconds settling,
                                         std::chrono::seconds measured)
{
    const RunningProgram program(command);
    if (program.pid() == 0) {
        return std::nullopt;
    }
    std::this_thread::sleep_for(settling);
    return costOf(program.pid(), measured);
}

std::optional<std::vector<Milliseconds>> alertLatencies(const std::string& watcher,
                                                        const std::vector<std::uint16_t>& ports,
                                                        std::string& problem)
{
    const int first = listenOn(0);
    RunningProgram watch({watcher, "watch", "--json", "--initial", "is:listener"});
    // The sockets of the first poll show that the watcher has started.
    const bool hasBegun = watch.waitForLine({R"("event":"opened")"}, 5s).has_value();
    std::vector<Milliseconds> times;
    std::vector<int> handles{first};
    for (const std::uint16_t port : ports) {
        if (!hasBegun) {
            break;
        }
        // Each listen comes at another moment between two polls, the first right after a poll.
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
