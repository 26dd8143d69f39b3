// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/window_measures.h"

#include "tests/bench/desktop_cost.h"
#include "tests/bench/own_home.h"
#include "tests/bench/program_cost.h"
#include "tests/bench/report_times.h"

#include <chrono>
#include <filesystem>
#include <fstream>

namespace quaywatch::bench {

/// With a separate home, so that no file of the user is changed.
void measureWindow(Report& report, const std::string& name, const std::vector<std::string>& options,
                   double maxPercent, std::optional<double> maxMegabytes)
{
    const std::string program = programFolder() + "/quaywatch";
    if (!std::filesystem::exists(program)) {
        report.skip(name, "this build has no window");
        return;
    }
    const OwnHome home;
    if (home.path().empty()) {
        report.skip(name, "no temporary folder");
        return;
    }
    std::vector<std::string> command{program};
    command.insert(command.end(), options.begin(), options.end());
    using namespace std::chrono_literals;
    if (const auto cost = costOfRunning(command, 5s, 20s)) {
        report.add({name + ": of a core", cost->cpuPercent, "%", maxPercent});
        report.add({name + ": resident", cost->residentMegabytes, "MB", maxMegabytes});
    } else {
        report.skip(name, "the window did not stay open");
    }
}

void measureHiddenWindow(Report& report)
{
    const std::string name = "the window hidden in the tray";
    const OwnHome home;
    if (home.path().empty() || !std::filesystem::exists(programFolder() + "/desktop_stand_in")) {
        report.skip(name, "this build has no window, or there is no temporary folder");
        return;
    }
    std::filesystem::create_directory(home.path() + "/quaywatch");
    std::ofstream(home.path() + "/quaywatch/quaywatch.ini")
        << "[desktop]\nnotifications=true\ncloseToTray=true\n";
    std::string problem;
    const auto hidden = costOfHiddenWindow(programFolder(), kVacantPorts, problem);
    if (!hidden) {
        report.skip(name, problem);
        return;
    }
    report.add({name + ": of a core", hidden->cost.cpuPercent, "%", 0.5});
    report.add({name + ": resident", hidden->cost.residentMegabytes, "MB", {}});
    addLatencies(report, "from listen() to its notification, at an interval of 1 s",
                 hidden->notified);
}

void measureStart(Report& report)
{
    constexpr int kRounds = 15;
    const std::string name = "start to the first complete picture";
    const std::string program = programFolder() + "/window_start";
    const OwnHome home;
    if (home.path().empty() || !std::filesystem::exists(program)) {
        report.skip(name, "this build has no window, or there is no temporary folder");
        return;
    }
    Times whole;
    Times empty;
    for (int round = -1; round < kRounds; ++round) {
        Times one;
        timeCommand({program, "whole"}, one);
        Times other;
        timeCommand({program, "empty"}, other);
        if (round >= 0) {  // the first finds every cache cold
            whole.insert(whole.end(), one.begin(), one.end());
            empty.insert(empty.end(), other.begin(), other.end());
        }
    }
    addTime(report, name, whole);
    addTime(report, "an empty Qt window", empty);
    addRatio(report, name + " / an empty Qt window", whole, empty, 2.5);
}

void measureHour(Report& report)
{
    const std::string name = "the window with 1,000 sockets after 3,600 polls: resident";
    const auto run = runCommand({programFolder() + "/window_hour"}, Output::Keep);
    const auto json = nlohmann::json::parse(run ? run->output : "", nullptr, false);
    if (json.is_discarded()) {
        report.skip(name, "this build has no window, or window_hour failed");
        return;
    }
    report.add({"the same after 60 polls", json["after_a_minute"], "MB", {}});
    report.add({name, json["after_an_hour"], "MB", 80});
}

}  // namespace quaywatch::bench
