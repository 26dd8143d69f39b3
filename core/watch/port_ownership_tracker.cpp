// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/port_ownership_tracker.h"

#include "core/assess/assess.h"
#include "core/base/system_path.h"
#include "core/baseline/baseline.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/sockets/close_index.h"
#include "core/watch/alert_text.h"
#include "core/watch/service_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

/// A program that was absent for longer has given up its port.
constexpr WatchClock::Time kRememberedFor = std::chrono::hours(1);
constexpr std::size_t kMaxPorts = 16384;
constexpr std::size_t kMaxHolders = 8;

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

template <class Action>
void forEachListener(const std::vector<RowRun>& runs, const Snapshot& snapshot,
                     const WatchRules& rules, Action action)
{
    forEachRow(snapshot, runs, [&](const SocketRecord& row) {
        if (row.isListener() && !isEphemeralUdp(row, rules.ephemeralPorts)) {
            action(row);
        }
    });
}

}  // namespace

bool PortOwnershipTracker::Presence::isRemembered(Time now) const noexcept
{
    return sockets != 0 || (lastSeen && now - *lastSeen <= kRememberedFor);
}

std::size_t PortOwnershipTracker::Holder::sockets() const noexcept
{
    std::size_t sum = 0;
    for (const Presence& one : presence) {
        sum += one.sockets;
    }
    return sum;
}

PortOwnershipTracker::Time PortOwnershipTracker::Holder::lastSeen() const noexcept
{
    Time last{0};
    for (const Presence& one : presence) {
        last = std::max(last, one.lastSeen.value_or(last));
    }
    return last;
}

bool PortOwnershipTracker::Holder::isRemembered(Time now) const noexcept
{
    return std::any_of(presence.begin(), presence.end(),
                       [now](const Presence& one) { return one.isRemembered(now); });
}

std::vector<Finding> PortOwnershipTracker::observe(const SnapshotUpdate& update, Time now,
                                                   const WatchRules& rules)
{
    std::vector<Finding> findings = takePending(*update.after);
    forEachListener(update.steps.removed, *update.before, rules,
                    [&](const SocketRecord& row) { leave(row, now); });
    // If the same socket has another owner, it was handed on and not taken over.
    forEachListener(update.steps.changed, *update.after, rules, [&](const SocketRecord& row) {
        if (const SocketRecord* was = findSocketRow(*update.before, row.key)) {
            leave(*was, now);
            enter(row, now);
        }
    });
    if (!update.isFirst) {
        // Assess all before any is entered, because a service can open several at once.
        forEachListener(update.steps.added, *update.after, rules,
                        [&](const SocketRecord& row) { assess(row, now, rules, findings); });
    }
    forEachListener(update.steps.added, *update.after, rules,
                    [&](const SocketRecord& row) { enter(row, now); });
    forget(now);
    return findings;
}

PortOwnershipTracker::Program PortOwnershipTracker::programOf(const SocketRecord& listener)
{
    Program program;
    program.name = describeOwner(listener);
    program.uid = listener.uid;
    program.unit = serviceUnitOf(listener).value_or("");
    // A user's unit can have the same name as a system unit.
    if (const auto manager = listener.unitManagerUid(); manager && !program.unit.empty()) {
        program.unit += " of user " + std::to_string(*manager);
    }
    const OwnerSet& owners = listener.owners();
    // Init holds sockets for the services that it starts.
    const auto first = std::find_if(owners.begin(), owners.end(), [](const ProcessPtr& owner) {
        return owner->id.pid != kInitPid;
    });
    program.isInit = !owners.empty() && first == owners.end();
    if (first != owners.end()) {
        const ProcessInfo& owner = **first;
        program.exe = owner.exe ? std::optional(executedProgram(owner)) : std::nullopt;
        program.isLoader = owner.isLoader;
        if (owner.script) {
            program.script = *owner.script + " in " + owner.workingDirectory.value_or("");
        }
    }
    return program;
}

/// Whether both can be the same program: another version of it, or the same service.
bool PortOwnershipTracker::isSame(const Program& a, const Program& b)
{
    if (a.isInit || b.isInit) {
        return a.uid == b.uid;
    }
    if (!a.unit.empty() && a.unit == b.unit) {
        return true;
    }
    if (!a.exe || !b.exe) {
        return a.uid == b.uid && (a.unit.empty() || b.unit.empty());
    }
    const bool isUpgrade = !a.isLoader && !b.isLoader && baseName(*a.exe) == baseName(*b.exe) &&
                           isSystemPath(*a.exe) && isSystemPath(*b.exe);
    return (*a.exe == *b.exe || isUpgrade) && a.script == b.script;
}

PortOwnershipTracker::Reach PortOwnershipTracker::reachOf(Exposure exposure) noexcept
{
    switch (exposure) {
        case Exposure::Loopback:
            return Machine;
        case Exposure::LinkLocal:
            return Link;
        case Exposure::Private:
            return Network;
        case Exposure::Public:
        case Exposure::All:
        case Exposure::Multicast:  // receives the same, whether bound to a group or to all
            break;
    }
    return World;
}

PortOwnershipTracker::Holder* PortOwnershipTracker::find(Holders& holders, const Program& program)
{
    const auto found = std::find_if(holders.begin(), holders.end(), [&](const Holder& holder) {
        return isSame(holder.program, program);
    });
    return found == holders.end() ? nullptr : &*found;
}

void PortOwnershipTracker::assess(const SocketRecord& listener, Time now, const WatchRules& rules,
                                  std::vector<Finding>& findings)
{
    const auto port = m_ports.find({listener.key.localPort, listener.key.protocol});
    if (port == m_ports.end() || listener.assessment.verdict == Verdict::Expected) {
        return;
    }
    const Program program = programOf(listener);
    const Holder* same = find(port->second, program);
    std::optional<Finding> finding =
        same != nullptr ? exposureFinding(*same, listener, now)
                        : takeOverFinding(port->second, program, listener, now, rules);
    if (finding && finding->rule == WatchRule::TakenOver && isSettling(listener)) {
        m_pending.emplace_back(listener.key, *std::move(finding));
    } else if (finding) {
        finding->socket = &listener;
        findings.push_back(*std::move(finding));
    }
}

std::vector<Finding> PortOwnershipTracker::takePending(const Snapshot& after)
{
    std::vector<Finding> findings;
    for (auto& [key, finding] : std::exchange(m_pending, {})) {
        const SocketRecord* listener = findSocketRow(after, key);
        if (listener != nullptr && listener->assessment.verdict != Verdict::Expected) {
            finding.socket = listener;
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

std::optional<Finding> PortOwnershipTracker::exposureFinding(const Holder& holder,
                                                             const SocketRecord& listener, Time now)
{
    const Exposure exposure = listener.exposure.value_or(Exposure::Loopback);
    const Reach reach = reachOf(exposure);
    const Presence* widest = nullptr;
    for (std::size_t i = 0; i < ReachCount; ++i) {
        if (holder.presence[i].isRemembered(now)) {
            widest = &holder.presence[i];
            if (i >= reach) {
                return std::nullopt;
            }
        }
    }
    // A second instance that runs at the same time does not make the first one more exposed.
    const bool isSecond = holder.sockets() != 0 && !listener.owners().empty() &&
                          listener.owners().front()->id != holder.process;
    if (widest == nullptr || isSecond) {
        return std::nullopt;
    }
    Finding finding;
    finding.rule = WatchRule::MoreExposed;
    finding.severity = Severity::Medium;
    finding.dedupKey = dedupKeyFor(
        finding.rule, serviceKeyOf(listener) + fmt::format("|{}", static_cast<std::size_t>(reach)));
    finding.reason =
        Message(MessageId::BoundMoreWidely, describeExposure(exposure), toString(widest->at));
    return finding;
}

std::optional<Finding> PortOwnershipTracker::takeOverFinding(const Holders& holders,
                                                             const Program& program,
                                                             const SocketRecord& listener, Time now,
                                                             const WatchRules& rules)
{
    // A listener on an unassigned port is reported in any case.
    if (rules.ephemeralPorts.contains(listener.key.localPort) ||
        isUnclaimedWellKnownPort(listener.key.localPort, listener.key.protocol)) {
        return std::nullopt;
    }
    const Holder* last = nullptr;
    for (const Holder& holder : holders) {
        if (holder.sockets() == 0 && holder.isRemembered(now) &&
            (last == nullptr || last->lastSeen() < holder.lastSeen())) {
            last = &holder;
        }
    }
    // A user who stops one server and starts another on the same unprivileged port did so on
    // purpose.
    const bool isPrivileged = listener.key.localPort < rules.firstUnprivilegedPort;
    if (last == nullptr || (!isPrivileged && last->program.uid == program.uid)) {
        return std::nullopt;
    }
    Finding finding;
    finding.rule = WatchRule::TakenOver;
    finding.severity = Severity::Medium;
    finding.dedupKey = dedupKeyFor(finding.rule, serviceKeyOf(listener));
    finding.reason = Message(MessageId::PortTakenOver, program.name, last->program.name);
    if (last->program.exe) {
        finding.evidence.emplace_back(MessageId::Before, *last->program.exe);
    }
    if (program.exe) {
        finding.evidence.emplace_back(MessageId::Now, *program.exe);
    }
    return finding;
}

void PortOwnershipTracker::enter(const SocketRecord& listener, Time now)
{
    const PortId port{listener.key.localPort, listener.key.protocol};
    if (m_ports.size() >= kMaxPorts && !m_ports.contains(port)) {
        return;
    }
    Holders& holders = m_ports[port];
    const Program program = programOf(listener);
    Holder* holder = find(holders, program);
    if (holder == nullptr) {
        if (holders.size() >= kMaxHolders) {
            holders.erase(std::min_element(holders.begin(), holders.end(),
                                           [](const Holder& a, const Holder& b) {
                                               return std::pair(a.sockets() != 0, a.lastSeen()) <
                                                      std::pair(b.sockets() != 0, b.lastSeen());
                                           }));
        }
        holder = &holders.emplace_back();
        holder->program = program;
    }
    if (!program.isInit) {
        holder->program = program;
    }
    if (!listener.owners().empty()) {
        holder->process = listener.owners().front()->id;
    }
    Presence& presence = holder->presence[reachOf(listener.exposure.value_or(Exposure::All))];
    ++presence.sockets;
    presence.lastSeen = now;
    presence.at = listener.local();
}

void PortOwnershipTracker::leave(const SocketRecord& listener, Time now)
{
    const auto port = m_ports.find({listener.key.localPort, listener.key.protocol});
    Holder* holder = port == m_ports.end() ? nullptr : find(port->second, programOf(listener));
    if (holder == nullptr) {
        return;
    }
    Presence& presence = holder->presence[reachOf(listener.exposure.value_or(Exposure::All))];
    presence.sockets -= presence.sockets == 0 ? 0 : 1;
    presence.lastSeen = now;
}

/// Removes holders that left long ago; if the table is full, sooner.
void PortOwnershipTracker::forget(Time now)
{
    const bool isFull = m_ports.size() >= kMaxPorts;
    const Time pause = isFull ? Time(std::chrono::seconds(15)) : kRememberedFor / 8;
    if (now - m_lastSweep < pause) {
        return;
    }
    m_lastSweep = now;
    for (Time longest = kRememberedFor; longest > Time::zero(); longest /= 2) {
        for (auto port = m_ports.begin(); port != m_ports.end();) {
            std::erase_if(port->second, [&](const Holder& holder) {
                return holder.sockets() == 0 && now - holder.lastSeen() > longest;
            });
            port = port->second.empty() ? m_ports.erase(port) : std::next(port);
        }
        if (!isFull || m_ports.size() < kMaxPorts / 4 * 3) {
            break;
        }
    }
}

}  // namespace quaywatch
