// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/alerts/alert_socket.h"

#include "core/filter/filter.h"
#include "core/sockets/close_index.h"
#include "core/watch/service_key.h"

#include <QStringList>

#include <algorithm>
#include <string>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

const SocketRecord* findAlertSocket(const Alert& alert, const Snapshot& snapshot)
{
    if (!alert.socket) {
        return nullptr;
    }
    const SocketRecord& socket = *alert.socket;
    if (const SocketRecord* row = findSocketRow(snapshot, socket.key)) {
        return row;
    }
    if (socket.direction == Direction::Outbound) {
        return nullptr;
    }
    const std::string service = serviceKeyOf(socket);
    const auto found = std::find_if(snapshot.sockets.begin(), snapshot.sockets.end(),
                                    [&](const SocketRecord& row) {
                                        return row.key.localPort == socket.key.localPort &&
                                               row.isListener() && serviceKeyOf(row) == service;
                                    });
    return found == snapshot.sockets.end() ? nullptr : &*found;
}

std::optional<EndTarget> alertEndTarget(const SocketRecord* socket)
{
    if (socket == nullptr || socket->owners().empty()) {
        return std::nullopt;
    }
    std::optional<EndTarget> target = endTargetOf(*socket);
    if (target && target->port) {
        target->socket = socket->key;
    }
    return target;
}

AlertView alertView(const Alert& alert, const Snapshot& snapshot)
{
    QStringList ports;
    for (const Port port : alert.ports) {
        ports.append(QString::number(port));
    }
    const QString filter = ports.isEmpty() ? u"is:unexpected"_s : u"port:"_s + ports.join(u',');
    const auto matching = Filter::parse(filter.toStdString()).value_or(Filter()).select(snapshot);
    const bool isListening =
        std::any_of(matching.begin(), matching.end(),
                    [](const SocketRecord* socket) { return socket->isListener(); });
    return {isListening ? u"listeners"_s : u"connections"_s, filter};
}

}  // namespace quaywatch
