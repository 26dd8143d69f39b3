// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/listeners/port_groups.h"

#include "app/models/row_order.h"

#include <algorithm>
#include <set>

namespace quaywatch {
namespace {

// Compares ascending runs of rows with ascending row numbers.
class RunCursor {
public:
    explicit RunCursor(const std::vector<RowRun>& runs)
        : m_runs(runs)
    {
    }
    // Whether a row of [first, end) is in one of the runs; `first` never goes back.
    bool touches(std::size_t first, std::size_t end)
    {
        while (m_next < m_runs.size() && m_runs[m_next].first + m_runs[m_next].count <= first) {
            ++m_next;
        }
        return m_next < m_runs.size() && m_runs[m_next].first < end;
    }

private:
    const std::vector<RowRun>& m_runs;
    std::size_t m_next = 0;
};

// Returns the ports of removed sockets, in ascending order.
std::vector<PortId> portsOfRemoved(const Snapshot& before, const SnapshotDiff& steps)
{
    std::vector<PortId> ports;
    for (auto run = steps.removed.rbegin(); run != steps.removed.rend(); ++run) {
        for (std::size_t row = run->first; row < run->first + run->count; ++row) {
            const PortId id = portOf(before.sockets[row].key);
            if (ports.empty() || ports.back() != id) {
                ports.push_back(id);
            }
        }
    }
    return ports;
}

bool isMoreTelling(const SocketRecord& a, const SocketRecord& b)
{
    if (const int byVerdict = compareByColumn(a, b, Column::Verdict, Qt::AscendingOrder)) {
        return byVerdict < 0;
    }
    return a.exposure > b.exposure;
}

// Collects the common data of a port's listeners.
struct Gathered {
    std::set<IpAddress> addresses;
    std::set<ProcessId> ownerIds;
    OwnerSet owners;
    std::optional<Exposure> exposure;

    void add(const SocketRecord& listener)
    {
        addresses.insert(listener.key.localAddress);
        exposure = std::max(exposure, listener.exposure);
        for (const ProcessPtr& owner : listener.owners()) {
            if (ownerIds.insert(owner->id).second) {
                owners.push_back(owner);
            }
        }
    }
};

}  // namespace

std::vector<PortRun> listenerRuns(const Snapshot& before, const Snapshot& after,
                                  const SnapshotDiff& steps)
{
    const std::vector<PortId> shrunk = portsOfRemoved(before, steps);
    RunCursor added(steps.added);
    RunCursor changed(steps.changed);
    RunCursor countersOnly(steps.countersOnly);
    std::vector<PortRun> runs;
    const std::vector<SocketRecord>& sockets = after.sockets;
    for (std::size_t first = 0; first < sockets.size();) {
        PortRun run{portOf(sockets[first].key), first, 0, false, false};
        bool hasListener = false;
        std::size_t end = first;
        for (; end < sockets.size() && portOf(sockets[end].key) == run.id; ++end) {
            hasListener = hasListener || sockets[end].isListener();
        }
        if (hasListener) {
            run.count = end - first;
            run.isTouched = added.touches(first, end) || changed.touches(first, end) ||
                            std::binary_search(shrunk.begin(), shrunk.end(), run.id);
            run.isCounted = countersOnly.touches(first, end);
            runs.push_back(run);
        }
        first = end;
    }
    return runs;
}

PortContents contentsOf(const Snapshot& snapshot, const PortRun& run, const RowPredicate& isWanted,
                        std::size_t mostPeers)
{
    PortContents contents;
    std::vector<const SocketRecord*> peers;
    for (std::size_t row = run.first; row < run.first + run.count; ++row) {
        const SocketRecord& socket = snapshot.sockets[row];
        const bool isPeer = !socket.isListener();
        if ((isPeer && socket.direction != Direction::Inbound) || (isWanted && !isWanted(row))) {
            continue;
        }
        if (!isPeer) {
            contents.sockets.push_back(&socket);
        } else if (peers.size() < mostPeers) {
            peers.push_back(&socket);
        } else {
            ++contents.omitted;
        }
    }
    contents.listeners = contents.sockets.size();
    contents.sockets.insert(contents.sockets.end(), peers.begin(), peers.end());
    return contents;
}

PortSummary summaryOf(const Snapshot& snapshot, const PortRun& run)
{
    PortSummary summary;
    const SocketRecord* lead = nullptr;
    Gathered gathered;
    for (std::size_t row = run.first; row < run.first + run.count; ++row) {
        const SocketRecord& socket = snapshot.sockets[row];
        if (!socket.isListener()) {
            summary.connections += socket.direction == Direction::Inbound ? 1 : 0;
            continue;
        }
        gathered.add(socket);
        if (lead == nullptr || isMoreTelling(socket, *lead)) {
            lead = &socket;
            summary.lead = row;
        }
    }
    Q_ASSERT(lead != nullptr);  // a run has a listener
    auto face = std::make_shared<SocketRecord>(*lead);
    face->exposure = gathered.exposure;
    if (gathered.owners.size() > lead->owners().size()) {
        OwnerSet& owners = gathered.owners;
        if (!lead->owners().empty()) {
            const auto first = std::find(owners.begin(), owners.end(), lead->owners().front());
            std::rotate(owners.begin(), first, first == owners.end() ? first : first + 1);
        }
        face->ownerSet = std::make_shared<const OwnerSet>(std::move(owners));
    }
    summary.face = std::move(face);
    summary.addresses = gathered.addresses.size();
    return summary;
}

bool comesBeforeInPort(const SocketRecord& a, const SocketRecord& b) noexcept
{
    if (a.isListener() != b.isListener()) {
        return a.isListener();
    }
    return a.key < b.key;
}

}  // namespace quaywatch
