// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assess/rpc_directory.h"
#include "core/baseline/baseline.h"
#include "core/sampling/close_event_matcher.h"
#include "core/sockets/close_event_source.h"
#include "core/sockets/program_evidence.h"
#include "core/sockets/snapshot_diff.h"
#include "core/sockets/socket_source.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {

/// Reads, classifies, assesses and compares: each call gives one update. It has no thread, no timer
/// and no clock. For one thread at a time.
class Sampler {
public:
    using RpcQuery = RpcDirectory::Query;

    /// @param evidence  For the programs that hold listeners; null: verdicts are given without it.
    Sampler(std::unique_ptr<SocketSource> source, RpcQuery rpcQuery,
            std::shared_ptr<ProgramEvidence> evidence = nullptr);

    /// From now on each update contains the sockets that closed since the previous one
    /// (SnapshotUpdate::closes), and the TIME_WAIT row of a connection keeps its byte counters.
    ///
    /// @param source  An error becomes a gap of every snapshot.
    void watchCloses(Result<std::unique_ptr<CloseEventSource>> source);

    /// Takes the next snapshot. A listener that the table no longer contains is asked for once more
    /// before it counts as closed (a table read can miss a row). An incoming connection stays
    /// inbound when its listener closes. RpcDirectory decides when rpcbind is asked.
    ///
    /// @return The update from the previous snapshot; errors as SocketSource::read(), after which
    ///         the previous snapshot stays current.
    [[nodiscard]] Result<SnapshotUpdate> sample(ReadScope scope = ReadScope::Everything);

    /// Sets the baseline from the next sample on; null for none.
    /// @param problems  Reported as gaps of each snapshot: what is wrong with the baseline's files.
    void setBaseline(BaselinePtr baseline, std::vector<Gap> problems = {});

    /// The last snapshot, or null before the first.
    [[nodiscard]] const SnapshotPtr& current() const noexcept { return m_current; }

private:
    void compareWith(const Snapshot& before, Snapshot& snapshot);
    bool restoreMissed(Snapshot& snapshot, const std::vector<const SocketRecord*>& missed);
    void assessRows(Snapshot& snapshot) const;
    [[nodiscard]] CloseBatch takeCloses(const SnapshotUpdate& update, Snapshot& snapshot,
                                        ReadScope scope);

    std::unique_ptr<SocketSource> m_source;
    RpcDirectory m_rpcDirectory;
    std::shared_ptr<ProgramEvidence> m_evidence;
    std::unique_ptr<CloseEventSource> m_closeEventSource;
    std::optional<Gap> m_closingGap;
    CloseEventMatcher m_closeEventMatcher;
    SnapshotPtr m_current;
    BaselinePtr m_baseline;
    std::vector<Gap> m_baselineProblems;
};

}  // namespace quaywatch
