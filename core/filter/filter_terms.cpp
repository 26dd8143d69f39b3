// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter_terms.h"

#include "core/text/display_text.h"
#include "core/text/text_scan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace quaywatch {
namespace {

using TermOrError = tl::expected<FilterTerm, FilterError>;

/// A text from the user, in quotes for a message.
std::string inQuotes(std::string_view text)
{
    return "'" + displayText(text, 60) + "'";
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isDigits(std::string_view text) noexcept
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// @param what  The name of a number in messages: "a port".
tl::expected<std::vector<NumberRange>, FilterError> parseRanges(
    const std::vector<FilterValue>& values, std::uint32_t most, std::string_view what)
{
    std::vector<NumberRange> ranges;
    for (const FilterValue& value : values) {
        const std::string_view text = value.text;
        const std::size_t dash = text.find('-');
        const auto first = parseUnsignedUpTo(most, text.substr(0, dash));
        const auto last =
            dash == std::string_view::npos ? first : parseUnsignedUpTo(most, text.substr(dash + 1));
        if (!first || !last) {
            return filterFailure(
                value.position,
                fmt::format("{} is not {}: write 0 to {} or a range such as 600-1023",
                            inQuotes(text), what, most));
        }
        if (*first > *last) {
            return filterFailure(value.position,
                                 fmt::format("the range {} runs backwards", inQuotes(text)));
        }
        ranges.push_back({*first, *last});
    }
    return ranges;
}

TermOrError compilePorts(const FilterToken& token, bool isLocal, bool isRemote)
{
    auto ranges = parseRanges(token.values, std::numeric_limits<Port>::max(), "a port");
    if (!ranges) {
        return tl::unexpected(ranges.error());
    }
    return PortTerm{isLocal, isRemote, std::move(*ranges)};
}

TermOrError compilePids(const FilterToken& token)
{
    auto ranges =
        parseRanges(token.values, std::numeric_limits<std::int32_t>::max(), "a process ID");
    if (!ranges) {
        return tl::unexpected(ranges.error());
    }
    return PidTerm{std::move(*ranges)};
}

TermOrError compileAddresses(const FilterToken& token)
{
    AddressTerm term;
    for (const FilterValue& value : token.values) {
        std::string_view text = value.text;
        if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
            text = text.substr(1, text.size() - 2);
        }
        auto network = IpNetwork::parse(text);
        if (!network) {
            return filterFailure(
                value.position,
                inQuotes(text) + " is not an address or a block such as 10.0.0.0/8");
        }
        // Candidates are compared in their IPv4 form, so the block is converted, too.
        if (network->address.isV4Mapped() && network->prefixLength >= 96) {
            network = IpNetwork{network->address.unmapped(),
                                static_cast<std::uint8_t>(network->prefixLength - 96)};
        }
        term.networks.push_back(*network);
    }
    return term;
}

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
            return filterFailure(value.position,
                                 fmt::format("{}: takes {}, not {}", key.name,
                                             fmt::join(key.words, ", "), inQuotes(value.text)));
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

TermOrError compileTokens(const FilterToken& token, const FilterKey& key)
{
    const auto words = parseWords(token, key);
    if (!words) {
        return tl::unexpected(words.error());
    }
    TokenTerm term;
    for (const std::string_view word : *words) {
        if (key.name == "proto") {
            term.protocols |= bitOf(parseProtocol(word).value());
        } else if (key.name == "state") {
            term.states |= bitOf(parseSocketState(word).value());
        } else {
            term.verdicts |= bitOf(parseVerdict(word).value());
        }
    }
    return term;
}

TermOrError compileIs(const FilterToken& token, const FilterKey& key)
{
    const auto words = parseWords(token, key);
    if (!words) {
        return tl::unexpected(words.error());
    }
    IsTerm term;
    for (std::size_t i = 0; i < isWords().size(); ++i) {
        const bool isAsked =
            std::find(words->begin(), words->end(), isWords()[i].word) != words->end();
        term.words |= isAsked ? Bits{1} << i : 0;
    }
    return term;
}

TermOrError compileText(const FilterToken& token, TextTerm::Field field)
{
    TextTerm term;
    term.field = field;
    for (const FilterValue& value : token.values) {
        if (field != TextTerm::Field::User || !isDigits(value.text)) {
            term.patterns.emplace_back(value.text, value.isExact);
            continue;
        }
        const auto uid = parseUnsigned<std::uint32_t>(value.text);
        if (!uid) {
            return filterFailure(value.position,
                                 inQuotes(value.text) + " is neither a user ID nor a name");
        }
        term.uids.push_back(*uid);
    }
    return term;
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

/// Whether the text can be a part of an address: it contains dots or colons, or both decimal digits
/// and the letters a to f ("fe80"). "80" is only searched in ports, and "face" in names.
bool looksLikeAddress(std::string_view text)
{
    constexpr std::string_view kAddressBytes = "0123456789abcdefABCDEF.:[]";
    const bool hasDigit = std::any_of(text.begin(), text.end(), isDigit);
    const bool isDivided = text.find_first_of(".:") != std::string_view::npos;
    return text.find_first_not_of(kAddressBytes) == std::string_view::npos &&
           (isDivided || (hasDigit && !isDigits(text)));
}

WordTerm compileWord(const FilterValue& value)
{
    WordTerm term{.pattern = TextPattern(value.text, value.isExact),
                  .number = parseUnsignedUpTo(std::numeric_limits<std::int32_t>::max(), value.text),
                  .mayBeInAddress = looksLikeAddress(value.text),
                  .tokens = {}};
    term.tokens.protocols = matchingTokens(term.pattern, Protocol::Udp);
    term.tokens.states = matchingTokens(term.pattern, SocketState::Closed);
    term.tokens.verdicts = matchingTokens(term.pattern, Verdict::Explained);
    return term;
}

}  // namespace

TermOrError compileTerm(const FilterToken& token)
{
    if (token.key.empty()) {
        return compileWord(token.values.front());
    }
    const FilterKey* key = findFilterKey(token.key);
    if (key == nullptr) {
        std::vector<std::string_view> names;
        for (const FilterKey& known : filterKeys()) {
            names.push_back(known.name);
        }
        return filterFailure(token.position,
                             fmt::format("unknown key {}: use {}, or quote the word to look for it",
                                         inQuotes(token.key), fmt::join(names, ", ")));
    }
    using Field = TextTerm::Field;
    constexpr std::array<std::pair<std::string_view, Field>, 5> kTexts{
        {{"process", Field::Process},
         {"user", Field::User},
         {"unit", Field::Unit},
         {"container", Field::Container},
         {"service", Field::Service}}};
    for (const auto& [name, field] : kTexts) {
        if (key->name == name) {
            return compileText(token, field);
        }
    }
    if (key->name == "pid") {
        return compilePids(token);
    }
    if (key->name == "addr") {
        return compileAddresses(token);
    }
    if (key->name == "is") {
        return compileIs(token, *key);
    }
    if (!key->words.empty()) {
        return compileTokens(token, *key);
    }
    return compilePorts(token, key->name != "rport", key->name != "lport");
}

}  // namespace quaywatch
