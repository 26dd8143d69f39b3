// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_error.h"
#include "core/filter/filter_lexer.h"
#include "core/filter/owner_match_cache.h"
#include "core/filter/text_pattern.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch {

/// `process:`, `user:`, `unit:`, `container:`, `service:`; any of the patterns may match.
class TextTerm {
public:
    enum class Field : std::uint8_t { Process, User, Unit, Container, Service };

    [[nodiscard]] static tl::expected<TextTerm, FilterError> compile(const FilterToken& token,
                                                                     Field field);

    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const;
    [[nodiscard]] std::optional<bool> matchesVacantPort(Port port) const;

private:
    [[nodiscard]] bool hasUid(const std::optional<std::uint32_t>& uid) const noexcept;
    [[nodiscard]] bool matchesOwner(const ProcessInfo& owner) const;
    [[nodiscard]] bool matchesSocket(const SocketRecord& socket) const;

    Field m_field = Field::Process;
    std::vector<TextPattern> m_patterns;
    std::vector<std::uint32_t> m_uids;  ///< For `user:` with a number.
};

}  // namespace quaywatch
