// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_export.h"

#include "core/text/csv_line.h"
#include "core/text/iso_time.h"
#include "core/text/json_writer.h"
#include "core/watch/alert_json.h"

namespace quaywatch {

std::string alertsCsv(const std::vector<AlertEntry>& entries)
{
    std::string csv =
        "last_seen,first_seen,times,severity,rule,protocol,local_port,remote_port,program,reason,"
        "acknowledged,muted\r\n";
    for (const AlertEntry& entry : entries) {
        CsvLine line(csv);
        line.token(isoTime(entry.lastSeen)).token(isoTime(entry.firstSeen));
        line.token(std::to_string(entry.count)).token(token(entry.alert.severity));
        line.token(token(entry.alert.rule));
        const SocketRecord* socket = entry.alert.socket.get();
        line.token(socket != nullptr ? token(socket->key.protocol) : std::string_view());
        line.token(socket != nullptr ? std::to_string(socket->key.localPort) : std::string());
        line.token(socket != nullptr && socket->hasRemote() ? std::to_string(socket->key.remotePort)
                                                            : std::string());
        line.maybeText(programOf(entry.alert)).text(entry.alert.reason);
        line.token(entry.isAcknowledged ? "true" : "false").token(entry.isMuted ? "true" : "false");
        line.end();
    }
    return csv;
}

std::string alertsJson(const std::vector<AlertEntry>& entries)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().key("schema").value(1U).key("alerts").beginArray();
    for (const AlertEntry& entry : entries) {
        json.beginObject();
        json.key("last_seen").value(isoTime(entry.lastSeen));
        json.key("first_seen").value(isoTime(entry.firstSeen));
        json.key("times").value(entry.count);
        json.key("acknowledged").value(entry.isAcknowledged).key("muted").value(entry.isMuted);
        writeAlertMembers(json, entry.alert);
        json.endObject();
    }
    json.endArray().endObject();
    text += '\n';
    return text;
}

}  // namespace quaywatch
