// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_meter.h"

#include "core/sockets/classify.h"
#include "core/sockets/close_index.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;

/// A UDP socket that looks like a client's counts as a listener once it has existed that long.
constexpr std::chrono::seconds kClientTime = 1min;

bool isOpen(const SocketRecord& row)
{
    return row.hasRemote() && row.state != SocketState::TimeWait &&
           row.state != SocketState::Closed;
}

/// Whether the row is activity of its local port, which is not a port that the kernel chose.
bool isOfItsPort(const SocketRecord& row, std::chrono::system_clock::time_point now)
{
    if (!row.isListener()) {
        return row.direction == Direction::Inbound;
    }
    return !isEphemeralUdp(row, kDefaultEphemeralPorts) || now - row.seenSince >= kClientTime;
}

/// The increase of a counter; 0 if that is not known.
std::uint64_t progress(const std::optional<std::uint64_t>& was,
                       const std::optional<std::uint64_t>& is)
{
    return is && was && *is >= *was ? *is - *was : 0;
}

/// Adds up the rows and closed sockets of one update.
class Tally {
public:
    explicit Tally(TrafficSample& sample)
        : m_sample(sample)
    {
    }

    void add(const SocketRecord& row, TrafficCounts counts)
    {
        if (row.isListener()) {
            counts.listeners = 1;
        }
        const PortId port{row.key.localPort, row.key.protocol};
        if (isOfItsPort(row, m_sample.to)) {
            m_sample.ports[port] += counts;
        }
        addToProgram(row, port, counts);
        if (row.isListener() && std::exchange(m_lastPort, port) == port) {
            counts.listeners = 0;
        }
        if (row.direction == Direction::Outbound && isLocalConnection(row)) {
            counts.connections = 0;
            counts.opened = 0;
        }
        m_sample.all += counts;
    }

private:
    void addToProgram(const SocketRecord& row, const PortId& port, TrafficCounts counts)
    {
        if (row.owners().empty()) {
            return;
        }
        // Most sockets of a process share one owner set, so that its program is looked up once.
        TrafficProgram*& program = m_programs[row.ownerSet.get()];
        if (program == nullptr) {
            const ProcessInfo& process = *row.owners().front();
            const bool isNamed = process.exe && !process.runs;
            program = &m_sample.programs[isNamed       ? *process.exe
                                         : process.exe ? executedProgram(process)
                                                       : process.name];
            program->name = process.name;
        }
        if (row.isListener() && !m_listening.emplace(program, port).second) {
            counts.listeners = 0;
        }
        program->counts += counts;
    }

    TrafficSample& m_sample;
    std::unordered_map<const OwnerSet*, TrafficProgram*> m_programs;
    std::set<std::pair<const TrafficProgram*, PortId>> m_listening;
    std::optional<PortId> m_lastPort;
};

const TrafficMeter::Gone* find(const std::vector<TrafficMeter::Gone>& gone, const SocketKey& key)
{
    const auto found = std::lower_bound(
        gone.begin(), gone.end(), key,
        [](const TrafficMeter::Gone& each, const SocketKey& wanted) { return each.key < wanted; });
    return found != gone.end() && found->key == key ? &*found : nullptr;
}

/// Counts for a row that was not there before, or belonged to another socket.
TrafficCounts countsOfNew(const SocketRecord& row, const TrafficMeter::Gone* back)
{
    TrafficCounts counts;
    if (back != nullptr && (back->cookie == row.cookie || row.state == SocketState::TimeWait)) {
        counts.bytesReceived = progress(back->bytesReceived, row.bytesReceived);
        counts.bytesSent = progress(back->bytesSent, row.bytesSent);
    } else {
        counts.opened = row.hasRemote() ? 1 : 0;
        counts.bytesReceived = row.bytesReceived.value_or(0);
        counts.bytesSent = row.bytesSent.value_or(0);
    }
    return counts;
}

/// Counts for a row that was there before.
TrafficCounts countsOfKnown(const SocketRecord& was, const SocketRecord& row)
{
    // If a connection was first seen in TIME_WAIT, its counters come with its close event, which is
    // later.
    const bool isReported = row.state == SocketState::TimeWait && !was.bytesReceived;
    TrafficCounts counts;
    counts.bytesReceived = progress(isReported ? 0 : was.bytesReceived, row.bytesReceived);
    counts.bytesSent = progress(isReported ? 0 : was.bytesSent, row.bytesSent);
    return counts;
}

/// Counts for a closed socket that no row contains.
TrafficCounts countsOf(const SocketClose& closing, const SnapshotUpdate& update,
                       const std::vector<TrafficMeter::Gone>& gone)
{
    const SocketRecord& socket = closing.socket;
    TrafficCounts counts;
    if (!closing.wasSeen) {
        if (closing.isMissingFromDiff) {
            counts.opened = closing.isConnection ? 1 : 0;
            counts.bytesReceived = socket.bytesReceived.value_or(0);
            counts.bytesSent = socket.bytesSent.value_or(0);
        }
        return counts;
    }
    const SocketRecord* row = findSocketRow(*update.after, socket.key);
    if (row != nullptr && (row->cookie == socket.cookie || row->state == SocketState::TimeWait)) {
        return counts;  // The row already contains them.
    }
    if (const SocketRecord* was = findSocketRow(*update.before, socket.key)) {
        const bool isReported = was->state == SocketState::TimeWait && !was->bytesReceived;
        counts.bytesReceived = progress(isReported ? 0 : was->bytesReceived, socket.bytesReceived);
        counts.bytesSent = progress(isReported ? 0 : was->bytesSent, socket.bytesSent);
    } else if (const TrafficMeter::Gone* last = find(gone, socket.key)) {
        counts.bytesReceived = progress(last->bytesReceived, socket.bytesReceived);
        counts.bytesSent = progress(last->bytesSent, socket.bytesSent);
    }
    return counts;
}

/// Adds the sockets that closed since the previous update, except what the rows already contain.
void addCloses(Tally& tally, const SnapshotUpdate& update,
               const std::vector<TrafficMeter::Gone>& gone)
{
    if (update.isFirst) {
        return;
    }
    for (const SocketClose& closing : update.closes->closes) {
        const TrafficCounts counts = countsOf(closing, update, gone);
        if (counts.isActive()) {
            tally.add(closing.socket, counts);
        }
    }
}

}  // namespace

TrafficCounts& TrafficCounts::operator+=(const TrafficCounts& more) noexcept
{
    listeners += more.listeners;
    connections += more.connections;
    opened += more.opened;
    bytesReceived += more.bytesReceived;
    bytesSent += more.bytesSent;
    return *this;
}

TrafficSample TrafficMeter::measure(const SnapshotUpdate& update)
{
    TrafficSample sample;
    sample.to = update.after->takenAt;
    if (!update.isFirst) {
        sample.from = update.before->takenAt;
    }
    Tally tally(sample);
    std::vector<Gone> gone;
    auto was = update.before->sockets.begin();
    const auto end = update.before->sockets.end();
    const auto leave = [&gone](const SocketRecord& row) {
        gone.push_back({row.key, row.cookie, row.bytesReceived, row.bytesSent});
    };
    for (const SocketRecord& row : update.after->sockets) {
        for (; was != end && was->key < row.key; ++was) {
            leave(*was);
        }
        const bool isThere = was != end && was->key == row.key;
        TrafficCounts counts;
        if (isThere && was->seenSince == row.seenSince) {
            counts = countsOfKnown(*was, row);
        } else if (!update.isFirst) {
            counts = countsOfNew(row, isThere ? nullptr : find(m_gone, row.key));
        }
        counts.connections = isOpen(row) ? 1 : 0;
        tally.add(row, counts);
        if (isThere) {
            ++was;
        }
    }
    std::for_each(was, end, leave);
    if (update.closes) {
        sample.isCounting = true;
        sample.gaps = update.closes->gaps;
        addCloses(tally, update, m_gone);
    }
    m_gone = std::move(gone);
    return sample;
}

}  // namespace quaywatch
