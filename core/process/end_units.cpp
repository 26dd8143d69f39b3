// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_units.h"

#include "core/text/display_text.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

void addOnce(std::vector<std::string>& units, const std::string& unit)
{
    if (!unit.empty() && std::find(units.begin(), units.end(), unit) == units.end()) {
        units.push_back(unit);
    }
}

bool contains(const std::vector<std::string>& units, const std::optional<std::string>& unit)
{
    return unit && std::find(units.begin(), units.end(), *unit) != units.end();
}

/// A service whose instances are started one a connection has none that could be stopped.
bool isTemplate(const std::string& unit)
{
    return unit.find("@.") != std::string::npos;
}

/// Whether the unit of a process is what the socket unit starts; one a connection of a template.
bool startsService(const SocketUnit& socket, const std::string& unit)
{
    const std::string_view service = socket.service;
    return unit.ends_with(".service") &&
           (service.empty() || service == unit ||
            (isTemplate(socket.service) && unit.starts_with(service.substr(0, service.find('.')))));
}

std::optional<std::string> placeOf(const SocketRecord& listener)
{
    return listener.place ? listener.place->unit : std::nullopt;
}

bool isSystemd(ServiceManager manager)
{
    return manager == ServiceManager::System || manager == ServiceManager::User;
}

}  // namespace

EndUnits::EndUnits(const EndSystem& system, const Snapshot& snapshot, Viewer viewer)
    : m_system(system)
    , m_snapshot(snapshot)
    , m_viewer(std::move(viewer))
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
    const bool isManager = managerOf(details.info.id) != ServiceManager::None;
    for (const SocketRecord* listener : asked) {
        const std::optional<SocketUnit> unit = unitOf(*listener, candidate);
        if (!unit) {
            continue;
        }
        addOnce(candidate.socketUnits, unit->name);
        // It starts with the next connection.
        if (!isTemplate(unit->service)) {
            addOnce(candidate.restartingUnits, unit->service);
        }
        if (!isManager && details.info.unit && startsService(*unit, *details.info.unit)) {
            addOnce(candidate.restartingUnits, *details.info.unit);
        }
    }
    if (!isManager && details.restartingUnit) {
        addOnce(candidate.restartingUnits, *details.restartingUnit);
    }
    planStop(candidate);
    findAlsoClosed(candidate);
}

std::optional<std::string> EndUnits::refusalOf(const EndCandidate& candidate)
{
    const ServiceManager manager = managerOf(candidate.details.info.id);
    if (manager == ServiceManager::None) {
        return std::nullopt;
    }
    if (manager == ServiceManager::Init) {
        return "process 1 runs the system and is never signaled";
    }
    if (candidate.socketUnits.empty()) {
        return "systemd runs the services and is never signaled";
    }
    std::string units;
    for (const std::string& unit : candidate.socketUnits) {
        units += (units.empty() ? "" : ", ") + displayText(unit);
    }
    return "systemd holds the port for " + units + " and is never signaled; stop " +
           (candidate.socketUnits.size() == 1 ? "that unit" : "those units") + " instead";
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

/// The unit that keeps the listener open for the candidate.
std::optional<SocketUnit> EndUnits::unitOf(const SocketRecord& listener,
                                           const EndCandidate& candidate)
{
    if (const std::optional<Holder> holder = holderOf(listener)) {
        return unitHeldBy(*holder, listener);
    }
    // A user may not see what process 1 holds. A service that was handed sockets may hold others of
    // its own, so this one must be root's and among those of a unit that starts the service.
    const ProcessDetails& details = candidate.details;
    if (!details.socketUnit || details.isUserUnit || m_viewer.isPrivileged || listener.uid != 0U) {
        return std::nullopt;
    }
    auto unit = m_system.findSocketUnit(
        {.protocol = listener.key.protocol, .local = listener.local(), .unit = placeOf(listener)});
    const bool isItsOwn = unit && (unit->service.empty() || unit->service == details.info.unit ||
                                   unit->name == *details.socketUnit);
    return isItsOwn ? unit : std::nullopt;
}

std::optional<SocketUnit> EndUnits::unitHeldBy(const Holder& holder,
                                               const SocketRecord& listener) const
{
    if (!isSystemd(holder.manager)) {
        return std::nullopt;
    }
    const std::optional<std::string> place = placeOf(listener);
    if (auto unit = m_system.findSocketUnit({.protocol = listener.key.protocol,
                                             .local = listener.local(),
                                             .unit = place,
                                             .manager = holder.manager,
                                             .managerProcess = holder.process->id})) {
        return unit;
    }
    // A service may leave sockets with systemd for its next start (FileDescriptorStoreMax=).
    const bool isService = place && place->ends_with(".service") && !place->starts_with("user@") &&
                           !isTemplate(*place);
    return isService ? std::optional(SocketUnit{{}, *place}) : std::nullopt;
}

void EndUnits::planStop(EndCandidate& candidate)
{
    UnitStop stop;
    for (const std::vector<std::string>* units :
         {&candidate.socketUnits, &candidate.restartingUnits}) {
        for (const std::string& unit : *units) {
            if (isUnitName(unit)) {
                addOnce(stop.units, unit);
            }
        }
    }
    if (stop.units.empty()) {
        return;
    }
    const ProcessInfo& info = candidate.details.info;
    const bool isUserUnit = isOfUserManager(candidate);
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

void EndUnits::findAlsoClosed(EndCandidate& candidate)
{
    if (!candidate.stop) {
        return;
    }
    for (const SocketRecord& record : m_snapshot.sockets) {
        const bool isNamed = std::find(candidate.listeners.begin(), candidate.listeners.end(),
                                       &record) != candidate.listeners.end();
        if (record.isListener() && !isNamed && isClosedBy(candidate, record)) {
            candidate.alsoClosed.push_back(&record);
        }
    }
}

/// Whether stopping the candidate's units closes the listener.
bool EndUnits::isClosedBy(const EndCandidate& candidate, const SocketRecord& listener)
{
    const std::vector<std::string>& stopped = candidate.stop->units;
    const bool isUserUnit = isOfUserManager(candidate);
    for (const ProcessPtr& owner : listener.owners()) {
        if (!contains(stopped, owner->unit)) {
            continue;
        }
        // A user's unit may be called like one of the system.
        const Result<ProcessDetails> details = m_system.inspect(owner->id.pid);
        if (details && details->info.id == owner->id && details->isUserUnit == isUserUnit &&
            (!isUserUnit || owner->uid == candidate.details.info.uid)) {
            return true;
        }
    }
    const std::optional<Holder> holder = holderOf(listener);
    if (!holder || (holder->manager == ServiceManager::User) != isUserUnit ||
        (isUserUnit && holder->process->uid != candidate.details.info.uid)) {
        return false;
    }
    const std::optional<SocketUnit> unit = unitHeldBy(*holder, listener);
    return unit && (contains(stopped, unit->name) ||
                    (unit->name.empty() && contains(stopped, unit->service)));
}

bool EndUnits::isOfUserManager(const EndCandidate& candidate)
{
    const ServiceManager manager = managerOf(candidate.details.info.id);
    return manager == ServiceManager::None ? candidate.details.isUserUnit
                                           : manager == ServiceManager::User;
}

}  // namespace quaywatch
