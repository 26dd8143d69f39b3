// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/address_term.h"

#include "core/message/message_list.h"
#include "core/net/address_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace quaywatch {

tl::expected<AddressTerm, FilterError> AddressTerm::compile(const FilterToken& token)
{
    AddressTerm term;
    for (const FilterValue& value : token.values) {
        AddressText text = splitAddressText(value.text);
        const auto network = IpNetwork::parse(text.address);
        if (!network) {
            return filterFailure(value.position,
                                 Message(MessageId::NoAddressInFilter, inQuotes(value.text)));
        }
        // Candidates are compared in their IPv4 form, so the block is converted, too.
        term.m_blocks.push_back({network->unmapped(), std::move(text.device)});
    }
    return term;
}

bool AddressTerm::matches(const SocketRecord& socket, OwnerMatchCache* /*cache*/) const noexcept
{
    return std::any_of(m_blocks.begin(), m_blocks.end(), [&](const Block& block) {
        const bool isInBlock =
            block.network.contains(socket.key.localAddress) ||
            (socket.hasRemote() && block.network.contains(socket.key.remoteAddress));
        return isInBlock && (block.device.empty() || isOnDevice(socket, block.device));
    });
}

}  // namespace quaywatch
