// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/number_range.h"
#include "core/filter/owner_match_cache.h"
#include "core/sockets/socket_record.h"

#include <optional>
#include <vector>

namespace quaywatch {

/// `pid:`
class PidTerm {
public:
    [[nodiscard]] static tl::expected<PidTerm, FilterError> compile(const FilterToken& token);

    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const noexcept;
    [[nodiscard]] static std::optional<bool> matchesVacantPort(Port /*port*/) noexcept
    {
        return std::nullopt;
    }

private:
    std::vector<NumberRange> m_ranges;
};

}  // namespace quaywatch
