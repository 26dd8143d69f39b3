// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/namespace_gap.h"

#include "core/linux/system/privileged_command.h"
#include "core/message/message_list.h"

#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kMaxCommands = 3;

/// The command that lists the sockets of this namespace: by the name that ip(8) gave it, by the
/// number of a process, or by another path. Empty if there is none.
std::string commandFor(std::uint64_t inode, const OtherNamespaces& others)
{
    std::string byPath;
    for (const NamespaceMount& mount : others.mounts) {
        if (mount.inode == inode && (byPath.empty() || isNamed(mount))) {
            byPath = listCommandIn(mount);
            if (isNamed(mount)) {
                return byPath;
            }
        }
    }
    const auto process = others.processes.find(inode);
    return process == others.processes.end() || others.areNumbersForeign
               ? byPath
               : "nsenter --net --target " + std::to_string(process->second) +
                     " quaywatch-cli list";
}

/// The commands for the first of them, as one line for a shell.
std::string commandsFor(const std::set<std::uint64_t>& inodes, const OtherNamespaces& others)
{
    std::string line;
    std::size_t count = 0;
    for (const std::uint64_t inode : inodes) {
        const std::string command = commandFor(inode, others);
        if (!command.empty() && count++ < kMaxCommands) {
            line += (line.empty() ? "" : "; ") + privilegedCommand(command, others.isRoot);
        }
    }
    return line;
}

}  // namespace

std::optional<Gap> namespaceGap(const OtherNamespaces& others)
{
    std::set<std::uint64_t> inodes;
    for (const auto& [inode, process] : others.processes) {
        inodes.insert(inode);
    }
    // Which of them is this program's own must be known: it is often mounted, too.
    for (const NamespaceMount& mount : others.mounts) {
        if (others.own != 0 && mount.inode != others.own) {
            inodes.insert(mount.inode);
        }
    }
    const std::size_t count = inodes.size();
    if (count == 0) {
        return std::nullopt;
    }
    const MessageId why =
        byCount(count, MessageId::NamespaceNotShown, MessageId::NamespacesNotShown);
    Gap gap{Gap::Kind::Namespace, count, Message(why, count), {}};
    if (std::string commands = commandsFor(inodes, others); !commands.empty()) {
        gap.remedy = std::move(commands);
    }
    return gap;
}

}  // namespace quaywatch::linux_backend
