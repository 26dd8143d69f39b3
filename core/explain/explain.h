// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/registry/service_registry.h"
#include "core/sockets/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// A command to check by hand, and where it works.
struct ManualCheck {
    std::string systems;  ///< "Linux, macOS"
    std::string command;  ///< "sudo lsof -i :931"
};

/// Why one could not bind the port, or might not.
struct BindObstacle {
    std::string
        token;         ///< Stable: "held", "time-wait", "dual-stack", "reserved", "privileged", ...
    std::string text;  ///< One English sentence.
};

/// Everything we can say of a port, as structured English prose for the terminal and the window.
struct PortExplanation {
    Port port = 0;
    struct ProtocolPart {
        Protocol protocol = Protocol::Tcp;
        Assignment assignment;
        std::string summary;  ///< One sentence on what the registry says.
    };
    std::vector<ProtocolPart> protocols;
    std::string range;                         ///< One sentence on the port's range.
    std::optional<std::string> story;          ///< Our own note.
    std::optional<std::string> oftenUsedBy;    ///< "Often used by Vite."
    std::vector<const SocketRecord*> sockets;  ///< On it now, into the snapshot.
    std::vector<std::string> now;         ///< A sentence per socket or group: who, why, verdict.
    std::vector<BindObstacle> obstacles;  ///< Empty: nothing we see stands in the way.
    std::vector<std::string> notSeen;     ///< What cannot be seen, said once.
    std::vector<ManualCheck> checks;
};

/// Explains a port. Texts in it that come from strangers have been through displayText().
///
/// @param protocol  Only this one; empty: TCP and UDP.
/// @param snapshot  annotated and judged; read with ReadScope::Everything.
[[nodiscard]] PortExplanation explainPort(Port port, std::optional<Protocol> protocol,
                                          const Snapshot& snapshot, const BindRules& rules,
                                          const CurrentUser& viewer);

}  // namespace quaywatch
