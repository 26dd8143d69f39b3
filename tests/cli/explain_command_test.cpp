// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;

TEST(ExplainCommand, PrintsTheManualChecksLast)
{
    const CliRun result = run(smallMachine(), {"explain", "931"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("1413"));
    EXPECT_THAT(result.out, HasSubstr("sudo lsof -i :931"));
    EXPECT_THAT(result.out, HasSubstr("sudo ss -tulpn 'sport = :931'"));
    EXPECT_THAT(result.out, HasSubstr("netstat -ano | findstr :931"));
}

TEST(ExplainCommand, AcceptsAServiceName)
{
    EXPECT_EQ(run(smallMachine(), {"explain", "ssh", "--json"}).json().at("port"), 22);
    EXPECT_EQ(run(smallMachine(), {"explain", "SSH", "--json"}).json().at("port"), 22);
}

TEST(ExplainCommand, ExitsWithOneForAnUnknownName)
{
    const CliRun result = run(smallMachine(), {"explain", "no-such-service"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.complaints(), 1);
}

TEST(ExplainCommand, RestrictsToAProtocol)
{
    const nlohmann::json document = run(smallMachine(), {"explain", "953/udp", "--json"}).json();

    ASSERT_EQ(document.at("protocols").size(), 1U);
    EXPECT_EQ(document.at("protocols").at(0).at("protocol"), "udp");
    EXPECT_EQ(document.at("protocols").at(0).at("state"), "reserved");
}

TEST(ExplainCommand, ReportsTheListenersInJson)
{
    const nlohmann::json document = run(smallMachine(), {"explain", "931", "--json"}).json();

    EXPECT_EQ(document.at("schema"), 1);
    EXPECT_EQ(document.at("range"), "well-known");
    EXPECT_EQ(document.at("sockets").at(0).at("owners").at(0).at("pid"), 4711);
    EXPECT_FALSE(document.at("checks").empty());
}

}  // namespace
}  // namespace quaywatch::test
