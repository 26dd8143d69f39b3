// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/address_text.h"

#include <gtest/gtest.h>

#include <tuple>

namespace quaywatch {
namespace {

TEST(AddressText, IsSplitIntoAddressAndDevice)
{
    const std::tuple<const char*, const char*, const char*> cases[] = {
        {"127.0.0.1", "127.0.0.1", ""},     {"fe80::1%eth0", "fe80::1", "eth0"},
        {"fe80::1%2", "fe80::1", "2"},      {"[fe80::1%eth0.7]", "fe80::1", "eth0.7"},
        {"0.0.0.0%lo", "0.0.0.0", "lo"},    {"fe80::%eth0/10", "fe80::/10", "eth0"},
        {"10.0.0.0/8", "10.0.0.0/8", ""},   {"fe80::1%", "fe80::1%", ""},
        {"fe80::1%/64", "fe80::1%/64", ""}, {"", "", ""},
    };
    for (const auto& [text, address, device] : cases) {
        const AddressText split = splitAddressText(text);

        EXPECT_EQ(split.address, address) << text;
        EXPECT_EQ(split.device, device) << text;
    }
}

}  // namespace
}  // namespace quaywatch
