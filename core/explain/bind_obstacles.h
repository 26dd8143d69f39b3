// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/socket_record.h"

#include <string>
#include <vector>

namespace quaywatch {

/// Why binding the port would fail, or might fail.
struct BindObstacle {
    /// Stable: "held", "time-wait", "dual-stack", "reserved", "privileged", ...
    std::string token;
    Message text;  ///< One sentence.
};

/// Why a program of the current user could not listen on the port, or might not: the sockets that
/// hold it, and the kernel's rules.
[[nodiscard]] std::vector<BindObstacle> obstaclesTo(Port port,
                                                    const std::vector<const SocketRecord*>& here,
                                                    const BindRules& rules,
                                                    const CurrentUser& currentUser);

}  // namespace quaywatch
