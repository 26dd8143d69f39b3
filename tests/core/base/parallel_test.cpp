// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/parallel.h"

#include "tests/support/processes/no_threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <vector>

namespace quaywatch {
namespace {

constexpr std::size_t kMuch = 1000;

bool isEveryIndexCalledOnce()
{
    std::vector<std::atomic<int>> calls(kMuch);
    forEachInParallel(kMuch, 1, [&](std::size_t worker, std::size_t index) {
        calls[index] += worker < parallelWorkers() ? 1 : 100;
    });
    return std::all_of(calls.begin(), calls.end(), [](const auto& count) { return count == 1; });
}

TEST(ForEachInParallel, CallsEveryIndexOnce)
{
    EXPECT_TRUE(isEveryIndexCalledOnce());
}

TEST(ForEachInParallel, WorksWithoutThreads)
{
    const test::NoThreads noThreads;

    EXPECT_TRUE(isEveryIndexCalledOnce());
}

}  // namespace
}  // namespace quaywatch
