// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_text.h"

#include "core/message/message_list.h"
#include "core/sockets/hidden_owners.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

Message portText(const EndTarget& target)
{
    const Port port = target.port.value_or(0);
    return target.protocol
               ? Message(MessageId::PortNumber,
                         std::to_string(port) + "/" + std::string(token(*target.protocol)))
               : Message(MessageId::PortNumber, port);
}

Error noOwnerOf(const Snapshot& snapshot, const EndTarget& target,
                const std::vector<const SocketRecord*>& listeners, std::size_t hidden,
                const CurrentUser& currentUser)
{
    if (hidden == 0) {
        return {ErrorCode::NotFound, 0, Message(MessageId::HeldByKernel, portText(target))};
    }
    const auto isOfNobody = [](const SocketRecord* listener) {
        return listener->hiddenBy == HiddenBy::NoDescriptor;
    };
    if (std::any_of(listeners.begin(), listeners.end(), isOfNobody)) {
        return {ErrorCode::PermissionDenied, 0,
                Message(MessageId::NoDescriptorOfPort, portText(target))};
    }
    const auto inUnit =
        std::find_if(listeners.begin(), listeners.end(), [](const SocketRecord* listener) {
            return listener->serviceContext &&
                   (listener->serviceContext->unit || listener->serviceContext->container);
        });
    Message remedy;
    // Root without its capabilities gets none by sudo.
    if (!currentUser.isPrivileged && currentUser.uid != 0) {
        remedy = killCommandFor(target);
    } else if (const Gap* const gap = gapOf(snapshot, *listeners.front())) {
        remedy = gap->remedy;
    }
    if (inUnit == listeners.end()) {
        return {ErrorCode::PermissionDenied, 0,
                remedy.empty() ? Message(MessageId::OwnerHidden, portText(target))
                               : Message(MessageId::OwnerHiddenTry, portText(target), remedy)};
    }
    const ServiceContext& serviceContext = *(*inUnit)->serviceContext;
    const std::string unit =
        displayText(serviceContext.container ? *serviceContext.container : *serviceContext.unit);
    return {ErrorCode::PermissionDenied, 0,
            remedy.empty()
                ? Message(MessageId::OwnerHiddenInUnit, portText(target), unit)
                : Message(MessageId::OwnerHiddenInUnitTry, portText(target), unit, remedy)};
}

Message killRemedyFor(const EndTarget& target, const CurrentUser& currentUser)
{
    return currentUser.uid == 0 ? Message() : Message(killCommandFor(target));
}

Message whyNotPermitted(const ProcessInfo& process, const CurrentUser& currentUser)
{
    if (currentUser.uid == 0) {
        return Message(MessageId::NoPermissionForRoot, displayText(process.name), process.id.pid);
    }
    const bool isOther = process.user && process.uid != 0U && *process.user != "root";
    return Message(
        MessageId::OnlyOwnerMayEnd, displayText(process.name), process.id.pid,
        isOther ? Message(MessageId::UserOrRoot, displayText(*process.user)) : Message("root"));
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
