// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/endpoint.h"

#include <fmt/format.h>

namespace quaywatch {

std::string toString(const Endpoint& endpoint)
{
    const std::string address = endpoint.address.toString();
    return endpoint.address.family() == AddressFamily::Ipv6
               ? fmt::format("[{}]:{}", address, endpoint.port)
               : fmt::format("{}:{}", address, endpoint.port);
}

}  // namespace quaywatch
