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

/// Commands as one line for a shell.
struct CommandLine {
    std::string text;
    std::size_t count = 0;
};

/// The commands for the first of the namespaces.
CommandLine commandsFor(const std::set<std::uint64_t>& inodes, const OtherNamespaces& others)
{
    CommandLine line;
    for (const std::uint64_t inode : inodes) {
        if (line.count == kMaxCommands) {
            break;
        }
        if (const std::string command = commandFor(inode, others); !command.empty()) {
            line.text +=
                (line.count++ == 0 ? "" : "; ") + privilegedCommand(command, others.isRoot);
        }
    }
    return line;
}

/// A remedy that lists only some of them must not be taken for one that lists all.
Message whyText(std::size_t count, std::size_t listed)
{
    if (listed == 0 || listed == count) {
        return Message(byCount(count, MessageId::NamespaceNotShown, MessageId::NamespacesNotShown),
                       count);
    }
    return Message(byCount(listed, MessageId::NamespacesNotShownOneListed,
                           MessageId::NamespacesNotShownSomeListed),
                   count, listed);
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
    CommandLine commands = commandsFor(inodes, others);
    Gap gap{Gap::Kind::Namespace, count, whyText(count, commands.count), {}};
    if (commands.count > 0) {
        gap.remedy = std::move(commands.text);
    }
    return gap;
}

}  // namespace quaywatch::linux_backend
