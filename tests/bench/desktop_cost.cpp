// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/desktop_cost.h"

#include "tests/bench/running_program.h"

#include <fmt/format.h>

#include <unistd.h>

#include <cstdlib>
#include <thread>

namespace quaywatch::bench {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 10s;
constexpr auto kPauseAfterOne = 5200ms;

std::optional<std::vector<Milliseconds>> notificationLatencies(
    RunningProgram& desktop, const std::vector<std::uint16_t>& ports, std::string& problem)
{
    std::vector<Milliseconds> times;
    std::vector<int> handles;
    for (const std::uint16_t port : ports) {
        // Each alert comes at another moment between two polls, and outside the five seconds after
        // a notification in which alerts are combined.
        std::this_thread::sleep_for(kPauseAfterOne + 220ms * times.size());
        const auto start = std::chrono::steady_clock::now();
        handles.push_back(listenOn(port));
        if (handles.back() < 0) {
            problem = fmt::format("no right to listen on port {}", port);
            break;
        }
        if (!desktop.waitForLine({"notified ", std::to_string(port)}, kPatience)) {
            problem = fmt::format("no notification of port {}", port);
            break;
        }
        times.emplace_back(std::chrono::steady_clock::now() - start);
    }
    for (const int handle : handles) {
        close(handle);
    }
    return times.size() == ports.size() ? std::optional(times) : std::nullopt;
}

}  // namespace

std::optional<HiddenWindow> costOfHiddenWindow(const std::string& folder,
                                               const std::vector<std::uint16_t>& ports,
                                               std::string& problem)
{
    RunningProgram display(
        {"Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"});
    const auto number = display.waitForLine({}, kPatience);
    RunningProgram bus({"dbus-daemon", "--session", "--nofork", "--print-address"});
    const auto address = bus.waitForLine({"unix:"}, kPatience);
    if (!number || !address) {
        problem = number ? "dbus-daemon is not there" : "Xvfb is not there";
        return std::nullopt;
    }
    setenv("DISPLAY", (":" + *number).c_str(), 1);
    setenv("DBUS_SESSION_BUS_ADDRESS", address->c_str(), 1);
    RunningProgram desktop({folder + "/desktop_stand_in"});
    if (!desktop.waitForLine({"ready"}, kPatience)) {
        problem = "desktop_stand_in did not come up";
        return std::nullopt;
    }
    const RunningProgram window({"env", "QT_QPA_PLATFORM=xcb", folder + "/quaywatch", "--hidden"});
    // Without an icon the window would be minimized, which has another cost.
    if (!desktop.waitForLine({"icon"}, kPatience)) {
        problem = "the window put no icon into the tray";
        return std::nullopt;
    }
    std::this_thread::sleep_for(5s);
    const std::optional<ProgramCost> cost = costOf(window.pid(), 20s);
    if (!cost) {
        problem = "the window did not stay";
        return std::nullopt;
    }
    auto notified = notificationLatencies(desktop, ports, problem);
    return notified ? std::optional(HiddenWindow{*cost, std::move(*notified)}) : std::nullopt;
}

}  // namespace quaywatch::bench
