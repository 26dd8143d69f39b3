// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/bind_conflict.h"
#include "core/host/host_facts.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// What bind(), for TCP followed by listen(), would do with a plain socket.
enum class BindResult : std::uint8_t {
    Free,
    InUse,
    /// It depends on something that this kernel does not report, or that was not asked for.
    Depends,
};

[[nodiscard]] std::string_view token(BindResult result) noexcept;  ///< "in-use"

/// The forecast for one address.
struct BindForecast {
    IpAddress address;
    std::optional<bool> isV6Only;  ///< For `::` only.
    /// The interface of an address that needsScope(), or the device that was asked for; 0 for none.
    std::uint32_t device = 0;
    std::shared_ptr<const std::string> interfaceName;  ///< Its name; null if that is not known.
    BindResult result = BindResult::Free;
    Message because;
    /// The socket that decides, of the snapshot: a listener if there is one; null if there is none.
    const SocketRecord* holder = nullptr;

    [[nodiscard]] BindTarget target() const noexcept
    {
        return {address, isV6Only.value_or(false), device, interfaceName};
    }
};

/// "0.0.0.0", "[::] (dual-stack)", "[::] (IPV6_V6ONLY)", "[fe80::1] on eth0".
[[nodiscard]] std::string placeText(const BindForecast& row);

/// Predicts bind() for each address that matters: the wildcards and loopback addresses of both
/// families, and each further address that a socket here has. The right to bind is not part of it.
///
/// Asks rules.addressUse() about addresses that no socket holds.
///
/// @param here      The sockets of the snapshot with this port; those of other protocols are
///                  skipped.
/// @param snapshot  Where TCP sockets that are bound and do not listen were not asked for, or a
///                  table is incomplete, no address is free for certain.
/// @return Empty for other protocols than TCP and UDP.
[[nodiscard]] std::vector<BindForecast> forecastBind(Protocol protocol,
                                                     const std::vector<const SocketRecord*>& here,
                                                     const Snapshot& snapshot,
                                                     const BindRules& rules);

/// Does so for one address, which may be any.
[[nodiscard]] BindForecast forecastBind(const BindTarget& target, Protocol protocol,
                                        const std::vector<const SocketRecord*>& here,
                                        const Snapshot& snapshot, const BindRules& rules);

}  // namespace quaywatch
