// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/bind_obstacles.h"
#include "core/host/host_facts.h"
#include "core/registry/service_registry.h"
#include "core/sockets/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// A command with which the user can check the port, and the systems on which it works.
struct ManualCheck {
    std::string systems;  ///< "Linux, macOS"
    std::string command;  ///< "sudo lsof -i :931"
};

/// Everything known about a port, as structured prose for the terminal and the window.
struct PortExplanation {
    Port port = 0;
    struct ProtocolPart {
        Protocol protocol = Protocol::Tcp;
        Assignment assignment;
        Message summary;  ///< One sentence on the registry's entry.
        std::vector<BindForecast> bind;
    };
    std::vector<ProtocolPart> protocols;
    Message range;                             ///< One sentence on the port's range.
    std::optional<Message> story;              ///< The program's own note on the port.
    std::optional<Message> oftenUsedBy;        ///< "Often used by Vite."
    std::vector<const SocketRecord*> sockets;  ///< The sockets on it, in the snapshot.
    std::vector<Message> now;                  ///< Per socket or group: owner, reason, verdict.
    std::vector<BindObstacle> obstacles;       ///< Empty: no known obstacle.
    std::vector<Message> freeAt;   ///< Per protocol: the addresses without an obstacle, if others
                                   ///< have one.
    std::vector<Message> notSeen;  ///< What cannot be seen; each limit is mentioned once.
    std::vector<ManualCheck> checks;
};

/// Explains a port. Untrusted text in the result has passed through displayText().
///
/// @param protocol  Only this one; empty: TCP and UDP.
/// @param snapshot  Classified and assessed; read with ReadScope::EverythingAndBound, or, with less
///                  certain forecasts, with ReadScope::Everything.
[[nodiscard]] PortExplanation explainPort(Port port, std::optional<Protocol> protocol,
                                          const Snapshot& snapshot, const BindRules& rules,
                                          const CurrentUser& currentUser);

}  // namespace quaywatch
