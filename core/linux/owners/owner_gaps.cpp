// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_gaps.h"

#include "core/linux/procfs/host_facts_parser.h"
#include "core/linux/system/proc_file.h"
#include "core/message/message_list.h"
#include "core/sockets/hidden_owners.h"

#include <fcntl.h>

#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr const char* kAsRoot = "sudo quaywatch-cli list";
constexpr unsigned kTraceCapability = 19;  // <linux/capability.h>, fixed by the kernel's ABI

std::size_t countOf(const HiddenCounts& hidden, HiddenBy by) noexcept
{
    return hidden.at(static_cast<std::size_t>(by));
}

/// The gap for processes that may not be read at all, or not even by root.
Gap unreadableGap(std::size_t count, const OwnerVisibility& visibility)
{
    Gap gap{Gap::Kind::Owner, count, Message(MessageId::OtherUsersProcesses), kAsRoot};
    if (visibility.proc == ProcVisibility::Nothing) {
        gap.why = Message(MessageId::ProcNotMounted);
        gap.remedy = "sudo mount -t proc proc /proc";
    } else if (visibility.lacksDescriptors) {
        gap.why = Message(MessageId::TooFewFiles);
        gap.remedy = "ulimit -n 1024";
    } else if (visibility.isRoot && !visibility.mayTrace &&
               (visibility.isAnyUnreadable || visibility.proc == ProcVisibility::OwnUser)) {
        gap.why = Message(MessageId::ProcessesNeedPtrace);
        gap.remedy = Message(MessageId::RunWithPtrace);
    } else if (visibility.isRoot) {
        // Root may not read it: a container, or a process protected by a security module.
        gap.why = Message(MessageId::ProcessesOutsideContainer);
        gap.remedy = Message(MessageId::RunOnHost);
    } else if (visibility.proc == ProcVisibility::OwnUser) {
        gap.why = Message(MessageId::ProcessesHiddenByProc);
    }
    return gap;
}

}  // namespace

std::vector<Gap> ownerGaps(const HiddenCounts& hidden, const OwnerVisibility& visibility)
{
    std::vector<Gap> gaps;
    std::size_t unreadable = countOf(hidden, HiddenBy::Unreadable);
    std::size_t own = countOf(hidden, HiddenBy::OwnUnreadable);
    if (visibility.proc == ProcVisibility::Nothing || visibility.lacksDescriptors) {
        unreadable += own;  // The reason is the same.
        own = 0;
    }
    if (unreadable != 0) {
        gaps.push_back(unreadableGap(unreadable, visibility));
    }
    if (own != 0) {
        gaps.push_back({Gap::Kind::Owner, own,
                        Message(visibility.isOwnUnreadable ? MessageId::OwnProcessHidden
                                                           : MessageId::NoReadableDescriptor),
                        kAsRoot});
    }
    if (const std::size_t count = countOf(hidden, HiddenBy::NoDescriptor); count != 0) {
        // Messages with descriptors that are not received yet, and files of an io_uring.
        gaps.push_back({Gap::Kind::Owner, count, Message(MessageId::NoDescriptor),
                        "sudo grep -lE '^(scm_fds|UserFiles):\\s*[1-9]' /proc/[0-9]*/fdinfo/*"});
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
