// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The JSON forms of the terminal contract: README, "JSON".

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

/// One socket as `list --json` has it. An address with a scope (fe80::1%2) has a third member,
/// "scope":2, beside "address" and "port".
void writeSocket(JsonWriter& json, const SocketRecord& socket);
/// The members of one owner without the braces, for objects that hold more (`inspect --json`).
void writeProcessMembers(JsonWriter& json, const ProcessInfo& process);
/// One owner.
void writeProcess(JsonWriter& json, const ProcessInfo& process);
void writeGap(JsonWriter& json, const Gap& gap);

/// Writes the whole document of `list --json`, without a line end, piece by piece to `sink`, which
/// is called on this thread only. For large snapshots a second thread renders pieces meanwhile, and
/// few of them are in memory at once.
/// @param sockets  The rows to write, in order; they must live while this runs.
/// @return Whether the sink took everything.
bool writeListJson(const Snapshot& snapshot, const std::vector<const SocketRecord*>& sockets,
                   const TextWriter& sink);

/// The same in one string: tens of megabytes for a busy machine.
[[nodiscard]] std::string listJson(const Snapshot& snapshot,
                                   const std::vector<const SocketRecord*>& sockets);

/// What "unit_manager" says of a unit: "user" where a user's own systemd has it, else "system".
[[nodiscard]] inline std::string_view unitManagerToken(
    std::optional<std::uint32_t> managerUid) noexcept
{
    return managerUid ? "user" : "system";
}

}  // namespace quaywatch
