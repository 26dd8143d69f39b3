// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/unit_stop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using testing::ElementsAre;

TEST(UnitName, IsExactlyWhatSystemdAccepts)
{
    for (const char* name :
         {"cups.socket", "getty@tty1.service", "dev-sda\\x2d1.device", "a:b_c.scope"}) {
        EXPECT_TRUE(isUnitName(name)) << name;
    }
    for (const char* name :
         {"", "-H", "--user", "a/b.service", "a b", "a\nb", "a;b", "$(x)", "é", "a:b_c", "ssh",
          "x.conf", ".service", "@x.service", "x.service ", "x.service;"}) {
        EXPECT_FALSE(isUnitName(name)) << name;
    }
    EXPECT_FALSE(isUnitName(std::string(256, 'a')));
}

TEST(UnitStop, PutsTheUnitsAfterTheEndOfOptions)
{
    const UnitStop stop{{"cups.socket", "cups.service"}, {"--user"}, false};

    EXPECT_THAT(stop.arguments(),
                ElementsAre("--user", "stop", "--", "cups.socket", "cups.service"));
}

TEST(UnitStop, QuotesShellCharacters)
{
    const UnitStop stop{{"app\\x2d1.service"}, {"--user", "-M", "it's@"}, true};

    EXPECT_EQ(stop.command(), R"(sudo systemctl --user -M 'it'\''s@' stop 'app\x2d1.service')");
}

}  // namespace
}  // namespace quaywatch
