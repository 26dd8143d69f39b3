// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/socket_text.h"

#include "app/text/column_labels.h"
#include "app/text/core_text.h"
#include "app/text/hidden_owner_text.h"
#include "app/text/isolated_text.h"
#include "app/text/labels.h"
#include "app/text/missing_text.h"
#include "app/text/number_text.h"
#include "app/text/process_text.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"
#include "app/text/time_text.h"
#include "core/message/message_list.h"
#include "core/registry/port_notes.h"
#include "core/registry/service_registry.h"
#include "core/sockets/socket_user.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <QStringList>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxOwnersInTip = 8;

Assignment assignmentOf(const SocketRecord& socket)
{
    return registry::lookup(socket.key.localPort, socket.key.protocol);
}

QString localAddressText(const SocketRecord& socket, const IpAddress& address)
{
    const QString text = fromUtf8(address.toString());
    if (socket.interfaceName) {
        return text + u'%' + plainText(*socket.interfaceName, 32);
    }
    const std::uint32_t scope = socket.key.localAddress.scopeId();
    return scope == 0 ? text : text + u'%' + QString::number(scope);
}

/// What is known about an owner whose process is hidden: its container or systemd unit.
QString hiddenOwnerText(const SocketRecord& socket)
{
    if (!socket.serviceContext) {
        return {};
    }
    const ServiceContext& context = *socket.serviceContext;
    const std::optional<std::string>& place = context.container ? context.container : context.unit;
    return place ? plainText(*place, 96) : QString();
}

QString processText(const SocketRecord& socket)
{
    const ProcessInfo* owner = leadOwner(socket);
    if (owner == nullptr) {
        return hiddenOwnerText(socket);
    }
    const QString name = ProcessText::brief(*owner);
    const std::size_t more = socket.owners().size() - 1;
    return more == 0 ? name : name + QStringLiteral(" +%1").arg(more);
}

QString userText(const SocketRecord& socket)
{
    const QString user = plainText(processUserOf(socket).text(), 96);
    const std::optional<SocketUser> creator = otherCreatorOf(socket);
    return creator ? Labels::tr("%1 (socket made by %2)")
                         .arg(inSentence(user), inSentence(plainText(creator->text(), 96)))
                   : user;
}

using Time = std::chrono::system_clock::time_point;

/// When the socket was first seen; empty for one that is in no snapshot.
std::optional<Time> firstSeen(const SocketRecord& socket)
{
    return socket.seenSince == Time() ? std::nullopt : std::optional(socket.seenSince);
}

std::optional<Time> processStart(const SocketRecord& socket)
{
    const ProcessInfo* owner = leadOwner(socket);
    return owner != nullptr ? owner->startedAt : std::nullopt;
}

/// The column of the remote address or port.
QString remoteText(const SocketCell& cell)
{
    const SocketRecord& socket = cell.socket;
    if (!socket.hasRemote()) {
        return {};
    }
    return cell.column == Column::RemotePort
               ? QString::number(socket.key.remotePort)
               : fromUtf8(socket.key.remoteAddress.unmapped().toString());
}

/// A column that shows a time, or how long ago it was.
QString timeText(const SocketCell& cell)
{
    const std::optional<Time> time =
        cell.column == Column::ProcessStart ? processStart(cell.socket) : firstSeen(cell.socket);
    if (!time) {
        return {};
    }
    return cell.column == Column::SeenFor
               ? Labels::duration(
                     std::chrono::duration_cast<std::chrono::seconds>(cell.takenAt - *time))
               : whenText(*time, cell.takenAt);
}

QString bytesText(const std::optional<std::uint64_t>& count)
{
    return count ? Labels::bytes(*count) : QString();
}

QString ownerLine(const ProcessInfo& owner)
{
    QString line =
        Labels::tr("%1 (PID %2)").arg(ProcessText::whole(owner), QString::number(owner.id.pid));
    if (owner.exe) {
        line += u' ' + plainText(*owner.exe, 256);
    }
    if (owner.isExeDeleted) {
        line += u' ' + Labels::tr("(its file was deleted or replaced)");
    }
    return line;
}

QString ownersTip(const SocketCell& cell)
{
    QStringList lines;
    const OwnerSet& owners = cell.socket.owners();
    for (std::size_t i = 0; i < std::min(owners.size(), kMaxOwnersInTip); ++i) {
        lines << ownerLine(*owners[i]);
    }
    if (owners.size() > kMaxOwnersInTip) {
        lines << Labels::tr("and %Ln more", nullptr,
                            static_cast<int>(owners.size() - kMaxOwnersInTip));
    }
    lines << HiddenOwnerText::reason(cell.socket, cell.snapshot)
          << HiddenOwnerText::remedy(cell.socket, cell.snapshot)
          << HiddenOwnerText::inspectCommand(cell.socket, cell.snapshot)
          << HiddenOwnerText::killCommand(cell.socket, cell.snapshot);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString localAddressTip(const SocketRecord& socket)
{
    QStringList lines{localAddressText(socket, socket.key.localAddress)};
    if (socket.exposure) {
        lines << Labels::phrase(*socket.exposure);
    }
    if (socket.isListener() && socket.isV6Only && socket.key.localAddress.isUnspecified()) {
        lines << (*socket.isV6Only ? Labels::tr("IPv6 only") : Labels::tr("IPv6 and IPv4"));
    }
    return lines.join(u'\n');
}

QString serviceTip(const SocketRecord& socket)
{
    const Assignment assignment = assignmentOf(socket);
    QStringList lines{Labels::phrase(assignment.state)};
    if (!assignment.names.empty()) {
        lines << fromUtf8(assignment.names.packed());
    }
    if (!assignment.description.empty()) {
        lines << fromUtf8(assignment.description);
    }
    if (const auto often = registry::oftenUsedMessage(socket.key.localPort, socket.key.protocol)) {
        lines << CoreText::of(Message(MessageId::OftenUsedBy, *often));
    }
    return lines.join(u'\n');
}

QString verdictTip(const SocketRecord& socket)
{
    const Assessment& assessment = socket.assessment;
    QStringList lines{Labels::phrase(assessment.verdict)};
    if (assessment.reason) {
        lines << CoreText::of(*assessment.reason);
    }
    if (assessment.severity) {
        lines << Labels::phrase(*assessment.severity);
    }
    return lines.join(u'\n');
}

QString userTip(const SocketRecord& socket)
{
    const QString user = userText(socket);
    if (user.isEmpty()) {
        return whyNoUser(socket);
    }
    return socket.ownerState == OwnerState::Hidden && socket.owners().empty()
               ? Labels::tr("%1 made the socket. The user of its process is hidden.")
                     .arg(inSentence(user))
               : user;
}

}  // namespace

std::string_view serviceNameOf(const SocketRecord& socket)
{
    const std::string_view rpc = rpcNameOf(socket);
    return rpc.empty() ? assignmentOf(socket).names.first() : rpc;
}

QString socketText(const SocketCell& cell)
{
    const SocketRecord& socket = cell.socket;
    switch (cell.column) {
        case Column::LocalPort:
            return QString::number(socket.key.localPort);
        case Column::Protocol:
            return Labels::badge(socket.key.protocol, socket.key.localAddress.family());
        case Column::Service:
            return fromUtf8(serviceNameOf(socket));
        case Column::Process:
            return processText(socket);
        case Column::Pid:
            return leadOwner(socket) ? QString::number(leadOwner(socket)->id.pid) : QString();
        case Column::User:
            return userText(socket);
        case Column::LocalAddress:
            // The badge shows that this is IPv4 on an IPv6 socket; the tip has the "::ffff:".
            return localAddressText(socket, socket.key.localAddress.unmapped());
        case Column::RemoteAddress:
        case Column::RemotePort:
            return remoteText(cell);
        case Column::State:
            return Labels::badge(socket.state);
        case Column::Exposure:
            return socket.exposure ? Labels::badge(*socket.exposure) : QString();
        case Column::Assignment:
            return Labels::badge(assignmentOf(socket).state);
        case Column::Verdict:
            return Labels::badge(socket.assessment.verdict);
        case Column::Place:
            return plainText(placeOf(socket), 128);
        case Column::Received:
            return bytesText(socket.bytesReceived);
        case Column::Sent:
            return bytesText(socket.bytesSent);
        case Column::ReceiveQueue:
            return numberText(socket.receiveQueue);
        case Column::SendQueue:
            return numberText(socket.sendQueue);
        case Column::SeenFor:
        case Column::FirstSeen:
        case Column::ProcessStart:
            return timeText(cell);
        case Column::Ident:
            return identLine(socket);
        case Column::Connections:
        case Column::Activity:
            return {};
    }
    return {};
}

QString socketTip(const SocketCell& cell)
{
    const SocketRecord& socket = cell.socket;
    switch (cell.column) {
        case Column::LocalPort:
        case Column::Verdict:
            return verdictTip(socket);
        case Column::Protocol:
            return Labels::phrase(socket.key.protocol, socket.key.localAddress.family());
        case Column::Service:
        case Column::Assignment:
            return serviceTip(socket);
        case Column::Process:
        case Column::Pid:
            return ownersTip(cell);
        case Column::User:
            return userTip(socket);
        case Column::LocalAddress:
            return localAddressTip(socket);
        case Column::RemoteAddress:
            return socket.hasRemote() ? fromUtf8(socket.key.remoteAddress.toString())
                                      : whyMissing(cell);
        case Column::State:
            return Labels::phrase(socket.state);
        case Column::Exposure:
            return socket.exposure ? Labels::phrase(*socket.exposure) : whyMissing(cell);
        case Column::ReceiveQueue:
        case Column::SendQueue:
        case Column::SeenFor:
            return ColumnLabels::tip(cell.column);
        case Column::FirstSeen:
            return firstSeen(socket) ? preciseTime(*firstSeen(socket)) : whyMissing(cell);
        case Column::ProcessStart:
            return processStart(socket) ? preciseTime(*processStart(socket)) : whyMissing(cell);
        default: {
            const QString text = socketText(cell);
            return text.isEmpty() ? whyMissing(cell) : text;
        }
    }
}

QString socketPhrase(const SocketCell& cell)
{
    const SocketRecord& socket = cell.socket;
    switch (cell.column) {
        case Column::LocalPort: {
            QStringList parts{socketText(cell)};
            if (cell.flash != Flash::None) {
                parts << Labels::phrase(cell.flash);
            }
            if (socket.assessment.verdict == Verdict::Unexpected) {
                parts << verdictTip(socket).split(u'\n');
            }
            return parts.join(QStringLiteral(", "));
        }
        case Column::Protocol:
        case Column::State:
        case Column::Exposure:
        case Column::Verdict:
            return socketTip(cell).replace(u'\n', QStringLiteral(". "));
        case Column::Assignment:
            return Labels::phrase(assignmentOf(socket).state);
        default: {
            const QString text = socketText(cell);
            return text.isEmpty() ? whyMissing(cell) : text;
        }
    }
}

const ProcessInfo* leadOwner(const SocketRecord& socket) noexcept
{
    return socket.owners().empty() ? nullptr : socket.owners().front().get();
}

std::string_view placeOf(const SocketRecord& socket) noexcept
{
    if (socket.serviceContext && socket.serviceContext->container) {
        return *socket.serviceContext->container;
    }
    if (socket.serviceContext && socket.serviceContext->unit) {
        return *socket.serviceContext->unit;
    }
    const ProcessInfo* owner = leadOwner(socket);
    if (owner != nullptr && owner->container) {
        return *owner->container;
    }
    return owner != nullptr && owner->unit ? std::string_view(*owner->unit) : std::string_view();
}

}  // namespace quaywatch
