// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_json.h"

#include "core/export/socket_json.h"

namespace quaywatch {

void writeAlertMembers(JsonWriter& json, const Alert& alert)
{
    json.key("severity").value(token(alert.severity));
    json.key("rule").value(token(alert.rule)).key("key").value(alert.key);
    writeMessage(json, "reason", alert.reason);
    json.key("count").value(alert.count).key("socket");
    if (alert.socket != nullptr) {
        writeSocket(json, *alert.socket);
    } else {
        json.null();
    }
    json.key("evidence").beginArray();
    for (const Message& line : alert.evidence) {
        json.value(line);
    }
    json.endArray();
}

}  // namespace quaywatch
