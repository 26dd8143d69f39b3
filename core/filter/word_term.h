// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_lexer.h"
#include "core/filter/owner_match_cache.h"
#include "core/filter/text_pattern.h"
#include "core/filter/word_set_term.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch {

/// A bare word.
class WordTerm {
public:
    [[nodiscard]] static WordTerm compile(const FilterValue& value);

    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const;
    /// A match in the port's number or service names is certain. Without one, the answer depends on
    /// a socket.
    [[nodiscard]] std::optional<bool> matchesVacantPort(Port port) const;
    void appendBoundaries(std::vector<std::uint32_t>& boundaries) const;

private:
    explicit WordTerm(const FilterValue& value);

    TextPattern m_pattern;
    std::optional<std::uint32_t> m_number;  ///< For a word of digits: a port or a PID.
    bool m_mayBeInAddress = false;
    TokenTerm m_tokens;  ///< The tokens that match the word.
};

}  // namespace quaywatch
