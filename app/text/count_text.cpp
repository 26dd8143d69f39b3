// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/count_text.h"

namespace quaywatch {

QString CountText::listening()
{
    return tr("Ports with a listener; TCP and UDP on the same port are two.");
}

QString CountText::connections()
{
    return tr(
        "Sockets other than listeners, in any state; both ends of a connection within this "
        "machine.");
}

QString CountText::unexpected()
{
    return tr("Ports with an unexpected listener, and unexpected connections.");
}

QString CountText::unassigned()
{
    return tr("Ports with a listener that are well-known, but unassigned.");
}

QString CountText::unreadAlerts()
{
    return tr("Alerts that are not acknowledged yet.");
}

QString CountText::openConnections()
{
    return tr(
        "Connections with another end, without those in TIME_WAIT; a connection within this "
        "machine is one.");
}

QString CountText::newConnections()
{
    return tr("Connections that began; a connection within this machine is one.");
}

QString CountText::filtered(const QString& sentence)
{
    return sentence + u'\n' + tr("With a filter, only those that match.");
}

}  // namespace quaywatch
