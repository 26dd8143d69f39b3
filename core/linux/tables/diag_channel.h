// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <span>

namespace quaywatch::linux_backend {

/// A netlink socket, as far as a dump needs one: the seam at which tests play recorded bytes.
class DiagChannel {
public:
    DiagChannel() = default;
    DiagChannel(const DiagChannel&) = delete;
    DiagChannel& operator=(const DiagChannel&) = delete;
    virtual ~DiagChannel() = default;

    /// Sends one request, nlmsghdr included.
    [[nodiscard]] virtual Result<void> send(std::span<const std::byte> request) = 0;

    /// Blocks for the next datagram.
    /// @return Its length; osCode ENOBUFS where the kernel lost answers, ENOSPC where the datagram
    ///         was longer than `buffer`.
    [[nodiscard]] virtual Result<std::size_t> receive(std::span<std::byte> buffer) = 0;

    /// The netlink port the kernel answers to; 0 accepts any.
    [[nodiscard]] virtual unsigned portId() const noexcept = 0;
};

/// Opens NETLINK_SOCK_DIAG through libmnl.
[[nodiscard]] Result<std::unique_ptr<DiagChannel>> openDiagChannel();
/// Opens another family, such as NETLINK_ROUTE.
[[nodiscard]] Result<std::unique_ptr<DiagChannel>> openNetlinkChannel(int family);

}  // namespace quaywatch::linux_backend
