// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notification_text.h"

#include "app/text/core_text.h"
#include "app/text/number_text.h"
#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"
#include "core/sockets/socket_user.h"
#include "core/watch/alert_text.h"

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kOwnerLimit = 80;
constexpr std::size_t kUserLimit = 40;
constexpr std::size_t kReasonLimit = 300;

/// A plain body is shown unchanged, but some servers read markup without announcing it: no text in
/// it may open a tag.
QString forBody(const QString& plain, bool hasMarkup)
{
    if (hasMarkup) {
        return plain.toHtmlEscaped();
    }
    QString text = plain;
    return text.replace(u'<', u'‹').replace(u'>', u'›');
}

std::uint8_t urgencyOf(Severity severity)
{
    enum : std::uint8_t { Low, Normal, Critical };
    switch (severity) {
        case Severity::Info:
        case Severity::Low:
            return Low;
        case Severity::Medium:
            return Normal;
        case Severity::High:
            return Critical;
    }
    return Normal;
}

/// For example "nginx (www-data), all addresses".
QString describeOwnerAndExposure(const SocketRecord& socket)
{
    QString text = CoreText::of(describeOwner(socket), kOwnerLimit);
    const std::string_view user = processUserOf(socket).name;
    if (!socket.owners().empty() && !user.empty()) {
        text += u" (%1)"_s.arg(plainText(user, kUserLimit));
    }
    if (socket.isListener() && socket.exposure) {
        text += u", "_s + CoreText::of(describeExposure(*socket.exposure));
    }
    return text;
}

/// A headline with %1 for the port and %2 for the program, its user and its exposure. These come
/// first, because a desktop shows only the beginning of a long title.
QString headlineOf(WatchRule rule, bool isUnassigned, bool isOutgoing)
{
    switch (rule) {
        case WatchRule::UnassignedListener:
            return isUnassigned
                       ? NotificationText::tr("Port %1, %2: new listener on an unassigned port")
                       : NotificationText::tr("Port %1, %2: new listener");
        case WatchRule::NewListener:
            return NotificationText::tr("Port %1, %2: new listener");
        case WatchRule::UnassignedPeer:
            return isOutgoing
                       ? NotificationText::tr(
                             "Port %1, %2: outgoing connection to an unassigned port")
                       : NotificationText::tr("Port %1, %2: connection with an unassigned port");
        case WatchRule::Probe:
            return NotificationText::tr("Port %1, %2: attempt on a closed port");
        case WatchRule::MoreExposed:
            return NotificationText::tr("Port %1, %2: bound more widely than before");
        case WatchRule::TakenOver:
            return NotificationText::tr("Port %1, %2: took over the port");
        case WatchRule::DeletedExecutable:
            return NotificationText::tr("Port %1, %2: program file missing");
        case WatchRule::ReplacedExecutable:
            return NotificationText::tr("Port %1, %2: outdated version of its program");
        case WatchRule::PrivilegedPortOfUser:
            return NotificationText::tr("Port %1, %2: ordinary user on a privileged port");
        case WatchRule::BacklogFull:
            return NotificationText::tr("Port %1, %2: accepts no connections");
        case WatchRule::CloseWaitPileUp:
            return NotificationText::tr("Port %1, %2: leaks connections");
        case WatchRule::AlertBurst:
            break;
    }
    return {};
}

/// Empty if the alert is not about one socket.
QString headlineOf(const Alert& alert)
{
    if (!alert.socket) {
        return {};
    }
    const SocketKey& key = alert.socket->key;
    const Port port =
        alert.socket->direction == Direction::Outbound ? key.remotePort : key.localPort;
    const AssignmentState state = registry::lookup(port, key.protocol).state;
    const bool isUnassigned =
        state == AssignmentState::Unassigned || state == AssignmentState::Unlisted;
    // A UDP socket is connected to its peer by its own program.
    const bool isOutgoing = key.protocol == Protocol::Udp || alert.socket->isOpener == true;
    const QString headline = headlineOf(alert.rule, isUnassigned, isOutgoing);
    return headline.isEmpty()
               ? headline
               : headline.arg(QString::number(port), describeOwnerAndExposure(*alert.socket));
}

}  // namespace

ServerAbilities ServerAbilities::of(const QStringList& capabilities)
{
    return {capabilities.contains("body"_L1), capabilities.contains("body-markup"_L1),
            capabilities.contains("actions"_L1)};
}

NotificationText NotificationText::of(const AlertDigest& digest, const ServerAbilities& abilities)
{
    const Alert& alert = digest.worst().alert;
    const bool isOne = digest.count() == 1;
    const QString headline = headlineOf(alert);

    NotificationText text;
    text.urgency = urgencyOf(alert.severity);
    if (isOne) {
        text.summary = headline.isEmpty() ? tr("Unexpected activity") : headline;
    } else {
        text.summary = tr("%Ln new alerts", nullptr, pluralOf(digest.count()));
    }
    QString body = CoreText::of(alert.reason, kReasonLimit);
    if (!isOne && !headline.isEmpty()) {
        body = tr("%1: %2", "a headline, and the reason of the alert").arg(headline, body);
    }
    if (abilities.hasBody) {
        text.body = forBody(body, abilities.hasMarkup);
    } else if (!body.isEmpty()) {
        text.summary += u" – "_s + body;
    }
    if (abilities.hasActions) {
        text.actions = {kDefaultAction, isOne ? tr("Inspect") : tr("Show alerts")};
        if (isOne && alert.socket && alert.key) {
            text.actions << kExpectAction << tr("Mark as expected…");
            if (!alert.socket->owners().empty()) {
                text.actions << kEndAction << tr("End process…");
            }
        }
    }
    return text;
}

}  // namespace quaywatch
