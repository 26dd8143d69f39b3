// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace quaywatch::linux_backend {

/// Whether the kernel lets this program bind ports below net.ipv4.ip_unprivileged_port_start: it
/// needs CAP_NET_BIND_SERVICE in the user namespace that owns its network namespace, whatever its
/// user (capabilities(7), user_namespaces(7); the kernel's cap_capable()). A few system calls.
/// @return Empty if that is not known: there is no /proc, or Linux is older than 4.9.
[[nodiscard]] std::optional<bool> mayBindPrivilegedPorts();

}  // namespace quaywatch::linux_backend
