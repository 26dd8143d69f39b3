// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/column_labels.h"

#include <array>

namespace quaywatch {

namespace {

struct ColumnText {
    Column column;
    const char* title;
    const char* tip;
};

constexpr std::array kTexts{std::to_array<ColumnText>({
    {Column::LocalPort,
     //: Column title: the local port number.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Port"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "The port on this machine.")},
    {Column::Protocol,
     //: Column title: protocol, kept short.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Protocol"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "The transport protocol; a 6 means IPv6.")},
    {Column::Service,
     //: Column title: the registered name of the port.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Service"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "The name IANA has registered for the port on this machine.")},
    {Column::Process,
     //: Column title: the program that holds the socket.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Process"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "The program that holds the socket, and what an interpreter runs.")},
    {Column::Pid,
     //: Column title: process number.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "PID"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "The number of the process that holds the socket.")},
    {Column::User,
     //: Column title: whose socket it is.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "User"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "The user as which the process runs. If the process is hidden: who made the "
                       "socket.")},
    {Column::LocalAddress, QT_TRANSLATE_NOOP("quaywatch::Labels", "Local address"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "The address on this machine; 0.0.0.0 and :: mean all addresses.")},
    {Column::RemoteAddress, QT_TRANSLATE_NOOP("quaywatch::Labels", "Remote address"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "The address of the other end.")},
    {Column::RemotePort,
     //: Column title: remote port, kept short.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Remote port"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "The port of the other end.")},
    {Column::State,
     //: Column title: state of the socket.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "State"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "What the socket is doing.")},
    {Column::Exposure,
     //: Column title: who can reach a listener by its bind address.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Exposure"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Which addresses it is bound to. Firewalls are not taken into account.")},
    {Column::Assignment,
     //: Column title: what the registry says of the port.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Assignment"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "What IANA's registry says about the port on this machine.")},
    {Column::Verdict,
     //: Column title: what the program thinks of the socket.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Verdict"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Whether it is expected here. The tooltip of the cell has the reason.")},
    {Column::Place, QT_TRANSLATE_NOOP("quaywatch::Labels", "Unit or container"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "The systemd unit or container it belongs to.")},
    {Column::Received,
     //: Column title: bytes received.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Received"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Bytes received since the socket was opened.")},
    {Column::Sent,
     //: Column title: bytes sent.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Sent"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Bytes sent and acknowledged since the socket was opened.")},
    {Column::ReceiveQueue,
     //: Column title: receive queue, kept short.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Recv-Q"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Bytes not yet read; for a TCP listener, connections not yet accepted.")},
    {Column::SendQueue,
     //: Column title: send queue, kept short.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Send-Q"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Bytes not yet acknowledged; for a TCP listener, the size of its backlog.")},
    {Column::SeenFor,
     //: Column title: how long ago the socket was first seen.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Seen for"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Since when Quaywatch has seen the socket. It may be older.")},
    {Column::FirstSeen,
     //: Column title: when the socket was first seen.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "First seen"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "When Quaywatch first saw the socket. It may be older.")},
    {Column::ProcessStart,
     //: Column title: when the process was started.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Process start"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "When the process that owns the socket was started.")},
    {Column::Ident,
     //: Column title: the ident protocol of RFC 1413.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Ident"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "What an ident server answers about the socket (RFC 1413).")},
    {Column::Connections,
     //: Column title: number of connections, kept short.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Connections"),
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Incoming connections on this port.")},
    {Column::Activity,
     //: Column title: how many connections came in each of the last minutes.
     QT_TRANSLATE_NOOP("quaywatch::Labels", "Activity"),
     QT_TRANSLATE_NOOP("quaywatch::Labels",
                       "Incoming connections in each of the last 30 minutes; the number is for the "
                       "last minute.")},
})};

const ColumnText& textOf(Column column)
{
    return kTexts.at(static_cast<std::size_t>(column));
}

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kTexts.size(); ++i) {
        if (static_cast<std::size_t>(kTexts.at(i).column) != i) {
            return false;
        }
    }
    return kTexts.size() == kListenerColumnCount;
}
static_assert(isInOrder());

}  // namespace

QString ColumnLabels::title(Column column)
{
    return tr(textOf(column).title);
}

QString ColumnLabels::listenerTitle(Column column)
{
    return column == Column::LocalAddress ? tr("Address") : title(column);
}

QString ColumnLabels::tip(Column column)
{
    return tr(textOf(column).tip);
}

}  // namespace quaywatch
