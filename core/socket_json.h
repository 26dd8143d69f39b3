// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The JSON forms of the terminal contract: README, "JSON".

#pragma once

#include "core/json_writer.h"
#include "core/snapshot.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// UTC with milliseconds, "2026-11-23T01:02:03.456Z"; whole seconds without them if `isWhole`.
[[nodiscard]] std::string isoTime(std::chrono::system_clock::time_point time, bool isWhole = false);

/// One socket as `list --json` has it.
void writeSocket(JsonWriter& json, const SocketRecord& socket);
/// One owner.
void writeProcess(JsonWriter& json, const ProcessInfo& process);
void writeGap(JsonWriter& json, const Gap& gap);

/// Takes the next piece of a text; false to have no more (a closed pipe, a full disk).
using TextSink = std::function<bool(std::string_view)>;

/// Writes the whole document of `list --json`, without a line end, piece by piece to `sink`, which
/// is called on this thread only. For large snapshots a second thread renders pieces meanwhile, and
/// few of them are in memory at once.
/// @param sockets  The rows to write, in order; they must live while this runs.
/// @return Whether the sink took everything.
bool writeListJson(const Snapshot& snapshot, const std::vector<const SocketRecord*>& sockets,
                   const TextSink& sink);

/// The same in one string: tens of megabytes for a busy machine.
[[nodiscard]] std::string listJson(const Snapshot& snapshot,
                                   const std::vector<const SocketRecord*>& sockets);

}  // namespace quaywatch
