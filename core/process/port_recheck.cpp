// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/port_recheck.h"

#include "core/message/message_list.h"
#include "core/sockets/hidden_owners.h"
#include "core/sockets/socket_source.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace quaywatch {
namespace {

constexpr std::chrono::milliseconds kBetweenPolls{100};
constexpr int kPolls = 6;
constexpr int kPollsForAUnit = 16;

/// The outcome of the candidate, if the candidate no longer holds the port; null otherwise.
const EndOutcome* leavingOf(const EndCandidate& candidate, const std::vector<EndOutcome>& outcomes)
{
    const auto found = std::find_if(outcomes.begin(), outcomes.end(), [&](const auto& outcome) {
        return outcome.process == candidate.details.info.id;
    });
    const bool hasLeft =
        found != outcomes.end() &&
        (found->kind == EndOutcome::Kind::Ended || found->kind == EndOutcome::Kind::AlreadyExited ||
         found->kind == EndOutcome::Kind::ReleasedSocket);
    return hasLeft ? &*found : nullptr;
}

/// The ports that processes of the plan have left, and their former owners.
class LeftPorts {
public:
    LeftPorts(const EndPlan& plan, const std::vector<EndOutcome>& outcomes)
        : m_target(plan.target)
    {
        for (const EndCandidate& candidate : plan.candidates) {
            if (const EndOutcome* outcome = leavingOf(candidate, outcomes)) {
                addLeft(candidate, outcome->kind);
            }
        }
        addOld(*plan.snapshot);
        for (const EndCandidate& candidate : plan.candidates) {
            if (leavingOf(candidate, outcomes) == nullptr) {
                continue;
            }
            m_oldOwners.erase(candidate.details.info.id);
            for (const RelatedProcess& worker : candidate.workers) {
                m_oldOwners.erase(worker.id);
            }
        }
        for (const EndOutcome& outcome : outcomes) {
            const bool isReported = outcome.kind == EndOutcome::Kind::StillAlive ||
                                    outcome.kind == EndOutcome::Kind::Refused ||
                                    outcome.kind == EndOutcome::Kind::Failed;
            if (isReported) {
                m_oldOwners.insert(outcome.process);
            }
        }
    }

    [[nodiscard]] bool areNone() const noexcept { return m_left.empty(); }
    [[nodiscard]] int looks() const noexcept
    {
        return !m_hasEnded ? 1 : m_hasUnit ? kPollsForAUnit : kPolls;
    }
    [[nodiscard]] std::vector<NewHolder> newHoldersIn(const Snapshot& snapshot) const;

private:
    void addLeft(const EndCandidate& candidate, EndOutcome::Kind kind)
    {
        m_hasEnded = m_hasEnded || kind == EndOutcome::Kind::Ended;
        m_hasUnit = m_hasUnit || !candidate.restartingUnits.empty();
        for (const SocketRecord* listener : candidate.listeners) {
            if (isMeant(*listener)) {
                m_left.push_back(listener);
                m_leftSockets.insert(listener->key);
            }
        }
    }
    void addOld(const Snapshot& snapshot)
    {
        for (const SocketRecord& record : snapshot.sockets) {
            if (record.isListener() && isLeft(record)) {
                m_oldSockets.insert(record.key);
                for (const ProcessPtr& owner : record.owners()) {
                    m_oldOwners.insert(owner->id);
                }
            }
        }
    }
    [[nodiscard]] bool isMeant(const SocketRecord& listener) const
    {
        return (!m_target.port || listener.key.localPort == *m_target.port) &&
               (!m_target.protocol || listener.key.protocol == *m_target.protocol) &&
               (!m_target.socket || listener.key.localAddress == m_target.socket->localAddress);
    }
    /// Whether a listener is on a port that was left. Another address of the port counts, too: a
    /// process that starts again may bind another address.
    [[nodiscard]] bool isLeft(const SocketRecord& listener) const
    {
        return isMeant(listener) &&
               std::any_of(m_left.begin(), m_left.end(), [&](const SocketRecord* left) {
                   return left->key.localPort == listener.key.localPort &&
                          left->key.protocol == listener.key.protocol;
               });
    }

    const EndTarget& m_target;
    std::vector<const SocketRecord*> m_left;
    std::set<SocketKey> m_leftSockets;
    std::set<SocketKey> m_oldSockets;
    /// Other owners of the port than those that have left it, and processes reported as still
    /// running.
    std::set<ProcessId> m_oldOwners;
    bool m_hasEnded = false;
    bool m_hasUnit = false;
};

std::vector<NewHolder> LeftPorts::newHoldersIn(const Snapshot& snapshot) const
{
    std::vector<NewHolder> found;
    std::set<ProcessId> seen;
    for (const SocketRecord& record : snapshot.sockets) {
        if (!record.isListener() || !isLeft(record)) {
            continue;
        }
        const bool isSame = m_leftSockets.contains(record.key);
        const bool isNew = !isSame && !m_oldSockets.contains(record.key);
        for (const ProcessPtr& owner : record.owners()) {
            // A process that was not ended and has opened its port again is not a new holder.
            if (!m_oldOwners.contains(owner->id) && seen.insert(owner->id).second) {
                found.push_back({owner, record, isSame});
            }
        }
        const bool isHidden =
            isSame ? record.owners().empty() : isNew && record.ownerState == OwnerState::Hidden;
        if (isHidden) {
            const Gap* gap = gapOf(snapshot, record);
            found.push_back(
                {nullptr, record, isSame, gap != nullptr ? std::optional(*gap) : std::nullopt});
        }
    }
    return found;
}

/// Whether further polls are unnecessary. If the same socket is still held and its holder is not
/// visible, it may be closed soon, or its new owner be found.
bool isSettled(const std::vector<NewHolder>& holders)
{
    return std::any_of(holders.begin(), holders.end(), [](const NewHolder& holder) {
        return holder.process != nullptr || !holder.isSameSocket;
    });
}

/// Names the holders: "51 (unit shop.service) and 2 more"
Message holdersText(const std::vector<NewHolder>& holders, bool isNamed)
{
    const NewHolder& first = holders.front();
    Message who(MessageId::AHiddenProcess);
    if (first.process) {
        const std::string pid = std::to_string(first.process->id.pid);
        who = isNamed ? displayText(first.process->name) + " (" + pid + ")" : pid;
    }
    if (const std::optional<std::string> unit = first.unit()) {
        who = Message(MessageId::WithUnit, who, displayText(*unit));
    }
    return holders.size() == 1 ? who : Message(MessageId::AndMore, who, holders.size() - 1);
}

/// That the holder is hidden, with the reason and the remedy.
Message hiddenText(const NewHolder& holder, Message leaving)
{
    const Port port = holder.socket.key.localPort;
    if (!holder.gap || holder.gap->why.empty()) {
        return Message(MessageId::StillHeldByHidden, std::move(leaving), port);
    }
    return holder.gap->remedy.empty() ? Message(MessageId::StillHeldByHiddenBecause,
                                                std::move(leaving), port, holder.gap->why)
                                      : Message(MessageId::StillHeldByHiddenTry, std::move(leaving),
                                                port, holder.gap->why, holder.gap->remedy);
}

/// Whether the port was to become free. If a process was named, only its end was requested.
bool isPortMeant(const EndPlan& plan)
{
    return plan.target.port && !plan.target.process;
}

/// That the process has left its port.
Message leavingText(const EndPlan& plan, const EndOutcome& outcome)
{
    const std::string name = displayText(outcome.name);
    const std::uint32_t pid = outcome.process.pid;
    if (outcome.kind == EndOutcome::Kind::ReleasedSocket) {
        return Message(MessageId::ReleasedPort, name, pid, plan.target.port.value_or(0));
    }
    return Message(
        outcome.kind == EndOutcome::Kind::Ended ? MessageId::HasEnded : MessageId::HadEnded, name,
        pid);
}

/// That the process has left its port, and who holds it now.
Message heldText(const EndPlan& plan, const std::vector<NewHolder>& holders,
                 const EndOutcome& outcome)
{
    const NewHolder& first = holders.front();
    const Port port = first.socket.key.localPort;
    const bool hasEnded = outcome.kind == EndOutcome::Kind::Ended;
    Message leaving = leavingText(plan, outcome);
    if (!first.process && (first.isSameSocket || !hasEnded)) {
        return hiddenText(first, std::move(leaving));
    }
    if (hasEnded && !first.isSameSocket) {
        return plan.target.port ? Message(MessageId::PortHeldAgain, std::move(leaving),
                                          holdersText(holders, false))
                                : Message(MessageId::NumberedPortHeldAgain, std::move(leaving),
                                          port, holdersText(holders, false));
    }
    return Message(isPortMeant(plan) ? MessageId::NowHeldUnconfirmed : MessageId::StillHeld,
                   std::move(leaving), port, holdersText(holders, true));
}

void reportHeld(const EndPlan& plan, const EndCandidate& candidate,
                const std::vector<NewHolder>& holders, EndOutcome& outcome)
{
    const bool isSame = std::any_of(holders.begin(), holders.end(),
                                    [](const NewHolder& holder) { return holder.isSameSocket; });
    outcome.isPortHeld = isPortMeant(plan) && (isSame || outcome.kind != EndOutcome::Kind::Ended);
    const NewHolder& first = holders.front();
    if (!first.process && first.isSameSocket && !candidate.socketUnits.empty()) {
        return;  // The holder is known: execute() has named the unit.
    }
    outcome.text = heldText(plan, holders, outcome);
    if (candidate.stopCommand) {
        outcome.text = Message(MessageId::WithCommand, outcome.text, *candidate.stopCommand);
    }
}

/// @return The candidate of which the process is a worker, if the plan has one.
const EndCandidate* parentOf(const EndPlan& plan, const ProcessId& process)
{
    for (const EndCandidate& candidate : plan.candidates) {
        for (const RelatedProcess& worker : candidate.workers) {
            if (worker.id == process) {
                return &candidate;
            }
        }
    }
    return nullptr;
}

}  // namespace

std::optional<std::string> NewHolder::unit() const
{
    if (process && process->unit) {
        return process->unit;
    }
    return socket.serviceContext ? socket.serviceContext->unit : std::nullopt;
}

PortRecheck recheckOnThisMachine()
{
    // Opened for the first poll and kept for the others.
    auto source = std::make_shared<std::unique_ptr<SocketSource>>();
    return {.read = [source]() -> Result<SnapshotPtr> {
                if (!*source) {
                    Result<std::unique_ptr<SocketSource>> opened = createSocketSource();
                    if (!opened) {
                        return tl::unexpected(std::move(opened.error()));
                    }
                    *source = std::move(*opened);
                }
                Result<Snapshot> snapshot = (*source)->read(ReadScope::Listeners);
                if (!snapshot) {
                    return tl::unexpected(std::move(snapshot.error()));
                }
                return std::make_shared<const Snapshot>(std::move(*snapshot));
            },
            .pause = [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); },
            .isCanceled = {}};
}

std::optional<std::vector<NewHolder>> recheckPorts(const EndPlan& plan,
                                                   const std::vector<EndOutcome>& outcomes,
                                                   const PortRecheck& recheck)
{
    const LeftPorts ports(plan, outcomes);
    if (ports.areNone()) {
        return std::nullopt;
    }
    int left = ports.looks();
    for (int looks = 1;; ++looks) {
        const Result<SnapshotPtr> snapshot = recheck.read();
        if (!snapshot) {
            return std::nullopt;
        }
        std::vector<NewHolder> holders = ports.newHoldersIn(**snapshot);
        left = holders.empty() ? left : std::max(left, kPolls);
        const bool isCanceled = recheck.isCanceled && recheck.isCanceled();
        if (isSettled(holders) || looks >= left || isCanceled) {
            return holders;
        }
        recheck.pause(kBetweenPolls);
    }
}

void reportNewHolders(const EndPlan& plan, const std::vector<NewHolder>& holders,
                      std::vector<EndOutcome>& outcomes)
{
    if (holders.empty()) {
        return;
    }
    for (const EndCandidate& candidate : plan.candidates) {
        const ProcessId& process = candidate.details.info.id;
        for (EndOutcome& outcome : outcomes) {
            if (outcome.process != process || leavingOf(candidate, outcomes) == nullptr) {
                continue;
            }
            reportHeld(plan, candidate, holders, outcome);
        }
    }
    for (const NewHolder& holder : holders) {
        const EndCandidate* parent = holder.process ? parentOf(plan, holder.process->id) : nullptr;
        if (parent != nullptr) {
            const ProcessInfo& worker = *holder.process;
            outcomes.push_back({worker.id, worker.name, EndOutcome::Kind::StillAlive,
                                Message(MessageId::WorkerHoldsPortAgain, displayText(worker.name),
                                        worker.id.pid, parent->details.info.id.pid),
                                worker.state, /*isPortHeld=*/false, /*wasSignaled=*/false});
        }
    }
}

std::vector<EndOutcome> executeAndRecheck(EndPlan& plan, ProcessSignal signal,
                                          std::chrono::milliseconds wait,
                                          const std::function<bool()>& isCanceled)
{
    std::vector<EndOutcome> outcomes = execute(plan, signal, wait, isCanceled);
    PortRecheck recheck = recheckOnThisMachine();
    recheck.isCanceled = isCanceled;
    if (const auto holders = recheckPorts(plan, outcomes, recheck)) {
        reportNewHolders(plan, *holders, outcomes);
    }
    return outcomes;
}

}  // namespace quaywatch
