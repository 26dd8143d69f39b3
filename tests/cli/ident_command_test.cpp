// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

SystemAccess telnetting()
{
    return machineWith(
        {tcpConnection("10.0.0.1", 6193, "10.0.0.2", 23).ownedBy(process("telnet"))});
}

TEST(IdentCommand, PrintsTheUser)
{
    const CliRun result = run(telnetting(), {"ident", "6193,23"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "6193 , 23 : USERID : UNIX : alice\n");
}

TEST(IdentCommand, AcceptsBlanksAroundTheComma)
{
    EXPECT_EQ(run(telnetting(), {"ident", "6193 , 23"}).code, 0);
    EXPECT_EQ(run(telnetting(), {"ident", "6193", ",", "23"}).code, 0);
}

TEST(IdentCommand, ExitsWithOneForNoUser)
{
    const CliRun result = run(telnetting(), {"ident", "6193,24"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.out, "6193 , 24 : ERROR : NO-USER\n");
}

TEST(IdentCommand, ExitsWithTwoForAnInvalidPort)
{
    const CliRun result = run(telnetting(), {"ident", "65536,23"});

    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.out, "65536 , 23 : ERROR : INVALID-PORT\n");
    EXPECT_EQ(result.complaints(), 1);
}

TEST(IdentCommand, ExitsWithThreeForAHiddenUser)
{
    SocketRecord connection = tcpConnection("10.0.0.1", 6193, "10.0.0.2", 23);
    connection.ownerState = OwnerState::Hidden;
    const CliRun result = run(machineWith({connection}), {"ident", "6193,23"});

    EXPECT_EQ(result.code, 3);
    EXPECT_EQ(result.out, "6193 , 23 : ERROR : HIDDEN-USER\n");
}

TEST(IdentCommand, MatchesTheAddressWhereOneIsGiven)
{
    EXPECT_EQ(run(telnetting(), {"ident", "6193,23", "--remote", "10.0.0.2"}).code, 0);
    EXPECT_EQ(run(telnetting(), {"ident", "6193,23", "--remote", "10.0.0.3"}).code, 1);
    EXPECT_EQ(run(telnetting(), {"ident", "6193,23", "--local", "10.0.0.9"}).code, 1);
}

TEST(IdentCommand, WritesJson)
{
    const CliRun found = run(telnetting(), {"ident", "6193,23", "--json"});
    const CliRun missed = run(telnetting(), {"ident", "6193,24", "--json"});

    EXPECT_EQ(found.json().at("ident"), "USERID : UNIX : alice");
    EXPECT_TRUE(found.json().at("error").is_null());
    EXPECT_EQ(missed.json().at("error"), "NO-USER");
    EXPECT_TRUE(missed.json().at("ident").is_null());
}

}  // namespace
}  // namespace quaywatch::test
