// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_text.h"

#include "core/sockets/hidden_owners.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

std::string portText(const EndTarget& target)
{
    return "port " + std::to_string(target.port.value_or(0)) +
           (target.protocol ? "/" + std::string(token(*target.protocol)) : std::string());
}

Error noOwnerOf(const Snapshot& snapshot, const EndTarget& target,
                const std::vector<const SocketRecord*>& listeners, std::size_t hidden,
                const CurrentUser& currentUser)
{
    if (hidden == 0) {
        return {ErrorCode::NotFound, 0,
                portText(target) + " is held by the kernel itself, there is no process to end"};
    }
    const auto isOfNobody = [](const SocketRecord* listener) {
        return listener->hiddenBy == HiddenBy::NoDescriptor;
    };
    if (std::any_of(listeners.begin(), listeners.end(), isOfNobody)) {
        return {ErrorCode::PermissionDenied, 0,
                "no process has a descriptor of " + portText(target) + ", so there is none to end"};
    }
    std::string text = "the owner of " + portText(target) + " is hidden from this user";
    const auto inUnit =
        std::find_if(listeners.begin(), listeners.end(), [](const SocketRecord* listener) {
            return listener->serviceContext &&
                   (listener->serviceContext->unit || listener->serviceContext->container);
        });
    if (inUnit != listeners.end()) {
        const ServiceContext& serviceContext = *(*inUnit)->serviceContext;
        text += " (it belongs to " +
                displayText(serviceContext.container ? *serviceContext.container
                                                     : *serviceContext.unit) +
                ")";
    }
    if (!currentUser.isPrivileged) {
        text += "; try: " + killCommandFor(target);
    } else if (const Gap* const gap = gapOf(snapshot, *listeners.front());
               gap != nullptr && !gap->remedy.empty()) {
        text += "; try: " + gap->remedy;
    }
    return {ErrorCode::PermissionDenied, 0, std::move(text)};
}

std::string killCommandFor(const EndTarget& target)
{
    std::string command = "sudo quaywatch-cli kill ";
    if (target.process || !target.port) {
        return command + std::to_string(target.process ? target.process->pid : 0) +
               (target.includesManager ? " --signal KILL" : "");
    }
    command += "port:" + std::to_string(*target.port);
    if (target.protocol) {
        command.append("/").append(token(*target.protocol));
    }
    return target.includesClients ? command + " --ephemeral" : command;
}

}  // namespace quaywatch
