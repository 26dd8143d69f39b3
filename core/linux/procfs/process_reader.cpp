// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/process_reader.h"

#include "core/base/system_path.h"
#include "core/linux/procfs/cgroup_path.h"
#include "core/linux/procfs/command_line.h"
#include "core/linux/procfs/living_thread.h"
#include "core/linux/procfs/loader.h"
#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/procfs/user_map.h"
#include "core/linux/system/file_identity.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

using SystemTime = std::chrono::system_clock::time_point;

UniqueFd openPid(int procFd, std::uint32_t pid)
{
    return UniqueFd(openat(procFd, PidName(pid).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/// The kernel marks the path of a deleted file with " (deleted)"; a file's real name may end so,
/// too.
bool isReallyNamedSo(int pidFd, const std::string& path)
{
    struct stat executable {};
    struct stat named {};
    return fstatat(pidFd, "exe", &executable, 0) == 0 && executable.st_nlink > 0 &&
           fstatat(AT_FDCWD, path.c_str(), &named, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT) == 0 &&
           isSameFile(executable, named);
}

bool resolvesToExecutable(int pidFd, const std::string& firstWord)
{
    struct stat executable {};
    struct stat named {};
    return isSystemPath(firstWord) && stat(firstWord.c_str(), &named) == 0 &&
           fstatat(pidFd, "exe", &executable, 0) == 0 && isSameFile(executable, named);
}

/// Whether there is a file at the path of a deleted executable, as after an upgrade or a build.
/// Empty if the path is not checked: in folders that another user might have put on a file system
/// that hangs.
std::optional<bool> isFileAt(const std::string& path, std::optional<std::uint32_t> uid)
{
    if (!isSystemPath(path) && (!uid || *uid != geteuid())) {
        return std::nullopt;
    }
    struct stat file {};
    return fstatat(AT_FDCWD, path.c_str(), &file, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT) == 0;
}

/// The device on which the kernel keeps the files of memfd_create(2): a tmpfs of its own, which is
/// mounted nowhere. Empty if this program may not create one.
std::optional<dev_t> deviceOfMemory()
{
    const UniqueFd memory(memfd_create("quaywatch", MFD_CLOEXEC));
    struct stat file {};
    return memory && fstat(memory.get(), &file) == 0 ? std::optional(file.st_dev) : std::nullopt;
}

/// Whether a program runs from memory, as some helpers of containers do: then its path has no
/// meaning. The name alone shows nothing, since any file may be named so.
bool isInMemory(int pidFd, const ProcessInfo& info)
{
    if (!info.isExeDeleted || !info.exe->starts_with("/memfd:")) {
        return false;
    }
    static const std::optional<dev_t> kMemory = deviceOfMemory();
    constexpr int kFlags = AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT;
    struct statx executable {};
    return kMemory && statx(pidFd, "exe", kFlags, STATX_INO, &executable) == 0 &&
           makedev(executable.stx_dev_major, executable.stx_dev_minor) == *kMemory;
}

/// The program of a title that a process has written over its command line, such as
/// "redis-server *:6379": the first word, or for a name without a path, the file of that name in
/// the folders of the system. Empty if argv[0] is not such a title, or if no such file is the
/// executable.
std::string nameInTitle(int pidFd, const std::string& title)
{
    static constexpr std::array<const char*, 5> kFolders{"", "/usr/bin/", "/usr/sbin/",
                                                         "/usr/local/bin/", "/usr/local/sbin/"};
    constexpr std::size_t kMaxName = 255;
    const std::size_t blank = title.find(' ');
    std::string program = title.substr(0, std::min(blank, title.find(':')));
    if (blank == std::string::npos || baseName(program).empty() ||
        baseName(program).size() > kMaxName) {
        return {};
    }
    const bool isPath = program.find('/') != std::string::npos;
    const auto isExecutable = [&](const char* folder) {
        return (*folder == '\0') == isPath && resolvesToExecutable(pidFd, folder + program);
    };
    return std::any_of(kFolders.begin(), kFolders.end(), isExecutable)
               ? std::string(baseName(program))
               : std::string();
}

/// The path without links; only for paths of the system, which no other user can put on a file
/// system that hangs.
std::string withoutLinks(const std::string& path)
{
    if (!isSystemPath(path)) {
        return path;
    }
    const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr),
                                                           &std::free);
    return real != nullptr ? real.get() : path;
}

std::string nameOf(int pidFd, const ProcessInfo& info)
{
    if (!info.exe) {
        return info.comm;
    }
    // A program that is run by its descriptor has that number as its name, unless it set another
    // one.
    if (info.isExeInMemory && info.comm.find_first_not_of("0123456789") != std::string::npos) {
        return info.comm;
    }
    const std::string_view fromExe = baseName(*info.exe);
    if (!info.command.empty()) {
        const std::string& firstWord = info.command.front();
        const std::string_view fromCommand = baseName(firstWord);
        if (fromCommand != fromExe && !fromCommand.empty() &&
            resolvesToExecutable(pidFd, firstWord)) {
            return std::string(fromCommand);
        }
        if (std::string fromTitle = nameInTitle(pidFd, firstWord); !fromTitle.empty()) {
            return fromTitle;
        }
    }
    return fromExe.empty() ? info.comm : std::string(fromExe);
}

/// The name of a namespace of this program, "mnt:[4026531841]"; empty if it may not be read.
std::string ownNamespace(const std::string& kind)
{
    ProcFile file;
    const auto name = file.readLink(AT_FDCWD, ("/proc/thread-self/ns/" + kind).c_str());
    return std::string(name.value_or(""));
}

std::chrono::nanoseconds readClock(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// The boot time by the current clock, rounded to a hundredth of a second like start times.
SystemTime bootTime()
{
    using Hundredths = std::chrono::duration<std::int64_t, std::centi>;
    const auto since = readClock(CLOCK_REALTIME) - readClock(CLOCK_BOOTTIME);
    return SystemTime(std::chrono::round<Hundredths>(since));
}

}  // namespace

ProcessReader::ProcessReader(std::shared_ptr<UserNames> users)
    : m_users(std::move(users))
    , m_bootedAt(bootTime())
{
}

ProcessPtr ProcessReader::read(int procFd, std::uint32_t pid)
{
    // The descriptor refers to exactly this process: once it has ended every read fails, even if
    // another process has the number by then.
    const UniqueFd directory = openPid(procFd, pid);
    const int pidFd = directory.get();
    const auto statText = directory ? m_file.read(pidFd, "stat") : std::nullopt;
    const auto stat = statText ? parseProcStat(*statText) : std::nullopt;
    if (!stat) {
        return nullptr;
    }
    auto info = std::make_shared<ProcessInfo>();
    info->id = {pid, stat->startTime};
    info->parentPid = stat->parentPid != 0 ? std::optional(stat->parentPid) : std::nullopt;
    info->session = stat->session;
    info->comm = stat->comm;
    info->startedAt = startedAt(stat->startTime);
    info->state = processStateIn(pidFd, *stat);
    // If the first thread has ended, the data that threads share is read from another one.
    const UniqueFd living = openServingThread(pidFd, *stat);
    const int folder = living ? living.get() : pidFd;
    struct stat owner {};
    // The directory belongs to the effective user whether or not the process is dumpable; its files
    // do not. The directory of a first thread that has ended belongs to root.
    if (fstat(folder, &owner) == 0) {
        info->uid = UserMap::own().userOf(owner.st_uid);
        if (const auto user = m_users && info->uid ? m_users->nameOf(*info->uid) : nullptr) {
            info->user = *user;
        }
    }
    if (const auto text = m_file.read(folder, "cgroup")) {
        ServiceContext serviceContext = parseProcCgroup(*text).serviceContext;
        info->unit = std::move(serviceContext.unit);
        info->unitManagerUid = serviceContext.unitManagerUid;
        info->container = std::move(serviceContext.container);
    }
    if (!stat->isKernelThread) {
        if (const auto text = m_file.read(folder, "cmdline")) {
            info->command = splitCommandLine(*text);
        }
        readExecutable(folder, *info);
    }
    info->name = nameOf(folder, *info);
    if (!stat->isKernelThread) {
        readProgram(folder, *info);
    }
    return info;
}

bool ProcessReader::hasEnded(int procFd, std::uint32_t pid)
{
    const UniqueFd directory = openPid(procFd, pid);
    const auto text = directory ? m_file.read(directory.get(), "stat") : std::nullopt;
    const auto stat = text ? parseProcStat(*text) : std::nullopt;
    return !stat || hasProcessEnded(directory.get(), *stat);
}

std::optional<std::uint64_t> ProcessReader::startTimeOf(int procFd, std::uint32_t pid)
{
    const std::string path = std::string(PidName(pid).c_str()) + "/stat";
    const auto text = m_file.read(procFd, path.c_str());
    const auto stat = text ? parseProcStat(*text) : std::nullopt;
    return stat ? std::optional(stat->startTime) : std::nullopt;
}

void ProcessReader::readExecutable(int pidFd, ProcessInfo& info)
{
    const auto link = m_file.readLink(pidFd, "exe");
    if (!link || link->empty()) {
        // The kernel returns paths of up to one page.
        info.isExePathTooLong = !link && errno == ENAMETOOLONG;
        return;
    }
    info.exe = std::string(*link);
    if (info.exe->ends_with(kDeletedMark) && !isReallyNamedSo(pidFd, *info.exe)) {
        info.isExeDeleted = true;
        info.exe->resize(info.exe->size() - kDeletedMark.size());
        info.isExeInMemory = isInMemory(pidFd, info);
        info.isExeReplaced = isFileAt(*info.exe, info.uid);
    }
    info.isExeForeign = isForeign(pidFd, info);
}

/// Only for paths of the system, which no other user can put on a file system that hangs; the
/// executable itself may be on one, so the kernel is asked for what it knows already. In another
/// user namespace, where an ordinary user mounts what they like, the file has to be the one here. A
/// service of the system may have mounts of its own, too; its program is another one if that shows.
bool ProcessReader::isForeign(int pidFd, const ProcessInfo& info)
{
    if (info.container || !isSystemPath(*info.exe)) {
        return false;
    }
    static const std::array<std::string, 2> kOwn{ownNamespace("mnt"), ownNamespace("user")};
    const auto mounts = m_file.readLink(pidFd, "ns/mnt");
    if (!mounts || *mounts == kOwn[0]) {
        return false;
    }
    const auto users = m_file.readLink(pidFd, "ns/user");
    const bool isOfSystem = users && *users == kOwn[1];
    constexpr int kFlags = AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT;
    struct statx executable {};
    struct statx here {};
    if (info.isExeDeleted || statx(pidFd, "exe", kFlags, STATX_INO, &executable) != 0) {
        return !isOfSystem;
    }
    return statx(AT_FDCWD, info.exe->c_str(), kFlags, STATX_INO, &here) != 0 ||
           executable.stx_ino != here.stx_ino || executable.stx_dev_major != here.stx_dev_major ||
           executable.stx_dev_minor != here.stx_dev_minor;
}

/// Reads which program the executable runs, if it is a loader or an interpreter, or one run by the
/// other.
void ProcessReader::readProgram(int pidFd, ProcessInfo& info)
{
    if (info.isExePathTooLong) {
        return;  // a program with such a path could pretend to be any other
    }
    const Loader loader = info.exe ? loaderOf(*info.exe) : Loader::None;
    if (loader != Loader::None) {
        readLoaded(pidFd, loader, info);
        return;
    }
    // Without the executable, argv[0] is used instead: it affects only what is shown, never an
    // action.
    const std::string_view program = info.exe                ? baseName(*info.exe)
                                     : !info.command.empty() ? baseName(info.command.front())
                                                             : std::string_view{};
    readScript(pidFd, program, info.command, info);
}

/// Reads what a loader runs. If no mapped file is the program that the command line names, that is
/// shown like a script: it affects nothing else.
void ProcessReader::readLoaded(int pidFd, Loader loader, ProcessInfo& info)
{
    const std::vector<std::string> command = loadedCommand(loader, info.command);
    const std::string named = command.empty() ? std::string() : command.front();
    const std::string resolved = withoutLinks(named);
    info.isLoader = true;
    info.runs = loadedFile(loader, *info.exe, named, resolved, readMappedFiles(pidFd));
    if (!info.runs) {
        info.script = command.empty() ? std::nullopt : std::optional(named);
        return;
    }
    const std::string_view name =
        *info.runs == resolved ? loadedName(loader, named) : baseName(*info.runs);
    info.name = name.empty() ? info.name : std::string(name);
    readScript(pidFd, baseName(*info.runs), command, info);
}

/// @param program  The base name of the interpreter's executable.
void ProcessReader::readScript(int pidFd, std::string_view program,
                               const std::vector<std::string>& command, ProcessInfo& info)
{
    const Interpreter interpreter = interpreterOf(program);
    if (interpreter == Interpreter::None) {
        return;
    }
    info.script = scriptOf(interpreter, command);
    if (const auto link = m_file.readLink(pidFd, "cwd")) {
        info.workingDirectory = std::string(*link);
    }
}

ProcessReader::SystemTime ProcessReader::startedAt(std::uint64_t startTime)
{
    // The stored boot time is kept while the difference is small, so that the start time of a
    // process does not change with each poll. It is updated if the clock was set.
    const SystemTime now = bootTime();
    if (std::chrono::abs(now - m_bootedAt) > std::chrono::seconds(1)) {
        m_bootedAt = now;
    }
    static const auto kTicksPerSecond = static_cast<std::uint64_t>(sysconf(_SC_CLK_TCK));
    return m_bootedAt + std::chrono::seconds(startTime / kTicksPerSecond) +
           std::chrono::milliseconds(startTime % kTicksPerSecond * 1000 / kTicksPerSecond);
}

}  // namespace quaywatch::linux_backend
