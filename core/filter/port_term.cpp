// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/port_term.h"

#include "core/message/message_list.h"

#include <limits>
#include <utility>

namespace quaywatch {

tl::expected<PortTerm, FilterError> PortTerm::compile(const FilterToken& token, Ends ends)
{
    auto ranges =
        parseRanges(token.values, std::numeric_limits<Port>::max(), MessageId::NoPortInFilter);
    if (!ranges) {
        return tl::unexpected(ranges.error());
    }
    PortTerm term;
    term.m_isLocal = ends != Ends::Remote;
    term.m_isRemote = ends != Ends::Local;
    term.m_ranges = std::move(*ranges);
    return term;
}

bool PortTerm::matches(const SocketRecord& socket, OwnerMatchCache* /*cache*/) const noexcept
{
    return (m_isLocal && isInRanges(m_ranges, socket.key.localPort)) ||
           (m_isRemote && socket.hasRemote() && isInRanges(m_ranges, socket.key.remotePort));
}

std::optional<bool> PortTerm::matchesVacantPort(Port port) const noexcept
{
    return m_isLocal ? std::optional(isInRanges(m_ranges, port)) : std::nullopt;
}

void PortTerm::appendBoundaries(std::vector<std::uint32_t>& boundaries) const
{
    for (const NumberRange& range : m_ranges) {
        boundaries.insert(boundaries.end(), {range.first, range.last + 1U});
    }
}

}  // namespace quaywatch
