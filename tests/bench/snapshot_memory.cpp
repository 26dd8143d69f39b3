// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// snapshot_memory: the memory that the sockets of this machine need, as JSON. Counts every byte
// that the allocator gives out.
//   bytes_per_socket         a snapshot with all its data, after its reader was destroyed
//   bytes_per_socket_polled  the same with the reader, which caches names and owners between polls

#include "core/sampling/sampler.h"
#include "tests/bench/counted_memory.h"

#include <fmt/core.h>

int main()
{
    using namespace quaywatch;
    using bench::bytesInUse;

    const std::size_t before = bytesInUse();
    auto source = createSocketSource();
    if (!source) {
        fmt::print(stderr, "snapshot_memory: {}\n", source.error().context.english());
        return 4;
    }
    auto noRpc = [](RpcWay) { return Result<std::vector<RpcService>>(); };
    auto sampler = std::make_unique<Sampler>(std::move(*source), noRpc);
    if (const auto update = sampler->sample(); !update) {
        fmt::print(stderr, "snapshot_memory: {}\n", update.error().context.english());
        return 4;
    }
    const std::size_t polled = bytesInUse() - before;
    SnapshotPtr snapshot = sampler->current();
    const std::size_t sockets = snapshot->sockets.size();
    sampler.reset();
    const std::size_t held = bytesInUse();
    snapshot.reset();
    const std::size_t own = held - bytesInUse();

    const auto each = [&](std::size_t bytes) {
        return sockets == 0 ? 0.0 : static_cast<double>(bytes) / static_cast<double>(sockets);
    };
    fmt::print(
        "{{\"sockets\":{},\"bytes_per_socket\":{:.1f},\"bytes_per_socket_polled\":{:.1f}}}\n",
        sockets, each(own), each(polled));
}
