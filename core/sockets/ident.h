// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The errors of RFC 1413, section 6.
enum class IdentError : std::uint8_t { InvalidPort, NoUser, HiddenUser, UnknownError };

/// The answer of RFC 1413 without its port pair: "USERID : UNIX : alice" or "ERROR : NO-USER". A
/// uid without a name gives "USERID : OTHER : 1234"; CR, LF and NUL in a name are dropped.
struct IdentAnswer {
    std::optional<IdentError> error;
    std::string text;
};

/// The socket's own answer; empty where nothing owns it (TIME_WAIT) or its user is not known.
[[nodiscard]] std::optional<std::string> identOf(const SocketRecord& socket);

/// A pair as RFC 1413 writes it, "6193,23" or "6193 , 23": this machine's port, then the peer's.
struct PortPair {
    Port local = 0;
    Port remote = 0;
};
/// @return ErrorCode::Malformed unless both are 1 to 65535.
[[nodiscard]] Result<PortPair> parsePortPair(std::string_view text);

/// Answers for a TCP connection of the snapshot by its full 4-tuple (addresses compared in IPv4
/// form where IPv4-mapped). Several matches answer only if they agree, else UnknownError.
[[nodiscard]] IdentAnswer answerIdent(const Snapshot& snapshot, PortPair ports,
                                      const std::optional<IpAddress>& local,
                                      const std::optional<IpAddress>& remote);

}  // namespace quaywatch
