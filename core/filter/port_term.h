// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/number_range.h"
#include "core/filter/owner_match_cache.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch {

/// `port:`, `lport:`, `rport:`
class PortTerm {
public:
    enum class Ends : std::uint8_t { Both, Local, Remote };

    [[nodiscard]] static tl::expected<PortTerm, FilterError> compile(const FilterToken& token,
                                                                     Ends ends);

    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const noexcept;
    [[nodiscard]] std::optional<bool> matchesVacantPort(Port port) const noexcept;
    void appendBoundaries(std::vector<std::uint32_t>& boundaries) const;

private:
    bool m_isLocal = true;
    bool m_isRemote = true;
    std::vector<NumberRange> m_ranges;
};

}  // namespace quaywatch
