// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/owners/process_table.h"

#include <cstddef>
#include <cstdint>
#include <map>

namespace quaywatch::linux_backend {

/// The network namespaces in which the processes of a ProcessTable are, kept from round to round.
///
/// Only processes that hold a socket of any kind are asked: without one there is no port to show.
/// A process is asked again when its sockets have changed; its threads when it is new, and in full
/// walks if its sockets have changed since. Each round looks at kThreadsPerRound threads in all;
/// what is left over follows in the next rounds. What may not be read is taken as not known.
///
/// Use it from one thread at a time; update() uses threads of its own.
class ProcessNamespaces {
public:
    explicit ProcessNamespaces(ProcessTable& table);

    /// Asks the processes that are due. Call it when the sockets of the round are known.
    void update();

    /// The inodes of all of these namespaces except this program's own, each with the lowest number
    /// of a process in it, or else of a thread: nsenter(1) takes both.
    [[nodiscard]] std::map<std::uint64_t, std::uint32_t> others() const;

    static constexpr std::size_t kThreadsPerRound = 4096;

private:
    [[nodiscard]] bool areThreadsDue(const IndexedProcess& process) const noexcept;

    ProcessTable& m_table;
    std::uint64_t m_ownNamespace = 0;
};

}  // namespace quaywatch::linux_backend
