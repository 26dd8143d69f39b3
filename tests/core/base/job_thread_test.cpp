// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/job_thread.h"

#include "tests/support/processes/no_threads.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>
#include <vector>

namespace quaywatch {
namespace {

TEST(JobThread, RunsJobsInOrderOnOneOtherThread)
{
    std::vector<int> done;
    std::vector<std::thread::id> threads;
    {
        JobThread jobs;
        for (int i = 0; i < 3; ++i) {
            jobs.start([&, i] {
                done.push_back(i);
                threads.push_back(std::this_thread::get_id());
            });
        }
    }

    EXPECT_EQ(done, (std::vector{0, 1, 2}));
    EXPECT_NE(threads.front(), std::this_thread::get_id());
    EXPECT_EQ(threads.front(), threads.back());
}

TEST(JobThread, RunsAJobAtOnceWhereNoThreadCanBeStarted)
{
    const test::NoThreads noThreads;
    std::thread::id ranOn;
    JobThread jobs;

    jobs.start([&ranOn] { ranOn = std::this_thread::get_id(); });

    EXPECT_EQ(ranOn, std::this_thread::get_id());
}

TEST(JobThread, UsesAThreadAgainOnceOneCanBeStarted)
{
    std::thread::id ranOn;
    {
        JobThread jobs;
        {
            const test::NoThreads noThreads;
            jobs.start([] {});
        }
        jobs.start([&ranOn] { ranOn = std::this_thread::get_id(); });
    }

    EXPECT_NE(ranOn, std::thread::id());
    EXPECT_NE(ranOn, std::this_thread::get_id());
}

TEST(JobThread, DropsJobsThatHaveNotStarted)
{
    std::promise<void> begun;
    std::promise<void> mayContinue;
    bool isDone = false;
    {
        JobThread jobs;
        jobs.start([&] {
            begun.set_value();
            mayContinue.get_future().wait();
        });
        jobs.start([&isDone] { isDone = true; });
        begun.get_future().wait();
        jobs.clear();
        mayContinue.set_value();
    }

    EXPECT_FALSE(isDone);
}

TEST(CanStartThreads, ReportsWhetherThreadsCanBeStarted)
{
    EXPECT_TRUE(canStartThreads(3));

    const test::NoThreads noThreads;
    EXPECT_FALSE(canStartThreads(1));
    EXPECT_TRUE(canStartThreads(0));
}

}  // namespace
}  // namespace quaywatch
