// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/micro_benchmarks.h"

#include "tests/bench/load.h"
#include "tests/bench/report.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace quaywatch::bench {
namespace {

double inMilliseconds(const nlohmann::json& row, const char* time)
{
    static const std::map<std::string, double> kFactors{
        {"ns", 1e-6}, {"us", 1e-3}, {"ms", 1}, {"s", 1e3}};
    return row[time].get<double>() * kFactors.at(row["time_unit"]);
}

/// Runs one Google Benchmark program and copies its rows. The cost of an update of the models in
/// the window has to fit between two frames.
void runProgram(Report& report, const std::string& program)
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
        const bool isFrame =
            name.find("Apply") != std::string::npos || name.find("Scroll") != std::string::npos;
        if (isFrame && !isWithoutOurs) {
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

}  // namespace

void runMicroBenchmarks(Report& report)
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
        runProgram(report, program);
    }
}

}  // namespace quaywatch::bench
