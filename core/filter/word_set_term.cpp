// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/word_set_term.h"

#include "core/message/message_list.h"
#include "core/registry/service_registry.h"
#include "core/sockets/classify.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace quaywatch {
namespace {

bool hasAssignment(const SocketRecord& socket, AssignmentState state)
{
    return registry::lookup(socket.key.localPort, socket.key.protocol).state == state;
}

bool hasAssignment(Port port, AssignmentState state)
{
    return registry::lookup(port, Protocol::Tcp).state == state ||
           registry::lookup(port, Protocol::Udp).state == state;
}

bool isOfFamily(const SocketRecord& socket, AddressFamily family)
{
    return socket.key.localAddress.family() == family;
}

/// A word of `is:`; its index in kIsWords is its bit in IsTerm.
struct IsWord {
    std::string_view word;
    bool (*isTrue)(const SocketRecord& socket);
    /// The answer for a port without a socket; null if the word says nothing about a port alone.
    bool (*isTrueOfPort)(Port port) = nullptr;
};

constexpr std::array<IsWord, 17> kIsWords{{
    {"listener", [](const SocketRecord& s) { return s.isListener(); }},
    {"connection", [](const SocketRecord& s) { return !s.isListener() && !s.isBoundTcp(); }},
    {"inbound",
     [](const SocketRecord& s) {
         return listedDirection(s) == Direction::Inbound && !s.isBoundTcp();
     }},
    {"outbound",
     [](const SocketRecord& s) {
         return listedDirection(s) == Direction::Outbound && !s.isBoundTcp();
     }},
    {"local", [](const SocketRecord& s) { return isLocalConnection(s); }},
    {"loopback", [](const SocketRecord& s) { return s.exposure == Exposure::Loopback; }},
    {"exposed",
     [](const SocketRecord& s) { return s.exposure && *s.exposure != Exposure::Loopback; }},
    {"unexpected",
     [](const SocketRecord& s) { return s.assessment.verdict == Verdict::Unexpected; }},
    {"explained", [](const SocketRecord& s) { return s.assessment.verdict == Verdict::Explained; }},
    {"unassigned",
     [](const SocketRecord& s) { return hasAssignment(s, AssignmentState::Unassigned); },
     [](Port port) { return hasAssignment(port, AssignmentState::Unassigned); }},
    {"reserved", [](const SocketRecord& s) { return hasAssignment(s, AssignmentState::Reserved); },
     [](Port port) { return hasAssignment(port, AssignmentState::Reserved); }},
    {"well-known",
     [](const SocketRecord& s) { return portClassOf(s.key.localPort) == PortClass::WellKnown; },
     [](Port port) { return portClassOf(port) == PortClass::WellKnown; }},
    {"hidden",
     [](const SocketRecord& s) {
         return s.ownerState == OwnerState::Hidden || s.ownerState == OwnerState::Partial;
     }},
    {"kernel", [](const SocketRecord& s) { return s.ownerState == OwnerState::Kernel; }},
    {"deleted",
     [](const SocketRecord& s) {
         return std::any_of(s.owners().begin(), s.owners().end(),
                            [](const ProcessPtr& owner) { return owner->isExeDeleted; });
     }},
    {"ipv4", [](const SocketRecord& s) { return isOfFamily(s, AddressFamily::Ipv4); }},
    {"ipv6", [](const SocketRecord& s) { return isOfFamily(s, AddressFamily::Ipv6); }},
}};

constexpr auto kIsNames = [] {
    std::array<std::string_view, kIsWords.size()> names{};
    std::transform(kIsWords.begin(), kIsWords.end(), names.begin(),
                   [](const IsWord& word) { return word.word; });
    return names;
}();

/// Finds the values among the words of the key.
tl::expected<std::vector<std::string_view>, FilterError> parseWords(const FilterToken& token,
                                                                    const FilterKey& key)
{
    std::vector<std::string_view> words;
    for (const FilterValue& value : token.values) {
        const auto word =
            std::find_if(key.words.begin(), key.words.end(), [&value](std::string_view candidate) {
                return TextPattern(value.text, /*isExact=*/true).matches(candidate);
            });
        if (word == key.words.end()) {
            return filterFailure(
                value.position,
                Message(MessageId::NoWordOfKey, key.name,
                        fmt::format("{}", fmt::join(key.words, ", ")), inQuotes(value.text)));
        }
        words.push_back(*word);
    }
    return words;
}

template <class Enum>
Bits bitOf(Enum value) noexcept
{
    return Bits{1} << static_cast<unsigned>(value);
}

/// Enumerators 0 to `last` whose tokens match the pattern.
template <class Enum>
Bits matchingTokens(const TextPattern& pattern, Enum last)
{
    Bits bits = 0;
    for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
        bits |= pattern.matches(token(static_cast<Enum>(i))) ? Bits{1} << i : 0;
    }
    return bits;
}

}  // namespace

tl::expected<TokenTerm, FilterError> TokenTerm::compile(const FilterToken& token,
                                                        const FilterKey& key, Set set)
{
    const auto words = parseWords(token, key);
    if (!words) {
        return tl::unexpected(words.error());
    }
    TokenTerm term;
    for (const std::string_view word : *words) {
        switch (set) {
            case Set::Protocols:
                term.m_protocols |= bitOf(parseProtocol(word).value());
                break;
            case Set::States:
                term.m_states |= bitOf(parseSocketState(word).value());
                break;
            case Set::Verdicts:
                term.m_verdicts |= bitOf(parseVerdict(word).value());
                break;
        }
    }
    return term;
}

TokenTerm::TokenTerm(const TextPattern& pattern)
    : m_protocols(matchingTokens(pattern, Protocol::Udp))
    , m_states(matchingTokens(pattern, SocketState::Closed))
    , m_verdicts(matchingTokens(pattern, Verdict::Explained))
{
}

tl::expected<IsTerm, FilterError> IsTerm::compile(const FilterToken& token, const FilterKey& key)
{
    const auto words = parseWords(token, key);
    if (!words) {
        return tl::unexpected(words.error());
    }
    IsTerm term;
    for (std::size_t i = 0; i < kIsWords.size(); ++i) {
        const bool isAsked =
            std::find(words->begin(), words->end(), kIsWords[i].word) != words->end();
        term.m_words |= isAsked ? Bits{1} << i : 0;
    }
    return term;
}

bool IsTerm::matches(const SocketRecord& socket, OwnerMatchCache* /*cache*/) const
{
    for (std::size_t i = 0; i < kIsWords.size(); ++i) {
        if ((m_words >> i & 1U) != 0 && kIsWords[i].isTrue(socket)) {
            return true;
        }
    }
    return false;
}

std::optional<bool> IsTerm::matchesVacantPort(Port port) const
{
    bool isOpen = false;
    for (std::size_t i = 0; i < kIsWords.size(); ++i) {
        if ((m_words >> i & 1U) == 0) {
            continue;
        }
        const auto isTrueOfPort = kIsWords[i].isTrueOfPort;
        if (isTrueOfPort != nullptr && isTrueOfPort(port)) {
            return true;
        }
        isOpen = isOpen || isTrueOfPort == nullptr;
    }
    return isOpen ? std::nullopt : std::optional(false);
}

std::span<const std::string_view> isWords() noexcept
{
    return kIsNames;
}

}  // namespace quaywatch
