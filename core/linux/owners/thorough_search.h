// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/owners/descriptor_table_comparer.h"
#include "core/linux/owners/hidden_sockets.h"
#include "core/linux/owners/indexed_process.h"
#include "core/linux/owners/process_table.h"

#include <chrono>
#include <cstdint>
#include <span>

namespace quaywatch::linux_backend {

/// Searches for sockets that are in the descriptor table of no process' first thread: in the tables
/// of single threads and in io_urings. Decides when to repeat such a search.
///
/// Use it from one thread at a time; search() uses threads of its own.
class ThoroughSearch {
public:
    using Clock = std::chrono::steady_clock;

    /// @param table  Must outlive the search.
    explicit ThoroughSearch(ProcessTable& table)
        : m_table(table)
        , m_comparer(table.procFd())
    {
    }

    /// Adds the holders that it finds to the table, also of other sockets, and confirms that the
    /// remaining ones are unowned. Costs a system call per thread.
    /// @param inodes  The sockets that are searched for.
    void search(std::span<const std::uint32_t> inodes, Clock::time_point now);
    /// Whether to repeat a search that found nothing: a process or thread has appeared since then,
    /// and a minute has passed.
    [[nodiscard]] bool isDue(Clock::time_point now);
    /// Whether the last search was at least a minute ago.
    [[nodiscard]] bool isOld(Clock::time_point now) const noexcept
    {
        return now - m_searchedAt >= kSearchEvery;
    }

    static constexpr std::chrono::minutes kSearchEvery{1};

private:
    [[nodiscard]] HiddenSockets searchProcess(IndexedProcess& process) const;
    void addSockets(std::uint32_t place, HiddenSockets found);
    [[nodiscard]] bool hasThreadAppeared() const;
    [[nodiscard]] std::uint64_t threadLinksOf(std::uint32_t pid) const;

    ProcessTable& m_table;
    DescriptorTableComparer m_comparer;
    /// Time of the last search, or of the last check whether one is due.
    Clock::time_point m_searchedAt;
    unsigned m_searchedRound = 0;
};

}  // namespace quaywatch::linux_backend
