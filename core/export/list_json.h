// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/export/text_writer.h"
#include "core/sockets/snapshot.h"

#include <string>
#include <vector>

namespace quaywatch {

/// Writes the whole document of `list --json`, without a line end, piece by piece to `sink`, which
/// is called on this thread only. For large snapshots a second thread renders pieces at the same
/// time; only a few of them are in memory at once.
/// @param sockets  The rows to write, in order; they must stay valid during the call.
/// @return Whether the sink accepted everything.
bool writeListJson(const Snapshot& snapshot, const std::vector<const SocketRecord*>& sockets,
                   const TextWriter& sink);

/// The same document as one string: tens of megabytes for a busy machine.
[[nodiscard]] std::string listJson(const Snapshot& snapshot,
                                   const std::vector<const SocketRecord*>& sockets);

}  // namespace quaywatch
