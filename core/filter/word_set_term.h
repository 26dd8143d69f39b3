// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Terms whose values are words from a fixed set.

#pragma once

#include "core/filter/filter_error.h"
#include "core/filter/filter_keys.h"
#include "core/filter/filter_lexer.h"
#include "core/filter/owner_match_cache.h"
#include "core/filter/text_pattern.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace quaywatch {

/// A set of enumerators, one bit each.
using Bits = std::uint32_t;

/// `proto:`, `state:`, `verdict:`; one of the sets must contain the socket's value.
class TokenTerm {
public:
    enum class Set : std::uint8_t { Protocols, States, Verdicts };

    /// @param key  Its words are tokens of the set's type.
    [[nodiscard]] static tl::expected<TokenTerm, FilterError> compile(const FilterToken& token,
                                                                      const FilterKey& key,
                                                                      Set set);
    /// All protocols, states and verdicts whose tokens match the pattern.
    explicit TokenTerm(const TextPattern& pattern);

    [[nodiscard]] bool matches(const SocketRecord& socket,
                               OwnerMatchCache* /*cache*/) const noexcept
    {
        return contains(m_protocols, socket.key.protocol) || contains(m_states, socket.state) ||
               contains(m_verdicts, socket.assessment.verdict);
    }
    [[nodiscard]] static std::optional<bool> matchesVacantPort(Port /*port*/) noexcept
    {
        return std::nullopt;
    }

private:
    TokenTerm() = default;

    template <class Enum>
    [[nodiscard]] static bool contains(Bits bits, Enum value) noexcept
    {
        return (bits >> static_cast<unsigned>(value) & 1U) != 0;
    }

    Bits m_protocols = 0;
    Bits m_states = 0;
    Bits m_verdicts = 0;
};

/// `is:`; any of the words may match.
class IsTerm {
public:
    [[nodiscard]] static tl::expected<IsTerm, FilterError> compile(const FilterToken& token,
                                                                   const FilterKey& key);

    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const;
    [[nodiscard]] std::optional<bool> matchesVacantPort(Port port) const;

private:
    Bits m_words = 0;  ///< By index in isWords().
};

/// The words that `is:` accepts.
[[nodiscard]] std::span<const std::string_view> isWords() noexcept;

}  // namespace quaywatch
