// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/linux_socket_source.h"

#include "core/linux/errno_error.h"
#include "core/linux/namespace_inode.h"
#include "core/linux/record_builder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

Gap ownerGap(std::size_t count, ProcSight sight)
{
    Gap gap{Gap::Kind::Owner, count, "other users' processes", "sudo quaywatch-cli list"};
    if (geteuid() == 0) {
        // Root that may not look: a container, or a process guarded by a security module.
        gap.why = "processes outside this container or guarded from root";
        gap.cure = "run it on the host";
    } else if (sight == ProcSight::OwnUser) {
        gap.why = "other users' processes, which /proc is mounted to hide (hidepid)";
    }
    return gap;
}

/// @param namespaces  Each with a process in it, whose number the cure names.
Gap namespaceGap(const std::map<std::uint64_t, std::uint32_t>& namespaces)
{
    const std::size_t count = namespaces.size();
    Gap gap{Gap::Kind::Namespace,
            count,
            "processes in " + std::to_string(count) + " other network namespace" +
                (count == 1 ? "" : "s") + ", whose ports are not listed",
            {}};
    gap.cure = "sudo nsenter --net --target " + std::to_string(namespaces.begin()->second) +
               " quaywatch-cli list";
    return gap;
}

}  // namespace

LinuxSocketSource::LinuxSocketSource(UniqueFd proc, TableReader tables)
    : m_users(std::make_shared<UserNames>())
    , m_tables(std::move(tables))
    , m_owners(UniqueFd(fcntl(proc.get(), F_DUPFD_CLOEXEC, 0)), m_users)
    , m_networkNamespace(ownNetworkNamespace().value_or(0))
{
}

Result<Snapshot> LinuxSocketSource::read(ReadScope scope)
{
    Snapshot snapshot;
    snapshot.takenAt = std::chrono::system_clock::now();
    Result<SocketTables> tables = readTables(scope);
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    if (const auto joined = joinOwners(tables->rows); !joined) {
        return tl::unexpected(joined.error());
    }
    RecordBuilder builder(m_owners, *m_users, m_cgroups, m_networkNamespace);
    snapshot.sockets = builder.build(tables->rows);
    snapshot.gaps = std::move(tables->gaps);
    tellGaps(snapshot, builder.hiddenOwners());
    return snapshot;
}

Result<std::vector<SocketRecord>> LinuxSocketSource::find(
    std::span<const SocketRecord* const> wanted)
{
    std::vector<const SocketRecord*> order(wanted.begin(), wanted.end());
    std::sort(order.begin(), order.end(),
              [](const SocketRecord* a, const SocketRecord* b) { return a->key < b->key; });
    const auto isWanted = [&](Protocol protocol) {
        return std::any_of(order.begin(), order.end(), [&](const SocketRecord* socket) {
            return socket->key.protocol == protocol;
        });
    };
    // Many are asked for at once, and a dump of all listeners costs little more than one of them.
    Result<SocketTables> tables =
        m_tables.readListeners(isWanted(Protocol::Tcp), isWanted(Protocol::Udp));
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    RecordBuilder builder(m_owners, *m_users, m_cgroups, m_networkNamespace);
    std::vector<SocketRecord> found;
    auto next = order.begin();
    for (SocketRecord& record : builder.build(tables->rows)) {
        next = std::find_if(next, order.end(),
                            [&](const SocketRecord* socket) { return socket->key >= record.key; });
        if (next == order.end()) {
            break;
        }
        if ((*next)->key != record.key) {
            continue;
        }
        // The last read did not look for owners of a socket that its table missed.
        if (!record.ownerSet && record.inode == (*next)->inode) {
            record.ownerSet = (*next)->ownerSet;
            record.ownerState = (*next)->ownerState;
        }
        found.push_back(std::move(record));
    }
    return found;
}

/// While the kernel writes its table on one processor, another looks into processes.
Result<SocketTables> LinuxSocketSource::readTables(ReadScope scope)
{
    std::atomic<bool> isTableRead{false};
    std::future<void> walk;
    try {
        walk = std::async(std::launch::async, [&] { m_owners.walkAhead(isTableRead); });
    } catch (const std::system_error&) {
        // No more threads allowed: one after the other.
    }
    Result<SocketTables> tables = m_tables.read(scope);
    isTableRead = true;
    if (walk.valid()) {
        walk.get();
    }
    return tables;
}

Result<void> LinuxSocketSource::joinOwners(const std::vector<DiagRow>& rows)
{
    std::vector<std::uint32_t> inodes;
    inodes.reserve(rows.size());
    for (const DiagRow& row : rows) {
        if (row.inode != 0) {
            inodes.push_back(row.inode);
        }
    }
    return m_owners.update(inodes);
}

void LinuxSocketSource::tellGaps(Snapshot& snapshot, std::size_t hiddenOwners) const
{
    if (hiddenOwners != 0) {
        snapshot.gaps.push_back(ownerGap(hiddenOwners, m_owners.sight()));
    }
    if (const auto others = m_owners.foreignNamespaces(); !others.empty()) {
        snapshot.gaps.push_back(namespaceGap(others));
    }
}

}  // namespace quaywatch::linux_backend
