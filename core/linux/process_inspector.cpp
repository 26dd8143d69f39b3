// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/process_inspector.h"
#include "core/message/message_list.h"

#include "core/linux/owners/proc_scan.h"
#include "core/linux/procfs/absent_process.h"
#include "core/linux/procfs/cgroup_path.h"
#include "core/linux/procfs/living_thread.h"
#include "core/linux/procfs/package_owner.h"
#include "core/linux/procfs/proc_numbers.h"
#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/procfs/process_reader.h"
#include "core/linux/procfs/unit_files.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace quaywatch {
namespace {

using namespace linux_backend;

constexpr std::size_t kMaxParents = 64;

/// Reads all details of one process; an object serves one query.
class Inspector {
public:
    explicit Inspector(UniqueFd proc)
        : m_proc(std::move(proc))
        , m_reader(UserNames::shared())
    {
    }

    Result<ProcessDetails> inspect(std::uint32_t number);

private:
    void readOpenly(int pidFd, bool hasEnded, ProcessDetails& details);
    void readParents(ProcessDetails& details);
    void readChildren(ProcessDetails& details);
    void readUnit(int pidFd, ProcessDetails& details);
    [[nodiscard]] std::optional<ProcStat> statOf(std::uint32_t pid);
    [[nodiscard]] bool wasHandedSockets(int pidFd);

    UniqueFd m_proc;
    ProcFile m_file;
    ProcessReader m_reader;
    std::optional<std::string> m_parentUnit;
};

Result<ProcessDetails> Inspector::inspect(std::uint32_t number)
{
    // /proc also has the folders of threads, by their numbers, though it does not list them.
    const std::uint32_t pid = processOfNumber(m_proc.get(), number, m_file).value_or(number);
    const UniqueFd directory(
        openat(m_proc.get(), PidName(pid).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const ProcessPtr process = m_reader.read(m_proc.get(), pid);
    if (!directory || !process) {
        return tl::unexpected(absentProcess(m_proc.get(), number));
    }
    ProcessDetails details;
    details.info = *process;
    if (number != pid) {
        details.threadOf = pid;
    }
    const auto stat = statOf(pid);
    const bool isFirstThreadGone = stat && stat->hasEnded();
    const UniqueFd living = isFirstThreadGone ? openLivingThread(directory.get()) : UniqueFd();
    const int folder = living ? living.get() : directory.get();
    readOpenly(folder, isFirstThreadGone && !living, details);
    readParents(details);
    readChildren(details);
    readUnit(folder, details);
    return details;
}

/// The package database describes this system's files: in a container the path means another file.
bool isSameFileHere(int pidFd, const std::string& path)
{
    struct stat executable {};
    struct stat here {};
    return fstatat(pidFd, "exe", &executable, 0) == 0 && stat(path.c_str(), &here) == 0 &&
           executable.st_dev == here.st_dev && executable.st_ino == here.st_ino;
}

void Inspector::readOpenly(int pidFd, bool hasEnded, ProcessDetails& details)
{
    ProcessInfo& info = details.info;
    if (const auto link = m_file.readLink(pidFd, "cwd")) {
        info.workingDirectory = std::string(*link);
    }
    const auto stat = statOf(info.id.pid);
    if (info.isExePathTooLong) {
        details.gaps.push_back({Gap::Kind::Process, 1, Message(MessageId::PathTooLong), {}});
    }
    const bool isReadable =
        info.exe || info.isExePathTooLong || !stat || stat->isKernelThread || hasEnded;
    if (!isReadable) {
        details.gaps.push_back({.kind = Gap::Kind::Process,
                                .count = 1,
                                .why = Message(MessageId::ProcessNotReadable),
                                .remedy = geteuid() == 0 ? Message(MessageId::RunWithPtrace)
                                                         : Message("sudo quaywatch-cli inspect " +
                                                                   std::to_string(info.id.pid))});
    }
    if (info.exe && !info.isExeDeleted && isSameFileHere(pidFd, *info.exe)) {
        details.package = packageOwning(*info.exe);
    }
}

void Inspector::readParents(ProcessDetails& details)
{
    std::uint64_t childStartTime = details.info.id.startTime;
    std::optional<std::uint32_t> next = details.info.parentPid;
    while (next && details.parents.size() < kMaxParents) {
        const ProcessPtr parent = m_reader.read(m_proc.get(), *next);
        // A parent is older than its child; otherwise another process has its number by now. This
        // check ends a cycle of parents, too, unless all of them started within the same hundredth
        // of a second: then kMaxParents ends it.
        if (!parent || parent->id.startTime > childStartTime) {
            return;
        }
        if (details.parents.empty()) {
            m_parentUnit = parent->unit;
        }
        details.parents.push_back({parent->id, parent->name});
        childStartTime = parent->id.startTime;
        next = parent->parentPid;
    }
}

void Inspector::readChildren(ProcessDetails& details)
{
    const Result<std::vector<ListedProcess>> processes = listProcesses(m_proc.get());
    if (!processes) {
        return;
    }
    for (const auto [pid, folder] : *processes) {
        const auto stat = statOf(pid);
        if (stat && stat->parentPid == details.info.id.pid) {
            if (const ProcessPtr child = m_reader.read(m_proc.get(), pid)) {
                details.children.push_back({child->id, child->name});
            }
        }
    }
    std::sort(details.children.begin(), details.children.end(),
              [](const RelatedProcess& a, const RelatedProcess& b) { return a.id < b.id; });
}

void Inspector::readUnit(int pidFd, ProcessDetails& details)
{
    const auto text = m_file.read(pidFd, "cgroup");
    details.info.unitManagerUid =
        text ? parseProcCgroup(*text).serviceContext.unitManagerUid : std::nullopt;
    if (!details.info.unit || !details.info.unit->ends_with(".service")) {
        return;
    }
    const std::string& unit = *details.info.unit;
    const UnitFiles files = details.info.unitManagerUid
                                ? UnitFiles::ofUser(*details.info.unitManagerUid)
                                : UnitFiles::ofSystem();
    // systemd monitors only the main process of a service, whose parent is outside of the service.
    if (m_parentUnit != unit && isRestarted(files.read(unit))) {
        details.restartingUnit = unit;
    }
    if (wasHandedSockets(pidFd)) {
        details.socketUnit = files.socketUnitOf(unit);
    }
}

std::optional<ProcStat> Inspector::statOf(std::uint32_t pid)
{
    const std::string path = std::string(PidName(pid).c_str()) + "/stat";
    const auto text = m_file.read(m_proc.get(), path.c_str());
    return text ? parseProcStat(*text) : std::nullopt;
}

/// systemd passes sockets to a service with variables in the initial environment, see
/// sd_listen_fds(3).
bool Inspector::wasHandedSockets(int pidFd)
{
    constexpr std::string_view kVariable = "LISTEN_FDS=";
    const auto text = m_file.read(pidFd, "environ");
    return text && (text->starts_with(kVariable) ||
                    text->find(std::string(1, '\0').append(kVariable)) != std::string_view::npos);
}

}  // namespace

Result<ProcessDetails> inspectProcess(std::uint32_t pid)
{
    Result<UniqueFd> proc = openOwnProc();
    if (!proc) {
        return tl::unexpected(std::move(proc.error()));
    }
    return Inspector(std::move(*proc)).inspect(pid);
}

Result<ProcessInfo> readProcess(std::uint32_t pid)
{
    const Result<UniqueFd> proc = openOwnProc();
    if (!proc) {
        return tl::unexpected(proc.error());
    }
    errno = 0;
    const ProcessPtr process = ProcessReader(nullptr).read(proc->get(), pid);
    if (!process) {
        // No file could be opened. The process may exist, so the error must not say that it has
        // ended.
        const int error = errno;
        return error == EMFILE || error == ENFILE
                   ? errnoFailure(error, Message(MessageId::ReadProcess, pid))
                   : tl::unexpected(absentProcess(proc->get(), pid));
    }
    return *process;
}

bool canBecomeRoot(std::uint32_t pid)
{
    ProcFile file(4096);
    const std::string path = "/proc/" + std::to_string(pid) + "/status";
    const auto text = file.read(AT_FDCWD, path.c_str());
    // "Uid:\t1000\t1000\t1000\t1000": the real, effective, saved and file system's user. The name
    // above it cannot contain a line end: the kernel writes it as "\n".
    constexpr std::string_view kKey = "\nUid:";
    const std::size_t at = text ? text->find(kKey) : std::string_view::npos;
    if (at == std::string_view::npos) {
        return false;
    }
    std::string_view line = text->substr(at + kKey.size());
    line = line.substr(0, line.find('\n'));
    while (!line.empty()) {
        line = strip(line);
        const std::string_view uid = line.substr(0, line.find_first_of(" \t"));
        if (parseUnsigned<std::uint32_t>(uid) == 0U) {
            return true;
        }
        line.remove_prefix(uid.size());
    }
    return false;
}

std::optional<std::uint32_t> uidOfNamespaceRoot(std::uint32_t pid)
{
    // user_namespaces(7): a line has "first-inside first-outside count", where outside is relative
    // to the reader's namespace.
    ProcFile file(4096);
    const std::string path = "/proc/" + std::to_string(pid) + "/uid_map";
    const auto text = file.read(AT_FDCWD, path.c_str());
    std::string_view line = text ? *text : std::string_view();
    line = strip(line.substr(0, line.find('\n')));
    const auto blank = line.find_first_of(" \t");
    if (blank == std::string_view::npos || line.substr(0, blank) != "0") {
        return std::nullopt;
    }
    line = strip(line.substr(blank));
    return parseUnsigned<std::uint32_t>(line.substr(0, line.find_first_of(" \t")));
}

}  // namespace quaywatch
