// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kernel_floor [REPEATS]: the time that the kernel alone needs to list sockets, as JSON: the
// median milliseconds of REPEATS (7) runs of each part.
//   dump_all_ms    sock_diag dump of TCP and UDP, IPv4 and IPv6, every state, rows discarded
//   dump_bound_ms  the same for listeners only
//   fd_count_ms    stat of every /proc/PID/fd, whose size is the number of descriptors
//   fd_walk_ms     readlink of every /proc/PID/fd/N

#include "tests/bench/kernel_cost.h"

#include <fmt/core.h>

#include <cstdlib>

namespace {

using namespace quaywatch::bench;

double medianOf(int repeats, const std::function<void()>& work)
{
    std::vector<Milliseconds> times;
    for (int i = 0; i < repeats; ++i) {
        times.push_back(timeOf(work));
    }
    return median(times).count();
}

}  // namespace

int main(int argc, char** argv)
{
    const int repeats = argc > 1 ? std::atoi(argv[1]) : 7;
    const auto sockets = dumpSockets(kEveryState);
    if (repeats < 1 || !sockets) {
        fmt::print(stderr, "kernel_floor: {}\n",
                   sockets ? "REPEATS must be a positive number" : "the kernel gives no sockets");
        return sockets ? 2 : 4;
    }
    const double all = medianOf(repeats, [] { dumpSockets(kEveryState); });
    const double bound = medianOf(repeats, [] { dumpSockets(kListenersOnly); });
    const double count = medianOf(repeats, [] { countDescriptors(); });
    const double walk = medianOf(repeats, [] { followDescriptors(); });
    fmt::print(
        "{{\"sockets\":{},\"dump_all_ms\":{:.3f},\"dump_bound_ms\":{:.3f},\"fd_count_ms\":{:.3f},"
        "\"fd_walk_ms\":{:.3f}}}\n",
        *sockets, all, bound, count, walk);
}
