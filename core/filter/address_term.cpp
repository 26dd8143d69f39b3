// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/address_term.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace quaywatch {

tl::expected<AddressTerm, FilterError> AddressTerm::compile(const FilterToken& token)
{
    AddressTerm term;
    for (const FilterValue& value : token.values) {
        std::string_view text = value.text;
        if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
            text = text.substr(1, text.size() - 2);
        }
        auto network = IpNetwork::parse(text);
        if (!network) {
            return filterFailure(value.position,
                                 Message(MessageId::NoAddressInFilter, inQuotes(text)));
        }
        // Candidates are compared in their IPv4 form, so the block is converted, too.
        if (network->address.isV4Mapped() && network->prefixLength >= 96) {
            network = IpNetwork{network->address.unmapped(),
                                static_cast<std::uint8_t>(network->prefixLength - 96)};
        }
        term.m_networks.push_back(*network);
    }
    return term;
}

bool AddressTerm::matches(const SocketRecord& socket, OwnerMatchCache* /*cache*/) const noexcept
{
    return std::any_of(m_networks.begin(), m_networks.end(), [&](const IpNetwork& network) {
        return network.contains(socket.key.localAddress) ||
               (socket.hasRemote() && network.contains(socket.key.remoteAddress));
    });
}

}  // namespace quaywatch
