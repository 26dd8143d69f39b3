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

/// "7 times something listens on ...; another program took over a port", the most frequent first.
std::string countsByRule(const std::vector<Alert>& alerts)
{
    std::vector<std::pair<std::size_t, WatchRule>> counts;
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        counts.emplace_back(0, static_cast<WatchRule>(i));
    }
    for (const Alert& alert : alerts) {
        ++counts[static_cast<std::size_t>(alert.rule)].first;
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const bool isOneRule = counts[1].first == 0;
    std::string text;
    for (const auto& [count, rule] : counts) {
        if (count == 0) {
            break;
        }
        std::string sentence(describe(rule));
        sentence.front() = static_cast<char>(sentence.front() - 'A' + 'a');
        text += text.empty() ? "" : "; ";
        text += isOneRule || count == 1 ? sentence : fmt::format("{} times {}", count, sentence);
    }
    return text;
}

/// The ports for the port map: for an outgoing connection, the remote port.
std::vector<Port> portsOf(const std::vector<Alert>& alerts)
{
    std::set<Port> ports;
    for (const Alert& alert : alerts) {
        if (alert.socket && ports.size() < Alert::kMaxPorts) {
            const bool isOut = alert.socket->direction == Direction::Outbound;
            ports.insert(isOut ? alert.socket->key.remotePort : alert.socket->key.localPort);
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
        return "a hidden process";
    }
    if (socket.user) {
        return "a process of " + *socket.user;
    }
    return socket.uid ? fmt::format("a process of user {}", *socket.uid) : "a hidden process";
}

std::string describeSocket(const SocketRecord& socket)
{
    const bool isOut = socket.direction == Direction::Outbound;
    return fmt::format("{} {}{} {}", token(socket.key.protocol), isOut ? "to " : "",
                       toString(isOut ? socket.remote() : socket.local()), describeOwner(socket));
}

std::string_view describeExposure(Exposure exposure) noexcept
{
    constexpr std::array<std::string_view, 6> kWords{"this machine only", "the local link",
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
    sum.reason =
        fmt::format("{} alert{}: {}: ", total, total == 1 ? "" : "s", countsByRule(alerts));
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Alert& alert = *sorted[i];
        const std::string words = alert.socket ? describeSocket(*alert.socket) : alert.reason;
        if (i < kMaxNamed) {
            sum.reason += (i == 0 ? "" : ", ") + words;
        }
        if (i == Alert::kMaxEvidence) {
            break;
        }
        sum.evidence.push_back(words + ": " + alert.reason);
    }
    if (total > kMaxNamed) {
        const std::size_t others = total - kMaxNamed;
        sum.reason += others == 1 ? " and 1 other" : fmt::format(" and {} others", others);
    }
    return sum;
}

}  // namespace quaywatch
