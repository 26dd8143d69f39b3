// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/sockets/snapshot.h"

namespace quaywatch {

/// Sets Snapshot::expectedPorts, and the verdict Expected for the rows that the baseline expects,
/// with the line of the baseline as the reason. Call assess() first; `until` is compared with
/// Snapshot::takenAt. O(n); if the baseline has no entries, it returns at once.
///
/// An incoming connection to an unexpected port gets the verdict of its listener. A listener whose
/// entry has expired becomes Unexpected (with severity low, if it was ordinary), and the reason
/// gives the time until which it was expected. If rpcbind has not named its services, or may have
/// been asked too early, SocketRecord::mayBeExpectedRpc is set for the listeners that an entry with
/// an RPC service may be about.
void applyBaseline(Snapshot& snapshot, const Baseline& baseline);

/// Adds a gap if the baseline has entries with an RPC service and rpcbind has not named its
/// services.
void reportRpcEntries(Snapshot& snapshot, const Baseline& baseline);

}  // namespace quaywatch
