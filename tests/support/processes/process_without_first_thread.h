// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cstddef>
#include <fstream>
#include <string>

namespace quaywatch::test {

/// A child of the test whose first thread has ended while another one lives on. It has the
/// descriptors that the test had when it was created, and ends with this object.
class ProcessWithoutFirstThread {
public:
    ProcessWithoutFirstThread()
    {
        if (pipe(m_gate.data()) != 0 || pipe(m_ready.data()) != 0) {
            return;
        }
        m_pid = fork();
        if (m_pid == 0) {
            close(m_gate[1]);
            static const LastThread last{getpid(), m_gate[0], m_ready[1]};
            pthread_t thread{};
            if (pthread_create(&thread, nullptr, &LastThread::run,
                               const_cast<LastThread*>(&last)) != 0) {
                _exit(1);
            }
            syscall(SYS_exit, 0);  // pthread_exit() would unwind the test
        }
        close(m_gate[0]);
        close(m_ready[1]);
    }
    ProcessWithoutFirstThread(const ProcessWithoutFirstThread&) = delete;
    ProcessWithoutFirstThread& operator=(const ProcessWithoutFirstThread&) = delete;
    ~ProcessWithoutFirstThread()
    {
        close(m_gate[1]);
        close(m_ready[0]);
        if (m_pid > 0) {
            waitpid(m_pid, nullptr, 0);
        }
    }

    [[nodiscard]] pid_t pid() const noexcept { return m_pid; }

    /// Waits until the first thread has ended. Returns whether it did.
    [[nodiscard]] bool waitUntilReady() const
    {
        char byte = 0;
        return m_pid > 0 && ::read(m_ready[0], &byte, 1) == 1;
    }

private:
    /// Reports that the first thread has ended, and stays until the gate closes.
    struct LastThread {
        pid_t first;
        int gate;
        int ready;

        static void* run(void* place)
        {
            const auto& self = *static_cast<const LastThread*>(place);
            while (stateOf(self.first) != 'Z') {
                sched_yield();
            }
            char byte = 'r';
            _exit(write(self.ready, &byte, 1) == 1 && ::read(self.gate, &byte, 1) == 0 ? 0 : 1);
        }

        /// The state of a thread of this process: the letter after its name in /proc/PID/stat
        /// (proc(5)).
        static char stateOf(pid_t thread)
        {
            std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
            std::string line;
            std::getline(file, line);
            const std::size_t end = line.rfind(") ");
            return end == std::string::npos ? '?' : line.at(end + 2);
        }
    };

    std::array<int, 2> m_gate{-1, -1};
    std::array<int, 2> m_ready{-1, -1};
    pid_t m_pid = -1;
};

}  // namespace quaywatch::test
