// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/proc_scan.h"

#include "core/linux/procfs/proc_numbers.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"
#include "core/message/message_list.h"
#include "core/text/text_scan.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kListingBytes = std::size_t{32} * 1024;
constexpr std::string_view kSocketPrefix = "socket:[";
constexpr std::string_view kRingLink = "anon_inode:[io_uring]";

/// The layout of the kernel (getdents64(2)); the name follows.
struct DirectoryEntry {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t length;
    std::uint8_t type;
};
constexpr std::size_t kNameOffset = 19;

/// Calls `visit(name, inode)` for each entry, except for those that begin with a dot, until it
/// returns false. The name is NUL-terminated.
/// @return 0 or an errno.
template <class Visit>
int forEachEntry(int directory, Visit&& visit)
{
    alignas(DirectoryEntry) std::array<char, kListingBytes> buffer;
    for (;;) {
        const long length = syscall(SYS_getdents64, directory, buffer.data(), buffer.size());
        if (length <= 0) {
            return length == 0 ? 0 : errno;
        }
        for (long at = 0; at < length;) {
            DirectoryEntry entry;
            std::memcpy(&entry, buffer.data() + at, kNameOffset);
            const char* name = buffer.data() + at + kNameOffset;
            if (*name != '.' && !visit(name, entry.inode)) {
                return 0;
            }
            at += entry.length;
        }
    }
}

/// Other errors (no descriptor left, no memory) do not mean that the process has ended.
bool hasEnded(int error) noexcept
{
    return error == ENOENT || error == ESRCH;
}

FdScanResult scanFailure(int error) noexcept
{
    if (error == EMFILE || error == ENFILE) {
        return FdScanResult::NoneLeft;
    }
    return hasEnded(error) ? FdScanResult::Gone : FdScanResult::Hidden;
}

FdInfo readFdLink(int directory, const char* name) noexcept
{
    std::array<char, 64> link;  // longer links are files
    const auto length = readlinkat(directory, name, link.data(), link.size());
    if (length < 0) {
        const bool isRefused = errno == EACCES || errno == EPERM;
        return {isRefused ? Descriptor::Hidden : Descriptor::Closed, 0};
    }
    const std::string_view text(link.data(), static_cast<std::size_t>(length));
    if (text == kRingLink) {
        return {Descriptor::Ring, 0};
    }
    const auto inode = parseSocketLink(text);
    return inode ? FdInfo{Descriptor::Socket, *inode} : FdInfo{Descriptor::Other, 0};
}

FdScanResult scanDescriptors(int folder, const char* path, DescriptorTable& table)
{
    const UniqueFd directory(openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory) {
        table.error = errno;
        return scanFailure(table.error);
    }
    int refusal = 0;
    std::uint32_t next = 0;
    const int error = forEachEntry(directory.get(), [&](const char* name, std::uint64_t) {
        ++table.count;
        const std::uint32_t number = parseUnsigned<std::uint32_t>(name).value_or(kThreadOnlyFd);
        // The kernel lists them in ascending order.
        while (next < number && table.free.size() < kFreeDescriptorsKept) {
            table.free.push_back(next++);
        }
        next = number + 1;
        errno = 0;
        const FdInfo info = readFdLink(directory.get(), name);
        // The kernel checks the right to read them once for the whole process (ptrace(2)): the
        // rest would be refused as well.
        refusal = info.kind == Descriptor::Hidden ? errno : 0;
        if (info.kind == Descriptor::Socket) {
            table.sockets.push_back({info.inode, number});
        } else if (info.kind == Descriptor::Ring) {
            table.rings.push_back({0, number});
        }
        return refusal == 0;
    });
    if (table.free.size() < kFreeDescriptorsKept) {
        table.free.push_back(next);
    }
    // A process can become unreadable (exec() of a setuid program) while it is being read.
    if (refusal != 0 || (error != 0 && !hasEnded(error))) {
        table.error = refusal != 0 ? refusal : error;
        return FdScanResult::Hidden;
    }
    return error == 0 ? FdScanResult::Read : FdScanResult::Gone;
}

std::string descriptorFolderOf(std::uint32_t pid)
{
    return std::string(PidName(pid).c_str()) + "/fd";
}

}  // namespace

Result<std::vector<ListedProcess>> listProcesses(int procFd)
{
    const UniqueFd directory(openat(procFd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory) {
        return errnoFailure(errno, Message(MessageId::OpenFile, "/proc"));
    }
    std::vector<ListedProcess> processes;
    const int error = forEachEntry(directory.get(), [&](const char* name, std::uint64_t inode) {
        if (const auto pid = parseUnsigned<std::uint32_t>(name)) {
            processes.push_back({*pid, inode});
        }
        return true;
    });
    if (error != 0) {
        return errnoFailure(error, Message(MessageId::ReadFile, "/proc"));
    }
    std::sort(processes.begin(), processes.end(),
              [](const ListedProcess& a, const ListedProcess& b) { return a.pid < b.pid; });
    return processes;
}

ProcVisibility visibilityOf(int procFd)
{
    struct stat status {};
    std::array<char, 64> link;
    // Every /proc in which this program is visible has a link to it, even with hidepid.
    if (readlinkat(procFd, "self", link.data(), link.size()) < 0 &&
        fstatat(procFd, "self", &status, 0) != 0) {
        return ProcVisibility::Nothing;
    }
    if (numbersIn(procFd) == ProcNumbers::Foreign) {
        return ProcVisibility::Foreign;
    }
    // Process 1 always runs; if it is not visible, other users' processes are hidden.
    if (fstatat(procFd, "1", &status, 0) != 0) {
        return ProcVisibility::OwnUser;
    }
    // The initial process namespace has the same number on every Linux (PROC_PID_INIT_INO).
    constexpr std::string_view kFirst = "pid:[4026531836]";
    const auto length = readlinkat(procFd, "self/ns/pid", link.data(), link.size());
    const bool isFirst =
        length > 0 && std::string_view(link.data(), static_cast<std::size_t>(length)) == kFirst;
    return isFirst ? ProcVisibility::EveryProcess : ProcVisibility::Container;
}

std::optional<std::uint32_t> parseSocketLink(std::string_view link) noexcept
{
    if (!link.starts_with(kSocketPrefix) || !link.ends_with(']')) {
        return std::nullopt;
    }
    link.remove_prefix(kSocketPrefix.size());
    link.remove_suffix(1);
    return parseUnsigned<std::uint32_t>(link);
}

FdScanResult scanSockets(int procFd, std::uint32_t pid, DescriptorTable& table)
{
    const FdScanResult result = scanDescriptors(procFd, descriptorFolderOf(pid).c_str(), table);
    if (result != FdScanResult::Read || table.count != 0) {
        return result;
    }
    table.free.clear();
    return scanOtherThreads(procFd, pid, table);
}

FdScanResult scanOtherThreads(int procFd, std::uint32_t pid, DescriptorTable& table)
{
    const std::string process(PidName(pid).c_str());
    const std::string tasks = process + "/task";
    struct stat status {};
    if (fstatat(procFd, tasks.c_str(), &status, 0) == 0 && status.st_nlink == kLinksOfOneThread) {
        return FdScanResult::Read;
    }
    const UniqueFd folder(openat(procFd, process.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const ThreadList others = listOtherThreads(folder.get(), pid);
    FdScanResult last = others.result;
    for (const std::uint32_t thread : others.threads) {
        last = scanThread(folder.get(), thread, table);
        // The threads mostly share one table: the first table that is not empty is enough.
        if (last == FdScanResult::Hidden || last == FdScanResult::NoneLeft || table.count != 0) {
            break;
        }
    }
    table.free.clear();
    return last == FdScanResult::Gone ? FdScanResult::Read : last;
}

ThreadList listOtherThreads(int processFolder, std::uint32_t pid)
{
    ThreadList list;
    const UniqueFd tasks(openat(processFolder, "task", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!tasks) {
        list.result = scanFailure(errno);
        return list;
    }
    const int error = forEachEntry(tasks.get(), [&](const char* name, std::uint64_t) {
        const auto thread = parseUnsigned<std::uint32_t>(name);
        if (thread && *thread != pid) {
            list.threads.push_back(*thread);
        }
        return true;
    });
    list.result = error == 0 ? FdScanResult::Read : scanFailure(error);
    return list;
}

FdScanResult scanFirstThread(int processFolder, DescriptorTable& table)
{
    return scanDescriptors(processFolder, "fd", table);
}

FdScanResult scanThread(int processFolder, std::uint32_t thread, DescriptorTable& table)
{
    DescriptorTable own;
    const std::string path = std::string("task/").append(PidName(thread).c_str()).append("/fd");
    const FdScanResult result = scanDescriptors(processFolder, path.c_str(), own);
    table.error = own.error;
    table.count += own.count;
    for (const SocketFd& socket : own.sockets) {
        table.sockets.push_back({socket.inode, kThreadOnlyFd});
    }
    for (const RingDescriptor& ring : own.rings) {
        table.rings.push_back({thread, ring.descriptor});
    }
    return result;
}

FdInfo inspectFd(int procFd, std::uint32_t pid, std::uint32_t descriptor)
{
    const std::string path =
        descriptorFolderOf(pid) + "/" + PidName(descriptor).c_str();  // PidName formats any number
    return readFdLink(procFd, path.c_str());
}

std::optional<std::uint64_t> countDescriptors(int procFd, std::uint32_t pid)
{
    struct stat status {};
    if (fstatat(procFd, descriptorFolderOf(pid).c_str(), &status, 0) != 0 || status.st_size < 0) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(status.st_size);
}

bool countsDescriptors(int procFd)
{
    struct stat status {};
    // This program has at least one open descriptor: procFd.
    return fstatat(procFd, "self/fd", &status, 0) == 0 && status.st_size > 0;
}

}  // namespace quaywatch::linux_backend
