// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Result<ProcessDetails> detailsOf(std::uint32_t pid)
{
    if (pid != 4711) {
        return failure(ErrorCode::NotFound, "process " + std::to_string(pid));
    }
    ProcessDetails details;
    details.info = *process("nc");
    details.info.command = {"nc", "-l", "a b\033"};
    details.info.workingDirectory = "/";
    details.parents = {{{42, 4200}, "bash"}, {{1, 1}, "systemd"}};
    details.package = "netcat-openbsd";
    return details;
}

SystemAccess inspectable()
{
    SystemAccess machine = smallMachine();
    machine.inspect = detailsOf;
    return machine;
}

TEST(InspectCommand, FindsAProcessByItsPidAndByItsPort)
{
    for (const char* target : {"4711", "port:931"}) {
        const CliRun result = run(inspectable(), {"inspect", target});

        EXPECT_EQ(result.code, 0);
        EXPECT_THAT(result.out, HasSubstr("nc (4711)\n"));
        EXPECT_THAT(result.out, HasSubstr("netcat-openbsd"));
        EXPECT_THAT(result.out, HasSubstr("bash (42), systemd (1)"));
        EXPECT_THAT(result.out, HasSubstr("tcp 127.0.0.1:931 listen"));
        EXPECT_THAT(result.out, HasSubstr("unexpected"));
    }
}

TEST(InspectCommand, SaysThatAPathIsNotTheOneHere)
{
    SystemAccess machine = inspectable();
    machine.inspect = [](std::uint32_t pid) {
        Result<ProcessDetails> details = detailsOf(pid);
        details->info.isExeForeign = true;
        return details;
    };

    EXPECT_THAT(run(machine, {"inspect", "4711"}).out,
                HasSubstr("/usr/bin/nc (only in its own file system)"));
}

TEST(InspectCommand, SaysWhoMadeASocketThatTheProcessHolds)
{
    SystemAccess machine = machineWith({tcpListener(931).ownedBy(process("nc")).uid(0, "root")});
    machine.inspect = detailsOf;

    const CliRun result = run(machine, {"inspect", "4711"});

    EXPECT_THAT(result.out, HasSubstr("user        alice (1000)"));
    EXPECT_THAT(result.out, HasSubstr("nc (4711) alice (socket made by root)"));
}

TEST(InspectCommand, SaysWhoMadeASocketThatAWorkerHoldsToo)
{
    SystemAccess machine =
        machineWith({tcpListener(931).ownedBy({process("nc", 1, 0, "root"), process("nc")})});
    machine.inspect = detailsOf;

    const CliRun result = run(machine, {"inspect", "4711"});

    EXPECT_THAT(result.out, HasSubstr("nc +1 (1) root, socket made by root"));
}

TEST(InspectCommand, QuotesWordsOfTheCommandLineAndEscapesThem)
{
    const CliRun result = run(inspectable(), {"inspect", "4711"});

    EXPECT_THAT(result.out, HasSubstr("nc -l 'a b"));
    EXPECT_THAT(result.out, Not(HasSubstr("\033")));
}

TEST(InspectCommand, WritesJson)
{
    const nlohmann::json document = run(inspectable(), {"inspect", "port:931", "--json"}).json();

    EXPECT_EQ(document.at("schema"), 1);
    const nlohmann::json& process = document.at("processes").at(0);
    EXPECT_EQ(process.at("pid"), 4711);
    EXPECT_EQ(process.at("ppid"), 1);
    EXPECT_EQ(process.at("cwd"), "/");
    EXPECT_EQ(process.at("parents").at(1).at("name"), "systemd");
    EXPECT_EQ(process.at("package"), "netcat-openbsd");
    EXPECT_EQ(process.at("sockets").at(0).at("local").at("port"), 931);
    EXPECT_TRUE(document.at("gaps").is_array());
}

/// A server with its workers: the parent has the number 100, they have those after it.
SystemAccess serverWith(std::uint32_t workers)
{
    std::vector<ProcessPtr> owners{process("identd", 100)};
    for (std::uint32_t i = 1; i <= workers; ++i) {
        owners.push_back(process("identd", 100 + i));
    }
    SystemAccess machine = machineWith({tcpListener(113).ownedBy(owners).id(1)});
    machine.inspect = [owners](std::uint32_t pid) {
        ProcessDetails details;
        details.info = *owners.at(pid - 100);
        if (pid == 100) {
            for (const ProcessPtr& worker : owners) {
                if (worker->id.pid != 100) {
                    details.children.push_back({worker->id, worker->name});
                }
            }
        } else {
            details.parents = {{owners.front()->id, "identd"}};
        }
        return Result<ProcessDetails>(details);
    };
    return machine;
}

TEST(InspectCommand, FoldsManyChildrenThatRunTheSameProgram)
{
    const CliRun text = run(serverWith(50), {"inspect", "port:113"});
    const CliRun json = run(serverWith(50), {"inspect", "port:113", "--json"});

    EXPECT_THAT(text.out, HasSubstr("identd (100)\n"));
    EXPECT_THAT(text.out, Not(HasSubstr("\nidentd (101)\n")));
    EXPECT_THAT(text.out, HasSubstr("identd (110) and 40 more"));
    EXPECT_THAT(text.out, HasSubstr("50 of them run the same program"));
    EXPECT_EQ(json.json()["processes"].size(), 51U);
}

TEST(InspectCommand, DescribesAFewChildrenEach)
{
    EXPECT_THAT(run(serverWith(2), {"inspect", "port:113"}).out, HasSubstr("\nidentd (102)\n"));
}

TEST(InspectCommand, NeverAdvisesRootToUseSudo)
{
    SystemAccess machine = machineWith({tcpListener(931).id(1).ownerState(OwnerState::Hidden)});
    machine.currentUser = [] { return CurrentUser{0, "root", false}; };

    const CliRun result = run(machine, {"inspect", "port:931"});

    EXPECT_EQ(result.code, 3);
    EXPECT_THAT(result.err, Not(HasSubstr("sudo")));
}

TEST(InspectCommand, ExitsWithOneWhereNothingIsFound)
{
    EXPECT_EQ(run(inspectable(), {"inspect", "port:932"}).code, 1);
    EXPECT_EQ(run(inspectable(), {"inspect", "99"}).code, 1);
}

TEST(InspectCommand, FindsTheOwnerOfABoundSocketThatDoesNotListen)
{
    Snapshot snapshot = snapshotOf({SocketBuilder(Protocol::Tcp, SocketState::Bound)
                                        .local("127.0.0.1", 931)
                                        .ownedBy(process("nc"))});
    snapshot.hasBoundTcp = true;
    SystemAccess machine = machineWith({Result<Snapshot>(std::move(snapshot))});
    machine.inspect = detailsOf;

    const CliRun result = run(machine, {"inspect", "port:931"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("tcp 127.0.0.1:931 bound"));
}

TEST(InspectCommand, DoesNotSayThatNothingUsesAPortWhereBoundSocketsAreNotListed)
{
    EXPECT_THAT(run(inspectable(), {"inspect", "port:932"}).err,
                HasSubstr("TCP sockets that are bound and do not listen were not listed"));
    EXPECT_THAT(run(inspectable(), {"inspect", "port:932/udp"}).err,
                HasSubstr("nothing uses port 932/udp"));
}

TEST(InspectCommand, ExitsWithThreeAndTheRemedyWhereTheOwnerIsHidden)
{
    SystemAccess machine = machineWith({tcpListener(931).id(1).ownerState(OwnerState::Hidden)});

    const CliRun result = run(machine, {"inspect", "port:931"});

    EXPECT_EQ(result.code, 3);
    EXPECT_THAT(result.err, HasSubstr("sudo quaywatch-cli inspect port:931"));
    EXPECT_EQ(result.complaints(), 1);
}

TEST(InspectCommand, ShowsTheProcessOfAThreadId)
{
    SystemAccess machine = inspectable();
    machine.inspect = [](std::uint32_t number) {
        Result<ProcessDetails> details = detailsOf(4711);
        details->threadOf = number == 4712 ? std::optional(4711U) : std::nullopt;
        return details;
    };

    EXPECT_THAT(run(machine, {"inspect", "4712"}).out, HasSubstr("nc (4711), the process of"));
    const nlohmann::json thread = run(machine, {"inspect", "4712", "--json"}).json();
    EXPECT_EQ(thread.at("thread_of"), 4711);
    EXPECT_EQ(thread.at("processes").at(0).at("pid"), 4711);
    EXPECT_EQ(thread.at("processes").at(0).at("thread_of"), 4711);
    const nlohmann::json process = run(machine, {"inspect", "4711", "--json"}).json();
    EXPECT_EQ(process.at("thread_of"), nullptr);
    EXPECT_EQ(process.at("processes").at(0).at("thread_of"), nullptr);
}

/// The text about a listener on 932 whose owner is hidden for this reason.
std::string hiddenOwnerText(HiddenBy by, std::vector<Gap> gaps)
{
    Snapshot snapshot = snapshotOf({tcpListener(932).uid(0, "root").hiddenBy(by)});
    snapshot.gaps = std::move(gaps);
    const CliRun result =
        run(machineWith({Result<Snapshot>(std::move(snapshot))}), {"inspect", "port:932"});
    EXPECT_EQ(result.code, 3);
    return result.err;
}

TEST(InspectCommand, SaysWhyAnOwnerIsHidden)
{
    const Gap others{Gap::Kind::Owner, 1, "other users' processes", "sudo quaywatch-cli list"};
    EXPECT_THAT(hiddenOwnerText(HiddenBy::Unreadable, {others}),
                HasSubstr("is hidden: other users' processes; try: sudo quaywatch-cli "
                          "inspect port:932"));
    const Gap capability{Gap::Kind::Owner, 1, "processes that root cannot inspect", "do so"};
    EXPECT_THAT(hiddenOwnerText(HiddenBy::Unreadable, {capability}),
                HasSubstr("cannot inspect; try: do so"));
    EXPECT_THAT(hiddenOwnerText(HiddenBy::NoDescriptor, {}),
                HasSubstr("no process has a descriptor of port 932, so none can be named"));
}

}  // namespace
}  // namespace quaywatch::test
