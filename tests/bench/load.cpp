// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/load.h"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

namespace quaywatch::bench {

namespace {

constexpr int kNone = -1;

bool writeFile(const char* path, const std::string& text)
{
    std::ofstream file(path);
    file << text;
    return static_cast<bool>(file.flush());
}

bool raiseLoopback()
{
    const int handle = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = ioctl(handle, SIOCSIFFLAGS, &request) == 0;
    close(handle);
    return isUp;
}

std::string readAll(int handle)
{
    std::string text;
    std::array<char, 65536> part{};
    for (ssize_t size = 0; (size = read(handle, part.data(), part.size())) > 0;) {
        text.append(part.data(), static_cast<std::size_t>(size));
    }
    return text;
}

}  // namespace

std::optional<pid_t> startProgram(const std::vector<std::string>& command, int output, bool errors)
{
    std::vector<char*> arguments;
    for (const std::string& word : command) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (output == kNone) {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    } else {
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    }
    if (!errors) {
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    pid_t pid = 0;
    const int failure =
        posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? std::optional(pid) : std::nullopt;
}

std::string programFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

bool enterPrivateNetwork()
{
    const uid_t uid = geteuid();
    const gid_t gid = getegid();
    if (unshare(CLONE_NEWNET) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
            return false;
        }
        writeFile("/proc/self/setgroups", "deny");
        writeFile("/proc/self/uid_map", "0 " + std::to_string(uid) + " 1");
        writeFile("/proc/self/gid_map", "0 " + std::to_string(gid) + " 1");
    }
    return raiseLoopback();
}

std::optional<CommandRun> runCommand(const std::vector<std::string>& command, Output output)
{
    std::array<int, 2> channel{kNone, kNone};
    if (output == Output::Keep && pipe2(channel.data(), O_CLOEXEC) != 0) {
        return std::nullopt;
    }
    CommandRun run;
    int status = 0;
    std::optional<pid_t> pid;
    run.wall = timeOf([&] {
        pid = startProgram(command, channel[1], false);
        if (output == Output::Keep) {
            close(channel[1]);
            run.output = readAll(channel[0]);
            close(channel[0]);
        }
        if (pid) {
            waitpid(*pid, &status, 0);
        }
    });
    if (!pid || !WIFEXITED(status) || WEXITSTATUS(status) == 127) {
        return std::nullopt;
    }
    run.exitCode = WEXITSTATUS(status);
    return run;
}

Load::Load(const std::vector<std::string>& arguments)
{
    std::vector<std::string> command{programFolder() + "/socket_load"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::array<int, 2> channel{};
    if (pipe2(channel.data(), O_CLOEXEC) != 0) {
        return;
    }
    m_pid = startProgram(command, channel[1], true).value_or(0);
    close(channel[1]);
    std::array<char, 64> line{};
    const ssize_t size = read(channel[0], line.data(), line.size());
    close(channel[0]);
    constexpr std::string_view kReady = "ready ";
    if (size > static_cast<ssize_t>(kReady.size())) {
        std::from_chars(line.data() + kReady.size(), line.data() + size, m_sockets);
    }
}

Load::~Load()
{
    if (m_pid == 0) {
        return;
    }
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
    // The children die with their parent; the next load has to start with an empty table.
    for (int i = 0; i < 100 && dumpSockets(kListenersOnly).value_or(0) > 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

}  // namespace quaywatch::bench
