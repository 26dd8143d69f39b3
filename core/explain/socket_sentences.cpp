// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/socket_sentences.h"

#include "core/assess/registered_service.h"
#include "core/explain/program_sentences.h"
#include "core/explain/user_sentences.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/sockets/ident.h"
#include "core/sockets/socket_events.h"
#include "core/sockets/socket_user.h"
#include "core/text/display_message.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxListeners = 12;
constexpr std::size_t kMaxConnections = 3;
constexpr std::size_t kMaxOwners = 2;

using Sentences = std::vector<MessageArgument>;

/// Listeners that differ only in their kernel id, such as those of an SO_REUSEPORT group.
struct ListenerGroup {
    const SocketRecord* first = nullptr;
    std::size_t count = 0;
    OwnerSet owners;
    bool isPartial = false;  ///< Hidden processes may hold one of them, too.
};

bool isOwnerUnreadable(const SocketRecord& socket) noexcept
{
    return socket.ownerState == OwnerState::Hidden && socket.hiddenBy != HiddenBy::NoDescriptor;
}

std::vector<ListenerGroup> groupsOf(const std::vector<const SocketRecord*>& sockets)
{
    std::vector<ListenerGroup> groups;
    std::string identity;
    for (const SocketRecord* socket : sockets) {
        if (!socket->isListener() && !socket->isBoundTcp()) {
            continue;
        }
        std::string own = identityOf(*socket);
        const bool isSame = !groups.empty() && own == identity &&
                            groups.back().first->state == socket->state &&
                            groups.back().first->key.boundDevice == socket->key.boundDevice &&
                            groups.back().first->assessment == socket->assessment;
        if (!isSame) {
            groups.push_back({socket, 0, {}, false});
            identity = std::move(own);
        }
        ListenerGroup& group = groups.back();
        ++group.count;
        group.isPartial = group.isPartial || socket->ownerState == OwnerState::Partial;
        for (const ProcessPtr& owner : socket->owners()) {
            if (std::find(group.owners.begin(), group.owners.end(), owner) == group.owners.end()) {
                group.owners.push_back(owner);
            }
        }
    }
    return groups;
}

MessageId exposureMessage(const SocketRecord& listener)
{
    switch (listener.exposure.value_or(exposureOf(listener))) {
        case Exposure::Loopback:
            return MessageId::OpenToThisMachine;
        case Exposure::LinkLocal:
            return MessageId::OpenToLocalLink;
        case Exposure::Private:
            return MessageId::OpenToPrivateNetwork;
        case Exposure::Public:
            return MessageId::OpenOnPublicAddress;
        case Exposure::Multicast:
            return MessageId::ReceivingMulticast;
        case Exposure::All:
            break;
    }
    if (listener.key.localAddress.unmapped().family() == AddressFamily::Ipv4) {
        return MessageId::OpenOnEveryIpv4;
    }
    if (!listener.isV6Only) {
        return MessageId::OpenOnEveryIpv6OrMore;
    }
    return *listener.isV6Only ? MessageId::OpenOnEveryIpv6 : MessageId::OpenOnEveryAddress;
}

Message ownersText(const OwnerSet& owners)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(owners.size(), kMaxOwners); ++i) {
        const ProcessInfo& owner = *owners[i];
        text += i == 0 ? "" : ", ";
        text += fmt::format("{} (PID {})", displayText(owner.name), owner.id.pid);
    }
    return owners.size() > kMaxOwners
               ? Message(MessageId::AndMore, text, owners.size() - kMaxOwners)
               : Message(text);
}

/// Adds further facts about the socket: user root, unit ssh.service, running since
/// 2026-11-23 01:00 UTC.
void addCircumstances(std::vector<MessageArgument>& facts, const SocketRecord& socket,
                      const OwnerSet& owners)
{
    addUsers(facts, socket, owners);
    if (socket.serviceContext && socket.serviceContext->unit) {
        facts.emplace_back(Message(MessageId::InUnit, displayText(*socket.serviceContext->unit)));
    }
    if (socket.serviceContext && socket.serviceContext->container) {
        facts.emplace_back(
            Message(MessageId::InContainer, displayText(*socket.serviceContext->container)));
    }
    // The kernel reports only since when a process runs. Of several, each has its own time; that of
    // process 1, which holds the sockets of units, is the time of the boot.
    if (owners.size() == 1 && owners.front()->startedAt && owners.front()->id.pid != kInitPid) {
        facts.emplace_back(Message(MessageId::RunningSince, *owners.front()->startedAt));
    }
}

MessageId verdictMessage(const Assessment& assessment)
{
    switch (assessment.verdict) {
        case Verdict::Expected:
            return MessageId::VerdictExpected;
        case Verdict::Explained:
            return MessageId::VerdictExplained;
        case Verdict::Unexpected:
        case Verdict::Ordinary:
            break;
    }
    if (assessment.severity == Severity::High) {
        return MessageId::VerdictUnexpectedHigh;
    }
    if (assessment.severity == Severity::Medium) {
        return MessageId::VerdictUnexpectedMedium;
    }
    return assessment.severity == Severity::Low ? MessageId::VerdictUnexpectedLow
                                                : MessageId::VerdictUnexpected;
}

void addVerdict(Sentences& line, const SocketRecord& socket)
{
    const Assessment& assessment = socket.assessment;
    if (assessment.verdict == Verdict::Ordinary) {
        return;
    }
    Message verdict(verdictMessage(assessment));
    line.emplace_back(assessment.reason ? Message(MessageId::Labeled, std::move(verdict),
                                                  displayMessage(*assessment.reason))
                                        : std::move(verdict));
}

Message exposureText(const SocketRecord& listener)
{
    if (isDeviceGone(listener)) {
        return Message(MessageId::BoundToGoneDevice, listener.key.boundDevice);
    }
    if (receivesNothing(listener)) {
        return Message(MessageId::TcpReceivesNothing);
    }
    Message text(exposureMessage(listener));
    const bool isWildcard = listener.key.localAddress.unmapped().isUnspecified();
    const bool isLimited = isWildcard && listener.interfaceName && !listener.isOnLoopbackDevice;
    return isLimited ? Message(MessageId::OpenOnDevice, std::move(text),
                               displayText(*listener.interfaceName))
                     : text;
}

/// Adds the RPC service, unless the verdict's reason already names it.
void addRpc(Sentences& line, const SocketRecord& socket)
{
    if (socket.rpc && socket.assessment.verdict != Verdict::Explained) {
        line.emplace_back(Message(socket.rpc->isRegistered ? MessageId::RpcServiceHere
                                                           : MessageId::SocketOfRpcServiceHere,
                                  programText(socket.rpc->program)));
    }
}

Message bindingText(const ListenerGroup& group)
{
    const SocketRecord& socket = *group.first;
    const bool isTcp = socket.key.protocol == Protocol::Tcp;
    const std::string_view protocol = token(socket.key.protocol);
    if (socket.isBoundTcp()) {
        return Message(MessageId::BoundNotListening, protocol, localText(socket));
    }
    Message exposure = exposureText(socket);
    if (group.count == 1) {
        return Message(isTcp ? MessageId::Listens : MessageId::IsBound, protocol, localText(socket),
                       std::move(exposure));
    }
    return Message(isTcp ? MessageId::ListensWithSockets : MessageId::IsBoundWithSockets, protocol,
                   localText(socket), group.count, std::move(exposure));
}

/// "Held by sshd (PID 7), user root", or that the owner is hidden. A socket that no readable
/// process holds need not be a process': the kernel may own it, or a message that nobody has read.
Message heldText(const ListenerGroup& group)
{
    const SocketRecord& socket = *group.first;
    std::vector<MessageArgument> facts;
    if (group.owners.empty() && isOwnerUnreadable(socket)) {
        const std::string creator = userText(creatorOf(socket));
        if (!creator.empty()) {
            facts.emplace_back(Message(MessageId::SocketMadeBy, creator));
        }
        addCircumstances(facts, socket, group.owners);
        return facts.empty() ? Message(MessageId::OwnerIsHidden)
                             : Message(MessageId::OwnerIsHiddenIn,
                                       Message(MessageId::CommaList, std::move(facts)));
    }
    Message holder = group.owners.empty() ? holderText(socket) : ownersText(group.owners);
    facts.emplace_back(group.isPartial ? Message(MessageId::PerhapsAlsoHidden, std::move(holder))
                                       : std::move(holder));
    addCircumstances(facts, socket, group.owners);
    return Message(MessageId::HeldBy, Message(MessageId::CommaList, std::move(facts)));
}

Message listenerLine(const ListenerGroup& group)
{
    const SocketRecord& socket = *group.first;
    Sentences line{bindingText(group)};
    line.push_back(heldText(group));
    addProgramSentences(line, socket);
    addRpc(line, socket);
    if (const auto ident = identOf(socket)) {
        line.emplace_back(Message(MessageId::Ident, displayText(*ident)));
    }
    addVerdict(line, socket);
    const auto other = socket.assessment.verdict == Verdict::Explained
                           ? std::nullopt
                           : otherThanRegistered(socket);
    if (other) {
        line.emplace_back(Message(MessageId::PortRegisteredForAnother, other->arguments()));
    }
    return {MessageId::Sentences, std::move(line)};
}

Message outgoingLine(const SocketRecord& socket)
{
    Sentences line{Message(socket.isOpener ? MessageId::LocalEndOf : MessageId::LocalEndWith,
                           token(socket.key.protocol), localText(socket), toString(socket.remote()),
                           token(socket.state), holderText(socket))};
    addVerdict(line, socket);
    return {MessageId::Sentences, std::move(line)};
}

/// "tcp: 2 incoming connections from this machine"
Message ofProtocol(Protocol protocol, Message text)
{
    return Message(MessageId::Labeled, token(protocol), std::move(text));
}

Message incomingText(const std::vector<const SocketRecord*>& connections)
{
    const std::size_t count = connections.size();
    const auto local = static_cast<std::size_t>(
        std::count_if(connections.begin(), connections.end(),
                      [](const SocketRecord* socket) { return isLocalConnection(*socket); }));
    if (local == count) {
        return Message(
            byCount(count, MessageId::IncomingFromHere, MessageId::SeveralIncomingFromHere), count);
    }
    if (local == 0) {
        return Message(
            byCount(count, MessageId::IncomingFromOthers, MessageId::SeveralIncomingFromOthers),
            count, connections.front()->key.remoteAddress.unmapped().toString());
    }
    return Message(MessageId::IncomingFromBoth, count, local);
}

void addConnections(std::vector<Message>& lines, const std::vector<const SocketRecord*>& sockets,
                    Protocol protocol)
{
    std::vector<const SocketRecord*> in;
    std::vector<const SocketRecord*> out;
    std::size_t over = 0;
    bool hasListener = false;
    for (const SocketRecord* socket : sockets) {
        if (socket->key.protocol != protocol || socket->isBoundTcp()) {
            continue;
        }
        if (socket->isListener()) {
            hasListener = true;
        } else if (socket->state == SocketState::TimeWait) {
            ++over;
        } else {
            (socket->direction == Direction::Inbound ? in : out).push_back(socket);
        }
    }
    if (!in.empty()) {
        // Their verdict is shown with their listener, if it still exists.
        Sentences line{ofProtocol(protocol, incomingText(in))};
        if (!hasListener) {
            addVerdict(line, *in.front());
        }
        lines.emplace_back(MessageId::Sentences, std::move(line));
    }
    for (std::size_t i = 0; i < std::min(out.size(), kMaxConnections); ++i) {
        lines.push_back(outgoingLine(*out[i]));
    }
    if (out.size() > kMaxConnections) {
        const std::size_t more = out.size() - kMaxConnections;
        lines.emplace_back(MessageId::Sentences,
                           ofProtocol(protocol, Message(byCount(more, MessageId::LocalEndOfOneMore,
                                                                MessageId::LocalEndOfMore),
                                                        more)));
    }
    if (over > 0) {
        lines.emplace_back(
            MessageId::Sentences,
            ofProtocol(
                protocol,
                Message(byCount(over, MessageId::InTimeWait, MessageId::SeveralInTimeWait), over)));
    }
}

/// Connections to the port at other addresses: first those that were opened here.
void addFarConnections(std::vector<Message>& lines, std::vector<const SocketRecord*> away)
{
    const auto unknown = std::stable_partition(
        away.begin(), away.end(),
        [](const SocketRecord* socket) { return socket->isOpener.has_value(); });
    const auto add = [&lines](auto first, auto last, MessageId one, MessageId several) {
        if (first != last) {
            const auto count = static_cast<std::size_t>(last - first);
            Sentences line{Message(byCount(count, one, several), count, holderText(**first))};
            addVerdict(line, **first);
            lines.emplace_back(MessageId::Sentences, std::move(line));
        }
    };
    add(away.begin(), unknown, MessageId::OutgoingToOthers, MessageId::SeveralOutgoingToOthers);
    add(unknown, away.end(), MessageId::ConnectionWithOthers,
        MessageId::SeveralConnectionsWithOthers);
}

}  // namespace

std::string localText(const SocketRecord& socket)
{
    const std::string text = toString(socket.local());
    return socket.interfaceName ? text + " on " + displayText(*socket.interfaceName) : text;
}

Message holderText(const SocketRecord& socket)
{
    if (!socket.owners().empty()) {
        Message owners = ownersText(socket.owners());
        return socket.ownerState == OwnerState::Partial
                   ? Message(MessageId::PerhapsAlsoHidden, std::move(owners))
                   : owners;
    }
    if (socket.ownerState == OwnerState::Kernel) {
        return Message(MessageId::TheKernel);
    }
    if (socket.ownerState == OwnerState::None) {
        return Message(MessageId::NoProcessAnyMore);
    }
    if (socket.hiddenBy == HiddenBy::NoDescriptor) {
        return Message(MessageId::NoProcessWithDescriptor);
    }
    const std::string user = userText(creatorOf(socket));
    return user.empty() ? Message(MessageId::AHiddenProcess)
                        : Message(MessageId::AHiddenProcessOf, user);
}

std::vector<Message> describeSockets(const std::vector<const SocketRecord*>& here,
                                     const std::vector<const SocketRecord*>& away)
{
    std::vector<Message> lines;
    const std::vector<ListenerGroup> groups = groupsOf(here);
    for (std::size_t i = 0; i < std::min(groups.size(), kMaxListeners); ++i) {
        lines.push_back(listenerLine(groups[i]));
    }
    if (groups.size() > kMaxListeners) {
        std::size_t more = 0;
        std::for_each(groups.begin() + kMaxListeners, groups.end(),
                      [&more](const ListenerGroup& group) { more += group.count; });
        lines.emplace_back(
            MessageId::Sentences,
            Message(byCount(more, MessageId::MoreListener, MessageId::MoreListeners), more));
    }
    addConnections(lines, here, Protocol::Tcp);
    addConnections(lines, here, Protocol::Udp);
    addFarConnections(lines, away);
    return lines;
}

}  // namespace quaywatch
