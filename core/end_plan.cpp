// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/display_text.h"
#include "core/end_process.h"
#include "core/hidden_owners.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace quaywatch {
namespace {

/// systemd, of the system or of a user: it holds sockets for others and is never to be ended.
bool isServiceManager(const ProcessInfo& process)
{
    constexpr std::string_view kProgram = "/lib/systemd/systemd";
    return process.id.pid == 1 ||
           (process.exe ? process.exe->ends_with(kProgram) : process.comm == "systemd");
}

bool isOwnedBy(const SocketRecord& record, const ProcessId& process)
{
    const OwnerSet& owners = record.owners();
    return std::any_of(owners.begin(), owners.end(),
                       [&](const ProcessPtr& owner) { return owner->id == process; });
}

/// Makes one plan.
class Planner {
public:
    Planner(const EndSystem& system, const EndTarget& target, const SnapshotPtr& snapshot)
        : m_system(system)
        , m_viewer(system.viewer())
    {
        m_plan.target = target;
        m_plan.snapshot = snapshot;
    }

    Result<EndPlan> plan();

private:
    using Owners = std::map<std::uint32_t, ProcessPtr>;

    Result<EndPlan> planPort();
    Result<EndPlan> planProcess();
    void collectListeners();
    [[nodiscard]] tl::unexpected<Error> noOwners(std::size_t hidden) const;
    [[nodiscard]] std::uint32_t headOf(const Owners& owners, std::uint32_t pid) const;
    [[nodiscard]] bool shareListener(const ProcessId& a, const ProcessId& b) const;
    void addCandidate(ProcessDetails details, const std::vector<ProcessPtr>& workers);
    bool takeHold(EndCandidate& candidate);
    void findUnits(EndCandidate& candidate) const;
    void planStop(EndCandidate& candidate) const;
    [[nodiscard]] std::string killCommand() const;
    [[nodiscard]] std::string portText() const;

    const EndSystem& m_system;
    Viewer m_viewer;
    EndPlan m_plan;
    std::vector<const SocketRecord*> m_listeners;  ///< On the port, or of the process.
};

Result<EndPlan> Planner::plan()
{
    if (m_plan.target.process) {
        return planProcess();
    }
    if (m_plan.target.port) {
        return planPort();
    }
    return failure(ErrorCode::NotFound, "neither a port nor a process was named");
}

Result<EndPlan> Planner::planProcess()
{
    const ProcessId wanted = *m_plan.target.process;
    Result<ProcessDetails> details = m_system.inspect(wanted.pid);
    if (!details) {
        return tl::unexpected(std::move(details.error()));
    }
    // Of a thread's number the details are those of its process, which nobody named.
    if (details->threadOf || (wanted.startTime != 0 && details->info.id != wanted)) {
        return failure(ErrorCode::NotFound, "process " + std::to_string(wanted.pid) +
                                                " has ended; its number is another's now");
    }
    m_plan.target.process = details->info.id;
    collectListeners();
    if (m_plan.target.port && m_listeners.empty()) {
        return failure(ErrorCode::NotFound, "process " + std::to_string(wanted.pid) +
                                                " does not listen on " + portText());
    }
    std::vector<ProcessPtr> workers;
    for (const SocketRecord* listener : m_listeners) {
        for (const ProcessPtr& owner : listener->owners()) {
            const bool isChild = owner->parentPid == wanted.pid && wanted.pid != 1;
            if (isChild && std::find(workers.begin(), workers.end(), owner) == workers.end()) {
                workers.push_back(owner);
            }
        }
    }
    addCandidate(std::move(*details), workers);
    if (m_plan.candidates.empty()) {
        return failure(ErrorCode::NotFound, "process " + std::to_string(wanted.pid) + " has ended");
    }
    return std::move(m_plan);
}

Result<EndPlan> Planner::planPort()
{
    collectListeners();
    if (m_listeners.empty()) {
        return failure(ErrorCode::NotFound, "nothing listens on " + portText());
    }
    Owners owners;
    std::size_t hidden = 0;
    for (const SocketRecord* listener : m_listeners) {
        hidden += listener->ownerState == OwnerState::Hidden ||
                          listener->ownerState == OwnerState::Partial
                      ? 1
                      : 0;
        for (const ProcessPtr& owner : listener->owners()) {
            owners.emplace(owner->id.pid, owner);
        }
    }
    if (owners.empty()) {
        return noOwners(hidden);
    }
    if (hidden > 0) {
        m_plan.gaps.push_back({.kind = Gap::Kind::Owner,
                               .count = hidden,
                               .why = "listeners with owners that this user may not see",
                               .cure = killCommand()});
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
        const ProcessPtr& owner = owners[pid];
        Result<ProcessDetails> details = m_system.inspect(pid);
        if (!details && details.error().code != ErrorCode::NotFound) {
            details = ProcessDetails{};
            details->info = *owner;
        }
        if (details && details->info.id == owner->id) {
            addCandidate(std::move(*details), workers);
        }
    }
    if (m_plan.candidates.empty()) {
        return failure(ErrorCode::NotFound, "what listened on " + portText() + " has ended");
    }
    return std::move(m_plan);
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
            m_listeners.push_back(&record);
        }
    }
}

tl::unexpected<Error> Planner::noOwners(std::size_t hidden) const
{
    if (hidden == 0) {
        return failure(ErrorCode::NotFound,
                       portText() + " is held by the kernel itself, there is no process to end");
    }
    const auto isOfNobody = [](const SocketRecord* listener) {
        return listener->hiddenBy == HiddenBy::NoDescriptor;
    };
    if (std::any_of(m_listeners.begin(), m_listeners.end(), isOfNobody)) {
        return failure(
            ErrorCode::PermissionDenied,
            "no process holds " + portText() + " by a descriptor, so there is none to end");
    }
    std::string text = "the owner of " + portText() + " may not be seen by this user";
    const auto inUnit =
        std::find_if(m_listeners.begin(), m_listeners.end(), [](const SocketRecord* listener) {
            return listener->place && (listener->place->unit || listener->place->container);
        });
    if (inUnit != m_listeners.end()) {
        const CgroupPlace& place = *(*inUnit)->place;
        text += " (it belongs to " + displayText(place.container ? *place.container : *place.unit) +
                ")";
    }
    if (!m_viewer.isPrivileged) {
        text += "; try: " + killCommand();
    } else if (const Gap* const gap = gapOf(*m_plan.snapshot, *m_listeners.front());
               gap != nullptr && !gap->cure.empty()) {
        text += "; try: " + gap->cure;
    }
    return failure(ErrorCode::PermissionDenied, std::move(text));
}

/// Of a parent and its workers that share a listener, the parent.
std::uint32_t Planner::headOf(const Owners& owners, std::uint32_t pid) const
{
    std::set<std::uint32_t> seen;
    while (seen.insert(pid).second) {
        const ProcessPtr& process = owners.at(pid);
        const auto parent = process->parentPid ? owners.find(*process->parentPid) : owners.end();
        if (parent == owners.end() || isServiceManager(*parent->second) ||
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

void Planner::addCandidate(ProcessDetails details, const std::vector<ProcessPtr>& workers)
{
    EndCandidate candidate;
    candidate.details = std::move(details);
    for (const SocketRecord& record : m_plan.snapshot->sockets) {
        if (record.isListener() && isOwnedBy(record, candidate.details.info.id)) {
            candidate.listeners.push_back(&record);
        }
    }
    findUnits(candidate);
    if (!takeHold(candidate)) {
        return;
    }
    for (const ProcessPtr& worker : workers) {
        candidate.workers.push_back({worker->id, worker->name});
        auto handle = candidate.refusal ? failure(ErrorCode::PermissionDenied, {})
                                        : m_system.open(worker->id);
        candidate.workerHandles.push_back(handle ? std::move(*handle) : nullptr);
    }
    m_plan.candidates.push_back(std::move(candidate));
}

/// @return False if it has ended.
bool Planner::takeHold(EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    if (isServiceManager(info)) {
        candidate.refusal = "systemd runs the services and is never signaled";
        if (candidate.socketUnit) {
            candidate.refusal = "systemd holds the port for " + displayText(*candidate.socketUnit) +
                                " and is never signaled; stop that unit instead";
        }
        return true;
    }
    Result<std::unique_ptr<ProcessHandle>> handle = m_system.open(info.id);
    if (!handle) {
        const Error& error = handle.error();
        const bool isOld = error.code == ErrorCode::Unsupported;
        candidate.refusal = isOld ? "this system offers no way to signal it for sure "
                                    "(Linux 5.3 or newer is needed)"
                            : error.code == ErrorCode::PermissionDenied ? error.context
                                                                        : describe(error);
        return error.code != ErrorCode::NotFound;
    }
    candidate.handle = std::move(*handle);
    const Result<void> permission = candidate.handle->checkPermission();
    if (!permission && permission.error().code == ErrorCode::PermissionDenied) {
        m_plan.gaps.push_back({.kind = Gap::Kind::Process,
                               .count = 1,
                               .why = displayText(info.name) + " (process " +
                                      std::to_string(info.id.pid) + ") may be ended only by " +
                                      (info.user ? displayText(*info.user) + " or root" : "root"),
                               .cure = killCommand()});
    }
    return true;
}

void Planner::findUnits(EndCandidate& candidate) const
{
    const ProcessDetails& details = candidate.details;
    candidate.socketUnit = details.socketUnit;
    candidate.restartingUnit = details.restartingUnit;
    const auto managed = std::find_if(
        candidate.listeners.begin(), candidate.listeners.end(), [](const SocketRecord* listener) {
            const OwnerSet& owners = listener->owners();
            return std::any_of(owners.begin(), owners.end(),
                               [](const ProcessPtr& owner) { return isServiceManager(*owner); });
        });
    if (managed != candidate.listeners.end()) {
        const SocketKey& key = (*managed)->key;
        if (const auto unit = m_system.findSocketUnit(key.protocol, key.localPort)) {
            candidate.socketUnit = unit->name;
            if (isServiceManager(details.info) && unit->service.find("@.") == std::string::npos) {
                candidate.restartingUnit = unit->service;
            }
        }
    }
    if (candidate.socketUnit && !isServiceManager(details.info)) {
        candidate.restartingUnit = details.info.unit;  // with the next connection
    }
    planStop(candidate);
}

void Planner::planStop(EndCandidate& candidate) const
{
    const ProcessInfo& info = candidate.details.info;
    UnitStop stop;
    for (const auto& unit : {candidate.socketUnit, candidate.restartingUnit}) {
        if (unit && isUnitName(*unit)) {
            stop.units.push_back(*unit);
        }
    }
    if (stop.units.empty()) {
        return;
    }
    const bool isUserUnit =
        isServiceManager(info) ? info.id.pid != 1 : candidate.details.isUserUnit;
    const bool isOwn = isUserUnit && info.uid == m_viewer.uid;
    if (isOwn) {
        stop.manager = {"--user"};
    } else if (isUserUnit && info.uid) {
        stop.manager = {"--user", "-M", info.user.value_or(std::to_string(*info.uid)) + "@"};
    }
    stop.isSudoNeeded = !isOwn && !m_viewer.isPrivileged;
    candidate.stopCommand = stop.command();
    candidate.stop = std::move(stop);
}

std::string Planner::killCommand() const
{
    return killCommandFor(m_plan.target);
}

std::string Planner::portText() const
{
    const EndTarget& target = m_plan.target;
    return "port " + std::to_string(*target.port) +
           (target.protocol ? "/" + std::string(token(*target.protocol)) : std::string());
}

}  // namespace

std::string killCommandFor(const EndTarget& target)
{
    std::string command = "sudo quaywatch-cli kill ";
    if (target.process || !target.port) {
        return command + std::to_string(target.process ? target.process->pid : 0);
    }
    command += "port:" + std::to_string(*target.port);
    return target.protocol ? command.append("/").append(token(*target.protocol)) : command;
}

std::optional<UnitStop> EndPlan::stop() const
{
    std::optional<UnitStop> whole;
    for (const EndCandidate& candidate : candidates) {
        if (!candidate.stop || (whole && whole->manager != candidate.stop->manager)) {
            continue;
        }
        if (!whole) {
            whole = candidate.stop;
            continue;
        }
        for (const std::string& unit : candidate.stop->units) {
            if (std::find(whole->units.begin(), whole->units.end(), unit) == whole->units.end()) {
                whole->units.push_back(unit);
            }
        }
    }
    return whole;
}

Result<EndPlan> planEndOn(const EndSystem& system, const EndTarget& target,
                          const SnapshotPtr& snapshot)
{
    return Planner(system, target, snapshot).plan();
}

Result<EndPlan> planEnd(const EndTarget& target, const SnapshotPtr& snapshot)
{
    return planEndOn(EndSystem{}, target, snapshot);
}

}  // namespace quaywatch
