// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The JSON forms of the terminal contract: README, "JSON".

#pragma once

#include "core/json_writer.h"
#include "core/snapshot.h"

#include <chrono>
#include <string>

namespace quaywatch {

/// UTC with milliseconds, "2026-11-23T01:02:03.456Z"; whole seconds without them if `isWhole`.
[[nodiscard]] std::string isoTime(std::chrono::system_clock::time_point time, bool isWhole = false);

/// One socket as `list --json` has it.
void writeSocket(JsonWriter& json, const SocketRecord& socket);
/// One owner.
void writeProcess(JsonWriter& json, const ProcessInfo& process);
void writeGap(JsonWriter& json, const Gap& gap);

/// The whole document of `list --json`, using up to two threads for large snapshots.
/// @param sockets  The rows to write, in order; they must live while this runs.
[[nodiscard]] std::string listJson(const Snapshot& snapshot,
                                   const std::vector<const SocketRecord*>& sockets);

}  // namespace quaywatch
