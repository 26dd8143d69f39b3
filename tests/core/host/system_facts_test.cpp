// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/system_facts.h"

#include <gtest/gtest.h>

#include <string>

namespace quaywatch::test {
namespace {

TEST(SystemFacts, TheNameIsThePrettyOneWithoutItsQuotes)
{
    EXPECT_EQ(systemNameIn("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nX=1\n"),
              "Debian GNU/Linux 12 (bookworm)");
    EXPECT_EQ(systemNameIn("PRETTY_NAME=Alpine"), "Alpine");
    EXPECT_EQ(systemNameIn("PRETTY_NAME=\"a \\\"b\\\" c\""), "a \"b\" c");
}

TEST(SystemFacts, TheNameIsEmptyWithoutOneAndBounded)
{
    EXPECT_EQ(systemNameIn(""), "");
    EXPECT_EQ(systemNameIn("NAME=x\nMY_PRETTY_NAME=y"), "");
    EXPECT_EQ(systemNameIn("PRETTY_NAME=" + std::string(5000, 'x')).size(), 200U);
    EXPECT_EQ(systemNameIn("PRETTY_NAME=a\\"), "a\\");
}

TEST(SystemFacts, AreKnownHere)
{
    const SystemFacts facts = readSystemFacts();

    EXPECT_FALSE(facts.kernel.empty());
    EXPECT_FALSE(facts.machine.empty());
}

}  // namespace
}  // namespace quaywatch::test
