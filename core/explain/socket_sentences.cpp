// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/socket_sentences.h"

#include "core/assess/registered_service.h"
#include "core/sockets/classify.h"
#include "core/sockets/ident.h"
#include "core/sockets/socket_events.h"
#include "core/text/display_text.h"
#include "core/text/iso_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxListeners = 12;
constexpr std::size_t kMaxConnections = 3;
constexpr std::size_t kMaxOwners = 2;

/// Listeners that differ only in their kernel id, such as those of an SO_REUSEPORT group.
struct ListenerGroup {
    const SocketRecord* first = nullptr;
    std::size_t count = 0;
    OwnerSet owners;
};

std::vector<ListenerGroup> groupsOf(const std::vector<const SocketRecord*>& sockets)
{
    std::vector<ListenerGroup> groups;
    std::string identity;
    for (const SocketRecord* socket : sockets) {
        if (!socket->isListener()) {
            continue;
        }
        std::string own = identityOf(*socket);
        const bool isSame = !groups.empty() && own == identity &&
                            groups.back().first->key.boundDevice == socket->key.boundDevice &&
                            groups.back().first->assessment == socket->assessment;
        if (!isSame) {
            groups.push_back({socket, 0, {}});
            identity = std::move(own);
        }
        ListenerGroup& group = groups.back();
        ++group.count;
        for (const ProcessPtr& owner : socket->owners()) {
            if (std::find(group.owners.begin(), group.owners.end(), owner) == group.owners.end()) {
                group.owners.push_back(owner);
            }
        }
    }
    return groups;
}

std::string exposureText(const SocketRecord& listener)
{
    switch (listener.exposure.value_or(exposureOf(listener))) {
        case Exposure::Loopback:
            return "open to this machine only";
        case Exposure::LinkLocal:
            return "open to the local link only";
        case Exposure::Private:
            return "open to its private network";
        case Exposure::Public:
            return "open on a public address";
        case Exposure::Multicast:
            return "receiving what is sent to a multicast group";
        case Exposure::All:
            break;
    }
    if (listener.key.localAddress.unmapped().family() == AddressFamily::Ipv4) {
        return "open on every IPv4 address of this machine";
    }
    return listener.isV6Only.value_or(false)
               ? "open on every IPv6 address of this machine"
               : "open on every address of this machine, IPv4 and IPv6";
}

std::string ownersText(const OwnerSet& owners)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(owners.size(), kMaxOwners); ++i) {
        const ProcessInfo& owner = *owners[i];
        text += i == 0 ? "" : ", ";
        text += fmt::format("{} (PID {})", displayText(owner.name), owner.id.pid);
    }
    if (owners.size() > kMaxOwners) {
        text += fmt::format(" and {} more", owners.size() - kMaxOwners);
    }
    return text;
}

std::string userText(const SocketRecord& socket)
{
    if (socket.user) {
        return displayText(*socket.user);
    }
    return socket.uid ? fmt::format("uid {}", *socket.uid) : std::string{};
}

/// Further facts about the socket: ", user root, unit ssh.service, since 2026-11-23 01:00 UTC".
std::string circumstances(const SocketRecord& socket)
{
    std::string text;
    // If the owner is hidden, the user is already in the holder's text.
    if (const std::string user = userText(socket); !user.empty() && !socket.owners().empty()) {
        text += ", user " + user;
    }
    if (socket.serviceContext && socket.serviceContext->unit) {
        text += ", unit " + displayText(*socket.serviceContext->unit);
    }
    if (socket.serviceContext && socket.serviceContext->container) {
        text += ", container " + displayText(*socket.serviceContext->container);
    }
    if (!socket.owners().empty() && socket.owners().front()->startedAt) {
        const std::string time = isoTime(*socket.owners().front()->startedAt, /*isWhole=*/true);
        text += fmt::format(", since {} {} UTC", time.substr(0, 10), time.substr(11, 5));
    }
    return text;
}

/// The script of an interpreter, whose own name says little.
std::string scriptText(const SocketRecord& socket)
{
    if (socket.owners().empty() || !socket.owners().front()->script) {
        return {};
    }
    const ProcessInfo& owner = *socket.owners().front();
    const std::string where =
        owner.workingDirectory ? " in " + displayText(*owner.workingDirectory) : std::string{};
    return fmt::format(" It runs {}{}.", displayText(*owner.script), where);
}

std::string verdictText(const SocketRecord& socket)
{
    const Assessment& assessment = socket.assessment;
    if (assessment.verdict == Verdict::Ordinary) {
        return {};
    }
    std::string word(token(assessment.verdict));
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    if (assessment.verdict == Verdict::Unexpected && assessment.severity) {
        word += fmt::format(" ({})", token(*assessment.severity));
    }
    return assessment.reason ? fmt::format(" {}: {}.", word, displayText(*assessment.reason))
                             : fmt::format(" {}.", word);
}

/// The state, if it is one in which the process does not respond.
std::string_view stateText(const ProcessInfo& process)
{
    if (process.state == ProcessState::Stopped) {
        return " Its process is stopped and does not respond until it continues.";
    }
    return process.state == ProcessState::Tracing
               ? " Its process is stopped by a debugger and does not respond until the debugger "
                 "continues it."
               : "";
}

std::string listenerLine(const ListenerGroup& group)
{
    const SocketRecord& socket = *group.first;
    const bool isTcp = socket.key.protocol == Protocol::Tcp;
    std::string line = fmt::format("{} {} {}", token(socket.key.protocol), localText(socket),
                                   isTcp ? "listens" : "is bound");
    if (group.count > 1) {
        line += fmt::format(" with {} (SO_REUSEPORT)", pluralize(group.count, "socket"));
    }
    line += fmt::format(", {}. Held by {}{}.", exposureText(socket),
                        group.owners.empty() ? holderText(socket) : ownersText(group.owners),
                        circumstances(socket));
    line += scriptText(socket);
    if (socket.owners().size() == 1 && socket.owners().front()->isExeDeleted) {
        line += " Its executable was deleted or replaced since it started.";
    }
    if (socket.owners().size() == 1) {
        line += stateText(*socket.owners().front());
    }
    if (const auto ident = identOf(socket)) {
        line += fmt::format(" Ident: {}.", displayText(*ident));
    }
    line += verdictText(socket);
    const auto other = socket.assessment.verdict == Verdict::Explained
                           ? std::nullopt
                           : otherThanRegistered(socket);
    if (other) {
        line += fmt::format(" The port is {}.", *other);
    }
    return line;
}

std::string outgoingLine(const SocketRecord& socket)
{
    return fmt::format("{} {} is the local end of a connection to {} ({}), held by {}.{}",
                       token(socket.key.protocol), localText(socket), toString(socket.remote()),
                       token(socket.state), holderText(socket), verdictText(socket));
}

std::string incomingLine(const std::vector<const SocketRecord*>& connections, Protocol protocol)
{
    const auto local = static_cast<std::size_t>(
        std::count_if(connections.begin(), connections.end(),
                      [](const SocketRecord* socket) { return isLocalConnection(*socket); }));
    std::string line = fmt::format("{}: {}", token(protocol),
                                   pluralize(connections.size(), "incoming connection"));
    if (local == connections.size()) {
        line += " from this machine";
    } else if (local == 0) {
        line += " from other machines";
    } else {
        line += fmt::format(", {} of them from this machine", local);
    }
    return line + ".";
}

void addConnections(std::vector<std::string>& lines,
                    const std::vector<const SocketRecord*>& sockets, Protocol protocol)
{
    std::vector<const SocketRecord*> in;
    std::vector<const SocketRecord*> out;
    std::size_t over = 0;
    bool hasListener = false;
    for (const SocketRecord* socket : sockets) {
        if (socket->key.protocol != protocol) {
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
        lines.push_back(incomingLine(in, protocol) + (hasListener ? "" : verdictText(*in.front())));
    }
    for (std::size_t i = 0; i < std::min(out.size(), kMaxConnections); ++i) {
        lines.push_back(outgoingLine(*out[i]));
    }
    if (out.size() > kMaxConnections) {
        lines.push_back(fmt::format("{}: it is the local end of {}.", token(protocol),
                                    pluralize(out.size() - kMaxConnections, "more connection")));
    }
    if (over > 0) {
        lines.push_back(
            fmt::format("{}: {} in time-wait.", token(protocol),
                        over == 1 ? "1 connection has ended and remains"
                                  : pluralize(over, "connection") + " have ended and remain"));
    }
}

}  // namespace

std::string localText(const SocketRecord& socket)
{
    const std::string text = toString(socket.local());
    return socket.interfaceName ? text + " on " + displayText(*socket.interfaceName) : text;
}

std::string holderText(const SocketRecord& socket)
{
    if (!socket.owners().empty()) {
        return ownersText(socket.owners());
    }
    if (socket.ownerState == OwnerState::Kernel) {
        return "the kernel";
    }
    if (socket.ownerState == OwnerState::None) {
        return "no process any more";
    }
    if (socket.hiddenBy == HiddenBy::NoDescriptor) {
        return "no process with a descriptor";
    }
    const std::string user = userText(socket);
    return user.empty() ? "a hidden process" : fmt::format("a hidden process of {}", user);
}

std::string pluralize(std::size_t count, std::string_view thing)
{
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::vector<std::string> describeSockets(const std::vector<const SocketRecord*>& here,
                                         const std::vector<const SocketRecord*>& away)
{
    std::vector<std::string> lines;
    const std::vector<ListenerGroup> groups = groupsOf(here);
    for (std::size_t i = 0; i < std::min(groups.size(), kMaxListeners); ++i) {
        lines.push_back(listenerLine(groups[i]));
    }
    if (groups.size() > kMaxListeners) {
        lines.push_back(
            fmt::format("And {}.", pluralize(groups.size() - kMaxListeners, "more listener")));
    }
    addConnections(lines, here, Protocol::Tcp);
    addConnections(lines, here, Protocol::Udp);
    if (!away.empty()) {
        lines.push_back(fmt::format("{} to this port of other machines, the first from {}.{}",
                                    pluralize(away.size(), "outgoing connection"),
                                    holderText(*away.front()), verdictText(*away.front())));
    }
    return lines;
}

}  // namespace quaywatch
