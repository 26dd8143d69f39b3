// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/alert_marks.h"

#include "app/models/socket_roles.h"
#include "core/watch/service_key.h"

#include <algorithm>

namespace quaywatch {
namespace {

Port portOf(const SocketRecord& socket)
{
    return socket.direction == Direction::Outbound ? socket.key.remotePort : socket.key.localPort;
}

/// One unread alert is enough to highlight a row.
void join(AlertMarks::State& state, AlertMarks::State other)
{
    state = state == AlertMarks::State::Open ? state : other;
}

template <class Map, class Key>
AlertMarks::State stateIn(const Map& map, const Key& key)
{
    const auto found = map.find(key);
    return found == map.end() ? AlertMarks::State::Unknown : found->second;
}

}  // namespace

AlertMarks::AlertMarks(const std::vector<AlertEntry>& entries)
{
    for (const AlertEntry& entry : entries) {
        add(entry, entry.isUnread() ? State::Open : State::DealtWith);
    }
}

void AlertMarks::add(const AlertEntry& entry, State state)
{
    const Alert& alert = entry.alert;
    LineKey key{std::string(token(alert.rule)), {}};
    if (alert.socket) {
        key.second = {alert.socket->key.protocol, portOf(*alert.socket)};
        addSocket(*alert.socket, state);
    }
    const auto [line, isNew] = m_lines.try_emplace(std::move(key), Line{state, entry.firstSeen});
    join(line->second.state, state);
    line->second.firstSeen = std::min(line->second.firstSeen, entry.firstSeen);
    if (alert.parts) {
        for (const Alert& part : *alert.parts) {
            if (part.socket) {
                addSocket(*part.socket, state);
            }
        }
    }
}

void AlertMarks::addSocket(const SocketRecord& socket, State state)
{
    if (m_count == kMaxSockets) {
        return;
    }
    ++m_count;
    join(m_ports[{socket.key.protocol, portOf(socket)}], state);
    if (socket.isListener()) {
        join(m_services[serviceKeyOf(socket)], state);
    }
}

AlertMarks::State AlertMarks::of(const SocketRecord& socket) const
{
    return socket.isListener() ? stateIn(m_services, serviceKeyOf(socket))
                               : stateIn(m_ports, PortKey{socket.key.protocol, portOf(socket)});
}

AlertMarks::State AlertMarks::of(const HistoryRow& row) const
{
    LineKey key{row.rule.toStdString(), {}};
    if (row.subject.protocol) {
        key.second = {*row.subject.protocol, row.subject.port};
    }
    const auto found = m_lines.find(key);
    // The history keeps milliseconds. A line that is older belongs to an earlier run.
    const bool isOfThisRun =
        found != m_lines.end() &&
        row.at >= std::chrono::floor<std::chrono::milliseconds>(found->second.firstSeen);
    return isOfThisRun ? found->second.state : State::Unknown;
}

std::optional<QVariant> quietCell(const AlertMarks* marks, const SocketRecord& socket,
                                  Column column, int role)
{
    const bool isColor = role == SeverityRole || (role == BadgeRole && column == Column::Verdict);
    if (!isColor || marks == nullptr || socket.assessment.verdict != Verdict::Unexpected ||
        marks->of(socket) != AlertMarks::State::DealtWith) {
        return std::nullopt;
    }
    return role == SeverityRole ? QVariant() : QVariant(static_cast<int>(Tone::Quiet));
}

}  // namespace quaywatch
