// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtest/gtest.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace quaywatch::test {

/// A child process of the test that runs a function, reports that it is ready, and then blocks
/// until the test releases or ends it. No test depends on timing.
class ChildProcess {
public:
    /// Runs a function in a fork, and another one at each tell(). They may only use functions that
    /// are safe after a fork of a program that may have threads.
    static ChildProcess forked(const std::function<void()>& setUp = {},
                               const std::function<void()>& onOutput = {})
    {
        return ChildProcess([&setUp, &onOutput] {
            if (setUp) {
                setUp();
            }
            char byte = 'r';
            while (write(STDOUT_FILENO, &byte, 1) == 1 && read(STDIN_FILENO, &byte, 1) > 0) {
                if (onOutput) {
                    onOutput();
                }
            }
            _exit(0);
        });
    }

    /// Runs a program that copies its input to its output, as cat does.
    static ChildProcess echoing(const std::string& program, std::vector<std::string> command,
                                const std::string& folder = {})
    {
        return ChildProcess(
            [&] {
                std::vector<char*> words;
                for (std::string& word : command) {
                    words.push_back(word.data());
                }
                words.push_back(nullptr);
                if (!folder.empty() && chdir(folder.c_str()) != 0) {
                    _exit(1);
                }
                execv(program.c_str(), words.data());
                _exit(1);
            },
            "r\n");
    }

    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess()
    {
        kill(m_pid, SIGKILL);
        reap();
        close(m_input);
        close(m_output);
    }

    [[nodiscard]] std::uint32_t pid() const { return static_cast<std::uint32_t>(m_pid); }

    /// Makes a forked child run the second function; returns once that is done.
    void tell()
    {
        char byte = 't';
        EXPECT_EQ(write(m_input, &byte, 1), 1);
        EXPECT_EQ(read(m_output, &byte, 1), 1);
    }

    /// Releases it; returns once it is a zombie. Only valid while no younger child was forked,
    /// because a younger child also holds the write end of this one's input.
    void finish()
    {
        close(m_input);
        m_input = -1;
        siginfo_t info{};
        waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOWAIT);
    }

    /// Stops it as Ctrl+Z does; returns once it is stopped.
    void stop() const
    {
        kill(m_pid, SIGSTOP);
        siginfo_t info{};
        waitid(P_PID, static_cast<id_t>(m_pid), &info, WSTOPPED | WNOWAIT);
    }

    /// Reaps the zombie, so that the pid can be reused.
    void reap()
    {
        if (!m_isReaped) {
            waitpid(m_pid, &m_status, 0);
            m_isReaped = true;
        }
    }

    /// The signal that ended it, or 0. Waits for its end.
    int endingSignal()
    {
        reap();
        return WIFSIGNALED(m_status) ? WTERMSIG(m_status) : 0;
    }

private:
    explicit ChildProcess(const std::function<void()>& run, const std::string& greeting = {})
    {
        std::array<int, 2> input{};
        std::array<int, 2> output{};
        EXPECT_EQ(pipe2(input.data(), O_CLOEXEC), 0);
        EXPECT_EQ(pipe2(output.data(), O_CLOEXEC), 0);
        m_pid = fork();
        if (m_pid == 0) {
            dup2(input[0], STDIN_FILENO);
            dup2(output[1], STDOUT_FILENO);
            close(input[1]);
            run();
            _exit(1);
        }
        close(input[0]);
        close(output[1]);
        m_input = input[1];
        m_output = output[0];
        if (!greeting.empty()) {
            EXPECT_EQ(write(m_input, greeting.data(), greeting.size()),
                      static_cast<ssize_t>(greeting.size()));
        }
        char ready = 0;
        EXPECT_EQ(read(m_output, &ready, 1), 1) << "the child did not start";
    }

    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    int m_status = 0;
    bool m_isReaped = false;
};

}  // namespace quaywatch::test
