// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_error.h"
#include "core/filter/filter_lexer.h"
#include "core/filter/owner_match_cache.h"
#include "core/net/ip_address.h"
#include "core/sockets/socket_record.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// `addr:`, for every address that the program prints, and for address blocks
class AddressTerm {
public:
    [[nodiscard]] static tl::expected<AddressTerm, FilterError> compile(const FilterToken& token);

    [[nodiscard]] bool matches(const SocketRecord& socket, OwnerMatchCache* cache) const noexcept;
    [[nodiscard]] static std::optional<bool> matchesVacantPort(Port /*port*/) noexcept
    {
        return std::nullopt;
    }

private:
    struct Block {
        IpNetwork network;
        std::string device;  ///< Empty: any.
    };
    std::vector<Block> m_blocks;
};

}  // namespace quaywatch
