// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_units.h"

#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace quaywatch {
namespace {

/// Adds a unit if its name is valid; others are ignored.
void addUnit(std::vector<std::string>& units, const std::string& unit)
{
    if (isUnitName(unit) && std::find(units.begin(), units.end(), unit) == units.end()) {
        units.push_back(unit);
    }
}

bool contains(const std::vector<std::string>& units, const std::optional<std::string>& unit)
{
    return unit && std::find(units.begin(), units.end(), *unit) != units.end();
}

/// Whether the service is started once per connection: it has no single unit that could be stopped.
bool isTemplate(const std::string& unit)
{
    return unit.find("@.") != std::string::npos;
}

/// Whether the socket unit starts the unit of a process; for a template, one instance per
/// connection.
bool startsService(const SocketUnit& socket, const std::string& unit)
{
    const std::string_view service = socket.service;
    return unit.ends_with(".service") &&
           (service.empty() || service == unit ||
            (isTemplate(socket.service) && unit.starts_with(service.substr(0, service.find('.')))));
}

/// The unit in the service context of the socket, if it belongs to this manager.
std::optional<std::string> placeOf(const SocketRecord& listener, const SystemdInstance& manager)
{
    return listener.serviceContext && listener.serviceContext->unitManagerUid == manager.user
               ? listener.serviceContext->unit
               : std::nullopt;
}

}  // namespace

EndUnits::EndUnits(const EndSystem& system, const Snapshot& snapshot, CurrentUser currentUser)
    : m_system(system)
    , m_snapshot(snapshot)
    , m_currentUser(std::move(currentUser))
{
}

ServiceManager EndUnits::managerOf(const ProcessId& process)
{
    const auto [entry, isNew] = m_managers.try_emplace(process);
    if (isNew) {
        entry->second = m_system.managerOf(process);
    }
    return entry->second;
}

void EndUnits::describe(EndCandidate& candidate, const std::vector<const SocketRecord*>& asked)
{
    const ProcessDetails& details = candidate.details;
    std::vector<Named> named = unitsBehind(details, asked);
    // A user controls the texts of their own units. So the system manager's units have precedence
    // over those of a user's manager, and those of the process' own manager over another user's. Of
    // two other users, it is unknown which is right.
    const std::optional<SystemdInstance> own = ownManagerOf(details);
    const auto isOf = [&named](const std::optional<SystemdInstance>& manager) {
        return std::find_if(named.begin(), named.end(),
                            [&](const Named& units) { return units.manager == manager; });
    };
    auto chosen = isOf(SystemdInstance{});
    chosen = chosen == named.end() ? isOf(own) : chosen;
    chosen = chosen == named.end() && named.size() == 1 ? named.begin() : chosen;
    if (chosen == named.end()) {
        return;
    }
    candidate.socketUnits = std::move(chosen->socketUnits);
    candidate.restartingUnits = std::move(chosen->restartingUnits);
    planStop(candidate, chosen->manager);
    findAlsoClosed(candidate, chosen->manager);
}

/// For each manager, the units behind a process: those that hold the listeners of the target, and
/// those that start the process again.
std::vector<EndUnits::Named> EndUnits::unitsBehind(const ProcessDetails& details,
                                                   const std::vector<const SocketRecord*>& asked)
{
    std::vector<Named> named;
    const auto of = [&named](const SystemdInstance& manager) -> Named& {
        const auto found = std::find_if(named.begin(), named.end(), [&](const Named& units) {
            return units.manager == manager;
        });
        return found != named.end() ? *found : named.emplace_back(Named{manager, {}, {}});
    };
    const bool isManager = managerOf(details.info.id) != ServiceManager::None;
    const std::optional<SystemdInstance> own = ownManagerOf(details);
    for (const SocketRecord* listener : asked) {
        const std::optional<SocketUnit> unit = unitOf(*listener, details);
        const std::optional<Holder> holder = unit ? holderOf(*listener) : std::nullopt;
        const std::optional<SystemdInstance> manager =
            holder ? unitsOf(*holder) : SystemdInstance{};
        if (!unit || !manager) {
            continue;
        }
        Named& units = of(*manager);
        addUnit(units.socketUnits, unit->name);
        // Such a service starts with the next connection.
        if (!isTemplate(unit->service)) {
            addUnit(units.restartingUnits, unit->service);
        }
        if (!isManager && own == manager && details.info.unit &&
            startsService(*unit, *details.info.unit)) {
            addUnit(units.restartingUnits, *details.info.unit);
        }
    }
    if (!isManager && own && details.restartingUnit) {
        addUnit(of(*own).restartingUnits, *details.restartingUnit);
    }
    named.erase(std::remove_if(named.begin(), named.end(),
                               [](const Named& units) {
                                   return units.socketUnits.empty() &&
                                          units.restartingUnits.empty();
                               }),
                named.end());
    return named;
}

bool EndUnits::isHeldFor(const SocketRecord& listener, const ProcessInfo& process)
{
    const std::optional<Holder> holder = holderOf(listener);
    const std::optional<SocketUnit> unit =
        holder && process.unit ? unitHeldBy(*holder, listener) : std::nullopt;
    const bool isOfUser = holder && holder->manager == ServiceManager::User;
    return unit && startsService(*unit, *process.unit) &&
           process.unitManagerUid == (isOfUser ? holder->process->uid : std::nullopt);
}

/// The service manager among the owners of a listener.
std::optional<EndUnits::Holder> EndUnits::holderOf(const SocketRecord& listener)
{
    for (const ProcessPtr& owner : listener.owners()) {
        const ServiceManager manager = managerOf(owner->id);
        if (manager != ServiceManager::None) {
            return Holder{owner, manager};
        }
    }
    return std::nullopt;
}

/// The systemd instance for whose units it holds sockets; empty if unknown.
std::optional<SystemdInstance> EndUnits::unitsOf(const Holder& holder)
{
    if (holder.manager == ServiceManager::System) {
        return SystemdInstance{};
    }
    const bool isUser = holder.manager == ServiceManager::User && holder.process->uid;
    return isUser ? std::optional(SystemdInstance{holder.process->uid}) : std::nullopt;
}

/// The systemd instance that runs the unit of a process or, if the process is a manager itself,
/// that instance.
std::optional<SystemdInstance> EndUnits::ownManagerOf(const ProcessDetails& details)
{
    const ServiceManager manager = managerOf(details.info.id);
    if (manager == ServiceManager::None) {
        return SystemdInstance{details.info.unitManagerUid};
    }
    return unitsOf({std::make_shared<ProcessInfo>(details.info), manager});
}

/// The unit that keeps the listener open for the process.
std::optional<SocketUnit> EndUnits::unitOf(const SocketRecord& listener,
                                           const ProcessDetails& details)
{
    if (const std::optional<Holder> holder = holderOf(listener)) {
        return unitHeldBy(*holder, listener);
    }
    // A user may not read the sockets of process 1. A service that was handed sockets may have
    // opened others itself, so this one must belong to root and to a unit that starts the service.
    if (!details.socketUnit || details.info.unitManagerUid || m_currentUser.isPrivileged ||
        listener.uid != 0U) {
        return std::nullopt;
    }
    auto unit = m_system.findSocketUnit({.protocol = listener.key.protocol,
                                         .local = listener.local(),
                                         .unit = placeOf(listener, SystemdInstance{})});
    const bool isItsOwn = unit && (unit->service.empty() || unit->service == details.info.unit ||
                                   unit->name == *details.socketUnit);
    return isItsOwn ? unit : std::nullopt;
}

std::optional<SocketUnit> EndUnits::unitHeldBy(const Holder& holder,
                                               const SocketRecord& listener) const
{
    const std::optional<SystemdInstance> manager = unitsOf(holder);
    if (!manager) {
        return std::nullopt;
    }
    const std::optional<std::string> serviceContext = placeOf(listener, *manager);
    if (auto unit = m_system.findSocketUnit({.protocol = listener.key.protocol,
                                             .local = listener.local(),
                                             .unit = serviceContext,
                                             .manager = holder.manager,
                                             .managerProcess = holder.process->id})) {
        return unit;
    }
    // A service may store sockets in systemd until its next start (FileDescriptorStoreMax=).
    const bool isService = serviceContext && serviceContext->ends_with(".service") &&
                           !serviceContext->starts_with("user@") && !isTemplate(*serviceContext);
    return isService ? std::optional(SocketUnit{{}, *serviceContext}) : std::nullopt;
}

void EndUnits::planStop(EndCandidate& candidate, const SystemdInstance& manager) const
{
    UnitStop stop;
    stop.units = candidate.socketUnits;
    for (const std::string& unit : candidate.restartingUnits) {
        addUnit(stop.units, unit);
    }
    const ProcessInfo& info = candidate.details.info;
    const bool isOwn = manager.user == m_currentUser.uid;
    if (isOwn) {
        stop.manager = {"--user"};
    } else if (manager.user) {
        const bool isNamed = info.user && info.uid == manager.user;
        stop.manager = {"--user", "-M",
                        (isNamed ? *info.user : std::to_string(*manager.user)) + "@"};
    }
    stop.isSudoNeeded = !isOwn && !m_currentUser.isPrivileged && m_currentUser.uid != 0;
    candidate.stopCommand = stop.command();
    candidate.stop = std::move(stop);
}

void EndUnits::findAlsoClosed(EndCandidate& candidate, const SystemdInstance& manager)
{
    for (const SocketRecord& record : m_snapshot.sockets) {
        const bool isNamed = std::find(candidate.listeners.begin(), candidate.listeners.end(),
                                       &record) != candidate.listeners.end();
        if (record.isListener() && !isNamed && isClosedBy(candidate.stop->units, manager, record)) {
            candidate.alsoClosed.push_back(&record);
        }
    }
}

/// Whether stopping these units of the manager closes the listener.
bool EndUnits::isClosedBy(const std::vector<std::string>& stopped, const SystemdInstance& manager,
                          const SocketRecord& listener)
{
    for (const ProcessPtr& owner : listener.owners()) {
        if (!contains(stopped, owner->unit)) {
            continue;
        }
        // A user's unit may have the same name as one of the system.
        const Result<ProcessDetails> details = m_system.inspect(owner->id.pid);
        if (details && details->info.id == owner->id &&
            details->info.unitManagerUid == manager.user) {
            return true;
        }
    }
    const std::optional<Holder> holder = holderOf(listener);
    if (!holder || unitsOf(*holder) != manager) {
        return false;
    }
    const std::optional<SocketUnit> unit = unitHeldBy(*holder, listener);
    return unit && (contains(stopped, unit->name) ||
                    (unit->name.empty() && contains(stopped, unit->service)));
}

}  // namespace quaywatch
