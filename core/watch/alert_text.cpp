// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_text.h"

#include "core/message/message_list.h"

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

struct Counts {
    MessageId one;
    MessageId several;
};

/// What the alerts of each rule are called in a summary.
constexpr std::array<Counts, kWatchRuleCount> kCounts{{
    {MessageId::OneUnassignedListener, MessageId::SeveralUnassignedListener},
    {MessageId::OneUnassignedPeer, MessageId::SeveralUnassignedPeer},
    {MessageId::OneProbe, MessageId::SeveralProbe},
    {MessageId::OneNewListener, MessageId::SeveralNewListener},
    {MessageId::OneMoreExposed, MessageId::SeveralMoreExposed},
    {MessageId::OneTakenOver, MessageId::SeveralTakenOver},
    {MessageId::OneDeletedExecutable, MessageId::SeveralDeletedExecutable},
    {MessageId::OneReplacedExecutable, MessageId::SeveralReplacedExecutable},
    {MessageId::OnePrivilegedPortOfUser, MessageId::SeveralPrivilegedPortOfUser},
    {MessageId::OneBacklogFull, MessageId::SeveralBacklogFull},
    {MessageId::OneCloseWaitPileUp, MessageId::SeveralCloseWaitPileUp},
    {MessageId::OneAlertBurst, MessageId::SeveralAlertBurst},
}};

/// "7 unexpected listeners; 1 new listener", the most frequent first. If these are not all of one
/// rule, or not all alerts, the total comes first: "8 alerts: ...".
Message countsByRule(const std::vector<Alert>& alerts, std::size_t total)
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
    std::vector<MessageArgument> parts;
    for (const auto& [count, rule] : counts) {
        if (count != 0) {
            const Counts& texts = kCounts[rule];
            parts.emplace_back(Message(byCount(count, texts.one, texts.several), count));
        }
    }
    Message list(MessageId::SemicolonList, std::move(parts));
    const bool isAll = counts.front().first == total;
    return isAll ? list
                 : Message(MessageId::Labeled, Message(MessageId::SeveralAlerts, total),
                           std::move(list));
}

/// The port that the alert is about: for an outgoing connection, the remote port.
Port portOf(const SocketRecord& socket)
{
    return socket.direction == Direction::Outbound ? socket.key.remotePort : socket.key.localPort;
}

/// "931/tcp"; the reason of an alert that is not about one socket.
Message portAndProtocol(const Alert& alert)
{
    return alert.socket
               ? fmt::format("{}/{}", portOf(*alert.socket), token(alert.socket->key.protocol))
               : alert.reason;
}

/// "917/udp, 931/tcp and 3 more": the first different ports; an alert on a port that is named
/// counts as named.
Message portsText(const std::vector<const Alert*>& alerts, std::size_t total)
{
    std::vector<Message> named;
    for (const Alert* alert : alerts) {
        Message port = portAndProtocol(*alert);
        const bool isNamed = std::find(named.begin(), named.end(), port) != named.end();
        if (!isNamed && named.size() == kMaxNamed) {
            continue;
        }
        --total;
        if (!isNamed) {
            named.push_back(std::move(port));
        }
    }
    Message list(MessageId::CommaList, std::vector<MessageArgument>(named.begin(), named.end()));
    return total == 0 ? list : Message(MessageId::AndMore, std::move(list), total);
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

Message describeOwner(const SocketRecord& socket)
{
    if (!socket.owners().empty()) {
        const ProcessInfo& owner = *socket.owners().front();
        return owner.script ? owner.name + " " + *owner.script : owner.name;
    }
    if (socket.ownerState == OwnerState::Kernel) {
        return Message(MessageId::TheKernel);
    }
    // If no process has a descriptor for the socket, its creator need not be its present owner.
    if (socket.hiddenBy == HiddenBy::NoDescriptor) {
        return Message(MessageId::HiddenProcess);
    }
    if (socket.user) {
        return Message(MessageId::HiddenProcessOf, *socket.user);
    }
    return socket.uid ? Message(MessageId::HiddenProcessOfUser, *socket.uid)
                      : Message(MessageId::HiddenProcess);
}

Message describeSocket(const SocketRecord& socket)
{
    const bool isOut = socket.direction == Direction::Outbound;
    const MessageId out = socket.isOpener || socket.key.protocol == Protocol::Udp
                              ? MessageId::SocketToRemote
                              : MessageId::SocketWithRemote;
    return Message(isOut ? out : MessageId::SocketOf, token(socket.key.protocol),
                   toString(isOut ? socket.remote() : socket.local()), describeOwner(socket));
}

Message describeExposure(Exposure exposure)
{
    constexpr std::array<MessageId, 6> kExposureMessages{
        MessageId::ExposureLoopback, MessageId::ExposureLinkLocal, MessageId::ExposurePrivate,
        MessageId::ExposurePublic,   MessageId::ExposureMulticast, MessageId::ExposureAll};
    return Message(kExposureMessages.at(static_cast<std::size_t>(exposure)));
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
    sum.reason = Message(MessageId::Labeled, countsByRule(alerts, total), portsText(sorted, total));
    for (const Alert* alert : sorted) {
        if (sum.evidence.size() == Alert::kMaxEvidence) {
            break;
        }
        Message subject = alert->socket ? describeSocket(*alert->socket) : alert->reason;
        sum.evidence.emplace_back(MessageId::Labeled, std::move(subject), alert->reason);
    }
    return sum;
}

}  // namespace quaywatch
