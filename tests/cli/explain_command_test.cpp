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

TEST(ExplainCommand, PredictsBindInJson)
{
    Snapshot snapshot = snapshotOf({tcpListener(8000, "127.0.0.1").ownedBy(process("nc")).id(1),
                                    tcpListener(8000, "10.0.0.1").uid(0, "root").id(2)});
    snapshot.hasBoundTcp = true;

    const nlohmann::json document =
        run(machineWith({Result<Snapshot>(snapshot)}), {"explain", "8000", "--json"}).json();

    const nlohmann::json& rows = document.at("protocols").at(0).at("bind");
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(rows.at(1).at("address"), "127.0.0.1");
    EXPECT_EQ(rows.at(1).at("v6only"), nullptr);
    EXPECT_EQ(rows.at(1).at("result"), "in-use");
    EXPECT_EQ(rows.at(1).at("holder"), (nlohmann::json{{"protocol", "tcp"},
                                                       {"address", "127.0.0.1"},
                                                       {"port", 8000},
                                                       {"state", "listen"},
                                                       {"v6only", nullptr},
                                                       {"pid", 4711},
                                                       {"name", "nc"},
                                                       {"user", "alice"}}));
    EXPECT_EQ(rows.at(2).at("address"), "10.0.0.1");
    EXPECT_EQ(rows.at(2).at("holder").at("pid"), nullptr);
    EXPECT_EQ(rows.at(2).at("holder").at("user"), nullptr);
    EXPECT_EQ(rows.at(4).at("address"), "::");
    EXPECT_EQ(rows.at(4).at("v6only"), true);
    EXPECT_EQ(rows.at(4).at("result"), "free");
    EXPECT_EQ(rows.at(4).at("holder"), nullptr);
    EXPECT_EQ(document.at("protocols").at(1).at("bind").at(0).at("result"), "free");
}

TEST(ExplainCommand, PredictsBindForANameAndForOneProtocol)
{
    for (const char* subject : {"ssh", "22/tcp", "22"}) {
        const nlohmann::json document = run(smallMachine(), {"explain", subject, "--json"}).json();
        EXPECT_EQ(document.at("protocols").at(0).at("bind").at(0).at("result"), "in-use");
    }
}

TEST(ExplainCommand, SaysWhetherBoundTcpSocketsAreListed)
{
    Snapshot snapshot = snapshotOf({});
    snapshot.hasBoundTcp = true;

    const std::string listed =
        run(machineWith({Result<Snapshot>(snapshot)}), {"explain", "8000"}).out;
    const std::string unlisted = run(smallMachine(), {"explain", "8000"}).out;

    EXPECT_EQ(listed.find("bound but does not listen"), std::string::npos);
    EXPECT_THAT(unlisted, HasSubstr("bound but does not listen"));
}

TEST(ExplainCommand, ReportsTheListenersInJson)
{
    const nlohmann::json document = run(smallMachine(), {"explain", "931", "--json"}).json();

    EXPECT_EQ(document.at("schema"), 1);
    EXPECT_EQ(document.at("range"), "well-known");
    EXPECT_EQ(document.at("sockets").at(0).at("owners").at(0).at("pid"), 4711);
    EXPECT_FALSE(document.at("checks").empty());
}

TEST(ExplainCommand, TellsOfEveryPortOfAName)
{
    const SystemAccess machine =
        machineWith({tcpListener(8080, "127.0.0.1").ownedBy(process("node")).id(1)});

    const CliRun text = run(machine, {"explain", "http-alt"});
    const nlohmann::json json = run(machine, {"explain", "http-alt", "--json"}).json();

    EXPECT_EQ(text.code, 0);
    EXPECT_THAT(text.out, ::testing::StartsWith("PORT 591"));
    EXPECT_THAT(text.out, HasSubstr("- 8080: tcp 127.0.0.1:8080 listens"));
    EXPECT_THAT(text.out, HasSubstr("- 8008: "));
    EXPECT_EQ(json.at("port"), 591);
    ASSERT_EQ(json.at("other_ports").size(), 2U);
    EXPECT_EQ(json.at("other_ports")[0].at("port"), 8008);
    EXPECT_TRUE(json.at("other_ports")[0].at("sockets").empty());
    EXPECT_EQ(json.at("other_ports")[1].at("port"), 8080);
    EXPECT_EQ(json.at("other_ports")[1].at("sockets")[0].at("owners")[0].at("name"), "node");
}

TEST(ExplainCommand, HasNoOtherPortsForANumberOrASoleName)
{
    for (const char* subject : {"8080", "ssh"}) {
        const nlohmann::json json = run(smallMachine(), {"explain", subject, "--json"}).json();

        EXPECT_TRUE(json.at("other_ports").empty()) << subject;
    }
}

TEST(ExplainCommand, ShowsManyVacantPortsAsRanges)
{
    EXPECT_THAT(run(smallMachine(), {"explain", "vrml-multi-use"}).out, HasSubstr("4201-4299: "));
}

TEST(ExplainCommand, ShowsRootNoSudo)
{
    SystemAccess machine = smallMachine();
    EXPECT_THAT(run(machine, {"explain", "931"}).out, HasSubstr("sudo lsof"));

    machine.currentUser = [] { return CurrentUser{0, "root", true}; };
    EXPECT_THAT(run(machine, {"explain", "931"}).out, ::testing::Not(HasSubstr("sudo")));
}

TEST(ExplainCommand, DoesNotCallASocketOpenWhoseDeviceIsGone)
{
    const auto goneDevice = [] {
        SocketBuilder listener = tcpListener(20992).ownedBy(process("nc")).id(1);
        listener.record().key.boundDevice = 7;
        return machineWith({listener});
    };

    const CliRun text = run(goneDevice(), {"explain", "20992"});
    const CliRun table = run(goneDevice(), {"list"});
    const nlohmann::json json = run(goneDevice(), {"list", "--json"}).json();

    EXPECT_THAT(text.out, ::testing::Not(HasSubstr("open on every")));
    EXPECT_THAT(text.out, HasSubstr("open to nobody"));
    EXPECT_THAT(table.out, HasSubstr("0.0.0.0%7"));
    EXPECT_TRUE(json.at("sockets")[0].at("exposure").is_null());
}

}  // namespace
}  // namespace quaywatch::test
