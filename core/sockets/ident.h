// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quaywatch {

/// The errors of RFC 1413, section 6.
enum class IdentError : std::uint8_t { InvalidPort, NoUser, HiddenUser, UnknownError };

/// An answer of RFC 1413 without its port pair: "USERID : UNIX : alice" or "ERROR : NO-USER". A uid
/// without a name gives "USERID : OTHER : 1234"; CR, LF and NUL are removed from a name.
struct IdentAnswer {
    std::optional<IdentError> error;
    std::string text;
};

/// The answer for this socket; empty if nothing owns it (TIME_WAIT) or its user is not known.
[[nodiscard]] std::optional<std::string> identOf(const SocketRecord& socket);

/// A port pair as RFC 1413 writes it, "6193,23" or "6193 , 23": this machine's port, then the
/// peer's.
struct PortPair {
    Port local = 0;
    Port remote = 0;
};
/// @return ErrorCode::Malformed unless both are 1 to 65535.
[[nodiscard]] Result<PortPair> parsePortPair(std::string_view text);

/// One end of the wanted connection.
struct WantedAddress {
    IpAddress address;
    std::string device;  ///< Its network device, by name or number; empty: any.

    WantedAddress(IpAddress wanted, std::string wantedDevice = {})
        : address(wanted)
        , device(std::move(wantedDevice))
    {
    }
    /// Takes each form in which the program prints an address: "10.0.0.1", "fe80::1%eth0".
    /// @return ErrorCode::Malformed for anything else.
    [[nodiscard]] static Result<WantedAddress> parse(std::string_view text);
};

/// The answer for a TCP connection of the snapshot, found by its full 4-tuple (IPv4-mapped
/// addresses are compared as IPv4). If several connections match and their answers differ, the
/// answer is UnknownError.
[[nodiscard]] IdentAnswer answerIdent(const Snapshot& snapshot, PortPair ports,
                                      const std::optional<WantedAddress>& local,
                                      const std::optional<WantedAddress>& remote);

}  // namespace quaywatch
