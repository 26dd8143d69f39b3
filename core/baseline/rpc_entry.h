// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The key `rpc` of expected.toml, which is written in place of `port`.

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// The RPC program of the listener, unless its port is registered for that program: the service
/// then has the same port after each start. NFS and its access lists are one server.
[[nodiscard]] std::optional<std::uint32_t> rpcProgramOnAnyPort(const SocketRecord& listener);

/// "mountd"; the number of a program without a usual name.
[[nodiscard]] std::string rpcText(std::uint32_t program);

/// Reads either form; empty if the text is neither.
[[nodiscard]] std::optional<std::uint32_t> parseRpcText(std::string_view text);

}  // namespace quaywatch
