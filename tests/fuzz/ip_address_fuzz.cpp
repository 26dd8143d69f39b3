// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/ip_address.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// An address that parses prints as a text that parses to the same address, except for its scope.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto address = quaywatch::IpAddress::parse(text);
    if (address) {
        const auto again = quaywatch::IpAddress::parse(address->toString());
        if (!again || again->bytes().size() != address->bytes().size() ||
            again->toString() != address->toString()) {
            std::abort();
        }
    }
    const auto network = quaywatch::IpNetwork::parse(text);
    if (network && !network->contains(network->address)) {
        std::abort();
    }
    return 0;
}
