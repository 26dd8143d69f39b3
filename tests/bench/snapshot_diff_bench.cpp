// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/snapshot_diff.h"
#include "tests/bench/busy_server.h"

#include <benchmark/benchmark.h>

namespace {

// Two tables that differ in one row of a hundred.
void snapshotDiff(benchmark::State& state)
{
    const auto rows = static_cast<std::uint32_t>(state.range(0));
    const quaywatch::SnapshotPtr before = quaywatch::bench::busyServer(rows);
    const quaywatch::SnapshotPtr after = quaywatch::bench::busyServer(rows, 100);
    for (auto _ : state) {
        benchmark::DoNotOptimize(quaywatch::diff(*before, *after));
    }
}

BENCHMARK(snapshotDiff)->ArgName("rows")->Arg(1000)->Arg(10000)->Arg(100000);

}  // namespace
