// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/owners/indexed_process.h"
#include "core/linux/owners/process_table.h"

#include <cstdint>
#include <vector>

namespace quaywatch::linux_backend {

/// Searches for the holders of new sockets in a table of processes: first where they are likely and
/// a check is cheap, finally in all processes.
///
/// Use it from one thread at a time, and with the table of the current round; search() uses threads
/// of its own.
class OwnerSearch {
public:
    using Inodes = std::vector<std::uint32_t>;

    /// @param table  Must outlive the search.
    explicit OwnerSearch(ProcessTable& table) noexcept
        : m_table(table)
    {
    }

    /// Adds the holders that it finds to the table, and marks the other sockets as unowned.
    ///
    /// @param unheld           Socket inodes, in any order.
    /// @param sawEveryProcess  Whether the last update could read all processes. Otherwise a search
    ///                         of all of them that found nothing is repeated only every
    ///                         kFutileScanInterval rounds.
    /// @return Those without a holder; the error of followProcesses() if it failed. The holders
    ///         that were found until then remain.
    [[nodiscard]] Result<Inodes> search(Inodes unheld, bool sawEveryProcess);

    static constexpr unsigned kFutileScanInterval = 10;

private:
    [[nodiscard]] bool wouldFullScanFindNothing(bool sawEveryProcess) const noexcept;
    void dropHeld(Inodes& inodes) const;
    void probeClosedFds();
    void probeNextFds();
    void runProbes(std::vector<DescriptorProbe>& probes);
    void runProbe(DescriptorProbe& probe) const;
    void applyProbe(const DescriptorProbe& probe);
    void markByDescriptorCount();
    void markRecentlyActive();
    [[nodiscard]] Result<void> scanAllProcesses(Inodes& unheld);

    ProcessTable& m_table;
    bool m_wasFullScanFutile = false;  ///< The last scan of all processes found nothing.
};

}  // namespace quaywatch::linux_backend
