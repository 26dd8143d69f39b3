// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/sockets/process_info.h"

#include <optional>

namespace quaywatch {

/// Where a helper of a container engine forwards the connections to a published port.
struct PortForward {
    /// The container's address and port; empty if the command line does not name them.
    std::optional<Endpoint> container;
};

/// Recognizes Docker's docker-proxy, whose options name the container (its -container-ip and
/// -container-port), and Podman's rootlessport by the base name of the executable. The address is
/// what the process' own command line claims: show it, but decide nothing by it.
///
/// @return Empty for any other program. To end such a helper ends no container.
[[nodiscard]] std::optional<PortForward> portForwardOf(const ProcessInfo& process);

}  // namespace quaywatch
