// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The members of a socket's JSON object in the documented order, in parts that
/// core/export/list_json.cpp can cache if many sockets share them. For socket_json.cpp and
/// list_json.cpp only.

#pragma once

#include "core/sockets/socket_record.h"
#include "core/text/json_writer.h"

namespace quaywatch::socket_json {

/// Writes "protocol" to "exposure".
void writeEnds(JsonWriter& json, const SocketRecord& socket);
/// Writes "owner_state" to "activation".
void writeOwnership(JsonWriter& json, const SocketRecord& socket);
/// Writes "netns" to "bytes_sent".
void writeKernelFacts(JsonWriter& json, const SocketRecord& socket);
/// Writes "assignment" to "reason_id".
void writeAssessment(JsonWriter& json, const SocketRecord& socket);

}  // namespace quaywatch::socket_json
