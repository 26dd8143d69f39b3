// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/job_thread.h"

#include <system_error>
#include <utility>
#include <vector>

namespace quaywatch {

bool canStartThreads(std::size_t count)
{
    std::mutex gate;
    std::vector<std::thread> threads;
    threads.reserve(count);
    {
        const std::lock_guard closed(gate);  // so that all threads exist at the same time
        try {
            while (threads.size() < count) {
                threads.emplace_back([&gate] { const std::lock_guard passed(gate); });
            }
        } catch (const std::system_error&) {
            // No more threads are allowed.
        }
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return threads.size() == count;
}

JobThread::~JobThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void JobThread::start(Job job)
{
    if (!m_thread.joinable()) {
        try {
            m_thread = std::thread([this] { run(); });
        } catch (const std::system_error&) {
            job();  // No more threads are allowed.
            return;
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

void JobThread::clear()
{
    const std::lock_guard lock(m_mutex);
    m_jobs.clear();
}

void JobThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
        if (m_jobs.empty()) {
            return;
        }
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = {};  // Its captures may be large: free them without holding the lock.
        lock.lock();
    }
}

}  // namespace quaywatch
