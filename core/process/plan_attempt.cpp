// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/plan_attempt.h"

#include "core/message/message_list.h"
#include "core/process/end_guard.h"
#include "core/process/end_text.h"
#include "core/process/end_units.h"
#include "core/process/worker_handles.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace quaywatch {
namespace {

bool isOwnedBy(const SocketRecord& record, const ProcessId& process)
{
    const OwnerSet& owners = record.owners();
    return std::any_of(owners.begin(), owners.end(),
                       [&](const ProcessPtr& owner) { return owner->id == process; });
}

std::size_t countOf(const std::vector<const SocketRecord*>& listeners, OwnerState state)
{
    return static_cast<std::size_t>(std::count_if(
        listeners.begin(), listeners.end(),
        [state](const SocketRecord* listener) { return listener->ownerState == state; }));
}

/// Makes one plan.
class Planner {
public:
    Planner(const EndSystem& system, const EndTarget& target, const SnapshotPtr& snapshot)
        : m_system(system)
        , m_currentUser(system.currentUser())
        , m_units(system, *snapshot, m_currentUser)
        , m_guard(system, m_units, target.includesClients)
    {
        m_plan.target = target;
        m_plan.system = system;
        m_plan.snapshot = snapshot;
    }

    PlanAttempt attempt();

private:
    using Owners = std::map<std::uint32_t, ProcessPtr>;
    using Listeners = std::vector<const SocketRecord*>;

    Result<EndPlan> plan();
    Result<EndPlan> planPort();
    Result<EndPlan> planProcess();
    void collectListeners();
    [[nodiscard]] bool isClient(const SocketRecord& listener);
    [[nodiscard]] static Listeners heldBy(const ProcessId& process, const Listeners& listeners);
    [[nodiscard]] std::optional<LeftOut> whyLeftOut(const ProcessInfo& owner);
    void reportHidden(std::size_t hidden, MessageId why);
    void planOwners(Owners owners);
    void planClients();
    [[nodiscard]] Result<ProcessDetails> detailsOf(const ProcessPtr& owner) const;
    [[nodiscard]] std::uint32_t headOf(const Owners& owners, std::uint32_t pid);
    [[nodiscard]] bool shareListener(const ProcessId& a, const ProcessId& b) const;
    [[nodiscard]] std::vector<ProcessPtr> workersOf(const ProcessInfo& parent);
    void addCandidate(ProcessDetails details, const std::vector<ProcessPtr>& workers,
                      std::optional<LeftOut> leftOut = {});
    bool takeHold(EndCandidate& candidate);
    void reportPermission(const EndCandidate& candidate);

    const EndSystem& m_system;
    CurrentUser m_currentUser;
    EndUnits m_units;
    EndGuard m_guard;
    EndPlan m_plan;
    Listeners m_listeners;  ///< On the port, or of the process.
    Listeners m_clients;    ///< On the port: UDP sockets that look like a client's.
    bool m_haveOwnersEnded = false;
    std::set<SocketKey> m_ownerless;
};

PlanAttempt Planner::attempt()
{
    Result<EndPlan> made = plan();
    return {std::move(made), m_haveOwnersEnded, std::move(m_ownerless)};
}

Result<EndPlan> Planner::plan()
{
    if (m_plan.target.process) {
        return planProcess();
    }
    if (m_plan.target.port) {
        return planPort();
    }
    return failure(ErrorCode::NotFound, Message(MessageId::NoTargetGiven));
}

Result<EndPlan> Planner::planProcess()
{
    const ProcessId wanted = *m_plan.target.process;
    Result<ProcessDetails> details = m_system.inspect(wanted.pid);
    if (!details) {
        return tl::unexpected(std::move(details.error()));
    }
    // For the number of a thread, the details are those of its process, which was not named.
    if (details->threadOf || (wanted.startTime != 0 && details->info.id != wanted)) {
        return failure(ErrorCode::NotFound, Message(MessageId::ProcessNumberReused, wanted.pid));
    }
    m_plan.target.process = details->info.id;
    collectListeners();
    if (m_plan.target.port && m_listeners.empty() && m_clients.empty()) {
        return failure(ErrorCode::NotFound, Message(MessageId::ProcessDoesNotListen, wanted.pid,
                                                    portText(m_plan.target)));
    }
    const std::vector<ProcessPtr> workers = workersOf(details->info);
    std::optional<LeftOut> leftOut = m_plan.target.port ? whyLeftOut(details->info) : std::nullopt;
    addCandidate(std::move(*details), workers, std::move(leftOut));
    if (m_plan.candidates.empty() && m_plan.leftOut.empty()) {
        return failure(ErrorCode::NotFound, Message(MessageId::ProcessHasEnded, wanted.pid));
    }
    return std::move(m_plan);
}

/// Children that share a listener with the process. A child that is privileged while its parent is
/// not, or that belongs to another user, does not count as a worker that ends with its parent.
std::vector<ProcessPtr> Planner::workersOf(const ProcessInfo& parent)
{
    std::vector<ProcessPtr> workers;
    for (const SocketRecord* listener : m_listeners) {
        for (const ProcessPtr& owner : listener->owners()) {
            const bool isChild = owner->parentPid == parent.id.pid && parent.id.pid != 1;
            if (isChild && std::find(workers.begin(), workers.end(), owner) == workers.end() &&
                !m_guard.doubtfulOwner(*owner, heldBy(owner->id, m_listeners))) {
                workers.push_back(owner);
            }
        }
    }
    return workers;
}

Result<EndPlan> Planner::planPort()
{
    collectListeners();
    if (m_listeners.empty() && m_clients.empty()) {
        if (const Gap* const gap = incompleteTable(*m_plan.snapshot)) {
            return failure(ErrorCode::TimedOut,
                           Message(MessageId::NotLookedUp, portText(m_plan.target), gap->why));
        }
        return failure(ErrorCode::NotFound,
                       Message(MessageId::NothingListens, portText(m_plan.target)));
    }
    const Listeners& meant = m_listeners.empty() ? m_clients : m_listeners;
    const std::size_t hidden = countOf(meant, OwnerState::Hidden);
    if (std::all_of(meant.begin(), meant.end(),
                    [](const SocketRecord* listener) { return listener->owners().empty(); })) {
        for (const SocketRecord* listener : meant) {
            m_ownerless.insert(listener->key);
        }
        return tl::unexpected(
            noOwnerOf(*m_plan.snapshot, m_plan.target, meant, hidden, m_currentUser));
    }
    Owners owners;
    for (const SocketRecord* listener : m_listeners) {
        for (const ProcessPtr& owner : listener->owners()) {
            owners.emplace(owner->id.pid, owner);
        }
    }
    reportHidden(hidden, MessageId::HiddenListeners);
    reportHidden(countOf(meant, OwnerState::Partial), MessageId::PerhapsHiddenHolders);
    planOwners(std::move(owners));
    planClients();
    if (m_plan.candidates.empty() && m_plan.leftOut.empty()) {
        m_haveOwnersEnded = true;
        return failure(ErrorCode::NotFound,
                       Message(MessageId::ListenersHaveEnded, portText(m_plan.target)));
    }
    return std::move(m_plan);
}

void Planner::reportHidden(std::size_t hidden, MessageId why)
{
    const bool isCertain = why == MessageId::HiddenListeners;
    if (hidden > 0) {
        m_plan.gaps.push_back({.kind = Gap::Kind::Owner,
                               .count = isCertain ? std::optional(hidden) : std::nullopt,
                               .why = Message(why),
                               .remedy = killRemedyFor(m_plan.target, m_currentUser)});
    }
}

/// Owners that are left out are handled first: they count neither as parents nor as workers.
void Planner::planOwners(Owners owners)
{
    for (auto entry = owners.begin(); entry != owners.end();) {
        std::optional<LeftOut> leftOut = whyLeftOut(*entry->second);
        if (!leftOut) {
            ++entry;
            continue;
        }
        if (Result<ProcessDetails> details = detailsOf(entry->second)) {
            addCandidate(std::move(*details), {}, std::move(leftOut));
        }
        entry = owners.erase(entry);
    }
    std::map<std::uint32_t, std::vector<ProcessPtr>> workersOf;
    for (const auto& [pid, owner] : owners) {
        const std::uint32_t head = headOf(owners, pid);
        std::vector<ProcessPtr>& workers = workersOf[head];
        if (head != pid) {
            workers.push_back(owner);
        }
    }
    for (const auto& [pid, workers] : workersOf) {
        if (Result<ProcessDetails> details = detailsOf(owners[pid])) {
            addCandidate(std::move(*details), workers);
        }
    }
}

/// Adds processes that hold only client sockets on the port, as left out.
void Planner::planClients()
{
    Owners clients;
    for (const SocketRecord* client : m_clients) {
        for (const ProcessPtr& owner : client->owners()) {
            if (heldBy(owner->id, m_listeners).empty()) {
                clients.emplace(owner->id.pid, owner);
            }
        }
    }
    for (const auto& [pid, owner] : clients) {
        if (Result<ProcessDetails> details = detailsOf(owner)) {
            addCandidate(std::move(*details), {}, EndGuard::asClient());
        }
    }
}

/// @return NotFound if it has ended.
Result<ProcessDetails> Planner::detailsOf(const ProcessPtr& owner) const
{
    Result<ProcessDetails> details = m_system.inspect(owner->id.pid);
    if (!details && details.error().code != ErrorCode::NotFound) {
        details = ProcessDetails{};
        details->info = *owner;
    }
    if (details && details->info.id != owner->id) {
        return failure(ErrorCode::NotFound, Message(MessageId::ProcessNumberReused, owner->id.pid));
    }
    return details;
}

void Planner::collectListeners()
{
    const EndTarget& target = m_plan.target;
    for (const SocketRecord& record : m_plan.snapshot->sockets) {
        const SocketKey& key = record.key;
        if (record.isListener() && (!target.port || key.localPort == *target.port) &&
            (!target.protocol || key.protocol == *target.protocol) &&
            (!target.socket || key == *target.socket) &&
            (!target.process || isOwnedBy(record, *target.process))) {
            (target.port && isClient(record) ? m_clients : m_listeners).push_back(&record);
        }
    }
}

/// A socket that a service manager holds is for a service, whatever its port.
bool Planner::isClient(const SocketRecord& listener)
{
    const OwnerSet& owners = listener.owners();
    return m_guard.isClient(listener) &&
           std::all_of(owners.begin(), owners.end(), [this](const ProcessPtr& owner) {
               return m_units.managerOf(owner->id) == ServiceManager::None;
           });
}

Planner::Listeners Planner::heldBy(const ProcessId& process, const Listeners& listeners)
{
    Listeners held;
    std::copy_if(listeners.begin(), listeners.end(), std::back_inserter(held),
                 [&](const SocketRecord* listener) { return isOwnedBy(*listener, process); });
    return held;
}

/// The reason why the process is not ended with the port; empty if it is. Empty also for a service
/// manager, which is never ended and has a refusal.
std::optional<LeftOut> Planner::whyLeftOut(const ProcessInfo& owner)
{
    if (m_units.managerOf(owner.id) != ServiceManager::None) {
        return std::nullopt;
    }
    const Listeners held = heldBy(owner.id, m_listeners);
    return held.empty() ? std::optional(EndGuard::asClient()) : m_guard.doubtfulOwner(owner, held);
}

/// The topmost parent that shares listeners with its workers, of which the process is one;
/// otherwise the process itself.
std::uint32_t Planner::headOf(const Owners& owners, std::uint32_t pid)
{
    std::set<std::uint32_t> seen;
    while (seen.insert(pid).second) {
        const ProcessPtr& process = owners.at(pid);
        const auto parent = process->parentPid ? owners.find(*process->parentPid) : owners.end();
        if (parent == owners.end() ||
            m_units.managerOf(parent->second->id) != ServiceManager::None ||
            !shareListener(process->id, parent->second->id)) {
            break;
        }
        pid = parent->first;
    }
    return pid;
}

bool Planner::shareListener(const ProcessId& a, const ProcessId& b) const
{
    return std::any_of(m_listeners.begin(), m_listeners.end(), [&](const SocketRecord* listener) {
        return isOwnedBy(*listener, a) && isOwnedBy(*listener, b);
    });
}

void Planner::addCandidate(ProcessDetails details, const std::vector<ProcessPtr>& workers,
                           std::optional<LeftOut> leftOut)
{
    EndCandidate candidate;
    candidate.details = std::move(details);
    candidate.leftOut = std::move(leftOut);
    const ProcessId& process = candidate.details.info.id;
    Listeners asked = heldBy(process, m_listeners);
    const Listeners asClient = heldBy(process, m_clients);
    asked.insert(asked.end(), asClient.begin(), asClient.end());
    if (m_units.managerOf(process) != ServiceManager::None) {
        // If it is named by its number, no port has to become free.
        asked = m_plan.target.port ? asked : Listeners();
        candidate.listeners = asked;
    } else {
        for (const SocketRecord& record : m_plan.snapshot->sockets) {
            if (record.isListener() && isOwnedBy(record, process)) {
                candidate.listeners.push_back(&record);
            }
        }
    }
    m_units.describe(candidate, asked);
    if (!takeHold(candidate)) {
        return;
    }
    holdWorkers(m_system, workers, candidate);
    (candidate.leftOut ? m_plan.leftOut : m_plan.candidates).push_back(std::move(candidate));
}

/// @return False if it has ended.
bool Planner::takeHold(EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    candidate.refusal = m_guard.refusalOf(candidate, m_plan.target);
    if (candidate.refusal) {
        return true;
    }
    Result<std::unique_ptr<ProcessHandle>> handle = m_system.open(info.id);
    if (!handle) {
        const Error& error = handle.error();
        const bool isOld = error.code == ErrorCode::Unsupported && error.osCode != 0;
        candidate.refusal = isOld               ? Message(MessageId::CannotSignalSafely)
                            : error.osCode == 0 ? error.context
                                                : describe(error);
        return error.code != ErrorCode::NotFound;
    }
    candidate.handle = std::move(*handle);
    if (!candidate.leftOut) {
        reportPermission(candidate);
    }
    return true;
}

void Planner::reportPermission(const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    const Result<void> permission = candidate.handle->checkPermission();
    if (!permission && permission.error().code == ErrorCode::PermissionDenied) {
        m_plan.gaps.push_back({.kind = Gap::Kind::Process,
                               .count = 1,
                               .why = whyNotPermitted(info, m_currentUser),
                               .remedy = killRemedyFor(m_plan.target, m_currentUser)});
    }
}

}  // namespace

PlanAttempt attemptPlan(const EndSystem& system, const EndTarget& target,
                        const SnapshotPtr& snapshot)
{
    return Planner(system, target, snapshot).attempt();
}

}  // namespace quaywatch
