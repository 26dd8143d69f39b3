// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/shell_quote.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

TEST(ShellQuote, KeepsWordsThatNeedNoQuotes)
{
    for (const char* word :
         {"nginx", "-g", "daemon=off", "/usr/sbin/sshd", "user@1000", "a:b,c+d%"}) {
        EXPECT_EQ(shellQuote(word), word);
    }
}

TEST(ShellQuote, QuotesOtherWords)
{
    EXPECT_EQ(shellQuote(""), "''");
    EXPECT_EQ(shellQuote("two words"), "'two words'");
    EXPECT_EQ(shellQuote("a;rm -r ~"), "'a;rm -r ~'");
    EXPECT_EQ(shellQuote("$(id)"), "'$(id)'");
    EXPECT_EQ(shellQuote("!1"), "'!1'") << "history expansion of an interactive bash";
    EXPECT_EQ(shellQuote("{a,b}"), "'{a,b}'");
    EXPECT_EQ(shellQuote("foo\\x2dbar.scope"), "'foo\\x2dbar.scope'");
    EXPECT_EQ(shellQuote("caf\u00e9"), "'caf\u00e9'");
}

TEST(ShellQuote, ClosesTheQuotesForAQuote)
{
    EXPECT_EQ(shellQuote("it's"), R"('it'\''s')");
    EXPECT_EQ(shellQuote("'"), R"(''\''')");
}

}  // namespace
}  // namespace quaywatch
