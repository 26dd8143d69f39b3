// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/socket_text.h"

#include "core/registry/service_registry.h"
#include "core/sockets/port_forward.h"
#include "core/sockets/socket_user.h"
#include "core/text/display_text.h"

#include <string_view>

namespace quaywatch::cli {
namespace {

constexpr std::string_view kUnknown = "-";

std::string orUnknown(const std::optional<std::string>& text)
{
    return text && !text->empty() ? *text : std::string(kUnknown);
}

/// The state, if it explains why a process does not respond.
std::string stateText(const ProcessInfo& process)
{
    if (!process.state) {
        return {};
    }
    return process.state == ProcessState::Tracing ? " (stopped by a debugger)"
                                                  : " (" + std::string(token(*process.state)) + ")";
}

/// Writes a home directory as "~"; it is recognized by the owner's name.
std::string shortDirectory(const ProcessInfo& process)
{
    const std::string& directory = *process.workingDirectory;
    const std::string home = process.uid == 0U ? "/root" : "/home/" + process.user.value_or("/");
    if (directory == home) {
        return "~";
    }
    return directory.starts_with(home + "/") ? "~" + directory.substr(home.size()) : directory;
}

/// Which end opened a TCP connection is not always known. UDP has no such thing: a socket is
/// connected to its peer by its own program.
std::string_view directionWord(const SocketRecord& socket)
{
    if (socket.direction == Direction::Inbound) {
        return " from ";
    }
    return socket.isOpener || socket.key.protocol == Protocol::Udp ? " to " : " with ";
}

}  // namespace

std::string protocolText(const SocketRecord& socket)
{
    std::string text(token(socket.key.protocol));
    if (socket.key.localAddress.family() == AddressFamily::Ipv6) {
        const bool takesBoth = socket.isListener() && socket.isV6Only == false &&
                               socket.key.localAddress.isUnspecified();
        text += takesBoth ? "46" : "6";
    }
    return text;
}

std::string localAddressText(const SocketRecord& socket)
{
    std::string text = socket.key.localAddress.toString();
    if (socket.interfaceName) {
        text += '%' + *socket.interfaceName;
    } else if (socket.key.localAddress.scopeId() != 0) {
        text += '%' + std::to_string(socket.key.localAddress.scopeId());
    } else if (isDeviceGone(socket)) {
        text += '%' + std::to_string(socket.key.boundDevice);
    }
    return text;
}

std::string serviceText(const SocketRecord& socket)
{
    if (socket.rpc) {
        const std::string_view name = rpcNameOf(socket);
        return name.empty() ? "rpc " + std::to_string(socket.rpc->program) : std::string(name);
    }
    // The remote port shows the purpose of an outbound connection.
    const Port port = socket.hasRemote() && socket.direction == Direction::Outbound
                          ? socket.key.remotePort
                          : socket.key.localPort;
    const Assignment assignment = registry::lookup(port, socket.key.protocol);
    std::string text(assignment.names.first());
    if (const auto use = registry::oftenUsedBy(port, socket.key.protocol); !use.empty()) {
        text += text.empty() ? "(" : " (";
        text += use;
        text += ')';
    }
    if (!text.empty()) {
        return text;
    }
    return assignment.portClass == PortClass::WellKnown
               ? "[" + std::string(token(assignment.state)) + "]"
               : std::string(kUnknown);
}

std::string processText(const ProcessInfo& process)
{
    std::string text = process.name;
    if (process.script) {
        text += " " + *process.script;
        // A service that changed to "/" was started elsewhere: its script is not "/app.py".
        const bool saysNothing =
            process.workingDirectory == "/" && !process.script->starts_with('/');
        if (process.workingDirectory && !saysNothing) {
            text += " in " + shortDirectory(process);
        }
    }
    if (const auto forward = portForwardOf(process); forward && forward->container) {
        text += " to " + toString(*forward->container);
    }
    if (process.isExeDeleted) {
        text += " (deleted)";
    }
    return text + stateText(process);
}

std::string ownerText(const SocketRecord& socket)
{
    const OwnerSet& owners = socket.owners();
    if (owners.empty()) {
        switch (socket.ownerState) {
            case OwnerState::Hidden:
            case OwnerState::Partial:
                return "(hidden)";
            case OwnerState::Kernel:
                return "(kernel)";
            case OwnerState::Known:
            case OwnerState::None:
                break;
        }
        return std::string(kUnknown);
    }
    std::string text = processText(*owners.front());
    if (owners.size() > 1) {
        text += " +" + std::to_string(owners.size() - 1);
    }
    if (socket.ownerState == OwnerState::Partial) {
        text += " +hidden?";  // Another holder is possible, not known.
    }
    return text;
}

std::string pidText(const SocketRecord& socket)
{
    return socket.owners().empty() ? std::string(kUnknown)
                                   : std::to_string(socket.owners().front()->id.pid);
}

std::string userText(const SocketRecord& socket)
{
    const std::string user = processUserOf(socket).text();
    const std::optional<SocketUser> creator = otherCreatorOf(socket);
    const std::string shown = user.empty() ? std::string(kUnknown) : user;
    return creator ? shown + " (socket made by " + creator->text() + ")" : shown;
}

std::string placeText(const SocketRecord& socket)
{
    if (!socket.serviceContext) {
        return std::string(kUnknown);
    }
    const ServiceContext& serviceContext = *socket.serviceContext;
    const bool isUsersUnit = !serviceContext.container && serviceContext.unitManagerUid;
    const std::string user = isUsersUnit ? " (user)" : "";
    if (const SocketActivation* const activation = socket.activation()) {
        return activation->socketUnit + user + ", starts " + activation->service;
    }
    return orUnknown(serviceContext.container ? serviceContext.container : serviceContext.unit) +
           user;
}

std::string forwardText(const ProcessInfo& process)
{
    const std::optional<PortForward> forward = portForwardOf(process);
    if (!forward) {
        return {};
    }
    const std::string container =
        forward->container
            ? "the container at " + toString(*forward->container) + ", by its command line"
            : "a container";
    return container + "; ending this process ends no container";
}

std::string verdictText(const SocketRecord& socket)
{
    std::string text(token(socket.assessment.verdict));
    if (socket.assessment.reason) {
        text += ": " + socket.assessment.reason->english();
    }
    return text;
}

std::string socketLine(const SocketRecord& socket)
{
    std::string text = protocolText(socket) + " ";
    text += toString(socket.local());
    if (socket.hasRemote()) {
        text.append(directionWord(socket)).append(toString(socket.remote()));
    }
    text += " ";
    text += token(socket.state);
    text += " " + ownerText(socket);
    if (!socket.owners().empty()) {
        text += " (" + pidText(socket) + ")";
    }
    return fullDisplayText(text + " " + userText(socket));
}

}  // namespace quaywatch::cli
