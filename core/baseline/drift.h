// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/baseline/fixed_ports.h"
#include "core/sockets/classify.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch {

/// A listener and the baseline's answer for it. Sockets of one identity (SO_REUSEPORT) count as
/// one.
struct CheckedListener {
    const SocketRecord* socket = nullptr;  ///< The first of its sockets.
    Baseline::Answer answer;
    std::size_t count = 1;
};

/// How a machine differs from its baseline. Points into the snapshot and the baseline.
struct Drift {
    std::vector<CheckedListener> expected;
    std::vector<CheckedListener> unexpected;    ///< Listeners that no entry accepts.
    std::vector<const BaselineEntry*> missing;  ///< Required entries without a listener.
    std::size_t passingCount = 0;               ///< Omitted sockets: see isEphemeralUdp().
    /// Expected listeners whose process is hidden, so that the user of their entry could only be
    /// compared with the socket's creator.
    std::size_t byCreatorCount = 0;
    /// Listeners and required entries that could not be compared, because rpcbind has not named its
    /// services. They are no difference; a gap of the snapshot reports them.
    std::vector<CheckedListener> undecided;
    std::vector<const BaselineEntry*> notCompared;

    /// Entries of the user's file that a fixed one of the system leaves without effect, on any
    /// port or on that of a listener. They are no difference.
    std::vector<OverruledEntry> overruled;

    [[nodiscard]] bool isNone() const noexcept { return unexpected.empty() && missing.empty(); }
};

struct DriftOptions {
    PortRange ephemeralPorts = kDefaultEphemeralPorts;
    bool includesPassingUdp = false;
};

/// Compares the listeners of a snapshot with the baseline, at the snapshot's time. Connections are
/// not compared. A UDP socket that looks like that of a client is omitted unless an entry is about
/// its port.
[[nodiscard]] Drift driftOf(const Snapshot& snapshot, const Baseline& baseline,
                            const DriftOptions& options);

/// Why the baseline does not expect the listener, as one sentence: "no entry speaks of tcp port
/// 8080", "line 12 expects another: its program is /tmp/sshd, not /usr/sbin/sshd". Untrusted text
/// in it is raw.
[[nodiscard]] Message reasonText(const CheckedListener& listener);

/// A short name of an entry: "tcp 22 /usr/sbin/sshd root", "udp 8000-8010 any program at loopback",
/// "tcp rpc:mountd /usr/sbin/rpc.mountd root". The address is left out if it may be any.
[[nodiscard]] std::string entryName(const BaselineEntry& entry);

/// "22", "8000-8010", "rpc:mountd"
[[nodiscard]] std::string portsText(const BaselineEntry& entry);

}  // namespace quaywatch
