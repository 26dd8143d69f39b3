// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/explain.h"

#include "core/explain/socket_sentences.h"
#include "core/registry/port_notes.h"
#include "core/sockets/classify.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

namespace quaywatch {
namespace {

std::string summaryOf(const Assignment& assignment)
{
    const std::string description = displayText(assignment.description, 160);
    switch (assignment.state) {
        case AssignmentState::Assigned: {
            std::string names;
            for (const std::string_view name : assignment.names) {
                names += (names.empty() ? "" : ", ") + std::string(name);
            }
            return description.empty() ? fmt::format("Assigned to {}.", names)
                                       : fmt::format("Assigned to {}: {}.", names, description);
        }
        case AssignmentState::Private:
            return "Assigned for private use, without a service name.";
        case AssignmentState::Unassigned:
            return "Unassigned: no service is registered here.";
        case AssignmentState::Reserved:
            return "Reserved by IANA.";
        case AssignmentState::Deassigned:
            return "De-assigned: it was assigned to a service in the past.";
        case AssignmentState::Unlisted:
            break;
    }
    return assignment.portClass == PortClass::Dynamic
               ? "No service: IANA does not assign dynamic ports."
               : "Not in the registry, which is not the same as unassigned.";
}

std::string rangeSentence(Port port)
{
    switch (portClassOf(port)) {
        case PortClass::WellKnown:
            return "One of the well-known ports (0-1023): they belong to system services, and "
                   "listening on one usually needs administrator rights.";
        case PortClass::Registered:
            return "One of the registered ports (1024-49151): many are registered for a service, "
                   "but any program may listen here.";
        case PortClass::Dynamic:
            break;
    }
    return "One of the dynamic ports (49152-65535): free for any program, for as long as it runs.";
}

std::vector<PortExplanation::ProtocolPart> protocolParts(Port port,
                                                         std::optional<Protocol> protocol)
{
    std::vector<PortExplanation::ProtocolPart> parts;
    for (const Protocol each : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp}) {
        const bool isDefault = each == Protocol::Tcp || each == Protocol::Udp;
        if (protocol ? *protocol == each : isDefault) {
            const Assignment assignment = registry::lookup(port, each);
            parts.push_back({each, assignment, summaryOf(assignment)});
        }
    }
    return parts;
}

std::optional<std::string> oftenUsedSentence(
    Port port, const std::vector<PortExplanation::ProtocolPart>& parts)
{
    for (const PortExplanation::ProtocolPart& part : parts) {
        if (const std::string_view use = registry::oftenUsedBy(port, part.protocol); !use.empty()) {
            return fmt::format("Often used by {}.", use);
        }
    }
    return std::nullopt;
}

std::vector<std::string> notSeenIn(const Snapshot& snapshot)
{
    std::vector<std::string> lines{
        "A TCP socket that is bound but does not listen: it is in no table of the kernel, but uses "
        "its port.",
        "Raw, packet and SCTP sockets, ports that only NAT publishes, and firewalls."};
    for (const Gap& gap : snapshot.gaps) {
        if (gap.kind == Gap::Kind::Namespace || gap.kind == Gap::Kind::Table ||
            gap.kind == Gap::Kind::Rpc) {
            std::string line = displayText(gap.why);
            if (!line.empty() && line.front() >= 'a' && line.front() <= 'z') {
                line.front() = static_cast<char>(line.front() - 'a' + 'A');
            }
            lines.push_back(gap.remedy.empty()
                                ? line + "."
                                : fmt::format("{} ({}).", line, displayText(gap.remedy)));
        }
    }
    return lines;
}

std::vector<ManualCheck> handChecks(Port port)
{
    return {{"Linux, macOS", fmt::format("sudo lsof -i :{}", port)},
            {"Linux", fmt::format("sudo ss -tulpn 'sport = :{}'", port)},
            {"Linux", "netstat -tulpn"},
            {"macOS", fmt::format("netstat -anv | grep '[.]{} '", port)},
            {"Windows", fmt::format("netstat -ano | findstr :{}", port)}};
}

}  // namespace

PortExplanation explainPort(Port port, std::optional<Protocol> protocol, const Snapshot& snapshot,
                            const BindRules& rules, const CurrentUser& currentUser)
{
    PortExplanation explanation;
    explanation.port = port;
    explanation.protocols = protocolParts(port, protocol);
    explanation.range = rangeSentence(port);
    if (const std::string_view note = registry::portNote(port); !note.empty()) {
        explanation.story = std::string(note);
    }
    explanation.oftenUsedBy = oftenUsedSentence(port, explanation.protocols);
    std::vector<const SocketRecord*> away;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (protocol && socket.key.protocol != *protocol) {
            continue;
        }
        if (socket.key.localPort == port) {
            explanation.sockets.push_back(&socket);
        } else if (socket.key.remotePort == port && socket.hasRemote() &&
                   socket.direction == Direction::Outbound && !isLocalConnection(socket)) {
            away.push_back(&socket);
        }
    }
    explanation.now = describeSockets(explanation.sockets, away);
    if (explanation.sockets.empty()) {
        explanation.now.insert(explanation.now.begin(), "No socket on this machine uses it.");
    }
    explanation.obstacles = obstaclesTo(port, explanation.sockets, rules, currentUser);
    explanation.notSeen = notSeenIn(snapshot);
    explanation.checks = handChecks(port);
    return explanation;
}

}  // namespace quaywatch
