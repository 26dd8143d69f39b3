// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/linux_socket_source.h"

#include "core/linux/fallback_gap.h"
#include "core/linux/namespace_gap.h"
#include "core/linux/procfs/namespace_inode.h"
#include "core/linux/record_builder.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/privileged_command.h"
#include "core/linux/tables/row_key.h"
#include "core/message/message_list.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <iterator>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

bool isListening(const DiagRow& row) noexcept
{
    const auto state = stateOf(row);
    return state == SocketState::Listen ||
           (state == SocketState::Bound && row.protocol == IPPROTO_UDP);
}

}  // namespace

LinuxSocketSource::LinuxSocketSource(UniqueFd proc, TableReader tables, KernelSockets kernelSockets)
    : m_users(UserNames::shared())
    , m_namespaceMounts(proc.get())
    , m_tables(std::move(tables))
    , m_owners(UniqueFd(fcntl(proc.get(), F_DUPFD_CLOEXEC, 0)), m_users)
    , m_kernelSockets(std::move(kernelSockets))
    , m_networkNamespace(ownNetworkNamespace().value_or(0))
    , m_mayTrace(mayTrace())
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
    if (const auto joined = joinOwners(tables->rows, scope); !joined) {
        return tl::unexpected(joined.error());
    }
    RecordBuilder builder(m_owners, m_kernelSockets, *m_users, m_cgroups, m_networkNamespace);
    snapshot.sockets = builder.build(tables->rows);
    std::vector<SocketRecord*> shared;
    for (const std::size_t place : builder.sharedPlaces()) {
        shared.push_back(&snapshot.sockets[place]);
    }
    m_ownerOrder.arrange(shared);
    std::vector<SocketRecord*> managed;
    for (const std::size_t place : builder.managedPlaces()) {
        managed.push_back(&snapshot.sockets[place]);
    }
    m_activations.addTo(managed, /*isWhole=*/true);
    const bool isConfined = m_owners.visibility() == ProcVisibility::Container;
    snapshot.gaps = withOneFallbackGap(std::move(tables->gaps), isConfined);
    snapshot.hasBoundTcp = tables->hasBoundTcp;
    reportGaps(snapshot, builder);
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
    // Callers ask for many sockets at once, and a dump of all listeners costs little more than a
    // query for one.
    Result<SocketTables> tables =
        m_tables.readListeners(isWanted(Protocol::Tcp), isWanted(Protocol::Udp));
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    RecordBuilder builder(m_owners, m_kernelSockets, *m_users, m_cgroups, m_networkNamespace);
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
        // The last read did not search for owners of a socket that its table did not contain.
        if (!record.ownerSet && record.inode == (*next)->inode) {
            record.ownerSet = (*next)->ownerSet;
            record.ownerState = (*next)->ownerState;
            record.hiddenBy = (*next)->hiddenBy;
        }
        found.push_back(std::move(record));
    }
    std::vector<SocketRecord*> all;
    std::vector<SocketRecord*> managed;
    all.reserve(found.size());
    for (SocketRecord& record : found) {
        all.push_back(&record);
        if (SocketActivations::mayBeManaged(record)) {
            managed.push_back(&record);
        }
    }
    OwnerOrder().arrange(all);
    m_activations.addTo(managed, /*isWhole=*/false);
    return found;
}

/// While the kernel writes its table on one processor, a thread on another reads the processes.
Result<SocketTables> LinuxSocketSource::readTables(ReadScope scope)
{
    std::atomic<bool> isTableRead{false};
    std::future<void> walk;
    try {
        walk = std::async(std::launch::async, [&] { m_owners.walkAhead(isTableRead); });
    } catch (const std::system_error&) {
        // No more threads are allowed: the processes are read after the table.
    }
    Result<SocketTables> tables = m_tables.read(scope);
    isTableRead = true;
    if (walk.valid()) {
        walk.get();
    }
    return tables;
}

Result<void> LinuxSocketSource::joinOwners(const std::vector<DiagRow>& rows, ReadScope scope)
{
    std::vector<std::uint32_t> inodes;
    std::vector<const DiagRow*> held;  // Rows that have an inode, in the order of `inodes`.
    inodes.reserve(rows.size());
    held.reserve(rows.size());
    for (const DiagRow& row : rows) {
        if (row.inode != 0) {
            inodes.push_back(row.inode);
            held.push_back(&row);
        }
    }
    if (Result<void> updated = m_owners.update(inodes); !updated) {
        return updated;
    }
    std::vector<const DiagRow*> unheld;
    for (const std::size_t place : m_owners.unheldPlaces()) {
        unheld.push_back(held[place]);
    }
    if (!unheld.empty()) {
        searchUnheld(unheld, scope, inodes);
        followKernelSockets(unheld);
    }
    m_hasRead = true;
    return {};
}

/// Searches for sockets that are in the descriptor table of no process' first thread
/// (OwnerIndex::searchThroughout()). New ones are searched for as soon as a second read of the
/// tables confirms that they still exist, those of earlier searches without result only now and
/// then. If some processes may not be read, other users' sockets are not searched for, since
/// nothing would be found. A search for this user's sockets would find little then, so it is made
/// seldom.
void LinuxSocketSource::searchUnheld(const std::vector<const DiagRow*>& unheld, ReadScope scope,
                                     const std::vector<std::uint32_t>& inodes)
{
    std::vector<const DiagRow*> unsure;
    std::vector<std::uint32_t> wanted;
    std::vector<std::uint32_t> unowned;
    const std::uint32_t ownUid = geteuid();
    const auto now = OwnerIndex::Clock::now();
    for (const DiagRow* row : unheld) {
        if (!m_owners.sawEveryProcess() && row->uid != ownUid) {
            continue;
        }
        switch (m_owners.unheld(row->inode)) {
            case OwnerIndex::Unheld::No:
                break;
            case OwnerIndex::Unheld::New:
                unsure.push_back(row);
                break;
            case OwnerIndex::Unheld::Listed:
                if (m_owners.sawEveryProcess() || m_owners.isSearchOld(now)) {
                    wanted.push_back(row->inode);
                }
                break;
            case OwnerIndex::Unheld::Throughout:
                unowned.push_back(row->inode);
                break;
        }
    }
    keepListed(unsure, scope);
    for (const DiagRow* row : unsure) {
        wanted.push_back(row->inode);
    }
    if (!unowned.empty() && (!wanted.empty() || m_owners.isSearchDue(now))) {
        wanted.insert(wanted.end(), unowned.begin(), unowned.end());
    }
    if (!wanted.empty()) {
        m_owners.searchThroughout(wanted, inodes, now);
    }
}

/// Keeps the sockets that are still listed. A socket that was closed after the tables were read and
/// before the processes were read has no holder, and does not show a gap. A socket that a second
/// read lists does exist. Connections are left to the next read, which lists those that still
/// exist: many of them open and close.
void LinuxSocketSource::keepListed(std::vector<const DiagRow*>& unsure, ReadScope scope)
{
    if (m_hasRead) {
        unsure.erase(std::remove_if(unsure.begin(), unsure.end(),
                                    [](const DiagRow* row) { return !isListening(*row); }),
                     unsure.end());
    }
    if (unsure.empty()) {
        return;
    }
    const bool areAllListening = std::all_of(unsure.begin(), unsure.end(),
                                             [](const DiagRow* row) { return isListening(*row); });
    const Result<SocketTables> again = areAllListening
                                           ? m_tables.readListeners(/*ofTcp=*/true, /*ofUdp=*/true)
                                           : m_tables.read(scope);
    std::unordered_set<std::uint32_t> listed;
    if (again) {
        for (const DiagRow& row : again->rows) {
            listed.insert(row.inode);
        }
    }
    unsure.erase(std::remove_if(unsure.begin(), unsure.end(),
                                [&](const DiagRow* row) { return !listed.contains(row->inode); }),
                 unsure.end());
}

void LinuxSocketSource::followKernelSockets(const std::vector<const DiagRow*>& unheld)
{
    std::vector<const DiagRow*> ofRoot;
    std::copy_if(unheld.begin(), unheld.end(), std::back_inserter(ofRoot),
                 [this](const DiagRow* row) {
                     return row->uid == 0 && m_owners.isConfirmedUnowned(row->inode);
                 });
    m_kernelSockets.follow(ofRoot, KernelSockets::Clock::now());
}

/// Whether process numbers in /proc differ from those that system calls of this program use.
bool LinuxSocketSource::areNumbersForeign() const noexcept
{
    return m_owners.visibility() == ProcVisibility::Foreign ||
           m_owners.visibility() == ProcVisibility::Nothing;
}

void LinuxSocketSource::reportOwnerGaps(Snapshot& snapshot, const RecordBuilder& builder)
{
    const auto isAny = [](const HiddenCounts& counts) {
        return std::any_of(counts.begin(), counts.end(),
                           [](std::size_t count) { return count != 0; });
    };
    if (!isAny(builder.hiddenOwners()) && !isAny(builder.partialOwners())) {
        return;
    }
    OwnerVisibility visibility;
    visibility.proc = m_owners.visibility();
    visibility.isRoot = geteuid() == 0;
    visibility.mayTrace = m_mayTrace;
    visibility.lacksDescriptors = m_owners.lackedDescriptors();
    visibility.isAnyUnreadable = m_owners.isAnyUnreadable();
    visibility.isOwnUnreadable = m_owners.isOwnUnreadable();
    visibility.isSandboxed = m_owners.isSandboxed();
    for (Gap& gap : ownerGaps(builder.hiddenOwners(), visibility, builder.partialOwners())) {
        snapshot.gaps.push_back(std::move(gap));
    }
}

void LinuxSocketSource::reportGaps(Snapshot& snapshot, const RecordBuilder& builder)
{
    reportOwnerGaps(snapshot, builder);
    if (builder.hasUnmappedUsers()) {
        snapshot.gaps.push_back({Gap::Kind::Process, std::nullopt,
                                 Message(MessageId::UsersOutsideNamespace),
                                 Message(MessageId::RunOnHost)});
    }
    if (areNumbersForeign() &&
        std::any_of(snapshot.sockets.begin(), snapshot.sockets.end(),
                    [](const SocketRecord& socket) { return !socket.owners().empty(); })) {
        snapshot.gaps.push_back(
            {Gap::Kind::Process, std::nullopt, Message(MessageId::ProcOfOtherNamespace),
             privilegedCommand("unshare --mount-proc quaywatch-cli list", geteuid() == 0)});
    }
    if (auto gap = namespaceGap({m_networkNamespace, m_owners.otherNamespaces(),
                                 m_namespaceMounts.read(), areNumbersForeign(), geteuid() == 0})) {
        snapshot.gaps.push_back(*std::move(gap));
    }
    if (const std::size_t programs = m_owners.longPathCount(); programs > 0) {
        snapshot.gaps.push_back(
            {Gap::Kind::Process, programs, Message(MessageId::PathTooLong), {}});
    }
    if (const std::size_t users = m_users->unansweredCount(); users > 0) {
        snapshot.gaps.push_back(
            {Gap::Kind::Process, users, Message(MessageId::NameServiceSilent), "getent passwd"});
    }
}

}  // namespace quaywatch::linux_backend
