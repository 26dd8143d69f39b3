// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::size_t kMaxNamed = 5;

std::vector<const Alert*> gravestFirst(const std::vector<Alert>& alerts)
{
    std::vector<const Alert*> sorted;
    sorted.reserve(alerts.size());
    for (const Alert& alert : alerts) {
        sorted.push_back(&alert);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Alert* a, const Alert* b) { return a->severity > b->severity; });
    return sorted;
}

struct Noun {
    std::string_view singular;
    std::string_view plural;
};

/// What the alerts of each rule are called in a summary.
constexpr std::array<Noun, kWatchRuleCount> kNouns{{
    {"unexpected listener", "unexpected listeners"},
    {"connection to an unassigned port", "connections to unassigned ports"},
    {"attempt on a closed port", "attempts on closed ports"},
    {"new listener", "new listeners"},
    {"port bound more widely", "ports bound more widely"},
    {"port taken over", "ports taken over"},
    {"listener with a missing program file", "listeners with a missing program file"},
    {"listener with an outdated program", "listeners with an outdated program"},
    {"privileged port of an ordinary user", "privileged ports of ordinary users"},
    {"listener that accepts no connections", "listeners that accept no connections"},
    {"program that leaks connections", "programs that leak connections"},
    {"combined alert", "combined alerts"},
}};

/// "7 unexpected listeners; 1 new listener", the most frequent first. If these are not all of one
/// rule, or not all alerts, the total comes first: "8 alerts: ...".
std::string countsByRule(const std::vector<Alert>& alerts, std::size_t total)
{
    std::vector<std::pair<std::size_t, std::size_t>> counts;  // and the rule
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        counts.emplace_back(0, i);
    }
    for (const Alert& alert : alerts) {
        ++counts[static_cast<std::size_t>(alert.rule)].first;
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const bool isAll = counts.front().first == total;
    std::string text = isAll ? "" : fmt::format("{} alerts: ", total);
    std::string_view mark;
    for (const auto& [count, rule] : counts) {
        if (count == 0) {
            break;
        }
        const Noun& noun = kNouns[rule];
        text += fmt::format("{}{} {}", mark, count, count == 1 ? noun.singular : noun.plural);
        mark = "; ";
    }
    return text;
}

/// The port that the alert is about: for an outgoing connection, the remote port.
Port portOf(const SocketRecord& socket)
{
    return socket.direction == Direction::Outbound ? socket.key.remotePort : socket.key.localPort;
}

/// "931/tcp"; the reason of an alert that is not about one socket.
std::string placeOf(const Alert& alert)
{
    return alert.socket
               ? fmt::format("{}/{}", portOf(*alert.socket), token(alert.socket->key.protocol))
               : alert.reason;
}

/// "917/udp, 931/tcp and 3 more": the first different places; an alert at a place that is named
/// counts as named.
std::string placesText(const std::vector<const Alert*>& alerts, std::size_t total)
{
    std::vector<std::string> named;
    std::string text;
    for (const Alert* alert : alerts) {
        std::string place = placeOf(*alert);
        const bool isNamed = std::find(named.begin(), named.end(), place) != named.end();
        if (!isNamed && named.size() == kMaxNamed) {
            continue;
        }
        --total;
        if (!isNamed) {
            text += (text.empty() ? "" : ", ") + place;
            named.push_back(std::move(place));
        }
    }
    return total == 0 ? text : fmt::format("{} and {} more", text, total);
}

/// The ports for the port map: for an outgoing connection, the remote port.
std::vector<Port> portsOf(const std::vector<Alert>& alerts)
{
    std::set<Port> ports;
    for (const Alert& alert : alerts) {
        if (alert.socket && ports.size() < Alert::kMaxPorts) {
            ports.insert(portOf(*alert.socket));
        }
    }
    return {ports.begin(), ports.end()};
}

}  // namespace

std::string describeOwner(const SocketRecord& socket)
{
    if (!socket.owners().empty()) {
        const ProcessInfo& owner = *socket.owners().front();
        return owner.script ? owner.name + " " + *owner.script : owner.name;
    }
    if (socket.ownerState == OwnerState::Kernel) {
        return "the kernel";
    }
    // If no process has a descriptor for the socket, its creator need not be its present owner.
    if (socket.hiddenBy == HiddenBy::NoDescriptor) {
        return "hidden process";
    }
    if (socket.user) {
        return "hidden process (" + *socket.user + ")";
    }
    return socket.uid ? fmt::format("hidden process (user {})", *socket.uid) : "hidden process";
}

std::string describeSocket(const SocketRecord& socket)
{
    const bool isOut = socket.direction == Direction::Outbound;
    return fmt::format("{} {}{} {}", token(socket.key.protocol), isOut ? "to " : "",
                       toString(isOut ? socket.remote() : socket.local()), describeOwner(socket));
}

std::string_view describeExposure(Exposure exposure) noexcept
{
    constexpr std::array<std::string_view, 6> kWords{"loopback",          "the local link",
                                                     "private networks",  "public addresses",
                                                     "a multicast group", "all addresses"};
    return kWords[static_cast<std::size_t>(exposure)];
}

Alert sumUp(const std::vector<Alert>& alerts, std::size_t total)
{
    total = std::max(total, alerts.size());
    const std::vector<const Alert*> sorted = gravestFirst(alerts);
    Alert sum;
    sum.rule = WatchRule::AlertBurst;
    sum.severity = sorted.front()->severity;
    sum.count = total;
    sum.at = sorted.front()->at;
    sum.ports = portsOf(alerts);
    const auto kept = static_cast<std::ptrdiff_t>(std::min(alerts.size(), Alert::kMaxParts));
    sum.parts = std::make_shared<const std::vector<Alert>>(alerts.begin(), alerts.begin() + kept);
    sum.reason = countsByRule(alerts, total) + ": " + placesText(sorted, total);
    for (const Alert* alert : sorted) {
        if (sum.evidence.size() == Alert::kMaxEvidence) {
            break;
        }
        const std::string words = alert->socket ? describeSocket(*alert->socket) : alert->reason;
        sum.evidence.push_back(words + ": " + alert->reason);
    }
    return sum;
}

}  // namespace quaywatch
