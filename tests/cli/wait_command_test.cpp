// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message_list.h"

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

constexpr std::size_t kNever = 1'000'000;

std::vector<Result<Snapshot>> laterOn8080()
{
    return {snapshotOf({}), snapshotOf({}), snapshotOf({tcpListener(8080).id(1)})};
}

TEST(WaitCommand, ReturnsWhenSomethingListens)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;

    const CliRun result = run(machineWith(laterOn8080()), terminal, {"wait", "port:8080"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(terminal.waits.size(), 2U);
}

TEST(WaitCommand, ReturnsAtOnceWhenTheConditionHolds)
{
    FakeTerminal terminal;

    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:22"}).code, 0);
    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:23", "--free"}).code, 0);
    EXPECT_TRUE(terminal.waits.empty());
}

TEST(WaitCommand, WaitsForThePortToBeFree)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;
    std::vector<Result<Snapshot>> polls{snapshotOf({tcpListener(8080).id(1)}), snapshotOf({})};

    const CliRun result =
        run(machineWith(std::move(polls)), terminal, {"wait", "port:8080", "--free"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(terminal.waits.size(), 1U);
}

TEST(WaitCommand, ExitsWithOneAtTheTimeLimit)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;

    const CliRun result = run(smallMachine(), terminal, {"wait", "port:8080", "--timeout", "20"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.complaints(), 1);
    // The polls themselves take real time, which counts as well.
    const auto waited = std::accumulate(terminal.waits.begin(), terminal.waits.end(), 0ms);
    EXPECT_LE(waited, 20s);
    EXPECT_GT(waited, 10s);
}

TEST(WaitCommand, PollsOnceWithATimeLimitOfZero)
{
    FakeTerminal terminal;

    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:8080", "--timeout", "0"}).code, 1);
    EXPECT_TRUE(terminal.waits.empty());
}

TEST(WaitCommand, RestrictsToANamedProtocol)
{
    EXPECT_EQ(run(smallMachine(), {"wait", "port:22/tcp", "--timeout", "0"}).code, 0);
    EXPECT_EQ(run(smallMachine(), {"wait", "port:22/udp", "--timeout", "0"}).code, 1);
}

/// A machine whose kernel lists bound TCP sockets, where these are polled one after the other.
SystemAccess bindableMachine(std::vector<std::vector<SocketRecord>> polls)
{
    std::vector<Result<Snapshot>> snapshots;
    for (std::vector<SocketRecord>& sockets : polls) {
        Snapshot snapshot = snapshotOf(std::move(sockets));
        snapshot.hasBoundTcp = true;
        snapshots.emplace_back(std::move(snapshot));
    }
    return machineWith(std::move(snapshots));
}

SocketRecord inTimeWait(Port port)
{
    SocketBuilder left = tcpConnection("127.0.0.1", port, "127.0.0.1", 50000);
    left.ownerState(OwnerState::None).record().state = SocketState::TimeWait;
    return left;
}

TEST(WaitCommand, WaitsUntilAPortCanBeBound)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;

    const CliRun result = run(bindableMachine({{tcpListener(8080).id(1)}, {inTimeWait(8080)}, {}}),
                              terminal, {"wait", "port:8080", "--bindable"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(terminal.waits.size(), 2U);
}

TEST(WaitCommand, WaitsForOneAddressToBeBindable)
{
    const SystemAccess machine = bindableMachine({{tcpListener(8080, "127.0.0.1").id(1)}});
    const auto codeOf = [&](const std::vector<std::string>& words) {
        std::vector<std::string> arguments{"wait", "--timeout", "0"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        return run(machine, arguments).code;
    };

    EXPECT_EQ(codeOf({"port:8080", "--bindable", "127.0.0.1"}), 1);
    EXPECT_EQ(codeOf({"port:8080", "--bindable"}), 1);
    EXPECT_EQ(codeOf({"--bindable", "port:8080"}), 1);
    EXPECT_EQ(codeOf({"port:8080", "--bindable", "127.0.0.2"}), 0);
    EXPECT_EQ(codeOf({"port:8080", "--bindable=[::1]"}), 0);
    EXPECT_EQ(codeOf({"port:8080/udp", "--bindable"}), 0);
    EXPECT_EQ(codeOf({"--bindable", "port:8081"}), 0);
}

TEST(WaitCommand, SaysWhyAPortCannotBeBoundYet)
{
    const CliRun result = run(bindableMachine({{inTimeWait(8080)}}),
                              {"wait", "port:8080", "--bindable", "--timeout", "0", "--json"});

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("TIME_WAIT"));
    EXPECT_EQ(result.json().at("bindable"), false);
    EXPECT_EQ(result.json().at("listening"), false);
    EXPECT_EQ(result.json().at("protocols").at(0).at("bind").at(0).at("result"), "in-use");
}

TEST(WaitCommand, RefusesWhatItCannotWaitFor)
{
    const SystemAccess machine = bindableMachine({{}});

    EXPECT_EQ(run(machine, {"wait", "port:8080", "--bindable", "localhost"}).code, 2);
    EXPECT_EQ(run(machine, {"wait", "port:8080", "--bindable", "--free"}).code, 2);
}

TEST(WaitCommand, DoesNotWaitForeverWhereBoundSocketsAreNotListed)
{
    FakeTerminal terminal;

    const CliRun result = run(smallMachine(), terminal, {"wait", "port:8080", "--bindable"});

    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("Linux 6.8"));
    EXPECT_TRUE(terminal.waits.empty());
    EXPECT_EQ(run(smallMachine(), {"wait", "port:8080/udp", "--bindable"}).code, 0);
}

TEST(WaitCommand, BlamesTheSandboxForWhatItHides)
{
    Snapshot snapshot = snapshotOf({});
    snapshot.gaps.push_back({Gap::Kind::Table,
                             std::nullopt,
                             Message(MessageId::SockDiagRefused, "tcp, tcp6", "/proc/net",
                                     Message(MessageId::TcpDetails)),
                             {}});
    std::vector<Result<Snapshot>> polls;
    polls.emplace_back(std::move(snapshot));

    const CliRun result =
        run(machineWith(std::move(polls)), {"wait", "port:8080/tcp", "--bindable"});

    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("sock_diag is refused to this program"));
    EXPECT_THAT(result.err, Not(HasSubstr("Linux 6.8")));
}

TEST(WaitCommand, GoesOnWhenNobodyReadsItsOutput)
{
    FakeTerminal terminal;
    terminal.endsWith = Terminal::Wakeup::ReaderGone;

    EXPECT_EQ(run(machineWith(laterOn8080()), terminal, {"wait", "port:8080"}).code, 0);
    EXPECT_EQ(terminal.waits.size(), 2U);
    EXPECT_TRUE(terminal.ignoresReader) << "or it would not pause between its polls";
}

TEST(WaitCommand, KeepsItsResultWhenNobodyReadsTheJson)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) { return Result<bool>(false); };

    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:8080", "--timeout", "0", "--json"}).code,
              1);
}

/// A machine without sockets and with the device va, number 7, that has fe80::5.
SystemAccess machineWithVa()
{
    SystemAccess machine = bindableMachine({{}});
    machine.bindRules = [] {
        BindRules rules;
        rules.addressUse = [](const IpAddress& address, std::uint32_t device, Protocol) {
            return !address.needsScope() || device == 7 ? AddressUse::Usable
                   : device == 0                        ? AddressUse::NeedsScope
                                                        : AddressUse::NotHere;
        };
        rules.findDevice = [](std::string_view name) {
            return name == "va" || name == "7"
                       ? std::optional(NetworkDevice{7, std::make_shared<const std::string>("va")})
                       : std::nullopt;
        };
        return rules;
    };
    return machine;
}

TEST(WaitCommand, TakesAnAddressWithItsDevice)
{
    const auto runAt = [](const char* address) {
        return run(machineWithVa(),
                   {"wait", "port:8080/tcp", "--timeout", "0", "--bindable", address, "--json"});
    };

    EXPECT_EQ(runAt("fe80::5%va").code, 0);
    EXPECT_EQ(runAt("[fe80::5%7]").code, 0);
    EXPECT_EQ(runAt("0.0.0.0%va").code, 0);
    EXPECT_EQ(runAt("fe80::5%va").json().at("protocols").at(0).at("bind").at(0).at("address"),
              "fe80::5%va");
    EXPECT_EQ(runAt("fe80::5%vb").code, 1);
    EXPECT_THAT(runAt("fe80::5%vb").err, HasSubstr("This machine has no network device vb"));
    EXPECT_EQ(runAt("fe80::5%").code, 2);
    EXPECT_EQ(runAt("fe80::5%va/64").code, 2);
}

TEST(WaitCommand, SaysThatALinkLocalAddressNeedsItsInterface)
{
    const CliRun result =
        run(machineWithVa(), {"wait", "port:8080/tcp", "--timeout", "0", "--bindable", "fe80::5"});

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("without an interface fails"));
}

TEST(WaitCommand, SaysThatItDoesNotKnow)
{
    const CliRun result = run(bindableMachine({{tcpConnection("::1", 8080, "::1", 50000).id(1)}}),
                              {"wait", "port:8080/tcp", "--timeout", "0", "--bindable", "0.0.0.0"});

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("whether port 8080/tcp can be bound is not known"));
    EXPECT_THAT(result.err, Not(HasSubstr("cannot be bound yet")));
}

TEST(WaitCommand, ReportsTheListenerInJson)
{
    const CliRun result = run(smallMachine(), {"wait", "port:22", "--json"});

    EXPECT_EQ(result.json().at("listening"), true);
    EXPECT_EQ(result.json().at("sockets").size(), 1U);
}

}  // namespace
}  // namespace quaywatch::test
