// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notification_text.h"

#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/watch/alert_text.h"

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kSummaryLimit = 120;
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
    const QString socket =
        alert.socket ? CoreText::of(describeSocket(*alert.socket), kSummaryLimit) : QString();

    NotificationText text;
    text.urgency = urgencyOf(alert.severity);
    if (isOne) {
        text.summary = socket.isEmpty() ? tr("Unexpected activity") : socket;
    } else {
        text.summary = tr("%n new alerts", nullptr, static_cast<int>(digest.count()));
    }
    QString body = CoreText::of(alert.reason, kReasonLimit);
    if (!isOne && !socket.isEmpty()) {
        body = tr("%1: %2", "a socket, and what is wrong with it").arg(socket, body);
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
