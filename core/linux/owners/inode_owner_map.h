// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quaywatch::linux_backend {

/// Maps socket inodes to the processes that hold them; holders are added and removed one by one.
/// The caller numbers the processes. Most sockets have one holder, which the flat table stores
/// itself.
///
/// The map also stores the last round in which a socket table listed an inode, so that closed
/// sockets are found without a second table.
class InodeOwnerMap {
public:
    /// The holder of a socket: none known, one process, or several.
    class Holder {
    public:
        [[nodiscard]] bool isKnown() const noexcept { return m_code != kUnknown; }
        /// Whether no holder is known.
        [[nodiscard]] bool isUnowned() const noexcept { return m_code <= kConfirmedUnowned; }
        /// Of a socket without a holder: whether confirmUnowned() was called for it.
        [[nodiscard]] bool isConfirmedUnowned() const noexcept
        {
            return m_code == kConfirmedUnowned;
        }
        [[nodiscard]] bool isShared() const noexcept { return (m_code & kSharedBit) != 0; }
        /// The process of a single holder.
        [[nodiscard]] std::uint32_t process() const noexcept { return m_code - kFirstProcess; }
        /// The number of the list that has several holders.
        [[nodiscard]] std::uint32_t list() const noexcept { return m_code & ~kSharedBit; }

    private:
        friend class InodeOwnerMap;
        explicit Holder(std::uint32_t code) noexcept
            : m_code(code)
        {
        }
        std::uint32_t m_code;
    };

    void add(std::uint32_t inode, std::uint32_t process);
    void remove(std::uint32_t inode, std::uint32_t process);
    /// Notes that all processes were scanned and none holds the socket; add() overrides it.
    void markUnowned(std::uint32_t inode);
    /// Notes that the other tables of threads and the io_urings were searched without result, too.
    void confirmUnowned(std::uint32_t inode);

    /// Notes that the socket table lists the inode in this round, which is not 0. Returns its
    /// holder.
    Holder list(std::uint32_t inode, unsigned round);
    /// Removes the note of list(), so that forEachGone() does not visit the socket any more.
    void forgetListing(std::uint32_t inode) noexcept;

    [[nodiscard]] bool isListed(std::uint32_t inode, unsigned round) const noexcept
    {
        return !m_entries.empty() && m_entries[placeOf(inode)].inode == inode &&
               m_entries[placeOf(inode)].round == round;
    }

    /// Number of the table's slots, used and free.
    [[nodiscard]] std::size_t capacity() const noexcept { return m_entries.size(); }

    [[nodiscard]] Holder find(std::uint32_t inode) const noexcept;

    /// The processes of a shared socket, unordered.
    [[nodiscard]] std::span<const std::uint32_t> processesOf(Holder shared) const noexcept
    {
        return m_lists[shared.list()];
    }
    /// One more than the highest number of a list.
    [[nodiscard]] std::size_t listCount() const noexcept { return m_lists.size(); }
    [[nodiscard]] std::span<const std::uint32_t> list(std::size_t number) const noexcept
    {
        return m_lists[number];
    }

    /// Calls `visit(inode, process)` for each socket with a single known holder that was listed in
    /// an earlier round, but not in this one.
    template <class Visit>
    void forEachGone(unsigned round, Visit&& visit) const
    {
        for (const Entry& entry : m_entries) {
            if (entry.round != 0 && entry.round != round && entry.holder >= kFirstProcess &&
                (entry.holder & kSharedBit) == 0) {
                visit(entry.inode, entry.holder - kFirstProcess);
            }
        }
    }

private:
    static constexpr std::uint32_t kUnknown = 0;
    static constexpr std::uint32_t kUnowned = 1;
    static constexpr std::uint32_t kConfirmedUnowned = 2;
    static constexpr std::uint32_t kFirstProcess = 3;
    static constexpr std::uint32_t kSharedBit = 1U << 31U;

    struct Entry {
        std::uint32_t inode = 0;  ///< 0 marks a free slot.
        std::uint32_t holder = kUnknown;
        unsigned round = 0;
    };

    [[nodiscard]] std::size_t placeOf(std::uint32_t inode) const noexcept;
    [[nodiscard]] Entry& entryOf(std::uint32_t inode);
    void rehash();

    std::vector<Entry> m_entries;
    std::size_t m_used = 0;
    unsigned m_lastRound = 0;
    std::vector<std::vector<std::uint32_t>> m_lists;
    std::vector<std::uint32_t> m_freeLists;
};

}  // namespace quaywatch::linux_backend
