// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/program_evidence.h"
#include "core/sockets/snapshot.h"

#include <functional>
#include <vector>

namespace quaywatch {

/// What the system's rpcbind has registered, as far as a snapshot makes it worth asking.
///
/// It is asked only while something listens on 111 and on another well-known port: when the set of
/// such listeners changes, once more at the next snapshot (a service binds before it registers),
/// and now and then while it gives no answer. Belongs to one thread at a time.
class RpcDirectory {
public:
    /// Asks rpcbind; replaced in tests. See queryRpcbind().
    using Query = std::function<Result<std::vector<RpcService>>(RpcWay way)>;

    explicit RpcDirectory(Query query);

    /// Asks if it is due, and adds a gap to the snapshot if there is no answer to go by.
    /// @param snapshot  annotated.
    /// @param evidence  Of whose program holds port 111; null: not looked at.
    void update(Snapshot& snapshot, ProgramEvidence* evidence);

    /// Ascending; empty if rpcbind was not asked or not believed.
    [[nodiscard]] const std::vector<RpcService>& services() const noexcept { return m_services; }

private:
    Query m_query;
    std::vector<RpcService> m_services;
    std::vector<SocketKey> m_askedFor;  ///< The listeners that it was asked about.
    RpcWay m_askedBy = RpcWay::LocalSocket;
    int m_samplesUntilAsked = 0;  ///< 0: not again.
    bool m_isSilent = false;
    bool m_isStranger = false;  ///< Whoever answered is not known to be the system's.
};

}  // namespace quaywatch
