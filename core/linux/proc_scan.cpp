// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/proc_scan.h"

#include "core/linux/errno_error.h"
#include "core/linux/proc_file.h"
#include "core/linux/unique_fd.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{32} * 1024;
constexpr std::string_view kSocketPrefix = "socket:[";

/// As the kernel lays it out (getdents64(2)); the name follows.
struct DirectoryEntry {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t length;
    std::uint8_t type;
};
constexpr std::size_t kNameOffset = 19;

/// Calls `visit(name)` with each entry, NUL-terminated, but those that begin with a dot.
/// @return 0 or an errno.
template <class Visit>
int forEachEntry(int directory, Visit&& visit)
{
    alignas(DirectoryEntry) std::array<char, kBufferBytes> buffer;
    for (;;) {
        const long length = syscall(SYS_getdents64, directory, buffer.data(), buffer.size());
        if (length <= 0) {
            return length == 0 ? 0 : errno;
        }
        for (long at = 0; at < length;) {
            DirectoryEntry entry;
            std::memcpy(&entry, buffer.data() + at, kNameOffset);
            const char* name = buffer.data() + at + kNameOffset;
            if (*name != '.') {
                visit(name);
            }
            at += entry.length;
        }
    }
}

/// Anything else (no descriptor left, no memory) says nothing of the process.
bool hasEnded(int error) noexcept
{
    return error == ENOENT || error == ESRCH;
}

struct DescriptorScan {
    FdScan result = FdScan::Read;
    std::size_t count = 0;  ///< Descriptors of any kind.
};

DescriptorScan scanDescriptors(int folder, const char* path, std::vector<std::uint32_t>& inodes)
{
    const UniqueFd directory(openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory) {
        return {hasEnded(errno) ? FdScan::Gone : FdScan::Hidden, 0};
    }
    bool isRefused = false;
    std::size_t count = 0;
    const int error = forEachEntry(directory.get(), [&](const char* name) {
        ++count;
        std::array<char, 64> link;  // longer links are files
        const auto length = readlinkat(directory.get(), name, link.data(), link.size());
        if (length < 0) {
            isRefused = isRefused || errno == EACCES || errno == EPERM;
            return;  // closed meanwhile
        }
        const auto inode = parseSocketLink({link.data(), static_cast<std::size_t>(length)});
        if (inode) {
            inodes.push_back(*inode);
        }
    });
    // A process can become unreadable (exec of a setuid program) while it is being read.
    if (isRefused || (error != 0 && !hasEnded(error))) {
        return {FdScan::Hidden, count};
    }
    return {error == 0 ? FdScan::Read : FdScan::Gone, count};
}

}  // namespace

Result<std::vector<std::uint32_t>> listProcesses(int procFd)
{
    const UniqueFd directory(openat(procFd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory) {
        return errnoFailure(errno, "open /proc");
    }
    std::vector<std::uint32_t> pids;
    const int error = forEachEntry(directory.get(), [&](const char* name) {
        if (*name < '0' || *name > '9') {
            return;
        }
        std::uint32_t pid = 0;
        const char* end = name + std::strlen(name);
        if (std::from_chars(name, end, pid).ptr == end) {
            pids.push_back(pid);
        }
    });
    if (error != 0) {
        return errnoFailure(error, "list /proc");
    }
    std::sort(pids.begin(), pids.end());
    return pids;
}

ProcSight sightOf(int procFd) noexcept
{
    struct stat status {};
    // Process 1 always runs; where it cannot be seen, others' processes are hidden.
    if (fstatat(procFd, "1", &status, 0) != 0) {
        return ProcSight::OwnUser;
    }
    // The first namespace has the same number on every Linux (PROC_PID_INIT_INO).
    constexpr std::string_view kFirst = "pid:[4026531836]";
    std::array<char, 64> link;
    const auto length = readlinkat(procFd, "self/ns/pid", link.data(), link.size());
    const bool isFirst =
        length > 0 && std::string_view(link.data(), static_cast<std::size_t>(length)) == kFirst;
    return isFirst ? ProcSight::EveryProcess : ProcSight::Container;
}

std::optional<std::uint32_t> parseSocketLink(std::string_view link) noexcept
{
    if (!link.starts_with(kSocketPrefix) || !link.ends_with(']')) {
        return std::nullopt;
    }
    const char* begin = link.data() + kSocketPrefix.size();
    const char* end = link.data() + link.size() - 1;
    std::uint32_t inode = 0;
    const auto [stop, error] = std::from_chars(begin, end, inode);
    if (error != std::errc{} || stop != end) {
        return std::nullopt;
    }
    return inode;
}

FdScan scanSocketInodes(int procFd, std::uint32_t pid, std::vector<std::uint32_t>& inodes)
{
    const std::string process(PidName(pid).c_str());
    const DescriptorScan own = scanDescriptors(procFd, (process + "/fd").c_str(), inodes);
    if (own.result != FdScan::Read || own.count != 0) {
        return own.result;
    }
    // A process whose first thread has ended shows its descriptors by the others alone.
    const std::string tasks = process + "/task";
    const UniqueFd threads(openat(procFd, tasks.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DescriptorScan last = own;
    forEachEntry(threads.get(), [&](const char* thread) {
        if (last.count == 0 && last.result != FdScan::Hidden && thread != process) {
            const std::string path = std::string(thread).append("/fd");
            last = scanDescriptors(threads.get(), path.c_str(), inodes);
        }
    });
    return last.result == FdScan::Gone ? FdScan::Read : last.result;
}

}  // namespace quaywatch::linux_backend
