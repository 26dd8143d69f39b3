// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Dumps of netlink families other than sock_diag. They are small and rare, and failures are not
/// reported to the user.

#pragma once

#include "core/linux/tables/diag_channel.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// The payload of an RTM_GETLINK request without statistics.
[[nodiscard]] std::vector<std::byte> encodeLinkRequest();

/// The payload of a generic netlink request, with one text attribute if `text` is not empty.
[[nodiscard]] std::vector<std::byte> encodeGenericRequest(std::uint8_t command,
                                                          std::uint8_t version,
                                                          std::uint16_t attribute = 0,
                                                          std::string_view text = {});

/// A netlink socket for dumps. Use it from one thread at a time.
class NetlinkQuery {
public:
    using Visit = std::function<void(std::span<const std::byte> payload)>;

    /// @param family  NETLINK_ROUTE and so on.
    explicit NetlinkQuery(int family);
    /// For tests.
    explicit NetlinkQuery(std::unique_ptr<DiagChannel> channel);

    /// Sends a request and calls `visit` with the payload of each message of the answer. Blocks
    /// while the kernel answers.
    ///
    /// @return Whether the answer was complete: false if the kernel refused it or lost some of it.
    ///         The messages that were visited before are valid even then.
    bool dump(std::uint16_t type, const std::vector<std::byte>& payload, const Visit& visit);

private:
    std::unique_ptr<DiagChannel> m_channel;  ///< Null if it could not be opened.
    std::uint32_t m_sequence = 0;
};

}  // namespace quaywatch::linux_backend
