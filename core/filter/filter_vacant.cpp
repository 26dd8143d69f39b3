// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What a filter's terms say about a port without a socket.

#include "core/filter/filter_terms.h"
#include "core/registry/service_registry.h"

#include <algorithm>

namespace quaywatch {
namespace {

bool hasServiceName(Port port, const TextPattern& pattern)
{
    const auto holds = [&](Protocol protocol) {
        const ServiceNames names = registry::lookup(port, protocol).names;
        return std::any_of(names.begin(), names.end(),
                           [&](std::string_view name) { return pattern.matches(name); });
    };
    return holds(Protocol::Tcp) || holds(Protocol::Udp);
}

class VacantMatch {
public:
    explicit VacantMatch(Port port)
        : m_port(port)
    {
    }

    std::optional<bool> operator()(const PortTerm& term) const
    {
        if (!term.isLocal) {
            return std::nullopt;
        }
        return std::any_of(term.ranges.begin(), term.ranges.end(), [this](const auto& range) {
            return range.first <= m_port && m_port <= range.last;
        });
    }

    std::optional<bool> operator()(const IsTerm& term) const
    {
        bool isOpen = false;
        for (std::size_t i = 0; i < isWords().size(); ++i) {
            if ((term.words >> i & 1U) == 0) {
                continue;
            }
            const auto isTrueOfPort = isWords()[i].isTrueOfPort;
            if (isTrueOfPort != nullptr && isTrueOfPort(m_port)) {
                return true;
            }
            isOpen = isOpen || isTrueOfPort == nullptr;
        }
        return isOpen ? std::nullopt : std::optional(false);
    }

    std::optional<bool> operator()(const TextTerm& term) const
    {
        if (term.field != TextTerm::Field::Service) {
            return std::nullopt;
        }
        return std::any_of(
            term.patterns.begin(), term.patterns.end(),
            [this](const TextPattern& pattern) { return hasServiceName(m_port, pattern); });
    }

    /// A match in the port's number or service names is certain. Without one, the answer depends on
    /// a socket.
    std::optional<bool> operator()(const WordTerm& term) const
    {
        const bool isFound = term.number == m_port || hasServiceName(m_port, term.pattern);
        return isFound ? std::optional(true) : std::nullopt;
    }

    std::optional<bool> operator()(const PidTerm& /*term*/) const { return std::nullopt; }
    std::optional<bool> operator()(const AddressTerm& /*term*/) const { return std::nullopt; }
    std::optional<bool> operator()(const TokenTerm& /*term*/) const { return std::nullopt; }

private:
    Port m_port;
};

}  // namespace

std::optional<bool> matchesVacantPort(const FilterTerm& term, Port port)
{
    return std::visit(VacantMatch(port), term);
}

void appendBoundaries(const FilterTerm& term, std::vector<std::uint32_t>& borders)
{
    if (const auto* ports = std::get_if<PortTerm>(&term)) {
        for (const auto& range : ports->ranges) {
            borders.insert(borders.end(), {range.first, range.last + 1U});
        }
    }
    if (const auto* word = std::get_if<WordTerm>(&term); word != nullptr && word->number) {
        borders.insert(borders.end(), {*word->number, *word->number + 1});
    }
}

}  // namespace quaywatch
