// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/signal_check.h"

#include "core/message/message_list.h"
#include "core/process/end_guard.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace quaywatch {
namespace {

using Kind = EndOutcome::Kind;
using LookClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kMaxLookTime{1};
constexpr int kMaxLooks = 100;
/// A poll may happen just after a process has closed its socket and before it opens the next one.
constexpr int kMaxVacantLooks = 3;

/// Whether the process runs another executable or, if that is an interpreter or a loader, another
/// script or program. Of one without a script (python -c), the command line is compared.
bool isOtherProgram(const ProcessInfo& shown, const ProcessInfo& now)
{
    if (!shown.exe || !now.exe) {
        return false;
    }
    const bool isInterpreter =
        shown.workingDirectory || now.script || shown.script || !isProgramClear(now);
    const bool isOtherCommand =
        isInterpreter && !shown.script && !now.script && shown.command != now.command;
    return shown.exe != now.exe || shown.runs != now.runs || shown.script != now.script ||
           isOtherCommand;
}

bool isOwner(const SocketRecord& record, const ProcessId& process)
{
    const OwnerSet& owners = record.owners();
    return std::any_of(owners.begin(), owners.end(),
                       [&](const ProcessPtr& owner) { return owner->id == process; });
}

}  // namespace

/// The result of one poll of the port, for a process that has left its planned sockets.
struct SignalCheck::Sight {
    Listeners held;  ///< Held by the process.
    bool hasOthers = false;
    std::set<SocketKey> hidden;  ///< Sockets whose owners are unknown.
};

SignalCheck::SignalCheck(EndPlan& plan)
    : m_plan(plan)
{
}

Result<std::optional<SignalCheck::Obstacle>> SignalCheck::findObstacle(const ProcessHandle& process,
                                                                       EndCandidate& candidate)
{
    const ProcessId id = process.id();
    const Result<ProcessInfo> now = m_plan.system.read(id.pid);
    if (!now) {
        return tl::unexpected(now.error());
    }
    if (now->id != id) {
        return Obstacle{Kind::AlreadyExited, MessageId::HadEnded, {}};
    }
    if (!m_plan.target.port) {
        return guards(*now, {}, candidate);
    }
    const Result<Listeners> held = heldOf(process, candidate);
    if (!held) {
        return tl::unexpected(held.error());
    }
    return held->empty() ? checkAgain(process, candidate) : guards(*now, *held, candidate);
}

Result<bool> SignalCheck::holdsPort(const ProcessHandle& process,
                                    const EndCandidate& candidate) const
{
    if (!m_plan.target.port) {
        return true;
    }
    return heldOf(process, candidate).map([](const Listeners& held) { return !held.empty(); });
}

/// The user agreed to what the plan showed. Since then the process may have changed its user or
/// program, or have passed on the sockets that justified ending it.
std::optional<SignalCheck::Obstacle> SignalCheck::guards(const ProcessInfo& now,
                                                         const Listeners& held,
                                                         const EndCandidate& candidate) const
{
    const auto refused = [](Message why) {
        return Obstacle{Kind::Refused, MessageId::NotSignaled, {std::move(why)}};
    };
    if (m_plan.system.managerOf(now.id) != ServiceManager::None) {
        return refused(Message(MessageId::SystemdNeverSignaled));
    }
    const ProcessInfo& shown = candidate.details.info;
    const bool isShown = shown.id == now.id;
    if (isShown && shown.uid && now.uid && shown.uid != now.uid) {
        return refused(Message(MessageId::RunsAsOtherUser));
    }
    if (isShown && isOtherProgram(shown, now)) {
        return refused(Message(MessageId::RunsOtherProgram));
    }
    if (candidate.leftOut && isShown) {
        return std::nullopt;  // Taken in by the user, who was shown the reason.
    }
    ProcessInfo named = now;
    if (isShown && !named.user) {
        named.user = shown.user;
    }
    const std::optional<LeftOut> leftOut = EndGuard::foreignSocket(m_plan.system, named, held);
    return leftOut ? std::optional(refused(leftOut->text)) : std::nullopt;
}

Result<SignalCheck::Listeners> SignalCheck::heldOf(const ProcessHandle& process,
                                                   const EndCandidate& candidate) const
{
    Listeners held;
    std::optional<Error> error;
    for (const SocketRecord* listener : candidate.listeners) {
        if (!isMeant(*listener) || !listener->inode) {
            continue;
        }
        const Result<bool> isHeld = process.holdsSocket(*listener->inode);
        if (!isHeld) {
            error = isHeld.error();
        } else if (*isHeld) {
            held.push_back(listener);
        }
    }
    if (held.empty() && error) {
        return tl::unexpected(*error);
    }
    return held;
}

/// A process that opens its port again has not left it. Another process that holds the port now was
/// not shown, and is not ended.
Result<std::optional<SignalCheck::Obstacle>> SignalCheck::checkAgain(const ProcessHandle& process,
                                                                     EndCandidate& candidate)
{
    const auto deadline = LookClock::now() + kMaxLookTime;
    std::set<SocketKey> hiddenBefore;
    int vacant = 0;
    for (int looks = 1;; ++looks) {
        const Result<SnapshotPtr> snapshot = m_plan.system.readListeners();
        if (!snapshot) {
            return tl::unexpected(snapshot.error());
        }
        Sight sight = visibilityOf(**snapshot, process.id(), candidate);
        if (!sight.held.empty()) {
            const OwnerSet& owners = sight.held.front()->owners();
            const auto now = std::find_if(owners.begin(), owners.end(), [&](const auto& owner) {
                return owner->id == process.id();
            });
            m_plan.laterSnapshots.push_back(*snapshot);
            candidate.listeners.insert(candidate.listeners.end(), sight.held.begin(),
                                       sight.held.end());
            return guards(**now, sight.held, candidate);
        }
        vacant += sight.hidden.empty() ? 1 : 0;
        // No owner is found for a socket that was closed after the table was read and before the
        // processes were read. If the process keeps opening new sockets, the next poll finds
        // another one.
        const bool isDecided = sight.hidden.empty() ? sight.hasOthers || vacant >= kMaxVacantLooks
                                                    : sight.hidden == hiddenBefore;
        if (isDecided) {
            return noLonger();
        }
        if (looks >= kMaxLooks || LookClock::now() >= deadline) {
            return Obstacle{Kind::Failed,
                            MessageId::CouldNotBeEnded,
                            {Message(MessageId::SocketsChangeTooFast)}};
        }
        hiddenBefore = std::move(sight.hidden);
    }
}

SignalCheck::Sight SignalCheck::visibilityOf(const Snapshot& snapshot, const ProcessId& process,
                                             const EndCandidate& candidate) const
{
    Sight sight;
    for (const SocketRecord& record : snapshot.sockets) {
        if (!record.isListener() || !isInPlaceOf(record, candidate)) {
            continue;
        }
        if (isOwner(record, process)) {
            sight.held.push_back(&record);
        } else if (record.owners().empty()) {
            sight.hidden.insert(record.key);
        } else {
            sight.hasOthers = true;
        }
    }
    return sight;
}

bool SignalCheck::isMeant(const SocketRecord& listener) const
{
    const EndTarget& target = m_plan.target;
    return listener.key.localPort == *target.port &&
           (!target.protocol || listener.key.protocol == *target.protocol) &&
           (!target.socket || listener.key.localAddress == target.socket->localAddress);
}

/// Whether the listener has the port and a protocol for which the candidate was planned. So a
/// client's socket with the same number never counts as a listener.
bool SignalCheck::isInPlaceOf(const SocketRecord& listener, const EndCandidate& candidate) const
{
    const std::vector<const SocketRecord*>& planned = candidate.listeners;
    return isMeant(listener) &&
           std::any_of(planned.begin(), planned.end(), [&](const SocketRecord* each) {
               return isMeant(*each) && each->key.protocol == listener.key.protocol;
           });
}

SignalCheck::Obstacle SignalCheck::noLonger() const
{
    return {Kind::ReleasedSocket, MessageId::ReleasedPort, {*m_plan.target.port}};
}

}  // namespace quaywatch
