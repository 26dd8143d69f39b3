// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace quaywatch {

/// The largest number of threads that forEachInParallel() uses: the number of processors, at most
/// 4. It is determined at the first call and does not change, since callers keep data for each
/// thread.
[[nodiscard]] inline std::size_t parallelWorkers() noexcept
{
    static const std::size_t kWorkers =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);
    return kWorkers;
}

/// Calls `work(worker, index)` for every index below `count`, on several threads, in no particular
/// order. `worker` is the number of the thread, below parallelWorkers(). Small counts are processed
/// on the calling thread, and so is everything if no thread can be started. Returns when all calls
/// have returned; `work` must not throw.
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
            break;  // no more threads are allowed: the existing ones do all of the work
        }
    }
    run(0);
    for (std::thread& thread : threads) {
        thread.join();
    }
}

}  // namespace quaywatch
