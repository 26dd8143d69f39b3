// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/pid_term.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace quaywatch {

tl::expected<PidTerm, FilterError> PidTerm::compile(const FilterToken& token)
{
    auto ranges = parseRanges(token.values, std::numeric_limits<std::int32_t>::max(),
                              MessageId::NoPidInFilter);
    if (!ranges) {
        return tl::unexpected(ranges.error());
    }
    PidTerm term;
    term.m_ranges = std::move(*ranges);
    return term;
}

bool PidTerm::matches(const SocketRecord& socket, OwnerMatchCache* /*cache*/) const noexcept
{
    return std::any_of(
        socket.owners().begin(), socket.owners().end(),
        [this](const ProcessPtr& owner) { return isInRanges(m_ranges, owner->id.pid); });
}

}  // namespace quaywatch
