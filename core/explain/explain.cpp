// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/explain.h"

#include "core/explain/socket_sentences.h"
#include "core/explain/source_port_hint.h"
#include "core/message/message_list.h"
#include "core/registry/port_notes.h"
#include "core/sockets/classify.h"
#include "core/text/display_message.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

Message summaryOf(const Assignment& assignment)
{
    const std::string description = displayText(assignment.description, 160);
    switch (assignment.state) {
        case AssignmentState::Assigned: {
            std::string names;
            for (const std::string_view name : assignment.names) {
                names += (names.empty() ? "" : ", ") + std::string(name);
            }
            return sentence(description.empty() ? Message(MessageId::AssignedTo, names)
                                                : Message(MessageId::AssignedToWithDescription,
                                                          names, description));
        }
        case AssignmentState::Private:
            return sentence(Message(MessageId::AssignedPrivately));
        case AssignmentState::Unassigned:
            return sentence(Message(MessageId::UnassignedPort));
        case AssignmentState::Reserved:
            return sentence(Message(MessageId::ReservedPort));
        case AssignmentState::Deassigned:
            return sentence(Message(MessageId::DeassignedPort));
        case AssignmentState::Unlisted:
            break;
    }
    return sentence(Message(assignment.portClass == PortClass::Dynamic ? MessageId::DynamicPort
                                                                       : MessageId::UnlistedPort));
}

Message rangeSentence(Port port)
{
    switch (portClassOf(port)) {
        case PortClass::WellKnown:
            return sentence(Message(MessageId::WellKnownRange));
        case PortClass::Registered:
            return sentence(Message(MessageId::RegisteredRange));
        case PortClass::Dynamic:
            break;
    }
    return sentence(Message(MessageId::DynamicRange));
}

std::vector<PortExplanation::ProtocolPart> protocolParts(Port port,
                                                         std::optional<Protocol> protocol)
{
    std::vector<PortExplanation::ProtocolPart> parts;
    for (const Protocol each : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp}) {
        const bool isDefault = each == Protocol::Tcp || each == Protocol::Udp;
        if (protocol ? *protocol == each : isDefault) {
            const Assignment assignment = registry::lookup(port, each);
            parts.push_back({each, assignment, summaryOf(assignment), {}});
        }
    }
    return parts;
}

std::optional<Message> oftenUsedSentence(Port port,
                                         const std::vector<PortExplanation::ProtocolPart>& parts)
{
    std::vector<std::pair<Protocol, Message>> uses;
    for (const PortExplanation::ProtocolPart& part : parts) {
        if (auto use = registry::oftenUsedMessage(port, part.protocol)) {
            uses.emplace_back(part.protocol, *std::move(use));
        }
    }
    if (uses.empty()) {
        return std::nullopt;
    }
    const bool isSame = std::all_of(uses.begin(), uses.end(), [&](const auto& use) {
        return use.second == uses.front().second;
    });
    if (isSame) {
        return sentence(Message(MessageId::OftenUsedBy, uses.front().second));
    }
    // These are names only: a test checks it.
    std::string all;
    for (const auto& [protocol, use] : uses) {
        all += fmt::format("{}{} ({})", all.empty() ? "" : ", ", use.english(), token(protocol));
    }
    return sentence(Message(MessageId::OftenUsedBy, all));
}

/// Whether the baseline expects a service at the port, whether one listens now or not.
bool isExpected(const PortExplanation& explanation, const Snapshot& snapshot)
{
    const auto isOfBaseline = [&](const PortExplanation::ProtocolPart& part) {
        return std::binary_search(snapshot.expectedPorts.begin(), snapshot.expectedPorts.end(),
                                  PortId{explanation.port, part.protocol});
    };
    return std::any_of(explanation.protocols.begin(), explanation.protocols.end(), isOfBaseline) ||
           std::any_of(explanation.sockets.begin(), explanation.sockets.end(),
                       [](const SocketRecord* socket) {
                           // An RPC service takes another port after each start.
                           return socket->isListener() && !socket->rpc &&
                                  socket->assessment.verdict == Verdict::Expected;
                       });
}

/// What the baseline says of the port, whatever uses it.
void addBaselineRemarks(PortExplanation& explanation, const Snapshot& snapshot)
{
    if (!snapshot.baselineRemarks) {
        return;
    }
    for (const PortRemark& remark : *snapshot.baselineRemarks) {
        const auto isAsked = [&remark](const PortExplanation::ProtocolPart& part) {
            return !remark.protocol || part.protocol == *remark.protocol;
        };
        if (remark.ports.contains(explanation.port) &&
            std::any_of(explanation.protocols.begin(), explanation.protocols.end(), isAsked)) {
            explanation.now.push_back(sentence(displayMessage(remark.text)));
        }
    }
}

std::vector<Message> notSeenIn(const Snapshot& snapshot)
{
    std::vector<Message> lines;
    if (!snapshot.hasBoundTcp) {
        // The gap below says why, where it is not the age of the kernel.
        lines.push_back(
            sentence(Message(tcpFallback(snapshot) != nullptr ? MessageId::BoundSocketsLeftOut
                                                              : MessageId::BoundSocketsNotSeen)));
    }
    lines.push_back(sentence(Message(MessageId::OtherSocketsNotSeen)));
    for (const Gap& gap : snapshot.gaps) {
        if (gap.kind == Gap::Kind::Namespace || gap.kind == Gap::Kind::Table ||
            gap.kind == Gap::Kind::Rpc) {
            Message line(MessageId::Capitalized, displayMessage(gap.why));
            lines.push_back(sentence(gap.remedy.empty()
                                         ? std::move(line)
                                         : Message(MessageId::WithCommand, std::move(line),
                                                   displayMessage(gap.remedy))));
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
    explanation.story = registry::portNote(port);
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
        explanation.now.insert(
            explanation.now.begin(),
            sentence(Message(incompleteTable(snapshot) == nullptr ? MessageId::NoSocketUsesIt
                                                                  : MessageId::NoSocketFound)));
    }
    addBaselineRemarks(explanation, snapshot);
    for (PortExplanation::ProtocolPart& part : explanation.protocols) {
        part.bind = forecastBind(part.protocol, explanation.sockets, snapshot, rules);
        addSocketObstacles(explanation.obstacles, part.protocol, explanation.sockets, part.bind);
        if (auto free = freeText(part.protocol, port, part.bind)) {
            explanation.freeAt.push_back(*std::move(free));
        }
    }
    addRuleObstacles(explanation.obstacles, port, rules, currentUser);
    if (auto hint = isExpected(explanation, snapshot) ? sourcePortHint({port}, rules, currentUser)
                                                      : std::nullopt) {
        explanation.obstacles.push_back({kSourcePortHint, std::move(hint->text)});
    }
    explanation.notSeen = notSeenIn(snapshot);
    explanation.checks = handChecks(port);
    return explanation;
}

}  // namespace quaywatch
