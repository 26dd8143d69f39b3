// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"
#include "core/net/port_id.h"
#include "core/sockets/port_remark.h"
#include "core/sockets/socket_record.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Something that could not be read. It is reported to the user.
struct Gap {
    enum class Kind : std::uint8_t {
        Owner,      ///< Sockets whose owners cannot be read.
        Table,      ///< A socket table was refused, was incomplete, or was read with less detail.
        Namespace,  ///< Network namespaces of other processes, which are not listed.
        Rpc,        ///< rpcbind gave no answer, so RPC listeners cannot be explained.
        Process,    ///< Details of a process.
        Events,     ///< Kernel events were lost.
        Baseline,   ///< The baseline file could not be read.
    };
    Kind kind = Kind::Owner;
    std::optional<std::uint64_t> count;  ///< Number of affected items, if known.
    Message why;                         ///< One line without a full stop.
    Message remedy;                      ///< What the user can do, e.g. a command; may be empty.

    friend bool operator==(const Gap&, const Gap&) = default;
};

[[nodiscard]] std::string_view token(Gap::Kind kind) noexcept;  ///< "owner"

/// Why owners are hidden, as a word for scripts: "other-user", "not-dumpable", "no-proc",
/// "hidepid", "no-ptrace", "out-of-descriptors", "sandbox", "no-descriptor". Empty for other gaps.
[[nodiscard]] std::optional<std::string_view> codeOf(const Gap& gap) noexcept;

/// What rpcbind has said about the listeners of a snapshot.
enum class RpcKnowledge : std::uint8_t {
    None,     ///< It was not asked, or gave no answer that can be used.
    Early,    ///< There are new listeners: a service listens first and registers after that.
    Settled,  ///< It was asked again since the listeners changed.
};

/// All sockets at one moment. Immutable after its creation; any thread may read it.
struct Snapshot {
    std::uint64_t sequence = 0;  ///< Increases by one with each snapshot of a Sampler.
    std::chrono::system_clock::time_point takenAt;
    std::vector<SocketRecord> sockets;  ///< Ascending by SocketKey, no duplicates.
    std::vector<Gap> gaps;
    /// Whether TCP sockets that are bound and do not listen are among the sockets: they were asked
    /// for, and this kernel lists them.
    bool hasBoundTcp = false;
    RpcKnowledge rpcKnowledge = RpcKnowledge::None;
    /// The ports for which the baseline has an entry of their own that has not expired, whether a
    /// program listens there or not. Ascending, each once; set by applyBaseline().
    std::vector<PortId> expectedPorts{};
    /// What the baseline says of ports apart from what listens there; may be null. Set by
    /// applyBaseline().
    std::shared_ptr<const std::vector<PortRemark>> baselineRemarks{};
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The gap by which rows may be missing: that a port has no socket in the snapshot then proves
/// nothing. Null if all tables are complete.
[[nodiscard]] const Gap* incompleteTable(const Snapshot& snapshot) noexcept;

/// The gap by which TCP sockets were read with less detail, from /proc/net: without v6-only flags,
/// and without sockets that are bound and do not listen. Null if there is none.
[[nodiscard]] const Gap* tcpFallback(const Snapshot& snapshot) noexcept;

/// The row with that key, or null. O(log n). Points into the snapshot.
[[nodiscard]] const SocketRecord* findSocketRow(const Snapshot& snapshot, const SocketKey& key);

}  // namespace quaywatch
