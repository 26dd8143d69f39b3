// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// run_bench [--json] [SECTION...]: compares Quaywatch with the kernel's lower bound and with other
// tools, in one run, under generated loads; without a section, everything. Each result is a ratio
// of medians of interleaved runs, so that a busy or slow machine gives nearly the same result as an
// idle or fast one.

#include "tests/bench/closes.h"
#include "tests/bench/kernel_cost.h"
#include "tests/bench/load.h"
#include "tests/bench/micro_benchmarks.h"
#include "tests/bench/polls.h"
#include "tests/bench/program_cost.h"
#include "tests/bench/report.h"
#include "tests/bench/report_times.h"
#include "tests/bench/window_measures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string_view>
#include <thread>

namespace {

using namespace quaywatch;
using namespace quaywatch::bench;

using Command = std::vector<std::string>;

Command ours(const Command& arguments)
{
    Command command{programFolder() + "/quaywatch-cli"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

const std::map<std::string, Command> kPeers{{"ss -tunapH", {"ss", "-tunapH"}},
                                            {"lsof -nPi", {"lsof", "-nPi"}},
                                            {"netstat -tunap", {"netstat", "-tunap"}}};

void measureFullListing(Report& report)
{
    constexpr int kRounds = 7;
    constexpr int kPeerRounds = 3;  // they take seconds each
    const Command list = ours({"list", "--all", "--json"});
    Times dumps;
    Times walks;
    Times lists;
    std::map<std::string, Times> peers;
    for (int round = -1; round < kRounds; ++round) {
        const Milliseconds dump = timeOf([] { dumpSockets(kEveryState); });
        const Milliseconds walk = timeOf([] { followDescriptors(); });
        Times one;
        timeCommand(list, one);
        if (round < 0) {
            continue;  // the first finds every cache cold
        }
        dumps.push_back(dump);
        walks.push_back(walk);
        lists.insert(lists.end(), one.begin(), one.end());
        for (const auto& [name, command] : kPeers) {
            if (round < kPeerRounds) {
                timeCommand(command, peers[name]);
            }
        }
    }
    const Times floor{median(dumps) + median(walks)};
    addTime(report, "kernel's floor: dump_all", dumps);
    addTime(report, "kernel's floor: fd_walk", walks);
    addTime(report, "quaywatch-cli list --all --json", lists);
    addRatio(report, "list --all --json / (dump_all + fd_walk)", lists, floor, 1.6);
    for (const auto& [name, times] : peers) {
        addTime(report, name, times);
        addRatio(report, name + " / list --all --json", times, lists, 5, Measure::Bar::AtLeast);
    }
}

void measureMemory(Report& report)
{
    const auto run = runCommand({programFolder() + "/snapshot_memory"}, Output::Keep);
    const auto json = nlohmann::json::parse(run ? run->output : "", nullptr, false);
    if (json.is_discarded()) {
        report.skip("memory of a snapshot", "snapshot_memory failed");
        return;
    }
    report.add({"memory per socket in a snapshot", json["bytes_per_socket"], "bytes", 400});
    report.add({"memory per socket with what the reader keeps between polls",
                json["bytes_per_socket_polled"],
                "bytes",
                {}});
}

/// A simulated day of polls: the memory at its end, compared with the memory after an hour.
void measureDay(Report& report)
{
    const std::string name = "86,400 polls with churn: memory at the end / after an hour";
    report.heading("A simulated day");
    const auto run = runCommand({programFolder() + "/day_of_polls"}, Output::Keep);
    const auto json = nlohmann::json::parse(run ? run->output : "", nullptr, false);
    if (json.is_discarded()) {
        report.skip(name, "day_of_polls failed");
        return;
    }
    const double hour = json["bytes_after_an_hour"];
    const double day = json["bytes_after_a_day"];
    report.add({"86,400 polls with churn: memory at the end", day / 1e6, "MB", {}});
    report.add({name, day / hour, "x", 1.05});
    report.add({"86,400 polls with churn", run->wall.count() / 86400, "ms each", {}});
}

/// Connections between two polls, however short: how many of them are recorded.
void measureCloses(Report& report)
{
    constexpr int kConnections = 20000;
    const std::string name = "20,000 short connections";
    report.heading(name);
    std::string problem;
    const std::optional<CloseCount> count = countCloses(kConnections, problem);
    if (!count) {
        report.skip(name, problem);
        return;
    }
    report.add({name + ": recorded", static_cast<double>(count->recorded), "connections",
                kConnections, Measure::Bar::AtLeast});
    report.add({name + ": events lost", static_cast<double>(count->lost), "events", 0});
    report.add({name + ": of a core meanwhile", count->cpuPercent, "%", {}});
    report.add({name + ": a closed socket", count->gatherMicroseconds, "us", {}});
}

/// From listen() on a vacant port to the alert: the limit is an interval of one second and a tenth.
void measureAlerts(Report& report)
{
    const std::string name = "from listen() to its alert, at an interval of 1 s";
    report.heading("Alerts");
    std::string problem;
    const auto times = alertLatencies(programFolder() + "/quaywatch-cli", kVacantPorts, problem);
    if (!times) {
        report.skip(name, problem);
        return;
    }
    addLatencies(report, name, *times);
}

void measurePair(Report& report, const Command& mine, const Command& peer, int rounds, double limit)
{
    Times ourTimes;
    Times theirTimes;
    for (int round = 0; round < rounds; ++round) {
        timeCommand(ours(mine), ourTimes);
        timeCommand(peer, theirTimes);
    }
    const auto text = [](const Command& words) { return fmt::format("{}", fmt::join(words, " ")); };
    addTime(report, "quaywatch-cli " + text(mine), ourTimes);
    addTime(report, text(peer), theirTimes);
    addRatio(report, text(mine) + " / " + text(peer), ourTimes, theirTimes, limit);
}

/// Calls `measure` under a load, or reports why that failed.
void underLoad(Report& report, const std::string& plan, const Command& arguments,
               const std::function<void()>& measure)
{
    const Load load(arguments);
    if (load.sockets() == 0) {
        report.skip(plan, "socket_load could not open its sockets (limits of this machine?)");
        return;
    }
    report.heading(fmt::format("{}: {} sockets", plan, load.sockets()));
    measure();
}

/// The number of processes of 50 threads that this machine has room for, at most 1,000. Each thread
/// needs a process number.
int processesOfManyThreads()
{
    constexpr int kWanted = 1000;
    constexpr int kThreads = 50;
    constexpr int kReserve = 2000;  // for everything else that runs here
    int room = kWanted * kThreads;
    for (const char* path : {"/proc/sys/kernel/pid_max", "/proc/sys/kernel/threads-max"}) {
        int limit = 0;
        if (std::ifstream(path) >> limit) {
            room = std::min(room, limit - kReserve);
        }
    }
    return std::max(room, 0) / kThreads;
}

/// With so many threads the kernel takes longer to list /proc: the comparison includes that.
void measurePollsBesideThreads(Report& report)
{
    using namespace std::chrono_literals;
    const std::string processes = std::to_string(processesOfManyThreads());
    const std::string plan = processes + " processes of 50 threads";
    std::array<Times, 2> beside;
    for (const std::size_t i : {0U, 1U}) {
        underLoad(report, i == 0 ? plan : "And 20 sockets nobody holds",
                  {processes, "5", "40", "5", "10", "0", "600", "49", i == 0 ? "0" : "20"}, [&] {
                      beside.at(i) = measurePolls(
                          report, i == 0 ? "poll beside threads" : "poll beside such sockets", 15,
                          0ms, {});
                  });
    }
    addRatio(report, "poll beside such sockets / beside threads", beside[1], beside[0], 1.1);
}

struct Section {
    const char* name;
    void (*measure)(Report&);
};

using namespace std::chrono_literals;

// From small to large: the traces of a large load (TIME_WAIT for a minute, grown kernel tables)
// would affect the small ones.
constexpr std::array kSections{
    Section{"idle",
            [](Report& report) {
                underLoad(report, "Nearly idle", {"3", "2", "0", "2", "5"}, [&] {
                    measurePair(report, {"list"}, {"ss", "-tulpnH"}, 101, 1);
                    measureWindow(report, "the window at 1 s", {}, 1, 120);
                    measureHiddenWindow(report);
                });
            }},
    Section{"start",
            [](Report& report) {
                underLoad(report, "Start, nearly idle", {"3", "2", "0", "2", "5"},
                          [&] { measureStart(report); });
            }},
    Section{"hour",
            [](Report& report) {
                report.heading("An hour of the window");
                measureHour(report);
            }},
    Section{"alerts", measureAlerts},
    Section{"100",
            [](Report& report) {
                underLoad(report, "100 processes", {"100", "2", "45", "5", "20"}, [&] {
                    measurePair(report, {"list", "--all", "--json"}, {"ss", "-tunapH"}, 15, 0.5);
                    measureWindow(report, "the window, 10,000 sockets at 1 s", {}, 10, {});
                });
            }},
    Section{"1000",
            [](Report& report) {
                underLoad(report, "1,000 processes", {"1000", "5", "40", "5", "10"}, [&] {
                    measureFullListing(report);
                    measureMemory(report);
                    measurePolls(report, "poll, nothing changed", 15, 0ms, 1.2);
                });
            }},
    Section{"churn",
            [](Report& report) {
                underLoad(report, "1,000 processes, 900 sockets replaced a second",
                          {"1000", "5", "40", "5", "10", "900"},
                          [&] { measurePolls(report, "poll, 1 % churn", 9, 1s, 1.5); });
            }},
    Section{"threads", measurePollsBesideThreads},
    Section{"closes", measureCloses},
    Section{"day", measureDay},
    Section{"micro", runMicroBenchmarks},
};

int usage()
{
    fmt::print(stderr, "usage: run_bench [--json] [SECTION...]\nsections:");
    for (const Section& section : kSections) {
        fmt::print(stderr, " {}", section.name);
    }
    fmt::print(stderr, "\n");
    return 2;
}

}  // namespace

int main(int argc, char** argv)
{
    std::set<std::string_view> wanted(argv + 1, argv + argc);
    const bool asJson = wanted.erase("--json") != 0;
    for (const std::string_view name : wanted) {
        if (std::none_of(kSections.begin(), kSections.end(),
                         [&](const Section& section) { return section.name == name; })) {
            return usage();
        }
    }
    if (!enterPrivateNetwork()) {
        fmt::print(stderr, "No network namespace of our own: other sockets may move meanwhile.\n");
    }
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    Report report(asJson);
    for (const Section& section : kSections) {
        if (wanted.empty() || wanted.contains(section.name)) {
            section.measure(report);
        }
    }
    report.finish();
}
