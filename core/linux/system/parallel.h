// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace quaywatch::linux_backend {

/// The threads that forEachInParallel() uses at most: as many as there were processors at the
/// first call, and never another number, since callers keep something for each.
[[nodiscard]] inline std::size_t parallelWorkers() noexcept
{
    static const std::size_t kWorkers =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);
    return kWorkers;
}

/// Calls `work(worker, index)` for every index below `count`, on several threads, in no order.
/// `worker` numbers the thread, below parallelWorkers(). Small counts stay on the calling thread,
/// and everything where no thread may be started. Returns when all is done; `work` must not throw.
template <class Work>
void forEachInParallel(std::size_t count, std::size_t countWorthAThread, Work&& work)
{
    const std::size_t workers =
        std::min(parallelWorkers(), count / std::max<std::size_t>(countWorthAThread, 1) + 1);
    if (workers == 1) {
        for (std::size_t i = 0; i < count; ++i) {
            work(std::size_t{0}, i);
        }
        return;
    }
    std::atomic<std::size_t> next{0};
    const auto run = [&](std::size_t worker) {
        for (std::size_t i = next++; i < count; i = next++) {
            work(worker, i);
        }
    };
    std::vector<std::thread> threads;
    threads.reserve(workers);
    for (std::size_t worker = 1; worker < workers; ++worker) {
        try {
            threads.emplace_back(run, worker);
        } catch (const std::system_error&) {
            break;  // no more threads allowed: those there are do it all
        }
    }
    run(0);
    for (std::thread& thread : threads) {
        thread.join();
    }
}

}  // namespace quaywatch::linux_backend
