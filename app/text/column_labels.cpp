// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/labels.h"

namespace quaywatch {

// NOLINTNEXTLINE(readability-function-size): a list of words with hints for their translators
QString Labels::title(Column column)
{
    switch (column) {
        case Column::LocalPort:
            //: Column title: the local port number.
            return tr("Port");
        case Column::Protocol:
            //: Column title: protocol, kept short.
            return tr("Proto");
        case Column::Service:
            //: Column title: the registered name of the port.
            return tr("Service");
        case Column::Process:
            //: Column title: the program that holds the socket.
            return tr("Process");
        case Column::Pid:
            //: Column title: process number.
            return tr("PID");
        case Column::User:
            //: Column title: whose socket it is.
            return tr("User");
        case Column::LocalAddress:
            return tr("Local address");
        case Column::RemoteAddress:
            return tr("Remote address");
        case Column::RemotePort:
            //: Column title: remote port, kept short.
            return tr("R. port");
        case Column::State:
            //: Column title: state of the socket.
            return tr("State");
        case Column::Exposure:
            //: Column title: who can reach a listener by its bind address.
            return tr("Exposure");
        case Column::Assignment:
            //: Column title: what the registry says of the port.
            return tr("Assignment");
        case Column::Verdict:
            //: Column title: what the program thinks of the socket.
            return tr("Verdict");
        case Column::Place:
            return tr("Unit or container");
        case Column::Received:
            //: Column title: bytes received.
            return tr("Received");
        case Column::Sent:
            //: Column title: bytes sent.
            return tr("Sent");
        case Column::ReceiveQueue:
            //: Column title: receive queue, kept short.
            return tr("Recv-Q");
        case Column::SendQueue:
            //: Column title: send queue, kept short.
            return tr("Send-Q");
        case Column::Age:
            //: Column title: how long the process has been running.
            return tr("Age");
        case Column::Connections:
            //: Column title: number of connections, kept short.
            return tr("Conns");
        case Column::Activity:
            //: Column title: how many connections came in each of the last minutes.
            return tr("Activity");
    }
    return {};
}

QString Labels::tip(Column column)
{
    switch (column) {
        case Column::LocalPort:
            return tr("The port on this machine.");
        case Column::Protocol:
            return tr("The transport protocol; a 6 stands for IPv6.");
        case Column::Service:
            return tr("The name IANA has registered for the port on this machine.");
        case Column::Process:
            return tr("The program that holds the socket, and what an interpreter runs.");
        case Column::Pid:
            return tr("The number of the process that holds the socket.");
        case Column::User:
            return tr("The user whose socket it is.");
        case Column::LocalAddress:
            return tr("The address on this machine; 0.0.0.0 and :: stand for every one.");
        case Column::RemoteAddress:
            return tr("The address of the other end.");
        case Column::RemotePort:
            return tr("The port of the other end.");
        case Column::State:
            return tr("What the socket is doing.");
        case Column::Exposure:
            return tr("Who can reach it by its address alone: a firewall is not seen.");
        case Column::Assignment:
            return tr("What IANA's registry says of the port on this machine.");
        case Column::Verdict:
            return tr("Whether it is expected here. The reason is in the cell's tip.");
        case Column::Place:
            return tr("The systemd unit or container it belongs to.");
        case Column::Received:
            return tr("Bytes received since the socket was opened.");
        case Column::Sent:
            return tr("Bytes sent and acknowledged since the socket was opened.");
        case Column::ReceiveQueue:
            return tr("Bytes not yet read; of a TCP listener, connections not yet taken.");
        case Column::SendQueue:
            return tr("Bytes not yet acknowledged; of a TCP listener, how many may wait.");
        case Column::Age:
            return tr("How long the process has been running.");
        case Column::Connections:
            return tr("Connections that came in on this port.");
        case Column::Activity:
            return tr(
                "Connections that came in each of the last 30 minutes; the number is of the "
                "last one.");
    }
    return {};
}

}  // namespace quaywatch
