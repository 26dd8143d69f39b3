// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The members of a socket's JSON object in the order of the contract, as parts that
/// core/export/list_json.cpp can keep where many sockets share them. For these two files alone.

#pragma once

#include "core/sockets/socket_record.h"
#include "core/text/json_writer.h"

namespace quaywatch::socket_json {

/// "protocol" to "exposure".
void writeEnds(JsonWriter& json, const SocketRecord& socket);
/// "owner_state" to "container".
void writeOwnership(JsonWriter& json, const SocketRecord& socket);
/// "netns" to "bytes_sent".
void writeKernelFacts(JsonWriter& json, const SocketRecord& socket);
/// "assignment" to "reason".
void writeJudgement(JsonWriter& json, const SocketRecord& socket);

}  // namespace quaywatch::socket_json
