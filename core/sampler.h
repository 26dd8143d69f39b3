// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/attribution.h"
#include "core/baseline/baseline.h"
#include "core/closing_source.h"
#include "core/host_facts.h"
#include "core/snapshot_diff.h"
#include "core/socket_source.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {

/// Reads, annotates, judges and compares: one call, one update. No thread, no timer and no clock
/// of its own. Belongs to one thread at a time.
class Sampler {
public:
    /// Asks rpcbind; replaced in tests. See queryRpcbind().
    using RpcQuery = std::function<Result<std::vector<RpcService>>()>;

    Sampler(std::unique_ptr<SocketSource> source, RpcQuery rpcQuery);

    /// From now on each update tells what closed since the one before (SnapshotUpdate::closings),
    /// and what a TIME_WAIT leaves of a connection keeps its byte counters.
    ///
    /// @param source  An error becomes a gap of every snapshot.
    void watchClosings(Result<std::unique_ptr<ClosingSource>> source);

    /// Takes the next snapshot. A listener that the table no longer shows is asked for once more
    /// before it counts as gone (a table read can miss a row). A connection that came in stays
    /// inbound when its listener closes. rpcbind is asked only while something listens on 111 and
    /// on a vacant well-known port: when the set of such listeners changes, once more at the next
    /// sample (a service binds before it registers), and now and then while it gives no answer.
    ///
    /// @return The update from the previous snapshot; errors as SocketSource::read(), after which
    ///         the previous snapshot still stands.
    [[nodiscard]] Result<SnapshotUpdate> sample(ReadScope scope = ReadScope::Everything);

    /// What is Expected from the next sample on; null for nothing.
    /// @param problem  Told as a gap of each snapshot, where the baseline's file is broken.
    void setBaseline(BaselinePtr baseline, std::optional<Gap> problem = std::nullopt);

    /// The last snapshot, or null before the first.
    [[nodiscard]] const SnapshotPtr& current() const noexcept { return m_current; }

private:
    void compareWithLast(Snapshot& snapshot);
    bool restoreMissed(Snapshot& snapshot, const std::vector<const SocketRecord*>& missed);
    void askRpcbind(Snapshot& snapshot);
    void judgeRows(Snapshot& snapshot) const;
    [[nodiscard]] ClosingBatch takeClosings(const SnapshotUpdate& update, Snapshot& snapshot,
                                            ReadScope scope);

    std::unique_ptr<SocketSource> m_source;
    RpcQuery m_rpcQuery;
    std::unique_ptr<ClosingSource> m_closingSource;
    std::optional<Gap> m_closingGap;
    Attribution m_attribution;
    SnapshotPtr m_current;
    std::vector<RpcService> m_rpcServices;
    std::vector<SocketKey> m_rpcAskedFor;  ///< The listeners that rpcbind was asked about.
    int m_samplesUntilRpcAsked = 0;        ///< 0: not again.
    bool m_isRpcSilent = false;
    BaselinePtr m_baseline;
    std::optional<Gap> m_baselineProblem;
};

}  // namespace quaywatch
