// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/address_term.h"
#include "core/filter/pid_term.h"
#include "core/filter/port_term.h"
#include "core/filter/text_term.h"
#include "core/filter/word_set_term.h"
#include "core/filter/word_term.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace quaywatch {

/// A compiled term of a filter (`port:80`, `process:nginx`, a bare word): everything that does not
/// depend on the socket is computed once, so that a match is a few comparisons.
///
/// Each kind of term is a class with compile(), matches() and matchesVacantPort(), and with
/// appendBoundaries() if it tells ports apart by their numbers. A row of filterKeys() names the
/// compile() of a key; a new kind is an alternative of Variant, too.
class FilterTerm {
    using Variant =
        std::variant<PortTerm, PidTerm, AddressTerm, TokenTerm, IsTerm, TextTerm, WordTerm>;

public:
    /// A term of any kind is a term.
    template <std::convertible_to<Variant> Kind>
    FilterTerm(Kind term)  // NOLINT(google-explicit-constructor)
        : m_term(std::move(term))
    {
    }

    /// Compiles a token of kind Term.
    [[nodiscard]] static tl::expected<FilterTerm, FilterError> compile(const FilterToken& token);

    /// @param cache  May be null.
    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const;

    /// Whether the term matches a port without a socket; empty if the answer depends on a socket.
    [[nodiscard]] std::optional<bool> matchesVacantPort(Port port) const;

    /// Appends the ports at which the answer of the term can change, although registry and port
    /// class stay the same.
    void appendBoundaries(std::vector<std::uint32_t>& boundaries) const;

private:
    Variant m_term;
};

}  // namespace quaywatch
