// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/missing_text.h"

#include "app/text/core_text.h"
#include "app/text/hidden_owner_text.h"
#include "app/text/labels.h"
#include "core/message/message_list.h"

namespace quaywatch {
namespace {

QString whyNoExposure(const SocketRecord& socket)
{
    if (!socket.isListener()) {
        return Labels::tr("For listeners only.");
    }
    if (isDeviceGone(socket)) {
        return CoreText::of(Message(MessageId::BoundToGoneDevice, socket.key.boundDevice));
    }
    return receivesNothing(socket) ? CoreText::of(Message(MessageId::TcpReceivesNothing))
                                   : Labels::tr("The exposure is unknown.");
}

}  // namespace

QString whyNoUser(const SocketRecord& socket)
{
    return socket.state == SocketState::TimeWait || socket.state == SocketState::SynReceived
               ? Labels::tr("The kernel does not report the user of a socket in this state.")
               : Labels::tr("The user is unknown.");
}

QString whyMissing(const SocketCell& cell)
{
    switch (cell.column) {
        case Column::Process:
        case Column::Pid:
            return HiddenOwnerText::reason(cell.socket, cell.snapshot);
        case Column::User:
            return whyNoUser(cell.socket);
        case Column::RemoteAddress:
        case Column::RemotePort:
            return Labels::tr("It is not connected.");
        case Column::Exposure:
            return whyNoExposure(cell.socket);
        case Column::Place:
            return Labels::tr("No systemd unit or container is known.");
        case Column::Received:
        case Column::Sent:
            return Labels::tr("The kernel counts no bytes for this socket.");
        case Column::ProcessStart:
            return Labels::tr("The start time of its process is unknown.");
        case Column::Ident:
            return whyNoUser(cell.socket);
        default:
            return {};
    }
}

}  // namespace quaywatch
