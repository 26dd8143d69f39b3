// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/sampler.h"

#include "core/assess/apply_baseline.h"
#include "core/assess/assess.h"
#include "core/base/parallel.h"
#include "core/message/message_list.h"
#include "core/sampling/assess_closes.h"
#include "core/sockets/classify.h"
#include "core/sockets/hidden_owners.h"

#include <algorithm>
#include <chrono>
#include <compare>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

namespace quaywatch {
namespace {

/// Enough for the rows that a table read misses; if more are missing, the listeners did close.
constexpr std::size_t kMaxAskedAgain = 256;
constexpr std::size_t kRowsInAPart = 8192;

using TimePoint = std::chrono::system_clock::time_point;
using Listeners = std::vector<const SocketRecord*>;

bool isKeyLess(const SocketRecord& a, const SocketRecord& b)
{
    return a.key < b.key;
}

/// Whether two rows with one key are the same socket, or a connection and its TIME_WAIT, and not a
/// later connection between the same two ends.
bool isSameSocket(const SocketRecord& was, const SocketRecord& is)
{
    if (was.state == SocketState::TimeWait) {
        return is.state == SocketState::TimeWait;
    }
    return is.state == SocketState::TimeWait || was.state == SocketState::SynReceived ||
           !was.inode || !is.inode || was.cookie == is.cookie;
}

/// Copies what a row keeps from the previous snapshot: the time when it was first seen, its
/// direction, that its other end is here, and the counters of a TIME_WAIT, which the kernel no
/// longer shows.
void carryOver(const SocketRecord& was, SocketRecord& is)
{
    const bool isSame = isSameSocket(was, is);
    if (isSame && !is.isOpener && was.isOpener) {
        is.isOpener = was.isOpener;
        is.direction = was.direction;
    }
    if (!is.isOpener && was.direction == Direction::Inbound) {
        is.direction = Direction::Inbound;
    }
    if (!isSame) {
        return;
    }
    is.isPeerHere = is.isPeerHere || was.isPeerHere;
    is.seenSince = was.seenSince;
    if (!is.inode && !is.bytesReceived) {
        is.bytesReceived = was.bytesReceived;
        is.bytesSent = was.bytesSent;
    }
}

/// Does that for a range of `before` and the range of `after` with the same keys. A row that
/// `before` does not have is first seen in `after`.
/// @return The listeners of `before` that `after` does not have.
Listeners carryOver(std::span<const SocketRecord> before, std::span<SocketRecord> after,
                    TimePoint takenAt)
{
    Listeners gone;
    auto row = after.begin();
    for (const SocketRecord& was : before) {
        std::strong_ordering order = std::strong_ordering::greater;
        while (row != after.end() && (order = row->key <=> was.key) < 0) {
            row++->seenSince = takenAt;
        }
        if (row != after.end() && order == 0) {
            row->seenSince = takenAt;
            carryOver(was, *row);
            ++row;
        } else if (was.isListener()) {
            gone.push_back(&was);
        }
    }
    for (; row != after.end(); ++row) {
        row->seenSince = takenAt;
    }
    return gone;
}

/// Does that for all rows, on several threads if they are many.
Listeners carryOver(const Snapshot& before, Snapshot& after)
{
    const std::span<const SocketRecord> old = before.sockets;
    const std::span<SocketRecord> rows = after.sockets;
    const std::size_t parts = old.size() / kRowsInAPart + 1;
    const auto oldBegin = [&](std::size_t part) { return old.size() * part / parts; };
    const auto begin = [&](std::size_t part) {
        if (part == 0 || part == parts) {
            return part == 0 ? rows.begin() : rows.end();
        }
        return std::lower_bound(rows.begin(), rows.end(), old[oldBegin(part)], isKeyLess);
    };
    std::vector<Listeners> gone(parts);
    forEachInParallel(parts, /*countWorthAThread=*/2, [&](std::size_t, std::size_t part) {
        gone[part] = carryOver(old.subspan(oldBegin(part), oldBegin(part + 1) - oldBegin(part)),
                               std::span(begin(part), begin(part + 1)), after.takenAt);
    });
    Listeners all;
    for (const Listeners& ofPart : gone) {
        all.insert(all.end(), ofPart.begin(), ofPart.end());
    }
    return all;
}

/// Marks as inbound the connections that opened since the last snapshot through a listener that has
/// closed since (`nc -l` closes it once it has its connection).
void markTakenBy(const SocketRecord& goneListener, Snapshot& snapshot)
{
    const SocketKey& key = goneListener.key;
    auto row =
        std::lower_bound(snapshot.sockets.begin(), snapshot.sockets.end(), key.localPort,
                         [](const SocketRecord& a, Port port) { return a.key.localPort < port; });
    for (; row != snapshot.sockets.end() && row->key.localPort == key.localPort; ++row) {
        if (row->direction == Direction::Outbound && !row->isOpener &&
            accepts(goneListener, *row)) {
            row->direction = Direction::Inbound;
        }
    }
}

}  // namespace

Sampler::Sampler(std::unique_ptr<SocketSource> source, RpcQuery rpcQuery,
                 std::shared_ptr<ProgramEvidence> evidence)
    : m_source(std::move(source))
    , m_rpcDirectory(std::move(rpcQuery))
    , m_evidence(std::move(evidence))
{
}

Result<SnapshotUpdate> Sampler::sample(ReadScope scope)
{
    Result<Snapshot> read = m_source->read(scope);
    if (!read) {
        return tl::unexpected(std::move(read).error());
    }
    auto snapshot = std::make_shared<Snapshot>(*std::move(read));
    classify(*snapshot);
    SnapshotUpdate update;
    update.isFirst = m_current == nullptr;
    update.before = update.isFirst ? std::make_shared<const Snapshot>() : m_current;
    snapshot->sequence = update.before->sequence + 1;
    compareWith(*update.before, *snapshot);
    CloseBatch closes = takeCloses(update, *snapshot, scope);
    m_rpcDirectory.update(*snapshot, m_evidence.get());
    m_closeEventMatcher.leaveOut(m_rpcDirectory.takeAskedFrom());
    attributeKernelRpc(*snapshot, m_rpcDirectory.services());
    assessRows(*snapshot);
    assessCloses(closes, *update.before, *snapshot, [this](Snapshot& s) { assessRows(s); });
    if (m_baseline) {
        reportRpcEntries(*snapshot, *m_baseline);
    }
    snapshot->gaps.insert(snapshot->gaps.end(), m_baselineProblems.begin(),
                          m_baselineProblems.end());
    update.after = std::move(snapshot);
    update.steps = diff(*update.before, *update.after);
    if (m_closeEventSource) {
        update.closes = std::make_shared<const CloseBatch>(std::move(closes));
        m_closeEventMatcher.remember(update);
    }
    m_current = update.after;
    return update;
}

void Sampler::setBaseline(BaselinePtr baseline, std::vector<Gap> problems)
{
    m_baseline = std::move(baseline);
    m_baselineProblems = std::move(problems);
}

void Sampler::watchCloses(Result<std::unique_ptr<CloseEventSource>> source)
{
    m_closeEventSource = nullptr;
    m_closingGap.reset();
    if (source) {
        m_closeEventSource = *std::move(source);
    } else {
        m_closingGap = Gap{Gap::Kind::Events,
                           std::nullopt,
                           Message(MessageId::ClosesMissed, describe(source.error())),
                           {}};
    }
}

void Sampler::assessRows(Snapshot& snapshot) const
{
    assess(snapshot, m_rpcDirectory.services(), m_evidence.get());
    if (m_baseline) {
        applyBaseline(snapshot, *m_baseline);
    }
}

/// Call it after the table read: a socket that is in the table and closes during the read is then
/// among the events.
CloseBatch Sampler::takeCloses(const SnapshotUpdate& update, Snapshot& snapshot, ReadScope scope)
{
    const auto gap = m_closeEventSource ? m_closeEventSource->gap() : m_closingGap;
    if (gap) {
        snapshot.gaps.push_back(*gap);
    }
    if (!m_closeEventSource || scope != ReadScope::Everything) {
        return {};
    }
    CloseBatch closes =
        m_closeEventMatcher.join(m_closeEventSource->take(), *update.before, snapshot);
    // Events before the first snapshot are not reported, but may wait in m_closeEventMatcher.
    return update.isFirst ? CloseBatch{} : std::move(closes);
}

/// Restores listeners that the read missed, and keeps incoming connections inbound.
void Sampler::compareWith(const Snapshot& before, Snapshot& snapshot)
{
    Listeners gone = carryOver(before, snapshot);
    if (restoreMissed(snapshot, gone)) {
        classify(snapshot);
        gone = carryOver(before, snapshot);
    }
    for (const SocketRecord* listener : gone) {
        markTakenBy(*listener, snapshot);
    }
}

bool Sampler::restoreMissed(Snapshot& snapshot, const std::vector<const SocketRecord*>& missed)
{
    if (missed.empty()) {
        return false;
    }
    // Listeners that cannot be asked for count as closed.
    std::vector<SocketRecord> found =
        m_source->find(std::span(missed).first(std::min(missed.size(), kMaxAskedAgain)))
            .value_or(std::vector<SocketRecord>{});
    if (found.empty()) {
        return false;
    }
    const auto middle = static_cast<std::ptrdiff_t>(snapshot.sockets.size());
    std::move(found.begin(), found.end(), std::back_inserter(snapshot.sockets));
    std::inplace_merge(snapshot.sockets.begin(), snapshot.sockets.begin() + middle,
                       snapshot.sockets.end(), isKeyLess);
    return true;
}

}  // namespace quaywatch
