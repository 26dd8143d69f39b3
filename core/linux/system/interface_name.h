// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace quaywatch::linux_backend {

/// The name of a network interface by its index, from if_indextoname(3); null if no interface has
/// the index (any more).
[[nodiscard]] std::shared_ptr<const std::string> interfaceNameOf(std::uint32_t index);

/// Whether the interface is the loopback device: IFF_LOOPBACK of netdevice(7). False if that cannot
/// be read.
[[nodiscard]] bool isLoopbackInterface(const std::string& name) noexcept;

}  // namespace quaywatch::linux_backend
