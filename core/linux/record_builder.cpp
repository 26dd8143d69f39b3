// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/record_builder.h"

#include "core/base/parallel.h"
#include "core/linux/socket_activations.h"
#include "core/linux/system/interface_name.h"
#include "core/linux/tables/row_key.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kPortCount = 65536;
constexpr std::size_t kRowsInAChunk = 4096;
constexpr std::size_t kRowsWorthCounting = 1024;

/// Position of a row among those of its port. Two numbers mostly suffice to compare rows, without
/// making their SocketKey.
struct SortKey {
    std::uint64_t local = 0;   ///< Protocol, family and the first four bytes of the address.
    std::uint64_t remote = 0;  ///< IPv4: the remote endpoint. IPv6: 0.
    std::uint32_t row = 0;
};

std::uint32_t firstFour(const std::array<std::uint8_t, 16>& bytes) noexcept
{
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
           std::uint32_t{bytes[2]} << 8U | bytes[3];
}

SortKey sortKeyOf(const DiagRow& row, std::uint32_t number) noexcept
{
    const std::uint64_t isUdp = row.protocol == IPPROTO_TCP ? 0 : 1;
    const std::uint64_t isV6 = row.family == AF_INET ? 0 : 1;
    SortKey key;
    key.local = isUdp << 33U | isV6 << 32U | firstFour(row.local);
    // An IPv6 address has only its first four bytes here, so that later fields may not decide yet.
    key.remote = isV6 != 0 ? 0 : std::uint64_t{firstFour(row.remote)} << 16U | row.remotePort;
    key.row = number;
    return key;
}

/// The row numbers in order. Of two rows with the same key, the one that has an inode is kept.
std::vector<std::uint32_t> withoutDoubles(const std::vector<DiagRow>& rows,
                                          const std::vector<SortKey>& keys,
                                          std::uint64_t networkNamespace)
{
    std::vector<std::uint32_t> numbers;
    numbers.reserve(keys.size());
    const SortKey* last = nullptr;
    for (const SortKey& key : keys) {
        const DiagRow& row = rows[key.row];
        const bool isDouble =
            last != nullptr && last->local == key.local && last->remote == key.remote &&
            keyOf(rows[last->row], networkNamespace) == keyOf(row, networkNamespace);
        if (!isDouble) {
            numbers.push_back(key.row);
        } else if (rows[numbers.back()].inode == 0) {
            numbers.back() = key.row;
        }
        last = &key;
    }
    return numbers;
}

/// A key for each row of a known state, in the order of the rows.
std::vector<SortKey> sortKeys(const std::vector<DiagRow>& rows)
{
    std::vector<SortKey> keys;
    keys.reserve(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (stateOf(rows[i])) {
            keys.push_back(sortKeyOf(rows[i], i));
        }
    }
    return keys;
}

struct SortKeysByPort {
    std::vector<SortKey> keys;        ///< Ascending by local port.
    std::vector<std::uint32_t> ends;  ///< For each port, the end of its range in `keys`.
};

/// Like sortKeys(), but with a counting sort by port: each port has few rows.
SortKeysByPort sortKeysByPort(const std::vector<DiagRow>& rows)
{
    std::vector<std::uint32_t> ends(kPortCount + 1, 0);
    for (const DiagRow& row : rows) {
        ends[row.localPort] += stateOf(row) ? 1U : 0U;
    }
    std::uint32_t before = 0;
    for (std::uint32_t& end : ends) {
        before += std::exchange(end, before);
    }
    std::vector<SortKey> keys(before);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (stateOf(rows[i])) {
            keys[ends[rows[i].localPort]++] = sortKeyOf(rows[i], i);
        }
    }
    return {std::move(keys), std::move(ends)};
}

/// Whether no process can own the socket: it was closed or orphaned, or never belonged to a
/// process.
bool isOwnerless(const DiagRow& row) noexcept
{
    return row.inode == 0;
}

using Places = std::vector<std::vector<std::size_t>>;

std::vector<std::size_t> joined(const Places& ofChunks)
{
    std::vector<std::size_t> all;
    for (const std::vector<std::size_t>& places : ofChunks) {
        all.insert(all.end(), places.begin(), places.end());
    }
    return all;
}

}  // namespace

std::vector<std::uint32_t> sortedRows(const std::vector<DiagRow>& rows,
                                      std::uint64_t networkNamespace)
{
    const auto isBefore = [&](const SortKey& a, const SortKey& b) {
        if (a.local != b.local) {
            return a.local < b.local;
        }
        if (a.remote != b.remote) {
            return a.remote < b.remote;
        }
        return keyOf(rows[a.row], networkNamespace) < keyOf(rows[b.row], networkNamespace);
    };
    if (rows.size() < kRowsWorthCounting) {
        std::vector<SortKey> keys = sortKeys(rows);
        std::sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
            const Port portOfA = rows[a.row].localPort;
            const Port portOfB = rows[b.row].localPort;
            return portOfA != portOfB ? portOfA < portOfB : isBefore(a, b);
        });
        return withoutDoubles(rows, keys, networkNamespace);
    }
    auto [keys, ends] = sortKeysByPort(rows);
    std::uint32_t begin = 0;
    for (std::size_t port = 0; port < kPortCount; begin = ends[port++]) {
        if (ends[port] - begin > 1) {
            std::sort(keys.begin() + begin, keys.begin() + ends[port], isBefore);
        }
    }
    return withoutDoubles(rows, keys, networkNamespace);
}

std::vector<SocketRecord> RecordBuilder::build(const std::vector<DiagRow>& rows)
{
    askForNames(rows);
    const std::vector<std::uint32_t> order = sortedRows(rows, m_networkNamespace);
    std::vector<SocketRecord> records(order.size());
    std::vector<Names> namesOfWorker(parallelWorkers());
    std::generate(namesOfWorker.begin(), namesOfWorker.end(),
                  [this] { return copyWithOwnRefcounts(); });
    std::array<std::atomic<std::size_t>, kHiddenByCount> hidden{};
    std::array<std::atomic<std::size_t>, kHiddenByCount> partial{};
    const std::size_t chunks = (order.size() + kRowsInAChunk - 1) / kRowsInAChunk;
    Places sharedOfChunk(chunks);
    Places managedOfChunk(chunks);
    forEachInParallel(chunks, /*countWorthAThread=*/4, [&](std::size_t worker, std::size_t chunk) {
        const std::size_t end = std::min(order.size(), (chunk + 1) * kRowsInAChunk);
        HiddenCounts hiddenHere{};
        HiddenCounts partialHere{};
        for (std::size_t i = chunk * kRowsInAChunk; i < end; ++i) {
            fill(records[i], rows[order[i]], namesOfWorker[worker]);
            if (records[i].owners().size() > 1) {
                sharedOfChunk[chunk].push_back(i);
            }
            if (records[i].isListener() && SocketActivations::mayBeManaged(records[i])) {
                managedOfChunk[chunk].push_back(i);
            }
            if (records[i].hiddenBy) {
                HiddenCounts& counts =
                    records[i].ownerState == OwnerState::Hidden ? hiddenHere : partialHere;
                ++counts.at(static_cast<std::size_t>(*records[i].hiddenBy));
            }
        }
        for (std::size_t by = 0; by < kHiddenByCount; ++by) {
            hidden.at(by) += hiddenHere.at(by);
            partial.at(by) += partialHere.at(by);
        }
    });
    std::copy(hidden.begin(), hidden.end(), m_hiddenOwners.begin());
    std::copy(partial.begin(), partial.end(), m_partialOwners.begin());
    m_sharedPlaces = joined(sharedOfChunk);
    m_managedPlaces = joined(managedOfChunk);
    return records;
}

/// Looks up each distinct user, cgroup and device once, before several threads need the names.
void RecordBuilder::askForNames(const std::vector<DiagRow>& rows)
{
    std::optional<std::uint32_t> lastUid;
    std::uint64_t lastCgroup = 0;
    for (const DiagRow& row : rows) {
        if (row.uid != lastUid) {
            lastUid = row.uid;
            m_hasUnmappedUsers = m_hasUnmappedUsers || !m_userMap.userOf(row.uid);
            if (m_userMap.userOf(row.uid) && !m_names.users.contains(row.uid)) {
                m_names.users.emplace(row.uid, m_users.nameOf(row.uid));
            }
        }
        if (row.cgroupId != lastCgroup) {
            lastCgroup = row.cgroupId;
            if (!m_names.serviceContexts.contains(row.cgroupId)) {
                m_names.serviceContexts.emplace(row.cgroupId,
                                                m_cgroups.serviceContext(row.cgroupId));
            }
        }
        if (row.interfaceIndex != 0 && !m_names.interfaces.contains(row.interfaceIndex)) {
            Device device{interfaceNameOf(row.interfaceIndex)};
            device.isLoopback = device.name && isLoopbackInterface(*device.name);
            m_names.interfaces.emplace(row.interfaceIndex, std::move(device));
        }
    }
}

/// The same texts with separate reference counts: two threads that increment the count of one text
/// for every row would mostly wait for each other.
RecordBuilder::Names RecordBuilder::copyWithOwnRefcounts() const
{
    const auto twinOf = []<typename Text>(const std::shared_ptr<Text>& text) {
        return text ? std::shared_ptr<Text>(std::make_shared<std::shared_ptr<Text>>(text),
                                            text.get())
                    : nullptr;
    };
    const auto addTwins = [&twinOf](const auto& from, auto& to) {
        for (const auto& [key, text] : from) {
            to.emplace(key, twinOf(text));
        }
    };
    Names twins;
    addTwins(m_names.users, twins.users);
    addTwins(m_names.serviceContexts, twins.serviceContexts);
    for (const auto& [index, device] : m_names.interfaces) {
        twins.interfaces.emplace(index, Device{twinOf(device.name), device.isLoopback});
    }
    return twins;
}

void RecordBuilder::fill(SocketRecord& record, const DiagRow& row, const Names& names) const
{
    record.key = keyOf(row, m_networkNamespace);
    record.state = stateOf(row).value_or(SocketState::Established);
    record.direction = record.isListener() ? Direction::Listen : Direction::Outbound;
    if (record.key.protocol == Protocol::Tcp && !record.isListener()) {
        record.isOpener = record.state == SocketState::SynSent ? true : row.isOpener;
    }
    if (row.family == AF_INET6 && row.hasV6Only) {
        record.isV6Only = row.isV6Only;
    }
    fillOwner(record, row);
    if (row.interfaceIndex != 0) {
        const Device& device = names.interfaces.at(row.interfaceIndex);
        record.interfaceName = device.name;
        record.isOnLoopbackDevice = device.isLoopback;
    }
    if (row.cgroupId != 0) {
        record.serviceContext = names.serviceContexts.at(row.cgroupId);
    }
    if (!isOwnerless(row)) {
        record.uid = m_userMap.userOf(row.uid);
        record.user = record.uid ? names.users.at(row.uid) : nullptr;
        record.inode = row.inode;
    }
    if (row.cookie != 0) {
        record.cookie = row.cookie;
    }
    record.receiveQueue = row.receiveQueue;
    record.sendQueue = row.sendQueue;
    if (row.hasByteCounts && !record.isListener()) {
        record.bytesReceived = row.bytesReceived;
        record.bytesSent = row.bytesSent;
    }
}

/// Sets the owners and the owner state. A search without result does not prove that the kernel owns
/// a socket: that needs evidence from m_kernelSockets.
void RecordBuilder::fillOwner(SocketRecord& record, const DiagRow& row) const
{
    record.ownerSet = m_owners.ownersOf(row.inode);
    const std::optional<std::uint32_t> creator = m_userMap.userOf(row.uid);
    if (record.ownerSet) {
        record.hiddenBy = m_owners.hiddenHolderOf(*record.ownerSet, creator);
        record.ownerState = record.hiddenBy ? OwnerState::Partial : OwnerState::Known;
        return;
    }
    if (isOwnerless(row)) {
        record.ownerState = OwnerState::None;
        return;
    }
    record.ownerState = OwnerState::Hidden;
    if (!m_owners.sawEveryProcess()) {
        const bool isOwn = m_ownUid != 0 && creator == m_ownUid;
        record.hiddenBy = isOwn ? HiddenBy::OwnUnreadable : HiddenBy::Unreadable;
    } else if (m_owners.isConfirmedUnowned(row.inode)) {
        const bool isKernels = row.uid == 0 && m_kernelSockets.contains(row.inode);
        record.ownerState = isKernels ? OwnerState::Kernel : OwnerState::Hidden;
        record.hiddenBy = isKernels ? std::nullopt : std::optional(HiddenBy::NoDescriptor);
    }
}

}  // namespace quaywatch::linux_backend
