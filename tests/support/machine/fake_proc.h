// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/system/unique_fd.h"

#include "tests/support/temp_dir.h"

#include <fcntl.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::test {

/// A folder that looks like /proc, so that a test sets the processes. It shows every process of its
/// machine until hideOthers() or moveIntoNamespace().
class FakeProc {
public:
    FakeProc()
    {
        start(1, {}, "init");
        moveIntoNamespace(0xEFFFFFFC);  // the inode of the initial one on every Linux
    }

    /// As a mount with hidepid shows it to an ordinary user.
    void hideOthers() const { end(1); }

    void moveIntoNamespace(std::uint32_t number) const
    {
        const std::string link = m_folder.makeFolder("self/ns") + "/pid";
        std::filesystem::remove(link);
        std::filesystem::create_symlink("pid:[" + std::to_string(number) + "]", link);
    }

    /// Creates a process, or another one in place of the process with that pid.
    void start(std::uint32_t pid, const std::vector<std::uint32_t>& sockets,
               const std::string& name = "server", std::uint64_t startTime = 100,
               std::uint32_t parent = 1) const
    {
        end(pid);
        const std::string folder = std::to_string(pid);
        writeStat(folder, pid, name, 'S', startTime, parent);
        std::filesystem::create_symlink("/usr/bin/" + name, m_folder.path(folder + "/exe"));
        hold(pid, sockets);
    }

    /// The process is about to end: it has no program any more, but still its descriptors.
    void beginExit(std::uint32_t pid) const
    {
        const std::string folder = std::to_string(pid);
        writeStat(folder, pid, "ending", 'R', 100, 1, /*flags=*/4);
        std::filesystem::remove(m_folder.path(folder + "/exe"));
    }

    /// Creates a process whose descriptors cannot be read, not even by root.
    void startHidden(std::uint32_t pid, std::uint32_t parent) const
    {
        end(pid);
        const std::string folder = std::to_string(pid);
        writeStat(folder, pid, "hidden", 'S', 100, parent);
        m_folder.write(folder + "/fd", "not a folder");
    }

    /// Replaces the sockets of the process.
    void hold(std::uint32_t pid, const std::vector<std::uint32_t>& sockets) const
    {
        const std::string folder = std::to_string(pid) + "/fd";
        std::filesystem::remove_all(m_folder.path(folder));
        const std::string path = m_folder.makeFolder(folder);
        for (const std::uint32_t inode : sockets) {
            const std::string number = std::to_string(inode);
            std::filesystem::create_symlink("socket:[" + number + "]", path + "/" + number);
        }
    }

    /// Adds a thread with its own descriptor table; the first thread is a thread, too.
    void holdInThread(std::uint32_t pid, std::uint32_t thread,
                      const std::vector<std::uint32_t>& sockets, char state = 'S') const
    {
        const std::string tasks = std::to_string(pid) + "/task/";
        std::filesystem::create_directories(m_folder.path(tasks + std::to_string(pid) + "/fd"));
        const std::string folder = tasks + std::to_string(thread);
        std::filesystem::remove_all(m_folder.path(folder));
        const std::string path = m_folder.makeFolder(folder + "/fd");
        for (const std::uint32_t inode : sockets) {
            const std::string number = std::to_string(inode);
            std::filesystem::create_symlink("socket:[" + number + "]", path + "/" + number);
        }
        writeStat(folder, thread, "server", state, 100);
        std::filesystem::create_symlink("/usr/bin/server", m_folder.path(folder + "/exe"));
    }

    /// Moves a process, or one of its threads, to the network namespace of that name.
    void moveToNetwork(std::uint32_t pid, const std::string& network,
                       std::optional<std::uint32_t> thread = std::nullopt) const
    {
        const std::string task = thread ? "/task/" + std::to_string(*thread) : std::string();
        const std::string link = m_folder.makeFolder(std::to_string(pid) + task + "/ns") + "/net";
        std::filesystem::remove(link);
        std::filesystem::create_symlink(m_folder.write("networks/" + network, ""), link);
    }

    /// The file that maps a thread id to its process. This /proc then lists the thread, which a
    /// real one does not.
    void nameThread(std::uint32_t pid, std::uint32_t thread) const
    {
        m_folder.write(std::to_string(thread) + "/status",
                       "Name:\tserver\nUmask:\t0022\nTgid:\t" + std::to_string(pid) + "\n");
    }

    /// Ends the first thread, as pthread_exit() in main does: the other threads live on.
    void endFirstThread(std::uint32_t pid) const
    {
        const std::string folder = std::to_string(pid);
        hold(pid, {});
        std::filesystem::remove(m_folder.path(folder + "/exe"));
        writeStat(folder, pid, "server", 'Z', 100);
    }

    /// Closes the socket of `descriptor`, and opens another one with the same number if requested.
    void replace(std::uint32_t pid, std::uint32_t descriptor,
                 std::optional<std::uint32_t> socket) const
    {
        const std::string link =
            m_folder.path(std::to_string(pid) + "/fd/" + std::to_string(descriptor));
        std::filesystem::remove(link);
        if (socket) {
            std::filesystem::create_symlink("socket:[" + std::to_string(*socket) + "]", link);
        }
    }

    void end(std::uint32_t pid) const
    {
        std::filesystem::remove_all(m_folder.path(std::to_string(pid)));
    }

    [[nodiscard]] linux_backend::UniqueFd open() const
    {
        return linux_backend::UniqueFd(
            ::open(m_folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }

    [[nodiscard]] std::string path(const std::string& name) const { return m_folder.path(name); }

private:
    void writeStat(const std::string& folder, std::uint32_t number, const std::string& name,
                   char state, std::uint64_t startTime, std::uint32_t parent = 1,
                   std::uint32_t flags = 0) const
    {
        std::string stat =
            std::to_string(number) + " (" + name + ") " + state + " " + std::to_string(parent);
        for (int field = 5; field < 22; ++field) {  // as proc(5) counts them
            stat += field == 9 ? " " + std::to_string(flags) : " 0";
        }
        m_folder.write(folder + "/stat", stat + " " + std::to_string(startTime) + " 0\n");
    }

    TempDir m_folder;
};

}  // namespace quaywatch::test
