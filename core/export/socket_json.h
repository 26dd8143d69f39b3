// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The JSON formats that the README documents under "JSON".

#pragma once

#include "core/sockets/snapshot.h"
#include "core/text/json_writer.h"

#include <cstdint>
#include <optional>
#include <string_view>

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
/// Writes the members of a gap from "why" on, for objects with other members before them.
void writeGapReason(JsonWriter& json, const Gap& gap);
/// Writes two members: the English text as `name`, and the id as `name`_id; null for text without
/// an id.
void writeMessage(JsonWriter& json, std::string_view name, const Message& message);

/// The value of "unit_manager" for a unit: "user" if a user's own systemd has it, otherwise
/// "system".
[[nodiscard]] inline std::string_view unitManagerToken(
    std::optional<std::uint32_t> managerUid) noexcept
{
    return managerUid ? "user" : "system";
}

}  // namespace quaywatch
