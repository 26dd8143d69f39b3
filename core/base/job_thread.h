// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace quaywatch {

/// Whether so many more threads may be started now: the limits of the user (RLIMIT_NPROC), of the
/// cgroup and of a sandbox are known only by trying. Starts them and lets them end at once.
[[nodiscard]] bool canStartThreads(std::size_t count);

/// Runs jobs one after the other on a thread of its own, which starts with the first job and stays.
/// Where no thread may be started, a job runs at once on the thread that gives it: slower, but
/// done.
///
/// One thread gives the jobs; they must not throw. The destructor waits for all that were given.
class JobThread {
public:
    using Job = std::function<void()>;

    JobThread() = default;
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;
    ~JobThread();

    void start(Job job);
    /// Drops the jobs that have not begun.
    void clear();

private:
    void run();

    std::mutex m_mutex;  ///< Guards what follows, up to the thread.
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread;
};

}  // namespace quaywatch
