// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/process_namespaces.h"

#include "core/base/parallel.h"
#include "core/linux/procfs/namespace_inode.h"

#include <atomic>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

// With fewer items, another thread costs more time than it saves.
constexpr std::size_t kProcessesWorthAThread = 32;

}  // namespace

ProcessNamespaces::ProcessNamespaces(ProcessTable& table)
    : m_table(table)
    , m_ownNamespace(ownNetworkNamespace().value_or(0))
{
}

bool ProcessNamespaces::areThreadsDue(const IndexedProcess& process) const noexcept
{
    return process.threadsAskedRound == 0 ||
           (m_table.isFullWalk() && process.lastNewSocketRound >= process.threadsAskedRound);
}

void ProcessNamespaces::update()
{
    std::vector<IndexedProcess*> due;
    for (const std::uint32_t place : m_table.places()) {
        IndexedProcess& process = m_table.at(place);
        if (!process.sockets.empty() && (process.networkNamespace == 0 || areThreadsDue(process))) {
            due.push_back(&process);
        }
    }
    std::atomic<std::size_t> threadCount{0};
    forEachInParallel(due.size(), kProcessesWorthAThread, [&](std::size_t, std::size_t i) {
        IndexedProcess& process = *due[i];
        const int proc = m_table.procFd();
        if (process.networkNamespace == 0) {
            process.networkNamespace =
                networkNamespaceOf(proc, process.pid).value_or(m_ownNamespace);
        }
        if (areThreadsDue(process) && threadCount < kThreadsPerRound) {
            const std::size_t left = kThreadsPerRound - threadCount;
            ThreadNamespaces threads = threadNamespacesOf(proc, process.pid, left);
            threadCount += threads.count;
            process.threadNamespaces = std::move(threads.others);
            // More threads than a whole round may ask are never asked.
            const bool isOver = !threads.isCut || left == kThreadsPerRound;
            process.threadsAskedRound = isOver ? m_table.round() : process.threadsAskedRound;
        }
    });
}

std::map<std::uint64_t, std::uint32_t> ProcessNamespaces::others() const
{
    std::map<std::uint64_t, std::uint32_t> found;
    std::map<std::uint64_t, std::uint32_t> ofThreads;
    for (const std::uint32_t place : m_table.places()) {
        const IndexedProcess& process = m_table.at(place);
        if (process.networkNamespace != 0) {
            found.try_emplace(process.networkNamespace, process.pid);
        }
        for (const ThreadNamespace& thread : process.threadNamespaces) {
            ofThreads.try_emplace(thread.inode, thread.thread);
        }
    }
    found.merge(ofThreads);
    found.erase(m_ownNamespace);
    return found;
}

}  // namespace quaywatch::linux_backend
