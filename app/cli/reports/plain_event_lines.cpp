// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/plain_event_lines.h"

#include "app/cli/context/context.h"
#include "app/cli/reports/closed_event.h"
#include "app/cli/reports/socket_text.h"
#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <algorithm>

namespace quaywatch::cli {
namespace {

/// Limit per line for people; JSON has all.
constexpr std::size_t kMaxEvidence = 3;

/// The previous values of a changed socket, if they are short.
std::string before(const SocketEvent& event)
{
    if (event.previous == nullptr) {
        return {};
    }
    const SocketRecord& was = *event.previous;
    const SocketRecord& is = *event.socket;
    std::string text;
    const auto add = [&text](const std::string& part) {
        text += (text.empty() ? " (was " : ", ") + part;
    };
    if (was.state != is.state) {
        add(std::string(token(was.state)));
    }
    if (ownerText(was) != ownerText(is) || pidText(was) != pidText(is)) {
        add(ownerText(was) + " " + pidText(was));
    }
    if (was.assessment.verdict != is.assessment.verdict) {
        add(std::string(token(was.assessment.verdict)));
    }
    return text.empty() ? text : text + ")";
}

/// Whether the event is about a connection whose addresses the system had forgotten when it said
/// that it closed.
bool isWithoutEnds(const SocketEvent& event)
{
    return event.closing != nullptr && !event.closing->wasSeen && event.closing->isConnection &&
           !event.socket->hasRemote();
}

std::string traffic(const SocketRecord& socket)
{
    if (!socket.bytesReceived || !socket.bytesSent) {
        return {};
    }
    return ", " + std::to_string(*socket.bytesReceived) + " bytes in, " +
           std::to_string(*socket.bytesSent) + " out";
}

}  // namespace

std::string PlainEventLines::event(const SocketEvent& event, Time at) const
{
    if (isWithoutEnds(event)) {
        return line({Head::Kind::Closed, Severity::Info, timeOf(event, at)},
                    protocolText(*event.socket) + " port " +
                        std::to_string(event.socket->key.localPort) +
                        ", a connection that was refused or reset, between two polls; the system "
                        "no longer knows its addresses");
    }
    const std::string what = socketLine(*event.socket) + fullDisplayText(before(event));
    switch (event.kind) {
        case EventKind::Opened:
            return line({Head::Kind::Opened, Severity::Info, at}, what);
        case EventKind::Changed:
            return line({Head::Kind::Changed, Severity::Info, at}, what);
        case EventKind::Replaced:
            return line({Head::Kind::Replaced, Severity::Info, at}, what);
        case EventKind::Closed:
            break;
    }
    const bool wasSeen = event.closing == nullptr || event.closing->wasSeen;
    return line({Head::Kind::Closed, Severity::Info, timeOf(event, at)},
                what + traffic(finalSocket(event)) + (wasSeen ? "" : ", between two polls"));
}

std::string PlainEventLines::alert(const Alert& alert) const
{
    std::string what(token(alert.severity));
    if (alert.socket != nullptr) {
        what += ", " + socketLine(*alert.socket);
    }
    what += ": " + fullDisplayText(alert.reason);
    if (alert.socket != nullptr && alert.count > 1) {
        what += " (" + std::to_string(alert.count) + " sockets)";
    }
    for (std::size_t i = 0; i < std::min(alert.evidence.size(), kMaxEvidence) && alert.socket;
         ++i) {
        what += "; " + fullDisplayText(alert.evidence[i]);
    }
    // What an alert that combines several says of each of them is in JSON.
    const auto note = std::find_if(
        alert.evidence.begin(), alert.evidence.end(),
        [](const Message& each) { return each.id() == MessageId::FurtherAlertsCombined; });
    if (alert.socket == nullptr && note != alert.evidence.end()) {
        what += "; " + fullDisplayText(*note);
    }
    return line({Head::Kind::Alert, alert.severity, alert.at}, what);
}

std::string PlainEventLines::gap(const Gap& gap, Time at) const
{
    return line({Head::Kind::Gap, Severity::Info, at}, gapText(gap));
}

std::string PlainEventLines::failure(const Gap& gap, Time at) const
{
    return line({Head::Kind::Failure, Severity::Info, at}, gapText(gap));
}

std::string PlainEventLines::gap(const EventGap& gap) const
{
    const std::string count = gap.count ? std::to_string(*gap.count) + " closings lost" : "";
    return line({Head::Kind::Gap, Severity::Info, gap.to},
                "since " + clock(gap.from) + ": " + count + (count.empty() ? "" : "; ") +
                    gapText({Gap::Kind::Events, std::nullopt, gap.why, gap.remedy}));
}

}  // namespace quaywatch::cli
