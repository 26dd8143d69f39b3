// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/ip_address.h"

#include <gtest/gtest.h>

#include <string>

namespace quaywatch {
namespace {

std::string normalized(const std::string& text)
{
    const Result<IpAddress> address = IpAddress::parse(text);
    return address ? address->toString() : "error";
}

TEST(IpAddress, PrintsTheShortestFormOfRfc5952)
{
    EXPECT_EQ(normalized("127.0.0.1"), "127.0.0.1");
    EXPECT_EQ(normalized("::"), "::");
    EXPECT_EQ(normalized("0:0:0:0:0:0:0:1"), "::1");
    EXPECT_EQ(normalized("2001:0DB8:0:0:1:0:0:1"), "2001:db8::1:0:0:1");
    EXPECT_EQ(normalized("2001:db8:0:1:1:1:1:1"), "2001:db8:0:1:1:1:1:1");
    EXPECT_EQ(normalized("1::"), "1::");
    EXPECT_EQ(normalized("::ffff:127.0.0.1"), "::ffff:127.0.0.1");
    EXPECT_EQ(normalized("::ffff:7f00:1"), "::ffff:127.0.0.1");
    EXPECT_EQ(normalized("fe80::1%7"), "fe80::1");
}

TEST(IpAddress, RejectsWhatIsNotAnAddress)
{
    for (const char* text : {"",
                             "1",
                             "1.2.3",
                             "1.2.3.4.5",
                             "256.0.0.1",
                             "01.2.3.4",
                             "1.2.3.",
                             "1..2.3",
                             " 1.2.3.4",
                             ":",
                             ":::",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             "12345::",
                             "g::",
                             "1:",
                             "::1%",
                             "::1%eth0",
                             "::1.2.3",
                             "1.2.3.4::",
                             "1:2:3:4:5:6:7::8:9",
                             "::/0"}) {
        EXPECT_EQ(normalized(text), "error") << text;
    }
}

TEST(IpAddress, KeepsTheScopeSeparate)
{
    EXPECT_NE(IpAddress::parse("fe80::1%1").value(), IpAddress::parse("fe80::1%2").value());
}

TEST(IpAddress, ClassifiesByTheRanges)
{
    const auto at = [](const char* text) { return IpAddress::parse(text).value(); };

    EXPECT_TRUE(at("127.255.0.1").isLoopback());
    EXPECT_TRUE(at("::1").isLoopback());
    EXPECT_FALSE(at("::ffff:127.0.0.1").isLoopback());
    EXPECT_TRUE(at("::ffff:127.0.0.1").unmapped().isLoopback());
    EXPECT_TRUE(at("169.254.9.9").isLinkLocal());
    EXPECT_TRUE(at("febf::1").isLinkLocal());
    EXPECT_FALSE(at("fec0::1").isLinkLocal());
    EXPECT_TRUE(at("172.31.0.1").isPrivate());
    EXPECT_FALSE(at("172.32.0.1").isPrivate());
    EXPECT_TRUE(at("100.127.0.1").isPrivate());
    EXPECT_FALSE(at("100.128.0.1").isPrivate());
    EXPECT_TRUE(at("fd00::1").isPrivate());
    EXPECT_TRUE(at("224.0.0.251").isMulticast());
    EXPECT_TRUE(at("ff02::fb").isMulticast());
    EXPECT_TRUE(at("::").isUnspecified());
}

TEST(IpNetwork, ContainsByPrefixAndComparesMappedAddressesAsIpv4)
{
    const IpNetwork ten = IpNetwork::parse("10.0.0.0/8").value();
    EXPECT_TRUE(ten.contains(IpAddress::parse("10.255.1.2").value()));
    EXPECT_TRUE(ten.contains(IpAddress::parse("::ffff:10.1.2.3").value()));
    EXPECT_FALSE(ten.contains(IpAddress::parse("11.0.0.1").value()));

    EXPECT_TRUE(IpNetwork::parse("0.0.0.0/0")->contains(IpAddress::parse("8.8.8.8").value()));
    EXPECT_TRUE(IpNetwork::parse("fe80::/10")->contains(IpAddress::parse("febf::9").value()));
    EXPECT_FALSE(
        IpNetwork::parse("192.0.2.128/25")->contains(IpAddress::parse("192.0.2.127").value()));
    EXPECT_TRUE(IpNetwork::parse("192.0.2.1")->contains(IpAddress::parse("192.0.2.1").value()));
    EXPECT_FALSE(IpNetwork::parse("1.2.3.4/33").has_value());
    EXPECT_FALSE(IpNetwork::parse("1.2.3.4/").has_value());
}

}  // namespace
}  // namespace quaywatch
