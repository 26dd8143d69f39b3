// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/alerts.h"

#include "app/cli/socket_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace quaywatch::cli {
namespace {

constexpr std::string_view kListenerRule = "unassigned-listener";
constexpr std::string_view kPeerRule = "unassigned-peer";

bool isUnexpected(const SocketRecord& socket) noexcept
{
    return socket.judgement.verdict == Verdict::Unexpected;
}

/// A connection to a listener is told with the listener, not by itself.
bool isCause(const SocketRecord& socket) noexcept
{
    return isUnexpected(socket) && socket.direction != Direction::Inbound;
}

bool isNews(const SocketEvent& event) noexcept
{
    if (!event.socket->isListener() || !isUnexpected(*event.socket)) {
        return false;
    }
    return event.kind == EventKind::Opened ||
           (event.kind == EventKind::Changed && !isUnexpected(*event.previous));
}

std::set<std::string> unexpectedIdentities(const Snapshot& snapshot)
{
    std::set<std::string> identities;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (socket.isListener() && isUnexpected(socket)) {
            identities.insert(identityOf(socket));
        }
    }
    return identities;
}

Alert alertFor(const SocketRecord& socket)
{
    Alert alert;
    alert.severity = socket.judgement.severity.value_or(Severity::High);
    alert.rule = socket.isListener() ? kListenerRule : kPeerRule;
    if (socket.isListener()) {
        alert.key = identityOf(socket);
    }
    alert.reason = socket.judgement.reason ? *socket.judgement.reason : "";
    alert.socket = &socket;
    return alert;
}

std::string sumUp(const std::vector<const SocketRecord*>& sockets)
{
    constexpr std::size_t kMostNamed = 5;
    std::string text = std::to_string(sockets.size()) + " unexpected: ";
    for (std::size_t i = 0; i < std::min(sockets.size(), kMostNamed); ++i) {
        const SocketRecord& socket = *sockets[i];
        const Endpoint end = socket.isListener() ? socket.local() : socket.remote();
        text += (i == 0 ? "" : ", ") + std::string(token(socket.key.protocol)) + " " +
                (socket.isListener() ? "" : "to ") + endpointText(end) + " " + ownerText(socket);
    }
    return sockets.size() > kMostNamed ? text + " and others" : text;
}

}  // namespace

std::optional<Alert> summaryOf(const Snapshot& snapshot, const Filter& filter)
{
    std::vector<const SocketRecord*> causes;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (isCause(socket) && filter.matches(socket)) {
            causes.push_back(&socket);
        }
    }
    if (causes.empty()) {
        return std::nullopt;
    }
    // What is worst gives the alert its rule.
    const auto worst = std::max_element(
        causes.begin(), causes.end(),
        [](const auto* a, const auto* b) { return a->judgement.severity < b->judgement.severity; });
    Alert alert = alertFor(**worst);
    alert.count = causes.size();
    if (causes.size() > 1) {
        alert.key.reset();
        alert.reason = sumUp(causes);
        alert.socket = nullptr;
    }
    return alert;
}

std::vector<Alert> alertsOf(const std::vector<SocketEvent>& events, const Snapshot& before,
                            const Filter& filter)
{
    std::vector<Alert> alerts;
    std::optional<std::set<std::string>> known;
    std::map<std::string, std::size_t> told;
    for (const SocketEvent& event : events) {
        if (!isNews(event) || !filter.matches(*event.socket)) {
            continue;
        }
        if (!known) {
            known = unexpectedIdentities(before);
        }
        Alert alert = alertFor(*event.socket);
        if (known->count(*alert.key) != 0) {
            continue;
        }
        const auto [place, isNew] = told.try_emplace(*alert.key, alerts.size());
        if (isNew) {
            alerts.push_back(std::move(alert));
        } else {
            ++alerts[place->second].count;
        }
    }
    return alerts;
}

}  // namespace quaywatch::cli
