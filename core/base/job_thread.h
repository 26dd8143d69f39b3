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

/// Whether `count` more threads can be started now. The limits of the user (RLIMIT_NPROC), of the
/// cgroup and of a sandbox are known only by trying: starts the threads and lets them end at once.
[[nodiscard]] bool canStartThreads(std::size_t count);

/// Runs jobs one after the other on its own thread, which starts with the first job and then stays.
/// Where no thread can be started, each job runs at once on the calling thread, which is slower.
///
/// One thread submits all jobs; they must not throw. The destructor waits for all submitted jobs.
class JobThread {
public:
    using Job = std::function<void()>;

    JobThread() = default;
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;
    ~JobThread();

    void start(Job job);
    /// Drops the jobs that have not started.
    void clear();

private:
    void run();

    std::mutex m_mutex;  ///< Guards the members below, up to the thread.
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread;
};

}  // namespace quaywatch
