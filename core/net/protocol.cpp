// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/protocol.h"

#include "core/base/token_table.h"

#include <array>

namespace quaywatch {
namespace {

constexpr std::array<std::string_view, 4> kProtocols{"tcp", "udp", "sctp", "dccp"};
constexpr std::array<std::string_view, 13> kStates{
    "listen",   "syn-sent", "syn-recv",  "established", "fin-wait-1", "fin-wait-2", "close-wait",
    "last-ack", "closing",  "time-wait", "bound",       "connected",  "closed"};
constexpr std::array<std::string_view, 3> kDirections{"listen", "inbound", "outbound"};
constexpr std::array<std::string_view, 6> kExposures{"loopback", "link-local", "private",
                                                     "public",   "multicast",  "all"};
constexpr std::array<std::string_view, 5> kOwnerStates{"known", "partial", "hidden", "kernel",
                                                       "none"};

}  // namespace

std::string_view token(Protocol protocol) noexcept
{
    return tokenIn(kProtocols, protocol);
}

std::string_view token(SocketState state) noexcept
{
    return tokenIn(kStates, state);
}

std::string_view token(Direction direction) noexcept
{
    return tokenIn(kDirections, direction);
}

std::string_view token(Exposure exposure) noexcept
{
    return tokenIn(kExposures, exposure);
}

std::string_view token(OwnerState ownerState) noexcept
{
    return tokenIn(kOwnerStates, ownerState);
}

std::optional<Protocol> parseProtocol(std::string_view text) noexcept
{
    return parseTokenIn<Protocol>(kProtocols, text);
}

std::optional<SocketState> parseSocketState(std::string_view text) noexcept
{
    return parseTokenIn<SocketState>(kStates, text);
}

}  // namespace quaywatch
