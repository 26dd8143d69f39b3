// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Parsers for values of the command line. Each error is one sentence that says what to write.

#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/net/ip_address.h"
#include "core/net/protocol.h"
#include "core/process/process_control.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace quaywatch::cli {

/// @return Malformed unless it is a decimal number from 0 to 65535.
[[nodiscard]] Result<Port> parsePort(std::string_view text);

/// "931" or "600-1023".
[[nodiscard]] Result<PortRange> parsePortRange(std::string_view text);

/// A port, and a protocol if only that one is meant.
struct PortTarget {
    Port port = 0;
    std::optional<Protocol> protocol;

    [[nodiscard]] bool includes(Protocol candidate) const noexcept
    {
        return !protocol || *protocol == candidate;
    }
};

/// "931", "931/tcp", "931/udp"; a port that can be bound, so not 0.
[[nodiscard]] Result<PortTarget> parsePortTarget(std::string_view text);

struct PidTarget {
    std::uint32_t pid = 0;
};

/// "port:931", "port:931/udp", or a process ID.
[[nodiscard]] Result<std::variant<PidTarget, PortTarget>> parseTarget(std::string_view text);

/// Only "port:931".
[[nodiscard]] Result<PortTarget> parsePortWord(std::string_view text);

/// An address as the program prints it: "::1", "[::1]", "fe80::1%eth0", "0.0.0.0%lo".
struct BindAddress {
    IpAddress address;   ///< Without a scope.
    std::string device;  ///< The name or number of the network device; empty if none is named.
};

/// @return Malformed for anything else. Whether the device exists is not checked.
[[nodiscard]] Result<BindAddress> parseBindAddress(std::string_view text);

/// Seconds such as "2" or "0.5", in milliseconds; at most 30 days.
[[nodiscard]] Result<std::chrono::milliseconds> parseSeconds(std::string_view text);

/// "TERM" or "KILL", with or without "SIG".
[[nodiscard]] Result<ProcessSignal> parseSignal(std::string_view text);

/// "931/tcp"
[[nodiscard]] std::string toText(const PortTarget& target);

}  // namespace quaywatch::cli
