// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/source_port_hint.h"

#include "tests/support/machine/explained.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::kAlice;
using test::kDebianRules;
using test::kRoot;

TEST(SourcePortHint, KeepsThePortsThatAreReservedNow)
{
    const SourcePortHint hint = sourcePortHint({40000, 22, 40000}, kDebianRules, kAlice).value();

    EXPECT_EQ(hint.ports, std::vector<Port>{40000});
    EXPECT_EQ(hint.command, "sudo sysctl -w net.ipv4.ip_local_reserved_ports=8080,40000");
    EXPECT_EQ(hint.text,
              "Any program may get port 40000 as the local port of a connection "
              "(net.ipv4.ip_local_port_range is 32768-60999), and then the service that is "
              "expected there cannot start; to reserve it: sudo sysctl -w "
              "net.ipv4.ip_local_reserved_ports=8080,40000.");
}

TEST(SourcePortHint, IsGivenOnlyForPortsThatAnyProgramMayGet)
{
    BindRules rules = kDebianRules;
    rules.reservedPorts = {{40000, 40010}};

    EXPECT_FALSE(sourcePortHint({22, 40000}, rules, kAlice));
    EXPECT_FALSE(sourcePortHint({40000}, BindRules{}, kAlice));
    EXPECT_TRUE(sourcePortHint({40011}, rules, kAlice));
}

TEST(SourcePortHint, DoesNotAdviseRootToUseSudo)
{
    EXPECT_EQ(sourcePortHint({40000}, kDebianRules, kRoot).value().command,
              "sysctl -w net.ipv4.ip_local_reserved_ports=8080,40000");
}

}  // namespace
}  // namespace quaywatch
