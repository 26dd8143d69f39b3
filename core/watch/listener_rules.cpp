// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/listener_rules.h"

#include "core/assess/assess.h"
#include "core/baseline/baseline.h"
#include "core/baseline/expected_users.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/watch/alert_text.h"
#include "core/watch/service_key.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

/// A server that starts has become its user by then, whatever the interval of the polls.
constexpr WatchClock::Time kUserChangesWithin = std::chrono::seconds(1);

bool isOrdinaryUser(std::optional<std::uint32_t> uid) noexcept
{
    // The uids that distributions give to people; above these are those of containers, dynamic
    // users and nobody.
    constexpr std::uint32_t kFirst = 1000;
    constexpr std::uint32_t kEnd = 60000;
    return uid && *uid >= kFirst && *uid < kEnd;
}

bool isOfOrdinaryUser(const SocketRecord& listener)
{
    const OwnerSet& owners = listener.owners();
    if (owners.empty()) {
        return isOrdinaryUser(listener.uid);
    }
    return std::all_of(owners.begin(), owners.end(),
                       [](const ProcessPtr& owner) { return isOrdinaryUser(owner->uid); });
}

/// Whether the listener belongs to a service or a container. An administrator who gives one such a
/// port does so on purpose.
bool isPlacedByAdministrator(const SocketRecord& listener)
{
    const bool isInContainer = (listener.serviceContext && listener.serviceContext->container) ||
                               (!listener.owners().empty() && listener.owners().front()->container);
    return isInContainer || serviceUnitOf(listener);
}

Finding findingOf(WatchRule rule, Severity severity, const SocketRecord& listener,
                  const std::string& subject, Message reason)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.dedupKey = dedupKeyFor(rule, subject);
    finding.socket = &listener;
    finding.reason = std::move(reason);
    return finding;
}

Message reasonOf(const SocketRecord& listener)
{
    return listener.assessment.reason ? *listener.assessment.reason : Message();
}

Finding newListener(const SocketRecord& listener, const WatchRules& rules, bool isFirstPoll)
{
    const bool isAnyPort = rules.ephemeralPorts.contains(listener.key.localPort);
    const bool isUnexpected = listener.assessment.verdict == Verdict::Unexpected;
    const bool isHere = listener.exposure == Exposure::Loopback;
    Finding finding =
        findingOf(WatchRule::NewListener, isHere ? Severity::Low : Severity::Medium, listener,
                  // A tool that uses another free port at each start is reported once.
                  isAnyPort ? "any|" + programKeyOf(listener) : serviceKeyOf(listener),
                  // The baseline may have contained it until recently; the reason says so.
                  isUnexpected ? reasonOf(listener) : Message(MessageId::ListenerNotExpected));
    finding.polls = !isFirstPoll && isSettling(listener) ? 2 : 1;
    return finding;
}

/// Whether the listener was explained until now, and only the explanation is gone. An RPC service
/// that ends removes its name from rpcbind before it closes its sockets; the next poll knows
/// whether it does.
bool hasJustLostItsReason(const SocketRecord& listener, const SocketRecord* was)
{
    return was != nullptr && was->assessment.verdict == Verdict::Explained &&
           listener.assessment.verdict == Verdict::Unexpected && was->rpc && !listener.rpc;
}

/// Applies the rules that check whether a listener should exist, the most severe first.
void findWhetherItShouldBe(const SocketRecord& listener, const WatchRules& rules,
                           const ListenerContext& context, const FindingSink& sink)
{
    bool isReported = context.isReported;
    const auto report = [&](Finding finding) {
        if (rules.isOn(finding.rule)) {
            finding.isSilent = isReported;
            isReported = true;
            // Found between bind() and setuid(), it is expected in the next poll.
            if (rules.baseline &&
                isAboutToChangeUser(*rules.baseline, listener, listener.seenSince)) {
                finding.polls = 2;
                finding.heldFor = kUserChangesWithin;
            }
            sink(std::move(finding));
        }
    };
    // A service listens before it registers with rpcbind; the next poll knows more.
    if (listener.mayBeExpectedRpc) {
        return;
    }
    const bool isUnexpected = listener.assessment.verdict == Verdict::Unexpected;
    if (isUnexpected && isUnclaimedWellKnownPort(listener.key.localPort, listener.key.protocol)) {
        // A listener that became more exposed is reported as such, but one on an unassigned port is
        // reported in any case.
        isReported = false;
        Finding finding = findingOf(WatchRule::UnassignedListener,
                                    listener.assessment.severity.value_or(Severity::High), listener,
                                    serviceKeyOf(listener), reasonOf(listener));
        // A service that starts is not registered with rpcbind yet, and its owner may not be known.
        const bool mayBeKnownSoon =
            listener.ownerState == OwnerState::Hidden && isOfSystemService(listener);
        finding.polls = !context.isFirstPoll && mayBeKnownSoon ? 2 : 1;
        report(std::move(finding));
    }
    if (listener.assessment.verdict == Verdict::Expected ||
        listener.assessment.verdict == Verdict::Explained) {
        return;
    }
    if (listener.key.localPort < rules.firstUnprivilegedPort && isOfOrdinaryUser(listener) &&
        !isPlacedByAdministrator(listener)) {
        report(findingOf(
            WatchRule::PrivilegedPortOfUser, Severity::Medium, listener, serviceKeyOf(listener),
            Message(MessageId::PrivilegedPortOfOrdinaryUser, describeOwner(listener))));
    }
    if (rules.hasBaseline && !isEphemeralUdp(listener, rules.ephemeralPorts)) {
        report(newListener(listener, rules, context.isFirstPoll));
    }
}

void findInExecutable(const SocketRecord& listener, const WatchRules& rules,
                      const FindingSink& sink)
{
    const OwnerSet& owners = listener.owners();
    const auto owner = std::find_if(owners.begin(), owners.end(), [](const ProcessPtr& process) {
        return process->isExeDeleted;
    });
    if (owner == owners.end() || isEphemeralUdp(listener, rules.ephemeralPorts)) {
        return;
    }
    const std::string exe = (*owner)->exe.value_or("");
    const auto about = [&](WatchRule rule, Severity severity, Message reason,
                           WatchClock::Time heldFor) {
        Finding finding =
            findingOf(rule, severity, listener, programKeyOf(listener), std::move(reason));
        finding.evidence.emplace_back(MessageId::ListensOn, toString(listener.local()));
        finding.heldFor = heldFor;
        sink(std::move(finding));
    };
    if ((*owner)->isExeInMemory) {
        about(WatchRule::DeletedExecutable, Severity::High, Message(MessageId::RunsFromMemory), {});
    } else if (!(*owner)->isExeReplaced) {
        about(WatchRule::DeletedExecutable, Severity::Low,
              Message(MessageId::ExecutableDeletedOrReplaced, exe), rules.replacedFor);
    } else if (*(*owner)->isExeReplaced) {
        about(WatchRule::ReplacedExecutable, Severity::Low,
              Message(MessageId::ExecutableOutdated, exe), rules.replacedFor);
    } else {
        about(WatchRule::DeletedExecutable, Severity::Medium,
              Message(MessageId::ExecutableDeleted, exe), rules.deletedFor);
    }
}

void findInBacklog(const SocketRecord& listener, const FindingSink& sink)
{
    // One connection may always wait for a moment: that is normal for a program with a backlog of
    // one.
    const std::uint32_t full = std::max<std::uint32_t>(listener.sendQueue, 2);
    if (listener.state != SocketState::Listen || listener.receiveQueue < full) {
        return;
    }
    Finding finding =
        findingOf(WatchRule::BacklogFull, Severity::Medium, listener, serviceKeyOf(listener),
                  Message(MessageId::BacklogFull, listener.receiveQueue, listener.sendQueue));
    finding.polls = 2;
    sink(std::move(finding));
}

}  // namespace

bool needsEarlierRow(const SocketRecord& listener) noexcept
{
    return listener.assessment.verdict == Verdict::Unexpected && !listener.rpc;
}

void findInListener(const SocketRecord& listener, const WatchRules& rules,
                    const ListenerContext& context, const FindingSink& sink)
{
    if (!hasJustLostItsReason(listener, context.was)) {
        findWhetherItShouldBe(listener, rules, context, sink);
    }
    findInExecutable(listener, rules, sink);
    findInBacklog(listener, sink);
}

std::string unassignedListenerKey(const SocketRecord& listener)
{
    return dedupKeyFor(WatchRule::UnassignedListener, serviceKeyOf(listener));
}

}  // namespace quaywatch
