// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_guard.h"

#include "core/base/token_table.h"
#include "core/baseline/baseline.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/text/display_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace quaywatch {
namespace {

// The range of IANA, used if the kernel's range is unknown.
constexpr PortRange kDynamicPorts{49152, 65535};

Message userOf(const std::optional<std::string>& name, std::uint32_t uid)
{
    return name ? Message(displayText(*name)) : Message(MessageId::User, uid);
}

LeftOut asHandedOn(const ProcessInfo& opener)
{
    return {LeftOut::Reason::HandedOn,
            Message(MessageId::ReceivedSocket, displayText(opener.name), opener.id.pid)};
}

LeftOut asFromElsewhere(const ServiceContext& context)
{
    return {LeftOut::Reason::HandedOn,
            Message(MessageId::SocketOfUnit,
                    displayText(context.container ? *context.container : *context.unit))};
}

LeftOut asOneOfSeveral(const ProcessInfo& other)
{
    return {LeftOut::Reason::OpenerUnknown,
            Message(MessageId::SharesSocket, displayText(other.name), other.id.pid)};
}

/// Whether systemd starts the service for a socket unit that names no other service.
bool isServiceOf(const std::optional<std::string>& socketUnit,
                 const std::optional<std::string>& service)
{
    constexpr std::string_view kSuffix = ".socket";
    if (!socketUnit || !service || !socketUnit->ends_with(kSuffix)) {
        return false;
    }
    const std::string name = socketUnit->substr(0, socketUnit->size() - kSuffix.size());
    return *service == name + ".service" || service->starts_with(name + "@");
}

bool isForeign(const EndSystem& system, const ProcessInfo& owner, const SocketRecord& listener)
{
    if (!owner.uid) {
        return false;
    }
    // A user without a number in this user namespace is none of its users.
    if (!listener.uid) {
        return true;
    }
    // Root can take another user for a while (seteuid(2)).
    if (*listener.uid != 0 && (*owner.uid == 0 || system.canBecomeRoot(owner.id.pid))) {
        return true;
    }
    if (*owner.uid == *listener.uid) {
        return false;
    }
    // Many servers open their port as root and then continue as another user; in a container as its
    // root.
    return *listener.uid != 0 && system.namespaceRoot(owner.id.pid) != listener.uid;
}

LeftOut asOpenedByAnother(const ProcessInfo& owner, const SocketRecord& listener)
{
    if (!listener.uid) {
        return {LeftOut::Reason::OpenedByAnother,
                Message(MessageId::SocketOfUnknownUser, userOf(owner.user, *owner.uid))};
    }
    Message opener =
        userOf(listener.user ? std::optional(*listener.user) : std::nullopt, *listener.uid);
    return {LeftOut::Reason::OpenedByAnother,
            *owner.uid == 0 || *owner.uid == *listener.uid
                ? Message(MessageId::RootWithSocketOfOther, std::move(opener))
                : Message(MessageId::UserWithSocketOfOther, userOf(owner.user, *owner.uid),
                          std::move(opener))};
}

}  // namespace

EndGuard::EndGuard(const EndSystem& system, EndUnits& units, bool includesClients)
    : m_system(system)
    , m_units(units)
    , m_ephemeralPorts(system.bindRules().ephemeralPorts.value_or(kDynamicPorts))
    , m_includesClients(includesClients)
{
}

bool EndGuard::isClient(const SocketRecord& listener) const noexcept
{
    return !m_includesClients && listener.assessment.verdict != Verdict::Expected &&
           isEphemeralUdp(listener, m_ephemeralPorts);
}

LeftOut EndGuard::asClient()
{
    return {LeftOut::Reason::Client, Message(MessageId::LooksLikeClient)};
}

std::optional<Message> EndGuard::refusalOf(const EndCandidate& candidate, const EndTarget& target)
{
    const ProcessId& process = candidate.details.info.id;
    const ServiceManager manager = m_units.managerOf(process);
    const bool isMeant = target.includesManager && target.process == process && !target.port;
    if (manager == ServiceManager::None || (manager == ServiceManager::User && isMeant)) {
        return std::nullopt;
    }
    if (manager == ServiceManager::Init) {
        return Message(MessageId::InitNeverSignaled);
    }
    if (candidate.socketUnits.empty()) {
        return manager == ServiceManager::User
                   ? Message(MessageId::UserManagerNotSignaled,
                             "quaywatch-cli kill " + std::to_string(process.pid) + " --signal KILL")
                   : Message(MessageId::SystemdNeverSignaled);
    }
    std::string units;
    for (const std::string& unit : candidate.socketUnits) {
        units += (units.empty() ? "" : ", ") + displayText(unit);
    }
    return Message(byCount(candidate.socketUnits.size(), MessageId::StopUnitInstead,
                           MessageId::StopUnitsInstead),
                   units);
}

std::optional<LeftOut> EndGuard::doubtfulOwner(const ProcessInfo& owner,
                                               const std::vector<const SocketRecord*>& held)
{
    std::optional<LeftOut> first;
    for (const SocketRecord* listener : held) {
        std::optional<LeftOut> doubt = doubtAbout(owner, *listener);
        if (!doubt) {
            return std::nullopt;
        }
        first = first ? std::move(first) : std::move(doubt);
    }
    return first;
}

std::optional<LeftOut> EndGuard::doubtAbout(const ProcessInfo& owner, const SocketRecord& listener)
{
    if (isForeign(m_system, owner, listener)) {
        return asOpenedByAnother(owner, listener);
    }
    const auto [entry, isNew] = m_unrelated.try_emplace(&listener);
    if (isNew) {
        entry->second = findUnrelated(listener);
    }
    const auto found = entry->second.find(owner.id);
    return found == entry->second.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LeftOut> EndGuard::foreignSocket(const EndSystem& system, const ProcessInfo& owner,
                                               const std::vector<const SocketRecord*>& held)
{
    const bool isAllForeign =
        !held.empty() && std::all_of(held.begin(), held.end(), [&](const SocketRecord* listener) {
            return isForeign(system, owner, *listener);
        });
    return isAllForeign ? std::optional(asOpenedByAnother(owner, *held.front())) : std::nullopt;
}

/// If the owners are not all related: those that are not in the opener's family, with the reason.
EndGuard::LeftOutOwners EndGuard::findUnrelated(const SocketRecord& listener)
{
    OwnerSet owners;
    for (const ProcessPtr& owner : listener.owners()) {
        if (m_units.managerOf(owner->id) == ServiceManager::None &&
            !isForeign(m_system, *owner, listener)) {
            owners.push_back(owner);
        }
    }
    const std::vector<OwnerFamily> families =
        familiesOf(owners, [this](const ProcessInfo& process) {
            Result<ProcessDetails> details = m_system.inspect(process.id.pid);
            const bool isSame = details && details->info.id == process.id;
            return isSame ? std::move(details->parents) : std::vector<RelatedProcess>{};
        });
    LeftOutOwners unrelated;
    if (families.size() < 2) {
        return families.empty() ? unrelated : outsidersOf(listener, families.front());
    }
    const std::vector<const OwnerFamily*> openers = openersOf(listener, families);
    for (const OwnerFamily& family : families) {
        if (std::find(openers.begin(), openers.end(), &family) != openers.end()) {
            continue;
        }
        const OwnerFamily& other = !openers.empty()               ? *openers.front()
                                   : &family == &families.front() ? families.back()
                                                                  : families.front();
        const LeftOut leftOut = openers.empty() ? asOneOfSeveral(*other.members.front())
                                                : asHandedOn(*other.members.front());
        for (const ProcessPtr& member : family.members) {
            unrelated.emplace(member->id, leftOut);
        }
    }
    return unrelated;
}

/// If the only visible owners are not in the unit or container in which the socket was created:
/// they received it, and whoever opened it may still hold it where no process shows it.
EndGuard::LeftOutOwners EndGuard::outsidersOf(const SocketRecord& listener,
                                              const OwnerFamily& family)
{
    LeftOutOwners outsiders;
    const ServiceContext* context = listener.serviceContext.get();
    // What systemd itself opened is for one of its units, which is not known.
    const bool isPlaceKnown = context != nullptr && context->unit != "init.scope" &&
                              (context->unit || context->container);
    const bool isOfIt =
        std::any_of(family.members.begin(), family.members.end(),
                    [&](const ProcessPtr& member) { return isOfItsPlace(listener, *member); });
    if (isPlaceKnown && !isOfIt && !m_units.isHeldForOthers(listener)) {
        for (const ProcessPtr& member : family.members) {
            outsiders.emplace(member->id, asFromElsewhere(*context));
        }
    }
    return outsiders;
}

/// The family that opened the socket, if that is clear. First the only one in the service context
/// in which it was created, which the kernel stores with the socket. If there is none, the one
/// whose members inherited the socket from each other: a process that was handed a socket holds it
/// alone.
std::vector<const OwnerFamily*> EndGuard::openersOf(const SocketRecord& listener,
                                                    const std::vector<OwnerFamily>& families)
{
    std::vector<const OwnerFamily*> ofItsPlace;
    std::vector<const OwnerFamily*> inherited;
    for (const OwnerFamily& family : families) {
        const auto isThere = [&](const ProcessPtr& owner) {
            return isOfItsPlace(listener, *owner);
        };
        const auto isOpeners = [&](const ProcessPtr& owner) { return owner->uid == listener.uid; };
        if (std::any_of(family.members.begin(), family.members.end(), isThere)) {
            ofItsPlace.push_back(&family);
        }
        if (std::any_of(family.parents.begin(), family.parents.end(), isOpeners)) {
            inherited.push_back(&family);
        }
    }
    // Of several programs of one unit or container, any may have opened it, unless a service
    // manager gave it to the unit.
    const bool isForUnit = m_units.isHeldForOthers(listener);
    if (ofItsPlace.size() == 1 || (!ofItsPlace.empty() && isForUnit)) {
        return ofItsPlace;
    }
    // A socket that root opened may belong to a server that runs as another user since, and never
    // forked.
    const auto mayHaveOpened = [&](const OwnerFamily& family) {
        return std::any_of(family.members.begin(), family.members.end(),
                           [&](const ProcessPtr& member) { return member->uid == listener.uid; });
    };
    const bool isClear = ofItsPlace.empty() && inherited.size() == 1 && listener.uid &&
                         *listener.uid != 0 && !isForUnit &&
                         std::count_if(families.begin(), families.end(), mayHaveOpened) == 1;
    return isClear ? inherited : std::vector<const OwnerFamily*>{};
}

/// Whether the owner is in the unit and container in which the socket was created, or in the
/// service for which a service manager holds it.
bool EndGuard::isOfItsPlace(const SocketRecord& listener, const ProcessInfo& owner)
{
    if (m_units.isHeldFor(listener, owner)) {
        return true;
    }
    const ServiceContext* serviceContext = listener.serviceContext.get();
    if (serviceContext == nullptr || (!serviceContext->unit && !serviceContext->container)) {
        return false;
    }
    return owner.container == serviceContext->container &&
           owner.unitManagerUid == serviceContext->unitManagerUid &&
           (owner.unit == serviceContext->unit || isServiceOf(serviceContext->unit, owner.unit));
}

}  // namespace quaywatch
