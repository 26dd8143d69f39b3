// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_text.h"

#include "app/text/core_text.h"
#include "app/text/labels.h"
#include "app/text/process_text.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"
#include "app/text/socket_text.h"

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMaxListeners = 4;

QString rangeLabel(PortRange range)
{
    return QStringLiteral("%1\u2013%2").arg(range.first).arg(range.last);
}

QString namesOf(Port port)
{
    const Assignment tcp = registry::lookup(port, Protocol::Tcp);
    const Assignment udp = registry::lookup(port, Protocol::Udp);
    QStringList names;
    for (const ServiceNames& each : {tcp.names, udp.names}) {
        for (const std::string_view name : each) {
            const QString text = fromUtf8(name);
            if (!names.contains(text)) {
                names.append(text);
            }
        }
    }
    return names.join(u", "_s);
}

QString ownerOf(const SocketRecord& socket)
{
    const ProcessInfo* owner = leadOwner(socket);
    return owner == nullptr ? QString() : ProcessText::whole(*owner);
}

}  // namespace

QString PortMapText::title(const PortMapView& view)
{
    if (view.isAll()) {
        return tr("All ports: one cell = 32 ports");
    }
    QString range = rangeLabel(view.range());
    switch (portClassOf(view.range().first)) {
        case PortClass::WellKnown:
            return tr("Well-known ports %1").arg(range);
        case PortClass::Registered:
            return tr("Registered ports %1").arg(range);
        case PortClass::Dynamic:
            return tr("Dynamic ports %1").arg(range);
    }
    return range;
}

QString PortMapText::assignmentLine(Port port)
{
    const AssignmentState tcp = registry::lookup(port, Protocol::Tcp).state;
    const AssignmentState udp = registry::lookup(port, Protocol::Udp).state;
    if (tcp == udp) {
        return Labels::badge(tcp);
    }
    return tr("TCP %1, UDP %2").arg(Labels::badge(tcp), Labels::badge(udp));
}

QStringList PortMapText::socketLines(const PortMapCells& cells, Port port)
{
    QStringList lines;
    const auto listeners = cells.listeners(port);
    for (const SocketRecord* listener : listeners) {
        if (lines.size() == static_cast<qsizetype>(kMaxListeners)) {
            lines.append(
                tr("and %n more", nullptr, static_cast<int>(listeners.size() - kMaxListeners)));
            break;
        }
        const QString owner = ownerOf(*listener);
        lines.append(owner.isEmpty() ? tr("%1 listens").arg(socketLine(*listener))
                                     : tr("%1: %2 listens").arg(socketLine(*listener), owner));
    }
    const SocketRecord* lead = cells.leadSocket(port);
    if (listeners.empty()) {
        lines.append(lead == nullptr ? tr("Nothing listens")
                                     : tr("In use: %1").arg(socketLine(*lead)));
    }
    if (lead != nullptr && lead->assessment.verdict != Verdict::Ordinary) {
        const Assessment& assessment = lead->assessment;
        const QString verdict = Labels::badge(assessment.verdict);
        lines.append(assessment.reason ? tr("%1: %2").arg(verdict, CoreText::of(*assessment.reason))
                                       : verdict);
    }
    return lines;
}

QString PortMapText::portTip(const PortMapCells& cells, Port port)
{
    const QString names = namesOf(port);
    QStringList lines{names.isEmpty() ? tr("Port %1").arg(port)
                                      : tr("Port %1: %2").arg(QString::number(port), names)};
    lines.append(assignmentLine(port));
    lines.append(socketLines(cells, port));
    return lines.join(u'\n');
}

QString PortMapText::blockFacts(const PortMapCells& cells, PortRange range)
{
    const PortMapBlock block = cells.block(range);
    QStringList facts{tr("%n assigned", nullptr, static_cast<int>(block.assigned)),
                      tr("%n listening", nullptr, static_cast<int>(block.listening))};
    if (block.verdict == Verdict::Unexpected) {
        facts.append(Labels::badge(block.verdict));
    }
    return facts.join(u", "_s);
}

QString PortMapText::blockTip(const PortMapCells& cells, PortRange range)
{
    return tr("Ports %1").arg(rangeLabel(range)) + u'\n' + blockFacts(cells, range);
}

QString PortMapText::tip(const PortMapCells& cells, PortRange range, bool isFilteredOut)
{
    const QString facts =
        range.first == range.last ? portTip(cells, range.first) : blockTip(cells, range);
    return isFilteredOut ? facts + u'\n' + tr("Filtered out") : facts;
}

QString PortMapText::readout(const PortMapCells& cells, PortRange range, bool isFilteredOut)
{
    return tip(cells, range, isFilteredOut).split(u'\n').join(u"  \u00b7  "_s);
}

QString PortMapText::phrase(const PortMapCells& cells, PortRange range, bool isFilteredOut)
{
    QStringList parts;
    if (range.first != range.last) {
        parts.append(tr("Ports %1, %2").arg(rangeLabel(range), blockFacts(cells, range)));
    } else {
        parts.append(QString::number(range.first));
        if (const QString names = namesOf(range.first); !names.isEmpty()) {
            parts.append(names);
        }
        parts.append(assignmentLine(range.first));
        parts.append(socketLines(cells, range.first));
    }
    if (isFilteredOut) {
        parts.append(tr("Filtered out"));
    }
    return parts.join(u", "_s);
}

QString PortMapText::callout(const PortMapCells& cells, Port port)
{
    const SocketRecord* lead = cells.leadSocket(port);
    const QString owner = lead == nullptr ? QString() : ownerOf(*lead);
    return owner.isEmpty() ? QString::number(port) : u"%1  %2"_s.arg(QString::number(port), owner);
}

}  // namespace quaywatch
