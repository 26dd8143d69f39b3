// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline.h"

#include "core/baseline/baseline_text.h"
#include "core/baseline/expected_users.h"
#include "core/baseline/fixed_ports.h"
#include "core/baseline/holder_programs.h"
#include "core/baseline/rpc_entry.h"
#include "core/host/system_user.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace quaywatch {
namespace {

bool hasSuffix(std::string_view text, std::string_view suffix) noexcept
{
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

/// Scopes and units started by systemd-run get a new name each time.
bool isGenerated(std::string_view unit) noexcept
{
    return hasSuffix(unit, ".scope") || unit.starts_with("run-");
}

std::string_view containerOf(const SocketRecord& socket) noexcept
{
    if (socket.serviceContext && socket.serviceContext->container) {
        return *socket.serviceContext->container;
    }
    if (!socket.owners().empty() && socket.owners().front()->container) {
        return *socket.owners().front()->container;
    }
    return {};
}

std::string_view wholeUnitOf(const SocketRecord& socket) noexcept
{
    if (socket.serviceContext && socket.serviceContext->unit) {
        return *socket.serviceContext->unit;
    }
    const bool isOwners = !socket.owners().empty() && socket.owners().front()->unit;
    return isOwners ? std::string_view(*socket.owners().front()->unit) : std::string_view{};
}

std::string_view unitOf(const SocketRecord& socket) noexcept
{
    const std::string_view unit = wholeUnitOf(socket);
    return isGenerated(unit) ? std::string_view{} : unit;
}

/// Whether the socket is in the control groups of a user's own systemd, where that user chooses the
/// names.
bool isInUsersGroups(const SocketRecord& socket) noexcept
{
    return socket.unitManagerUid() || wholeUnitOf(socket).starts_with("user@");
}

/// Whether all processes of the socket, as far as they are known, run as this user.
bool isOfUser(const SocketRecord& socket, std::uint32_t uid)
{
    const OwnerSet& owners = socket.owners();
    return owners.empty() ? socket.uid == uid
                          : std::all_of(owners.begin(), owners.end(),
                                        [uid](const ProcessPtr& one) { return one->uid == uid; });
}

/// Checks the manager of the unit: users can create units and containers of any name below their
/// own systemd.
bool acceptsManager(const BaselineEntry& entry, const SocketRecord& socket)
{
    const std::optional<std::uint32_t> uid = socket.unitManagerUid();
    if (entry.unitManager) {
        return (*entry.unitManager == UnitManager::User) == uid.has_value();
    }
    // The user is accepted already, so the entry names it.
    return !uid || (!entry.user.isAny && !isSystemUser(*uid) && isOfUser(socket, *uid));
}

bool acceptsUnit(const BaselineEntry& entry, const SocketRecord& socket)
{
    const std::string_view unit = unitOf(socket);
    const bool isManagerFree = unit.empty() || (entry.unit.isAny && !entry.unitManager);
    return entry.unit.accepts(unit) && (isManagerFree || acceptsManager(entry, socket));
}

bool acceptsContainer(const BaselineEntry& entry, const SocketRecord& socket)
{
    const ExpectedText& wanted = entry.container;
    const std::string_view actual = containerOf(socket);
    const std::size_t size = wanted.text.size();
    const bool isNamed = size > 0 && actual.starts_with(wanted.text) &&
                         (actual.size() == size || actual[size] == ':');
    // The sockets of a container that a user runs can have any of the uids assigned to that user.
    const bool isOfAnyUser =
        entry.user.isAny && entry.unitManager != UnitManager::User && isInUsersGroups(socket);
    return isNamed ? !isOfAnyUser : wanted.accepts(actual);
}

bool acceptsProgram(const BaselineEntry& entry, std::string_view program)
{
    return entry.isAnyProgram ||
           std::find(entry.programs.begin(), entry.programs.end(), program) != entry.programs.end();
}

bool acceptsPrograms(const BaselineEntry& entry, const SocketRecord& socket)
{
    if (entry.isAnyProgram) {
        return true;
    }
    // A program whose path is too long must not be accepted as one that is only unknown, nor one
    // that has the path of another, nor whatever a loader runs.
    if (namelessOwner(socket) != nullptr) {
        return false;
    }
    const HolderPrograms programs(socket);
    return std::all_of(programs.begin(), programs.end(), [&entry](std::string_view program) {
        return acceptsProgram(entry, program);
    });
}

/// How closely the entry matches: the parts of the identity that it accepts, with weights.
int closeness(const BaselineEntry& entry, const SocketRecord& socket)
{
    return (acceptsPrograms(entry, socket) ? 3 : 0) + (acceptsUsers(entry, socket) ? 1 : 0) +
           (entry.address.accepts(socket) ? 2 : 0) + (acceptsUnit(entry, socket) ? 1 : 0) +
           (acceptsContainer(entry, socket) ? 1 : 0);
}

Message orMessage(std::string_view text, MessageId ifEmpty)
{
    return text.empty() ? Message(ifEmpty) : Message(text);
}

Message ownedUnit(const SocketRecord& socket)
{
    const bool isUsers = socket.unitManagerUid().has_value();
    return Message(isUsers ? MessageId::OfAUser : MessageId::OfTheSystem, unitOf(socket));
}

Message wantedManager(const BaselineEntry& entry)
{
    return Message(entry.unitManager == UnitManager::User ? MessageId::OneOfAUser
                                                          : MessageId::OneOfTheSystem);
}

Message wantedPrograms(const BaselineEntry& entry)
{
    Message programs;
    for (const std::string& program : entry.programs) {
        Message name = orMessage(program, MessageId::AnUnknownOne);
        programs = programs.empty() ? std::move(name)
                                    : Message(MessageId::OneOrOther, programs, std::move(name));
    }
    return programs.empty() ? Message(MessageId::AnUnknownOne) : programs;
}

}  // namespace

std::string_view token(UnitManager manager) noexcept
{
    return manager == UnitManager::User ? "user" : "system";
}

bool ExpectedAddress::accepts(const SocketRecord& listener) const noexcept
{
    switch (scope) {
        case Scope::Any:
            return true;
        case Scope::Loopback:
            return exposureOf(listener) == Exposure::Loopback;
        case Scope::Network:
            break;
    }
    // A connection that outlived its listener has an address; the listener may have had a wildcard.
    const bool isWildcard = network.address.isUnspecified();
    return network.contains(listener.key.localAddress) || (isWildcard && listener.hasRemote());
}

bool operator==(const ExpectedAddress& a, const ExpectedAddress& b) noexcept
{
    return a.scope == b.scope && (a.scope != ExpectedAddress::Scope::Network ||
                                  (a.network.address == b.network.address &&
                                   a.network.prefixLength == b.network.prefixLength));
}

bool BaselineEntry::isAbout(const SocketRecord& listener) const noexcept
{
    const bool isPort = rpcProgram ? listener.rpc && listener.rpc->program == *rpcProgram
                                   : ports.contains(listener.key.localPort);
    return isPort && (!protocol || *protocol == listener.key.protocol);
}

bool BaselineEntry::accepts(const SocketRecord& listener) const
{
    return isAbout(listener) && acceptsApartFromPort(listener);
}

bool BaselineEntry::acceptsApartFromPort(const SocketRecord& listener) const
{
    return (!protocol || *protocol == listener.key.protocol) && address.accepts(listener) &&
           acceptsUsers(*this, listener) && acceptsUnit(*this, listener) &&
           acceptsContainer(*this, listener) && acceptsPrograms(*this, listener);
}

bool BaselineEntry::means(const BaselineEntry& other) const
{
    const bool isSameProgram =
        isAnyProgram == other.isAnyProgram && (isAnyProgram || programs == other.programs);
    const bool isSamePort =
        rpcProgram == other.rpcProgram && (rpcProgram.has_value() || ports == other.ports);
    return isSameProgram && isSamePort && protocol == other.protocol && address == other.address &&
           user == other.user && (user.isAny || otherUsers == other.otherUsers) &&
           unit == other.unit && unitManager == other.unitManager && container == other.container &&
           until == other.until && isRequired == other.isRequired && isFixed == other.isFixed &&
           note == other.note;
}

Baseline::Baseline(std::vector<BaselineEntry> entries, std::string name)
    : m_entries(std::move(entries))
    , m_name(std::move(name))
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const BaselineEntry& entry = m_entries[i];
        const bool isOnePort = entry.ports.first == entry.ports.last;
        (entry.rpcProgram ? m_rpc : isOnePort ? m_byPort : m_ranges).push_back(i);
        if (entry.fixesPort()) {
            m_fixed.push_back(i);
        }
        m_reasons.push_back(std::make_shared<const Message>(reasonFor(entry, m_name)));
    }
    std::stable_sort(m_byPort.begin(), m_byPort.end(), [this](std::size_t a, std::size_t b) {
        return m_entries[a].ports.first < m_entries[b].ports.first;
    });
    if (!m_fixed.empty()) {
        m_remarks = overruledRemarks(*this);
    }
}

const BaselineEntry* Baseline::fixedEntryAbout(const SocketRecord& listener) const noexcept
{
    const auto found = std::find_if(m_fixed.begin(), m_fixed.end(), [&](std::size_t index) {
        return m_entries[index].isAbout(listener);
    });
    return found == m_fixed.end() ? nullptr : &m_entries[*found];
}

Baseline::Answer Baseline::ask(const SocketRecord& listener, Time now, bool isRpcKnown) const
{
    Answer answer;
    int closest = -1;
    const bool isFixed = fixedEntryAbout(listener) != nullptr;
    const auto counts = [isFixed](const BaselineEntry& entry) {
        return !isFixed || entry.systemFile != nullptr;
    };
    const auto consider = [&](std::size_t index) {
        const BaselineEntry& entry = m_entries[index];
        if (answer.kind == Answer::Kind::Expected || !entry.isAbout(listener) || !counts(entry)) {
            return;
        }
        if (entry.accepts(listener)) {
            answer = {entry.isOver(now) ? Answer::Kind::Over : Answer::Kind::Expected, &entry};
        } else if (answer.kind != Answer::Kind::Over) {
            if (const int closeHere = closeness(entry, listener); closeHere > closest) {
                closest = closeHere;
                answer = {Answer::Kind::Other, &entry};
            }
        }
    };
    const Port port = listener.key.localPort;
    auto serviceContext = std::lower_bound(
        m_byPort.begin(), m_byPort.end(), port,
        [this](std::size_t index, Port wanted) { return m_entries[index].ports.first < wanted; });
    for (; serviceContext != m_byPort.end() && m_entries[*serviceContext].ports.first == port;
         ++serviceContext) {
        consider(*serviceContext);
    }
    std::for_each(m_ranges.begin(), m_ranges.end(), consider);
    std::for_each(m_rpc.begin(), m_rpc.end(), consider);
    if (answer.kind != Answer::Kind::Expected && !isRpcKnown && !listener.rpc) {
        const auto entry = std::find_if(m_rpc.begin(), m_rpc.end(), [&](std::size_t index) {
            const BaselineEntry& each = m_entries[index];
            return counts(each) && !each.isOver(now) && each.acceptsApartFromPort(listener);
        });
        return entry == m_rpc.end() ? answer : Answer{Answer::Kind::Undecided, &m_entries[*entry]};
    }
    return answer;
}

std::vector<PortId> Baseline::singlePorts(Time now) const
{
    std::vector<PortId> ports;
    for (const std::size_t index : m_byPort) {
        const BaselineEntry& entry = m_entries[index];
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            if (!entry.rpcProgram && !entry.isOver(now) &&
                entry.protocol.value_or(protocol) == protocol) {
                ports.push_back({entry.ports.first, protocol});
            }
        }
    }
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    return ports;
}

std::shared_ptr<const Message> Baseline::reasonOf(const BaselineEntry& entry) const
{
    return m_reasons[static_cast<std::size_t>(&entry - m_entries.data())];
}

Message differenceFrom(const BaselineEntry& entry, const SocketRecord& listener)
{
    std::vector<MessageArgument> parts;
    const auto add = [&parts](MessageId id, Message actual, Message wanted) {
        parts.emplace_back(Message(id, std::move(actual), std::move(wanted)));
    };
    const bool isProgramAccepted = acceptsPrograms(entry, listener);
    const std::size_t before = parts.size();
    const HolderPrograms programs(listener);
    for (const std::string_view program : programs) {
        if (!acceptsProgram(entry, program)) {
            add(MessageId::OtherProgram, orMessage(program, MessageId::Unknown),
                wantedPrograms(entry));
        }
    }
    if (!isProgramAccepted && parts.size() == before) {
        add(MessageId::OtherProgram, namelessText(*namelessOwner(listener)), wantedPrograms(entry));
    }
    if (!entry.address.accepts(listener)) {
        add(MessageId::OtherAddress, listener.key.localAddress.toString(),
            addressText(entry.address));
    }
    if (!acceptsUsers(entry, listener)) {
        parts.emplace_back(userDifference(entry, listener));
    }
    if (!acceptsUnit(entry, listener)) {
        const bool isNameAccepted = entry.unit.accepts(unitOf(listener));
        if (isNameAccepted) {
            add(MessageId::OtherUnit, ownedUnit(listener), wantedManager(entry));
        } else {
            add(MessageId::OtherUnit, orMessage(unitOf(listener), MessageId::NoValue),
                orMessage(entry.unit.text, MessageId::NoValue));
        }
    }
    if (!acceptsContainer(entry, listener)) {
        const bool isUsers = isInUsersGroups(listener);
        const Message container = orMessage(containerOf(listener), MessageId::NoValue);
        add(MessageId::OtherContainer, isUsers ? Message(MessageId::OfAUser, container) : container,
            orMessage(entry.container.text, MessageId::NoValue));
    }
    return {MessageId::SemicolonList, std::move(parts)};
}

BaselineEntry entryFor(const SocketRecord& listener)
{
    BaselineEntry entry;
    entry.ports = {listener.key.localPort, listener.key.localPort};
    entry.rpcProgram = rpcProgramOnAnyPort(listener);
    entry.protocol = listener.key.protocol;
    const IpAddress address = listener.key.localAddress.unmapped();
    if (exposureOf(listener) == Exposure::Loopback) {
        entry.address.scope = ExpectedAddress::Scope::Loopback;
    } else if (address.isUnspecified()) {
        entry.address.scope = ExpectedAddress::Scope::Any;
    } else {
        entry.address.scope = ExpectedAddress::Scope::Network;
        entry.address.network = {address, static_cast<std::uint8_t>(address.bytes().size() * 8)};
    }
    const HolderPrograms programs(listener);
    for (const std::string_view program : programs) {
        entry.programs.emplace_back(program);
    }
    std::vector<std::string> users = usersFor(listener);
    entry.user.text = std::move(users.front());
    entry.otherUsers.assign(std::make_move_iterator(users.begin() + 1),
                            std::make_move_iterator(users.end()));
    entry.unit.text = unitOf(listener);
    const bool isUsers = listener.unitManagerUid().has_value();
    // The id of a container changes each time it is created.
    const std::string_view container = containerOf(listener);
    entry.container.text = container.substr(0, container.find(':'));
    if (isUsers && !entry.unit.text.empty()) {
        entry.unitManager = UnitManager::User;
    }
    return entry;
}

}  // namespace quaywatch
