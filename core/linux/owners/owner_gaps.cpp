// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_gaps.h"

#include "core/linux/procfs/host_facts_parser.h"
#include "core/linux/system/privileged_command.h"
#include "core/linux/system/proc_file.h"
#include "core/message/message_list.h"
#include "core/sockets/hidden_owners.h"

#include <fcntl.h>

#include <cstdint>
#include <optional>
#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr const char* kList = "quaywatch-cli list";
constexpr unsigned kTraceCapability = 19;  // <linux/capability.h>, fixed by the kernel's ABI

std::size_t countOf(const HiddenCounts& hidden, HiddenBy by) noexcept
{
    return hidden.at(static_cast<std::size_t>(by));
}

/// Whether nothing can be read for a reason that is the same for each process.
bool hasCommonReason(const OwnerVisibility& visibility) noexcept
{
    return visibility.proc == ProcVisibility::Nothing || visibility.lacksDescriptors ||
           visibility.isSandboxed || visibility.isRoot;
}

/// Empty for zero: only further owners may be hidden then, and how many is not known.
std::optional<std::uint64_t> numberOf(std::size_t count)
{
    return count == 0 ? std::nullopt : std::optional<std::uint64_t>(count);
}

/// The gap for processes that may not be read at all, or not even by root.
Gap unreadableGap(std::optional<std::uint64_t> count, const OwnerVisibility& visibility)
{
    const bool isRoot = visibility.isRoot;
    Gap gap{Gap::Kind::Owner, count, Message(MessageId::OtherUsersProcesses),
            privilegedCommand(kList, isRoot)};
    if (visibility.proc == ProcVisibility::Nothing) {
        gap.why = Message(MessageId::ProcNotMounted);
        gap.remedy = privilegedCommand("mount -t proc proc /proc", isRoot);
    } else if (visibility.lacksDescriptors) {
        // This program has raised its limit as far as it may.
        gap.why = Message(MessageId::TooFewFiles);
        gap.remedy = privilegedCommand("prlimit --nofile=1024 quaywatch-cli list", isRoot);
    } else if (visibility.isSandboxed) {
        gap.why = Message(MessageId::ProcessesOutsideSandbox);
        gap.remedy = Message(MessageId::RunOutsideSandbox);
    } else if (isRoot && !visibility.mayTrace &&
               (visibility.isAnyUnreadable || visibility.proc == ProcVisibility::OwnUser)) {
        gap.why = Message(MessageId::ProcessesNeedPtrace);
        gap.remedy = Message(MessageId::RunWithPtrace);
    } else if (isRoot) {
        // Root may not read it: a container, or a process protected by a security module.
        gap.why = Message(MessageId::ProcessesOutsideContainer);
        gap.remedy = Message(MessageId::RunOnHost);
    } else if (visibility.proc == ProcVisibility::OwnUser) {
        gap.why = Message(MessageId::ProcessesHiddenByProc);
    }
    return gap;
}

}  // namespace

std::vector<Gap> ownerGaps(const HiddenCounts& hidden, const OwnerVisibility& visibility,
                           const HiddenCounts& partial)
{
    std::vector<Gap> gaps;
    std::size_t unreadable = countOf(hidden, HiddenBy::Unreadable);
    std::size_t own = countOf(hidden, HiddenBy::OwnUnreadable);
    bool isAnyUnreadable = unreadable + countOf(partial, HiddenBy::Unreadable) != 0;
    bool isAnyOwn = own + countOf(partial, HiddenBy::OwnUnreadable) != 0;
    if (hasCommonReason(visibility)) {
        unreadable += own;  // The reason is the same.
        isAnyUnreadable = isAnyUnreadable || isAnyOwn;
        isAnyOwn = false;
    }
    if (isAnyUnreadable) {
        gaps.push_back(unreadableGap(numberOf(unreadable), visibility));
    }
    if (isAnyOwn) {
        gaps.push_back({Gap::Kind::Owner, numberOf(own),
                        Message(visibility.isOwnUnreadable ? MessageId::OwnProcessHidden
                                                           : MessageId::NoReadableDescriptor),
                        privilegedCommand(kList, visibility.isRoot)});
    }
    if (const std::size_t count = countOf(hidden, HiddenBy::NoDescriptor); count != 0) {
        // Messages with descriptors that are not received yet, and files of an io_uring.
        gaps.push_back({Gap::Kind::Owner, count, Message(MessageId::NoDescriptor),
                        privilegedCommand("grep -lE '^(scm_fds|UserFiles):\\s*[1-9]' "
                                          "/proc/[0-9]*/fdinfo/*",
                                          visibility.isRoot)});
    }
    return gaps;
}

bool mayTrace()
{
    ProcFile file;
    const auto status = file.read(AT_FDCWD, "/proc/thread-self/status");
    const auto capabilities = status ? parseEffectiveCapabilities(*status) : std::nullopt;
    return capabilities && (*capabilities >> kTraceCapability & 1U) != 0;
}

}  // namespace quaywatch::linux_backend
