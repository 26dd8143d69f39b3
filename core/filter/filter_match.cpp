// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter_terms.h"
#include "core/registry/service_registry.h"

#include <algorithm>
#include <cstring>

namespace quaywatch {
namespace {

constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isIn(const std::vector<NumberRange>& ranges, std::uint32_t number) noexcept
{
    return std::any_of(ranges.begin(), ranges.end(), [number](const NumberRange& range) {
        return range.first <= number && number <= range.last;
    });
}

template <class Enum>
bool isIn(Bits bits, Enum value) noexcept
{
    return (bits >> static_cast<unsigned>(value) & 1U) != 0;
}

/// @param text  A pointer or an optional; false if it is empty.
template <class MaybeText>
bool holds(const TextPattern& pattern, const MaybeText& text) noexcept
{
    return text && pattern.matches(std::string_view(*text));
}

/// Whether a registered service name of the port at either end matches.
bool matchesService(const TextPattern& pattern, const SocketRecord& socket)
{
    const auto matchesPort = [&](Port port) {
        const ServiceNames names = registry::lookup(port, socket.key.protocol).names;
        return std::any_of(names.begin(), names.end(),
                           [&](std::string_view name) { return pattern.matches(name); });
    };
    return matchesPort(socket.key.localPort) ||
           (socket.hasRemote() && matchesPort(socket.key.remotePort));
}

bool matchesEndpoint(const TextPattern& pattern, const IpAddress& address, Port port)
{
    IpAddress::TextBuffer buffer;
    const std::string_view text = address.print(buffer);
    if (pattern.matches(text)) {
        return true;
    }
    const bool isV6 = address.family() == AddressFamily::Ipv6;
    std::string endpoint = isV6 ? "[" : "";
    endpoint.append(text).append(isV6 ? "]:" : ":").append(std::to_string(port));
    return pattern.matches(endpoint);
}

bool matchesCommand(const TextPattern& pattern, const std::vector<std::string>& command)
{
    if (std::any_of(command.begin(), command.end(),
                    [&](const std::string& argument) { return pattern.matches(argument); })) {
        return true;
    }
    if (!pattern.contains(' ')) {
        return false;
    }
    std::string line;
    for (const std::string& argument : command) {
        line.append(line.empty() ? "" : " ").append(argument);
    }
    return pattern.matches(line);
}

bool matchesProcess(const TextPattern& pattern, const ProcessInfo& process)
{
    return pattern.matches(process.name) || pattern.matches(process.comm) ||
           holds(pattern, process.script) || (pattern.contains('/') && holds(pattern, process.exe));
}

bool matchesAnyText(const TextPattern& pattern, const ProcessInfo& process)
{
    return matchesProcess(pattern, process) || holds(pattern, process.exe) ||
           holds(pattern, process.workingDirectory) || holds(pattern, process.user) ||
           holds(pattern, process.unit) || holds(pattern, process.container) ||
           matchesCommand(pattern, process.command);
}

bool matchesOwner(const TextTerm& term, const ProcessInfo& owner)
{
    if (term.field == TextTerm::Field::User && owner.uid &&
        std::find(term.uids.begin(), term.uids.end(), *owner.uid) != term.uids.end()) {
        return true;
    }
    return std::any_of(term.patterns.begin(), term.patterns.end(), [&](const TextPattern& pattern) {
        switch (term.field) {
            case TextTerm::Field::Process:
                return matchesProcess(pattern, owner);
            case TextTerm::Field::User:
                return holds(pattern, owner.user);
            case TextTerm::Field::Unit:
                return holds(pattern, owner.unit);
            case TextTerm::Field::Container:
                return holds(pattern, owner.container);
            case TextTerm::Field::Service:
                break;
        }
        return false;
    });
}

/// Matches the socket itself, without its owners.
bool matchesSocket(const TextTerm& term, const SocketRecord& socket)
{
    if (term.field == TextTerm::Field::User && socket.uid &&
        std::find(term.uids.begin(), term.uids.end(), *socket.uid) != term.uids.end()) {
        return true;
    }
    return std::any_of(term.patterns.begin(), term.patterns.end(), [&](const TextPattern& pattern) {
        switch (term.field) {
            case TextTerm::Field::Process:
                return false;
            case TextTerm::Field::User:
                return holds(pattern, socket.user);
            case TextTerm::Field::Unit:
                return socket.serviceContext && holds(pattern, socket.serviceContext->unit);
            case TextTerm::Field::Container:
                return socket.serviceContext && holds(pattern, socket.serviceContext->container);
            case TextTerm::Field::Service:
                return matchesService(pattern, socket);
        }
        return false;
    });
}

/// Matches one term against a socket, with the memo of earlier matches.
class Match {
public:
    Match(const SocketRecord& socket, OwnerMemo* memo)
        : m_socket(socket)
        , m_memo(memo)
    {
    }

    bool operator()(const PortTerm& term) const
    {
        return (term.isLocal && isIn(term.ranges, m_socket.key.localPort)) ||
               (term.isRemote && m_socket.hasRemote() &&
                isIn(term.ranges, m_socket.key.remotePort));
    }

    bool operator()(const PidTerm& term) const
    {
        return std::any_of(
            m_socket.owners().begin(), m_socket.owners().end(),
            [&](const ProcessPtr& owner) { return isIn(term.ranges, owner->id.pid); });
    }

    bool operator()(const AddressTerm& term) const
    {
        return std::any_of(
            term.networks.begin(), term.networks.end(), [&](const IpNetwork& network) {
                return network.contains(m_socket.key.localAddress) ||
                       (m_socket.hasRemote() && network.contains(m_socket.key.remoteAddress));
            });
    }

    bool operator()(const TokenTerm& term) const
    {
        return isIn(term.protocols, m_socket.key.protocol) || isIn(term.states, m_socket.state) ||
               isIn(term.verdicts, m_socket.assessment.verdict);
    }

    bool operator()(const IsTerm& term) const
    {
        for (std::size_t i = 0; i < isWords().size(); ++i) {
            if (isIn(term.words, i) && isWords()[i].isTrue(m_socket)) {
                return true;
            }
        }
        return false;
    }

    bool operator()(const TextTerm& term) const
    {
        return matchesSocket(term, m_socket) ||
               anyOwner(&term, [&](const ProcessInfo& owner) { return matchesOwner(term, owner); });
    }

    bool operator()(const WordTerm& term) const
    {
        const SocketKey& key = m_socket.key;
        if ((*this)(term.tokens) ||
            (term.number && (*term.number == key.localPort ||
                             (m_socket.hasRemote() && *term.number == key.remotePort)))) {
            return true;
        }
        if (term.mayBeInAddress &&
            (matchesEndpoint(term.pattern, key.localAddress, key.localPort) ||
             (m_socket.hasRemote() &&
              matchesEndpoint(term.pattern, key.remoteAddress, key.remotePort)))) {
            return true;
        }
        return matchesTextOfSocket(term.pattern) || anyOwner(&term, [&](const ProcessInfo& owner) {
                   return term.number == owner.id.pid || matchesAnyText(term.pattern, owner);
               });
    }

private:
    [[nodiscard]] bool matchesTextOfSocket(const TextPattern& pattern) const
    {
        const ServiceContext* serviceContext = m_socket.serviceContext.get();
        return holds(pattern, m_socket.user) || holds(pattern, m_socket.interfaceName) ||
               (serviceContext != nullptr && (holds(pattern, serviceContext->unit) ||
                                              holds(pattern, serviceContext->container))) ||
               matchesService(pattern, m_socket);
    }

    template <class Test>
    bool anyOwner(const void* term, const Test& test) const
    {
        const OwnerSet* owners = m_socket.ownerSet.get();
        if (owners == nullptr) {
            return false;
        }
        const auto ask = [&] {
            return std::any_of(owners->begin(), owners->end(),
                               [&](const ProcessPtr& owner) { return test(*owner); });
        };
        return m_memo != nullptr ? m_memo->recall(term, owners, ask) : ask();
    }

    const SocketRecord& m_socket;
    OwnerMemo* m_memo;
};

}  // namespace

TextPattern::TextPattern(std::string_view text, bool isExact)
    : m_lower(text)
    , m_isExact(isExact)
{
    std::transform(m_lower.begin(), m_lower.end(), m_lower.begin(), lower);
}

bool TextPattern::matches(std::string_view candidate) const noexcept
{
    if (candidate.size() < m_lower.size() || (m_isExact && candidate.size() != m_lower.size())) {
        return false;
    }
    return std::search(candidate.begin(), candidate.end(), m_lower.begin(), m_lower.end(),
                       [](char c, char wanted) { return lower(c) == wanted; }) != candidate.end();
}

bool matchesTerm(const FilterTerm& term, const SocketRecord& socket, OwnerMemo* memo)
{
    return std::visit(Match(socket, memo), term);
}

}  // namespace quaywatch
