// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/inode_owner_map.h"

#include <algorithm>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kSmallest = 64;

}  // namespace

void InodeOwnerMap::add(std::uint32_t inode, std::uint32_t process)
{
    Entry& entry = entryOf(inode);
    if (entry.holder <= kConfirmedUnowned) {
        entry.holder = kFirstProcess + process;
    } else if ((entry.holder & kSharedBit) != 0) {
        m_lists[entry.holder & ~kSharedBit].push_back(process);
    } else {
        if (m_freeLists.empty()) {
            m_freeLists.push_back(static_cast<std::uint32_t>(m_lists.size()));
            m_lists.emplace_back();
        }
        const std::uint32_t list = m_freeLists.back();
        m_freeLists.pop_back();
        m_lists[list] = {entry.holder - kFirstProcess, process};
        entry.holder = kSharedBit | list;
    }
}

void InodeOwnerMap::remove(std::uint32_t inode, std::uint32_t process)
{
    Entry& entry = entryOf(inode);
    if (entry.holder == kFirstProcess + process) {
        entry.holder = kUnknown;
    } else if ((entry.holder & kSharedBit) != 0) {
        const std::uint32_t number = entry.holder & ~kSharedBit;
        std::vector<std::uint32_t>& list = m_lists[number];
        list.erase(std::remove(list.begin(), list.end(), process), list.end());
        if (list.size() == 1) {
            entry.holder = kFirstProcess + list.front();
            list.clear();
            m_freeLists.push_back(number);
        }
    }
}

void InodeOwnerMap::markUnowned(std::uint32_t inode)
{
    Entry& entry = entryOf(inode);
    if (entry.holder == kUnknown) {
        entry.holder = kUnowned;
    }
}

void InodeOwnerMap::confirmUnowned(std::uint32_t inode)
{
    Entry& entry = entryOf(inode);
    if (entry.holder <= kUnowned) {
        entry.holder = kConfirmedUnowned;
    }
}

InodeOwnerMap::Holder InodeOwnerMap::list(std::uint32_t inode, unsigned round)
{
    m_lastRound = round;
    Entry& entry = entryOf(inode);
    entry.round = round;
    return Holder(entry.holder);
}

void InodeOwnerMap::forgetListing(std::uint32_t inode) noexcept
{
    if (!m_entries.empty()) {
        m_entries[placeOf(inode)].round = 0;
    }
}

InodeOwnerMap::Holder InodeOwnerMap::find(std::uint32_t inode) const noexcept
{
    return Holder(inode == 0 || m_entries.empty() ? kUnknown : m_entries[placeOf(inode)].holder);
}

/// The index of the inode, or of the free slot where it would be stored.
std::size_t InodeOwnerMap::placeOf(std::uint32_t inode) const noexcept
{
    // Fibonacci hashing: inodes come in consecutive runs, which it distributes well.
    const std::size_t mask = m_entries.size() - 1;
    std::size_t at = (inode * std::uint64_t{0x9E3779B97F4A7C15} >> 32U) & mask;
    while (m_entries[at].inode != 0 && m_entries[at].inode != inode) {
        at = (at + 1) & mask;
    }
    return at;
}

InodeOwnerMap::Entry& InodeOwnerMap::entryOf(std::uint32_t inode)
{
    if (m_used * 3 >= m_entries.size() * 2) {
        rehash();
    }
    Entry& entry = m_entries[placeOf(inode)];
    if (entry.inode == 0) {
        entry.inode = inode;
        ++m_used;
    }
    return entry;
}

/// Moves the entries into a table of a suitable size. Drops inodes that no process holds and that
/// the last socket table did not list.
void InodeOwnerMap::rehash()
{
    const auto isAlive = [this](const Entry& entry) {
        return entry.holder > kConfirmedUnowned || (entry.round != 0 && entry.round == m_lastRound);
    };
    const auto alive =
        static_cast<std::size_t>(std::count_if(m_entries.begin(), m_entries.end(), isAlive));
    std::size_t size = kSmallest;
    while (size < alive * 2) {
        size *= 2;
    }
    const std::vector<Entry> before = std::exchange(m_entries, std::vector<Entry>(size));
    m_used = alive;
    for (const Entry& entry : before) {
        if (isAlive(entry)) {
            m_entries[placeOf(entry.inode)] = entry;
        }
    }
}

}  // namespace quaywatch::linux_backend
