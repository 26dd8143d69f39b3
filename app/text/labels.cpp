// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/labels.h"

#include "app/text/qt_text.h"

#include <array>
#include <QDir>
#include <QLocale>

namespace quaywatch {

QString Labels::missing()
{
    return QStringLiteral("\u2013");
}

QString Labels::badge(Protocol protocol, AddressFamily family)
{
    constexpr std::array<const char*, 4> kNames{"TCP", "UDP", "SCTP", "DCCP"};
    QString name = QString::fromLatin1(kNames.at(static_cast<std::size_t>(protocol)));
    return family == AddressFamily::Ipv6 ? name + u'6' : name;
}

QString Labels::phrase(Protocol protocol, AddressFamily family)
{
    const QString name = badge(protocol, AddressFamily::Ipv4);
    return family == AddressFamily::Ipv6 ? tr("%1 over IPv6").arg(name)
                                         : tr("%1 over IPv4").arg(name);
}

// These names of RFC 9293, as ss and netstat print them, are what people search for: not
// translated.
QString Labels::badge(SocketState state)
{
    constexpr std::array<const char*, 13> kNames{
        "LISTEN",     "SYN_SENT",   "SYN_RECV", "ESTABLISHED", "FIN_WAIT_1",
        "FIN_WAIT_2", "CLOSE_WAIT", "LAST_ACK", "CLOSING",     "TIME_WAIT",
        "BOUND",      "CONNECTED",  "CLOSED"};
    return QString::fromLatin1(kNames.at(static_cast<std::size_t>(state)));
}

QString Labels::phrase(SocketState state)
{
    switch (state) {
        case SocketState::Listen:
            return tr("Listening: accepts new connections");
        case SocketState::SynSent:
            return tr("Connecting: the other end has not answered yet");
        case SocketState::SynReceived:
            return tr("Connecting: requested by the other end, not yet confirmed");
        case SocketState::Established:
            return tr("Established: the connection is open");
        case SocketState::FinWait1:
            return tr("Closing: this end has finished sending");
        case SocketState::FinWait2:
            return tr("Closing: waiting for the other end to finish");
        case SocketState::CloseWait:
            return tr("The other end has closed; the program here has not closed yet");
        case SocketState::LastAck:
            return tr("Closing: waiting for the last acknowledgment");
        case SocketState::Closing:
            return tr("Closing: both ends at the same time");
        case SocketState::TimeWait:
            return tr("Closed: the kernel keeps the pair of ports for a minute");
        case SocketState::Bound:
            return tr("Bound: accepts datagrams from any address");
        case SocketState::Connected:
            return tr("Connected: exchanges datagrams with one peer");
        case SocketState::Closed:
            return tr("Closed: it no longer exists");
    }
    return {};
}

QString Labels::badge(Exposure exposure)
{
    switch (exposure) {
        case Exposure::Loopback:
            //: Badge: a listener that only this machine can reach.
            return tr("Local");
        case Exposure::LinkLocal:
            //: Badge: a listener that only the same network link can reach.
            return tr("Link");
        case Exposure::Private:
            //: Badge: a listener bound to a private network's address.
            return tr("Private");
        case Exposure::Public:
            //: Badge: a listener bound to a public address.
            return tr("Public");
        case Exposure::Multicast:
            //: Badge: a listener bound to a multicast address.
            return tr("Multicast");
        case Exposure::All:
            //: Badge: a listener bound to every address.
            return tr("All");
    }
    return {};
}

QString Labels::phrase(Exposure exposure)
{
    switch (exposure) {
        case Exposure::Loopback:
            return tr("Bound to loopback: this machine only");
        case Exposure::LinkLocal:
            return tr("Bound to an address of the local network link");
        case Exposure::Private:
            return tr("Bound to an address of a private network");
        case Exposure::Public:
            return tr("Bound to a public address (firewalls are not taken into account)");
        case Exposure::Multicast:
            return tr("Bound to a multicast address");
        case Exposure::All:
            return tr(
                "Bound to every address of this machine (firewalls are not taken into account)");
    }
    return {};
}

QString Labels::badge(AssignmentState state)
{
    switch (state) {
        case AssignmentState::Assigned:
            //: Badge: the registry gives the port to a service.
            return tr("Assigned");
        case AssignmentState::Private:
            //: Badge: assigned without a name ("any private mail system").
            return tr("Private use");
        case AssignmentState::Unassigned:
            //: Badge: the registry lists the port as free.
            return tr("Unassigned");
        case AssignmentState::Reserved:
            //: Badge: the port is held back by IANA.
            return tr("Reserved");
        case AssignmentState::Deassigned:
            //: Badge: the port was assigned once.
            return tr("De-assigned");
        case AssignmentState::Unlisted:
            //: Badge: the registry has no row for the port.
            return tr("Unlisted");
    }
    return {};
}

QString Labels::phrase(AssignmentState state)
{
    switch (state) {
        case AssignmentState::Assigned:
            return tr("IANA has assigned this port to a service");
        case AssignmentState::Private:
            return tr("IANA has assigned this port to private use, without a name");
        case AssignmentState::Unassigned:
            return tr("IANA lists this port as unassigned");
        case AssignmentState::Reserved:
            return tr("IANA has reserved this port");
        case AssignmentState::Deassigned:
            return tr("This port was assigned in the past, but no longer is");
        case AssignmentState::Unlisted:
            return tr("IANA's registry has no entry for this port");
    }
    return {};
}

QString Labels::badge(Verdict verdict)
{
    switch (verdict) {
        case Verdict::Ordinary:
            //: Verdict: no rule speaks of it.
            return tr("Ordinary");
        case Verdict::Unexpected:
            //: Verdict: deserves a look.
            return tr("Unexpected");
        case Verdict::Expected:
            //: Verdict: the baseline says so.
            return tr("Expected");
        case Verdict::Explained:
            //: Verdict: a harmless cause is known.
            return tr("Explained");
    }
    return {};
}

QString Labels::phrase(Verdict verdict)
{
    switch (verdict) {
        case Verdict::Ordinary:
            return tr("Ordinary: no rule applies to it");
        case Verdict::Unexpected:
            return tr("Unexpected: should be checked");
        case Verdict::Expected:
            return tr("Expected: listed in the baseline");
        case Verdict::Explained:
            return tr("Explained: a harmless cause is known");
    }
    return {};
}

QString Labels::phrase(Severity severity)
{
    switch (severity) {
        case Severity::Info:
            return tr("For information");
        case Severity::Low:
            return tr("Low severity");
        case Severity::Medium:
            return tr("Medium severity");
        case Severity::High:
            return tr("High severity");
    }
    return {};
}

QString Labels::phrase(PortClass portClass)
{
    switch (portClass) {
        case PortClass::WellKnown:
            return tr("well-known port (0-1023)");
        case PortClass::Registered:
            return tr("registered port (1024-49151)");
        case PortClass::Dynamic:
            return tr("dynamic port (49152-65535)");
    }
    return {};
}

QString Labels::phrase(Flash flash)
{
    switch (flash) {
        case Flash::None:
            return {};
        case Flash::New:
            //: Said of a socket that has just appeared.
            return tr("new");
        case Flash::Changed:
            //: Said of a socket that has just changed.
            return tr("changed");
        case Flash::Closed:
            //: Said of a socket that has just gone.
            return tr("closed");
    }
    return {};
}

QString Labels::bytes(quint64 count)
{
    if (count < 1000) {
        return tr("%1 B").arg(count);
    }
    constexpr std::array<const char*, 6> kUnits{"kB", "MB", "GB", "TB", "PB", "EB"};
    double amount = static_cast<double>(count) / 1000.0;
    std::size_t unit = 0;
    // 999.5 would round to a fourth digit.
    while (amount >= 999.5 && unit + 1 < kUnits.size()) {
        amount /= 1000.0;
        ++unit;
    }
    const int decimals = amount < 9.995 ? 2 : (amount < 99.95 ? 1 : 0);
    //: A number and its unit.
    return tr("%1 %2").arg(QLocale().toString(amount, 'f', decimals),
                           QString::fromLatin1(kUnits.at(unit)));
}

QString Labels::duration(std::chrono::seconds length)
{
    const auto seconds = length.count() < 0 ? 0 : length.count();
    if (seconds < 60) {
        //: A duration in seconds.
        return tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        //: A duration in minutes.
        return tr("%1 min").arg(seconds / 60);
    }
    if (seconds < 86400) {
        //: A duration in hours and minutes.
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    }
    //: A duration in days.
    return tr("%1 d").arg(seconds / 86400);
}

QString glyph(Flash flash)
{
    switch (flash) {
        case Flash::None:
            return {};
        case Flash::New:
            return QStringLiteral("+");
        case Flash::Changed:
            return QStringLiteral("\u00b1");
        case Flash::Closed:
            return QStringLiteral("\u2212");
    }
    return {};
}

}  // namespace quaywatch
