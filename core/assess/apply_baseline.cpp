// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/apply_baseline.h"

#include "core/assess/assess.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/fixed_ports.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

Assessment overdue(const SocketRecord& row, const Baseline& baseline, const BaselineEntry& entry)
{
    const bool wasOrdinary = row.assessment.verdict != Verdict::Unexpected;
    const Message reason = wasOrdinary || !row.assessment.reason
                               ? Message(MessageId::ListenerNoLongerExpected)
                               : *row.assessment.reason;
    return {Verdict::Unexpected, wasOrdinary ? Severity::Low : row.assessment.severity,
            std::make_shared<const Message>(MessageId::ExpectedUntil, reason,
                                            fileOf(entry, baseline.name()), entry.line,
                                            untilText(*entry.until))};
}

void assessBy(const Baseline& baseline, SocketRecord& row, Baseline::Time now,
              RpcKnowledge rpcKnowledge)
{
    using Kind = Baseline::Answer::Kind;
    const bool isTooEarly = rpcKnowledge == RpcKnowledge::Early && row.seenSince == now;
    const bool isRpcKnown = rpcKnowledge != RpcKnowledge::None && !isTooEarly;
    const Baseline::Answer answer = baseline.ask(row, now, isRpcKnown);
    row.mayBeExpectedRpc = answer.kind == Kind::Undecided;
    if (answer.kind == Kind::Expected) {
        row.assessment = {Verdict::Expected, Severity::Info, baseline.reasonOf(*answer.entry)};
    } else if (answer.kind == Kind::Over && row.isListener()) {
        row.assessment = overdue(row, baseline, *answer.entry);
    }
}

/// The listeners of a port, in the order of the snapshot: by port, then protocol.
class Listeners {
public:
    void add(const SocketRecord& listener) { m_rows.push_back(&listener); }

    /// The most severe verdict of the listeners on the port for which `isMeant` holds; null if
    /// there are none.
    template <class Predicate>
    [[nodiscard]] const Assessment* gravest(Port port, Protocol protocol, Predicate isMeant) const
    {
        const auto wanted = std::pair(port, protocol);
        auto row = std::lower_bound(
            m_rows.begin(), m_rows.end(), wanted,
            [](const SocketRecord* candidate, const std::pair<Port, Protocol>& least) {
                return std::pair(candidate->key.localPort, candidate->key.protocol) < least;
            });
        const Assessment* gravest = nullptr;
        for (; row != m_rows.end() &&
               std::pair((*row)->key.localPort, (*row)->key.protocol) == wanted;
             ++row) {
            const Assessment& assessment = (*row)->assessment;
            if (isMeant(**row) && (gravest == nullptr || gravest->severity < assessment.severity)) {
                gravest = &assessment;
            }
        }
        return gravest;
    }

private:
    std::vector<const SocketRecord*> m_rows;
};

/// Assesses an unexpected connection. If it is unexpected because of its local port, it gets the
/// verdict of the listener that accepted it; if that no longer exists (`nc -l` closes it), the
/// baseline is applied to the connection itself. A connection to a listener of this machine gets
/// the verdict of that listener.
void assessConnection(const Baseline& baseline, const Listeners& listeners, SocketRecord& row,
                      const Snapshot& snapshot)
{
    const bool isIncoming = row.direction == Direction::Inbound ||
                            !isUnclaimedWellKnownPort(row.key.remotePort, row.key.protocol);
    if (!isIncoming && !isLocalConnection(row)) {
        return;
    }
    const Port port = isIncoming ? row.key.localPort : row.key.remotePort;
    const Assessment* listener = listeners.gravest(
        port, row.key.protocol,
        [&](const SocketRecord& candidate) { return !isIncoming || accepts(candidate, row); });
    if (listener != nullptr) {
        if (listener->verdict == Verdict::Expected) {
            row.assessment = *listener;
        }
    } else if (isIncoming) {
        assessBy(baseline, row, snapshot.takenAt, snapshot.rpcKnowledge);
    }
}

}  // namespace

void reportRpcEntries(Snapshot& snapshot, const Baseline& baseline)
{
    if (snapshot.rpcKnowledge != RpcKnowledge::None) {
        return;
    }
    const auto count = static_cast<std::uint64_t>(
        std::count_if(baseline.entries().begin(), baseline.entries().end(),
                      [&snapshot](const BaselineEntry& entry) {
                          return entry.rpcProgram && !entry.isOver(snapshot.takenAt);
                      }));
    if (count == 0) {
        return;
    }
    const bool isSilent = std::any_of(snapshot.gaps.begin(), snapshot.gaps.end(),
                                      [](const Gap& gap) { return gap.kind == Gap::Kind::Rpc; });
    const MessageId why =
        byCount(count, MessageId::RpcEntryNotCompared, MessageId::RpcEntriesNotCompared);
    // If rpcbind is there, the gap for it has the remedy.
    snapshot.gaps.push_back({Gap::Kind::Rpc, count, Message(why, count),
                             isSilent ? Message() : Message(MessageId::StartRpcbind)});
}

void applyBaseline(Snapshot& snapshot, const Baseline& baseline)
{
    if (baseline.entries().empty()) {
        return;
    }
    snapshot.expectedPorts = baseline.singlePorts(snapshot.takenAt);
    snapshot.baselineRemarks = overruledRemarks(baseline, snapshot);
    Listeners listeners;
    for (SocketRecord& row : snapshot.sockets) {
        if (row.isListener()) {
            assessBy(baseline, row, snapshot.takenAt, snapshot.rpcKnowledge);
            listeners.add(row);
        }
    }
    for (SocketRecord& row : snapshot.sockets) {
        if (!row.isListener() && row.assessment.verdict == Verdict::Unexpected) {
            assessConnection(baseline, listeners, row, snapshot);
        }
    }
}

}  // namespace quaywatch
