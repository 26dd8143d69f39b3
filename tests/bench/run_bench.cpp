// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// run_bench [--json]: compares Quaywatch with the kernel's lower bound and with other tools, in
// one run, under generated loads. Each result is a ratio of medians of interleaved runs, so that a
// busy or slow machine gives nearly the same result as an idle or fast one.

#include "core/sampling/sampler.h"
#include "tests/bench/closes.h"
#include "tests/bench/desktop_cost.h"
#include "tests/bench/kernel_cost.h"
#include "tests/bench/load.h"
#include "tests/bench/own_home.h"
#include "tests/bench/program_cost.h"
#include "tests/bench/report.h"
#include "tests/bench/report_times.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

/// Adds the time of one more run. A command that fails adds nothing.
void timeCommand(const Command& command, Times& times)
{
    if (const auto run = runCommand(command); run && run->exitCode == 0) {
        times.push_back(run->wall);
    }
}

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

/// Polls `rounds` times, `pause` apart, each next to a bare dump.
/// @return The times of the polls, scaled so that a dump takes one millisecond: a machine that has
/// become slower then does not matter. Empty if it could not be measured.
Times measurePolls(Report& report, const std::string& name, int rounds, Milliseconds pause,
                   std::optional<double> limit)
{
    auto source = createSocketSource();
    if (!source) {
        report.skip(name, source.error().context.english());
        return {};
    }
    Sampler sampler(std::move(*source), [](RpcWay) { return Result<std::vector<RpcService>>(); });
    Times dumps;
    Times polls;
    std::vector<double> churn;
    for (int round = -1; round < rounds; ++round) {
        std::this_thread::sleep_for(pause);
        const Milliseconds dump = timeOf([] { dumpSockets(kEveryState); });
        Result<SnapshotUpdate> update;
        const Milliseconds poll = timeOf([&] { update = sampler.sample(); });
        if (!update) {
            report.skip(name, update.error().context.english());
            return {};
        }
        if (round < 0) {
            continue;  // the first poll walks /proc for everything
        }
        dumps.push_back(dump);
        polls.push_back(poll);
        double opened = 0;
        for (const RowRun& run : update->steps.added) {
            opened += static_cast<double>(run.count);
        }
        churn.push_back(100 * opened / static_cast<double>(update->after->sockets.size()));
    }
    std::nth_element(churn.begin(), churn.begin() + rounds / 2, churn.end());
    report.add(
        {name + ": sockets that are new", churn[static_cast<std::size_t>(rounds / 2)], "%", {}});
    addTime(report, name, polls);
    addRatio(report, name + " / dump_all", polls, dumps, limit);
    for (Milliseconds& poll : polls) {
        poll = Milliseconds(poll / median(dumps));
    }
    return polls;
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

const std::vector<std::uint16_t> kVacantPorts{931, 932, 933, 934, 935};

void addLatencies(Report& report, const std::string& name, const Times& times)
{
    constexpr double kIntervalAndATenth = 1100;
    addTime(report, name + ": median", times);
    report.add({name + ": longest", std::max_element(times.begin(), times.end())->count(), "ms",
                kIntervalAndATenth});
}

/// The window as it is open all day, rendered into memory as `--screenshot` does, with a separate
/// home so that no file of the user is changed.
void measureWindow(Report& report, const std::string& name, const Command& options,
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
    Command command{program};
    command.insert(command.end(), options.begin(), options.end());
    using namespace std::chrono_literals;
    if (const auto cost = costOfRunning(command, 5s, 20s)) {
        report.add({name + ": of a core", cost->cpuPercent, "%", maxPercent});
        report.add({name + ": resident", cost->residentMegabytes, "MB", maxMegabytes});
    } else {
        report.skip(name, "the window did not stay open");
    }
}

/// The same while it is hidden in the tray and reports by notifications.
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

double inMilliseconds(const nlohmann::json& row, const char* time)
{
    static const std::map<std::string, double> kFactors{
        {"ns", 1e-6}, {"us", 1e-3}, {"ms", 1}, {"s", 1e3}};
    return row[time].get<double>() * kFactors.at(row["time_unit"]);
}

/// Runs one Google Benchmark program and copies its rows. The cost of an update of the models in
/// the window has to fit between two frames.
void runMicroBenchmarks(Report& report, const std::string& program)
{
    constexpr double kFrame = 16;
    constexpr double kMapFrame = 4;
    const auto run =
        runCommand({program, "--benchmark_format=json", "--benchmark_min_time=0.2"}, Output::Keep);
    const auto json = nlohmann::json::parse(run ? run->output : "", nullptr, false);
    if (json.is_discarded() || !json.contains("benchmarks")) {
        report.skip(program, "it failed");
        return;
    }
    for (const auto& row : json["benchmarks"]) {
        const std::string name = row["name"];
        const double cpu = inMilliseconds(row, "cpu_time");
        const double wall = inMilliseconds(row, "real_time");
        std::optional<double> limit;
        const bool isWithoutOurs = name.ends_with("keeper:0");  // only for comparison
        if (name.find("Apply") != std::string::npos && !isWithoutOurs) {
            limit = kFrame;
        } else if (name.find("portMapFrame") != std::string::npos) {
            limit = kMapFrame;
        }
        report.add({name, cpu, "ms", limit});
        if (wall > 1.5 * cpu) {
            report.add({name + " until done", wall, "ms", {}});
        }
    }
}

void runAllMicroBenchmarks(Report& report)
{
    std::set<std::string> programs;
    for (const auto& entry : std::filesystem::directory_iterator(programFolder())) {
        const std::string name = entry.path().filename();
        if (name.ends_with("_bench") && name != "run_bench") {
            programs.insert(entry.path());
        }
    }
    for (const std::string& program : programs) {
        report.heading(std::filesystem::path(program).filename().string() +
                       ": CPU time of its thread");
        runMicroBenchmarks(report, program);
    }
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

}  // namespace

int main(int argc, char** argv)
{
    const bool asJson = argc == 2 && std::string_view(argv[1]) == "--json";
    if (argc > 1 && !asJson) {
        fmt::print(stderr, "usage: run_bench [--json]\n");
        return 2;
    }
    if (!enterPrivateNetwork()) {
        fmt::print(stderr, "No network namespace of our own: other sockets may move meanwhile.\n");
    }
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    Report report(asJson);
    using namespace std::chrono_literals;

    // From small to large: the traces of a large load (TIME_WAIT for a minute, grown kernel tables)
    // would affect the small ones.
    underLoad(report, "Nearly idle", {"3", "2", "0", "2", "5"}, [&] {
        measurePair(report, {"list"}, {"ss", "-tulpnH"}, 101, 1);
        measureWindow(report, "the window at 1 s", {}, 1, 120);
        measureHiddenWindow(report);
    });
    measureAlerts(report);
    underLoad(report, "100 processes", {"100", "2", "45", "5", "20"}, [&] {
        measurePair(report, {"list", "--all", "--json"}, {"ss", "-tunapH"}, 15, 0.5);
        measureWindow(report, "the window, 10,000 sockets at 1 s", {}, 10, {});
    });
    underLoad(report, "1,000 processes", {"1000", "5", "40", "5", "10"}, [&] {
        measureFullListing(report);
        measureMemory(report);
        measurePolls(report, "poll, nothing changed", 15, 0ms, 1.2);
    });
    underLoad(report, "1,000 processes, 900 sockets replaced a second",
              {"1000", "5", "40", "5", "10", "900"},
              [&] { measurePolls(report, "poll, 1 % churn", 9, 1s, 1.5); });
    // With so many threads the kernel takes longer to list /proc: the comparison includes that.
    std::array<Times, 2> beside;
    for (const std::size_t i : {0U, 1U}) {
        underLoad(report, i == 0 ? "1,000 processes of 50 threads" : "And 20 sockets nobody holds",
                  {"1000", "5", "40", "5", "10", "0", "600", "49", i == 0 ? "0" : "20"}, [&] {
                      beside.at(i) = measurePolls(
                          report, i == 0 ? "poll beside threads" : "poll beside such sockets", 15,
                          0ms, {});
                  });
    }
    addRatio(report, "poll beside such sockets / beside threads", beside[1], beside[0], 1.1);
    measureCloses(report);
    measureDay(report);
    runAllMicroBenchmarks(report);
    report.finish();
}
