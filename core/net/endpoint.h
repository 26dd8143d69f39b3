// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/ip_address.h"

#include <compare>
#include <cstdint>
#include <string>

namespace quaywatch {

/// A port number in host byte order.
using Port = std::uint16_t;

/// Ports below this one are the well-known ports ("System Ports", RFC 6335, section 6).
inline constexpr Port kFirstRegisteredPort = 1024;

/// The first and last port of a range, both included.
struct PortRange {
    Port first = 0;
    Port last = 0;

    [[nodiscard]] constexpr bool contains(Port port) const noexcept
    {
        return first <= port && port <= last;
    }
    friend auto operator<=>(const PortRange&, const PortRange&) = default;
};

/// One end of a socket.
struct Endpoint {
    IpAddress address;
    Port port = 0;

    friend auto operator<=>(const Endpoint&, const Endpoint&) noexcept = default;
};

/// The text form: "127.0.0.1:931", "[::1]:931" (RFC 3986, section 3.2.2).
[[nodiscard]] std::string toString(const Endpoint& endpoint);

}  // namespace quaywatch
