// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The JSON formats that the README documents under "JSON".

#pragma once

#include "core/export/text_writer.h"
#include "core/sockets/snapshot.h"
#include "core/text/json_writer.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// Writes one socket in the format of `list --json`. An address with a scope (fe80::1%2) has a
/// third member, "scope":2, after "address" and "port".
void writeSocket(JsonWriter& json, const SocketRecord& socket);
/// Writes the members of one owner without the braces, for objects with more members (`inspect
/// --json`).
void writeProcessMembers(JsonWriter& json, const ProcessInfo& process);
/// Writes one owner.
void writeProcess(JsonWriter& json, const ProcessInfo& process);
void writeGap(JsonWriter& json, const Gap& gap);

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

/// The value of "unit_manager" for a unit: "user" if a user's own systemd has it, otherwise
/// "system".
[[nodiscard]] inline std::string_view unitManagerToken(
    std::optional<std::uint32_t> managerUid) noexcept
{
    return managerUid ? "user" : "system";
}

}  // namespace quaywatch
