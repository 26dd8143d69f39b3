// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <span>

namespace quaywatch::linux_backend {

/// A netlink socket with the operations that a dump needs. Tests replace it to replay recorded
/// bytes.
class DiagChannel {
public:
    DiagChannel() = default;
    DiagChannel(const DiagChannel&) = delete;
    DiagChannel& operator=(const DiagChannel&) = delete;
    virtual ~DiagChannel() = default;

    /// Sends one request, including its nlmsghdr.
    [[nodiscard]] virtual Result<void> send(std::span<const std::byte> request) = 0;

    /// Blocks until the next datagram arrives.
    /// @return Its length; osCode ENOBUFS if the kernel lost answers, ENOSPC if the datagram was
    ///         longer than `buffer`.
    [[nodiscard]] virtual Result<std::size_t> receive(std::span<std::byte> buffer) = 0;

    /// The netlink port to which the kernel sends its answers; 0 accepts any.
    [[nodiscard]] virtual unsigned portId() const noexcept = 0;
};

/// Opens NETLINK_SOCK_DIAG through libmnl.
[[nodiscard]] Result<std::unique_ptr<DiagChannel>> openDiagChannel();
/// Opens another family, such as NETLINK_ROUTE.
[[nodiscard]] Result<std::unique_ptr<DiagChannel>> openNetlinkChannel(int family);

}  // namespace quaywatch::linux_backend
