// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter.h"
#include "tests/bench/busy_server.h"

#include <benchmark/benchmark.h>

namespace {

constexpr std::uint32_t kRows = 100000;

void filterRows(benchmark::State& state, const char* text)
{
    const quaywatch::SnapshotPtr snapshot = quaywatch::bench::busyServer(kRows);
    const quaywatch::Filter filter = quaywatch::Filter::parse(text).value();
    for (auto _ : state) {
        std::size_t matching = 0;
        for (const quaywatch::SocketRecord& socket : snapshot->sockets) {
            matching += filter.matches(socket) ? 1U : 0U;
        }
        benchmark::DoNotOptimize(matching);
    }
}

BENCHMARK_CAPTURE(filterRows, by_port, "port:600-2000");
BENCHMARK_CAPTURE(filterRows, by_process, "process:daemon7");
BENCHMARK_CAPTURE(filterRows, by_word, "daemon7");
BENCHMARK_CAPTURE(filterRows, by_all_of_it, "(port:600-2000 | user:alice) !is:local daemon");

}  // namespace
