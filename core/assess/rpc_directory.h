// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/program_evidence.h"
#include "core/sockets/snapshot.h"

#include <functional>
#include <utility>
#include <vector>

namespace quaywatch {

/// The registrations of the system's rpcbind. It is asked only if a snapshot gives a reason.
///
/// It is asked only while something listens on port 111, and on another well-known port or, for a
/// user as which RPC services run (see isRpcUser()), on any port: when the set of these listeners
/// changes, once more at the next snapshot (a service binds before it registers), and every 30
/// snapshots while it gives no answer. For one thread at a time.
class RpcDirectory {
public:
    /// Asks rpcbind; tests replace it. See queryRpcbind().
    using Query = std::function<RpcAnswer(RpcWay way)>;

    explicit RpcDirectory(Query query);

    /// Asks if a query is due, sets Snapshot::rpcKnowledge, and adds a gap to the snapshot if there
    /// is no answer that can be used.
    /// @param snapshot  Classified.
    /// @param evidence  For the programs that hold port 111; null: these are not checked.
    void update(Snapshot& snapshot, ProgramEvidence* evidence);

    /// Those that root or a system user registered, ascending; empty if rpcbind was not asked, gave
    /// no answer, or is not trusted.
    [[nodiscard]] const std::vector<RpcService>& services() const noexcept { return m_services; }

    /// The local ports of the TCP connections by which it was asked since the last call.
    [[nodiscard]] std::vector<Port> takeAskedFrom() noexcept
    {
        return std::exchange(m_askedFrom, {});
    }

private:
    Query m_query;
    std::vector<Port> m_askedFrom;
    std::vector<RpcService> m_services;
    std::vector<SocketKey> m_askedFor;  ///< The listeners at the time of the last query.
    RpcWay m_askedBy = RpcWay::LocalSocket;
    int m_samplesUntilAsked = 0;  ///< 0: no further query.
    bool m_isSilent = false;
    bool m_isUntrusted = false;  ///< The answer did not come from the system's rpcbind.
};

}  // namespace quaywatch
