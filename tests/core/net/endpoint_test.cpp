// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/endpoint.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

Endpoint endpoint(const char* address, Port port)
{
    return {IpAddress::parse(address).value(), port};
}

TEST(Endpoint, PrintsAddressAndPort)
{
    EXPECT_EQ(toString(endpoint("127.0.0.1", 931)), "127.0.0.1:931");
    EXPECT_EQ(toString(endpoint("0.0.0.0", 0)), "0.0.0.0:0");
}

TEST(Endpoint, PrintsAnIpv6AddressInBrackets)
{
    EXPECT_EQ(toString(endpoint("::1", 931)), "[::1]:931");
    EXPECT_EQ(toString(endpoint("fe80::1", 65535)), "[fe80::1]:65535");
}

}  // namespace
}  // namespace quaywatch
