// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The compiled terms of a filter (`port:80`, `process:nginx`, a bare word): everything that does
/// not depend on the socket is computed once, so that a match is a few comparisons.

#pragma once

#include "core/filter/filter_lexer.h"
#include "core/net/ip_address.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace quaywatch {

struct NumberRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// `port:`, `lport:`, `rport:`
struct PortTerm {
    bool isLocal = true;
    bool isRemote = true;
    std::vector<NumberRange> ranges;
};

/// `pid:`
struct PidTerm {
    std::vector<NumberRange> ranges;
};

/// `addr:`
struct AddressTerm {
    std::vector<IpNetwork> networks;
};

/// A set of enumerators, one bit each.
using Bits = std::uint32_t;

/// `proto:`, `state:`, `verdict:`; one of the sets must contain the socket's value.
struct TokenTerm {
    Bits protocols = 0;
    Bits states = 0;
    Bits verdicts = 0;
};

/// `is:`; any of the words may match.
struct IsTerm {
    Bits words = 0;
};

/// A pattern to search in texts; ASCII letters match without regard to case.
class TextPattern {
public:
    TextPattern(std::string_view text, bool isExact);

    [[nodiscard]] bool matches(std::string_view candidate) const noexcept;
    [[nodiscard]] bool contains(char c) const noexcept
    {
        return m_lower.find(c) != std::string::npos;
    }

private:
    std::string m_lower;
    bool m_isExact = false;
};

/// `process:`, `user:`, `unit:`, `container:`, `service:`; any of the patterns may match.
struct TextTerm {
    enum class Field : std::uint8_t { Process, User, Unit, Container, Service };
    Field field = Field::Process;
    std::vector<TextPattern> patterns;
    std::vector<std::uint32_t> uids;  ///< For `user:` with a number.
};

/// A bare word.
struct WordTerm {
    TextPattern pattern;
    std::optional<std::uint32_t> number;  ///< For a word of digits: a port or a PID.
    bool mayBeInAddress = false;
    TokenTerm tokens;  ///< The tokens that match the word.
};

using FilterTerm =
    std::variant<PortTerm, PidTerm, AddressTerm, TokenTerm, IsTerm, TextTerm, WordTerm>;

/// Compiles a token of kind Term.
[[nodiscard]] tl::expected<FilterTerm, FilterError> compileTerm(const FilterToken& token);

/// Remembers which owners a term matched. For one thread; valid as long as the owner sets exist.
class OwnerMemo {
public:
    /// The remembered answer, otherwise that of `ask`.
    template <class Ask>
    bool recall(const void* term, const OwnerSet* owners, const Ask& ask)
    {
        const auto [entry, isNew] = m_answers.try_emplace({term, owners}, false);
        if (isNew) {
            entry->second = ask();
        }
        return entry->second;
    }

private:
    using Question = std::pair<const void*, const OwnerSet*>;
    struct Hash {
        std::size_t operator()(const Question& question) const noexcept
        {
            return std::hash<const void*>{}(question.first) * 31 +
                   std::hash<const void*>{}(question.second);
        }
    };
    std::unordered_map<Question, bool, Hash> m_answers;
};

/// @param memo  May be null.
[[nodiscard]] bool matchesTerm(const FilterTerm& term, const SocketRecord& socket, OwnerMemo* memo);

/// Whether the term matches a port without a socket; empty if the answer depends on a socket.
[[nodiscard]] std::optional<bool> matchesVacantPort(const FilterTerm& term, Port port);

/// Appends the ports at which the answer of the term can change, although registry and port class
/// stay the same.
void appendBoundaries(const FilterTerm& term, std::vector<std::uint32_t>& borders);

/// A word of `is:`; its index in isWords() is its bit in IsTerm.
struct IsWord {
    std::string_view word;
    bool (*isTrue)(const SocketRecord& socket);
    /// The answer for a port without a socket; null if the word says nothing about a port alone.
    bool (*isTrueOfPort)(Port port) = nullptr;
};
[[nodiscard]] std::span<const IsWord> isWords() noexcept;

/// The key with that name, in upper or lower case; null if there is none.
[[nodiscard]] const FilterKey* findFilterKey(std::string_view name) noexcept;

}  // namespace quaywatch
