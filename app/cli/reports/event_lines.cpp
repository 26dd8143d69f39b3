// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/event_lines.h"

#include "app/cli/context/context.h"
#include "app/cli/reports/socket_text.h"
#include "core/export/socket_json.h"
#include "core/message/message_list.h"
#include "core/text/display_text.h"
#include "core/text/iso_time.h"
#include "core/watch/alert_json.h"

#include <algorithm>
#include <string_view>

namespace quaywatch::cli {
namespace {

/// Limit per line for people; JSON has all.
constexpr std::size_t kMaxEvidence = 3;

constexpr std::string_view kRed = "\033[1;31m";
constexpr std::string_view kGreen = "\033[32m";
constexpr std::string_view kYellow = "\033[33m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kResetColor = "\033[0m";

JsonWriter& begin(JsonWriter& json, std::string_view kind, EventLines::Time at)
{
    json.beginObject().key("schema").value(1).key("event").value(kind);
    return json.key("at").value(isoTime(at));
}

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

EventLines::Time timeOf(const SocketEvent& event, EventLines::Time found)
{
    return event.closing != nullptr ? event.closing->at : found;
}

/// Whether the event is about a connection whose addresses the system had forgotten when it said
/// that it closed.
bool isWithoutEnds(const SocketEvent& event)
{
    return event.closing != nullptr && !event.closing->wasSeen && event.closing->isConnection &&
           !event.socket->hasRemote();
}

/// The socket with the final counters if it is closed.
const SocketRecord& finalSocket(const SocketEvent& event)
{
    return event.closing != nullptr ? event.closing->socket : *event.socket;
}

std::optional<std::uint64_t> lifetimeOf(const SocketEvent& event)
{
    using namespace std::chrono;
    if (event.closing == nullptr || !event.closing->lifetime) {
        return std::nullopt;
    }
    const auto lifetime = duration_cast<milliseconds>(*event.closing->lifetime);
    return static_cast<std::uint64_t>(lifetime.count());
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

std::string JsonEventLines::event(const SocketEvent& event, Time at) const
{
    std::string text;
    JsonWriter json(text);
    begin(json, token(event.kind), timeOf(event, at)).key("socket");
    writeSocket(json, *event.socket);
    if (event.previous != nullptr) {
        writeSocket(json.key("previous"), *event.previous);
    }
    if (event.kind == EventKind::Closed) {
        const SocketRecord& socket = finalSocket(event);
        json.key("bytes_received").value(socket.bytesReceived);
        json.key("bytes_sent").value(socket.bytesSent);
        json.key("lifetime_ms").value(lifetimeOf(event));
        json.key("seen").value(event.closing == nullptr || event.closing->wasSeen);
    }
    json.endObject();
    return text;
}

std::string JsonEventLines::alert(const Alert& alert) const
{
    std::string text;
    JsonWriter json(text);
    begin(json, "alert", alert.at);
    writeAlertMembers(json, alert);
    json.endObject();
    return text;
}

std::string JsonEventLines::gap(const Gap& gap, Time at) const
{
    std::string text;
    JsonWriter json(text);
    begin(json, "gap", at).key("kind").value(token(gap.kind)).key("count").value(gap.count);
    writeGapReason(json, gap);
    json.endObject();
    return text;
}

std::string JsonEventLines::gap(const EventGap& gap) const
{
    std::string text;
    JsonWriter json(text);
    begin(json, "gap", gap.to).key("kind").value(token(Gap::Kind::Events));
    json.key("count").value(gap.count);
    writeMessage(json, "why", gap.why);
    json.key("cure");
    if (gap.remedy.empty()) {
        json.null();
    } else {
        json.value(gap.remedy);
    }
    json.key("code").null().key("from").value(isoTime(gap.from)).endObject();
    return text;
}

std::string TextEventLines::event(const SocketEvent& event, Time at) const
{
    if (isWithoutEnds(event)) {
        return line(timeOf(event, at), "- closed  ", kDim,
                    protocolText(*event.socket) + " port " +
                        std::to_string(event.socket->key.localPort) +
                        ", a connection that was refused or reset, between two polls; the system "
                        "no longer knows its addresses");
    }
    const std::string what = socketLine(*event.socket) + fullDisplayText(before(event));
    switch (event.kind) {
        case EventKind::Opened:
            return line(at, "+ opened  ", kGreen, what);
        case EventKind::Changed:
            return line(at, "~ changed ", kYellow, what);
        case EventKind::Replaced:
            return line(at, "= replaced", kDim, what);
        case EventKind::Closed:
            break;
    }
    const bool wasSeen = event.closing == nullptr || event.closing->wasSeen;
    return line(timeOf(event, at), "- closed  ", kDim,
                what + traffic(finalSocket(event)) + (wasSeen ? "" : ", between two polls"));
}

std::string TextEventLines::alert(const Alert& alert) const
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
    return line(alert.at, "! alert   ", kRed, what);
}

std::string TextEventLines::gap(const Gap& gap, Time at) const
{
    return line(at, "? gap     ", kDim, gapText(gap));
}

std::string TextEventLines::gap(const EventGap& gap) const
{
    const std::string count = gap.count ? std::to_string(*gap.count) + " closings lost" : "";
    return line(gap.to, "? gap     ", kDim,
                "since " + m_terminal.localClock(gap.from) + ": " + count +
                    (count.empty() ? "" : "; ") +
                    gapText({Gap::Kind::Events, std::nullopt, gap.why, gap.remedy}));
}

std::string TextEventLines::line(Time at, std::string_view glyphAndWord, std::string_view color,
                                 const std::string& rest) const
{
    std::string text = m_terminal.localClock(at) + " ";
    if (m_terminal.wantsColor()) {
        return text.append(color).append(glyphAndWord).append(kResetColor).append(" ").append(rest);
    }
    return text.append(glyphAndWord).append(" ").append(rest);
}

}  // namespace quaywatch::cli
