// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/list_json.h"
#include "core/export/socket_json.h"
#include "tests/bench/busy_server.h"

#include <benchmark/benchmark.h>

#include <string_view>

namespace {

void listJson(benchmark::State& state)
{
    const quaywatch::SnapshotPtr snapshot =
        quaywatch::bench::busyServer(static_cast<std::uint32_t>(state.range(0)));
    std::vector<const quaywatch::SocketRecord*> rows;
    for (const quaywatch::SocketRecord& socket : snapshot->sockets) {
        rows.push_back(&socket);
    }
    std::size_t bytes = 0;
    for (auto _ : state) {
        quaywatch::writeListJson(*snapshot, rows, [&](std::string_view piece) {
            bytes += piece.size();
            return true;
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

BENCHMARK(listJson)->ArgName("rows")->Arg(10000)->Arg(90000)->MeasureProcessCPUTime();

}  // namespace
