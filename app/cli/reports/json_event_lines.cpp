// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/json_event_lines.h"

#include "app/cli/reports/closed_event.h"
#include "core/export/socket_json.h"
#include "core/text/iso_time.h"
#include "core/watch/alert_json.h"

#include <string_view>

namespace quaywatch::cli {
namespace {

JsonWriter& begin(JsonWriter& json, std::string_view kind, EventLines::Time at)
{
    json.beginObject().key("schema").value(1).key("event").value(kind);
    return json.key("at").value(isoTime(at));
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

std::string JsonEventLines::failure(const Gap& gap, Time at) const
{
    return this->gap(gap, at);
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

}  // namespace quaywatch::cli
