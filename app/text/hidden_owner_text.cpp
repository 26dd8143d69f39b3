// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/hidden_owner_text.h"

#include "app/text/core_text.h"
#include "app/text/labels.h"
#include "core/sockets/hidden_owners.h"

namespace quaywatch {
namespace {

bool isHidden(const SocketRecord& socket) noexcept
{
    // If no process has a descriptor of the socket, root cannot see more either.
    return socket.ownerState == OwnerState::Hidden && socket.hiddenBy &&
           *socket.hiddenBy != HiddenBy::NoDescriptor;
}

const Gap* gapOfSocket(const SocketRecord& socket, const Snapshot* snapshot) noexcept
{
    return snapshot != nullptr ? gapOf(*snapshot, socket) : nullptr;
}

/// Root reads what this program cannot.
bool doesSudoHelp(const Gap* gap)
{
    return gap != nullptr && gap->remedy == "sudo quaywatch-cli list";
}

QString whyPartial(const Gap* gap)
{
    if (gap == nullptr) {
        return Labels::tr("More owners may be hidden.");
    }
    return doesSudoHelp(gap) ? Labels::tr("More owners may be hidden (needs administrator rights).")
                             : Labels::tr("More owners may be hidden. Not seen: %1.")
                                   .arg(CoreText::whole(gap->why));
}

QString whyHidden(const SocketRecord& socket, const Gap* gap)
{
    if (socket.hiddenBy == HiddenBy::NoDescriptor) {
        return Labels::tr(
            "Owner hidden: no process has a descriptor of it. It may be in a message not yet "
            "read, or in an io_uring.");
    }
    if (gap == nullptr) {
        return Labels::tr("Owner hidden.");
    }
    if (!doesSudoHelp(gap)) {
        return Labels::tr("Owner hidden. Not seen: %1.").arg(CoreText::whole(gap->why));
    }
    return socket.hiddenBy == HiddenBy::OwnUnreadable
               ? Labels::tr(
                     "Owner hidden: its program cannot be read by its own user (needs "
                     "administrator rights).")
               : Labels::tr("Owner hidden (needs administrator rights).");
}

/// Why a socket has no owner at all.
QString whyNone(SocketState state)
{
    // After a process closes a connection, the connection leaves these states.
    switch (state) {
        case SocketState::Established:
            return Labels::tr(
                "It waits in the backlog of its listener: no process has accepted it yet.");
        case SocketState::CloseWait:
            return Labels::tr(
                "It waits in the backlog of its listener: no process has accepted it yet, and "
                "the other end has closed it already.");
        case SocketState::SynReceived:
            return Labels::tr("It is being opened: no process owns it yet.");
        default:
            return Labels::tr("It is closed: no process owns it any more.");
    }
}

}  // namespace

QString HiddenOwnerText::reason(const SocketRecord& socket, const Snapshot* snapshot)
{
    const Gap* const gap = gapOfSocket(socket, snapshot);
    switch (socket.ownerState) {
        case OwnerState::Known:
            return {};
        case OwnerState::Partial:
            return whyPartial(gap);
        case OwnerState::Hidden:
            return whyHidden(socket, gap);
        case OwnerState::Kernel:
            return Labels::tr("No process owns it: it belongs to the kernel.");
        case OwnerState::None:
            break;
    }
    return whyNone(socket.state);
}

QString HiddenOwnerText::inspectCommand(const SocketRecord& socket, const Snapshot* snapshot)
{
    return isHidden(socket) && doesSudoHelp(gapOfSocket(socket, snapshot))
               ? QStringLiteral("sudo quaywatch-cli inspect port:%1").arg(socket.key.localPort)
               : QString();
}

QString HiddenOwnerText::killCommand(const SocketRecord& socket, const Snapshot* snapshot)
{
    return socket.isListener() && !inspectCommand(socket, snapshot).isEmpty()
               ? QStringLiteral("sudo quaywatch-cli kill port:%1").arg(socket.key.localPort)
               : QString();
}

QString HiddenOwnerText::remedy(const SocketRecord& socket, const Snapshot* snapshot)
{
    const Gap* const gap = gapOfSocket(socket, snapshot);
    return isHidden(socket) && gap != nullptr && !doesSudoHelp(gap) ? CoreText::whole(gap->remedy)
                                                                    : QString();
}

}  // namespace quaywatch
