// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter_term.h"

#include "core/filter/filter_keys.h"
#include "core/filter/filter_lexer.h"
#include "core/message/message_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

namespace quaywatch {

tl::expected<FilterTerm, FilterError> FilterTerm::compile(const FilterToken& token)
{
    if (token.key.empty()) {
        return WordTerm::compile(token.values.front());
    }
    const FilterKey* key = findFilterKey(token.key);
    if (key == nullptr) {
        std::vector<std::string_view> names;
        for (const FilterKey& known : filterKeys()) {
            names.push_back(known.name);
        }
        return filterFailure(token.position,
                             Message(MessageId::UnknownFilterKey, inQuotes(token.key),
                                     fmt::format("{}", fmt::join(names, ", "))));
    }
    return key->compile(token, *key);
}

bool FilterTerm::matches(const SocketRecord& socket, OwnerMatchCache* cache) const
{
    return std::visit([&](const auto& term) { return term.matches(socket, cache); }, m_term);
}

std::optional<bool> FilterTerm::matchesVacantPort(Port port) const
{
    return std::visit([port](const auto& term) { return term.matchesVacantPort(port); }, m_term);
}

void FilterTerm::appendBoundaries(std::vector<std::uint32_t>& boundaries) const
{
    const auto append = [&](const auto& term) {
        if constexpr (requires { term.appendBoundaries(boundaries); }) {
            term.appendBoundaries(boundaries);
        }
    };
    std::visit(append, m_term);
}

}  // namespace quaywatch
