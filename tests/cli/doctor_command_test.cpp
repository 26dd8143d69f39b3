// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"
#include "tests/support/safe_umask.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DoctorCommand : public ::testing::Test {
protected:
    SystemAccess machine(const Snapshot& snapshot)
    {
        SystemAccess machine = machineWith({Result<Snapshot>(snapshot)});
        machine.baselinePath = [path = m_folder.path("alice/expected.toml")] {
            return Result<std::string>(path);
        };
        machine.systemBaselineFolder = m_folder.path("expected.d");
        machine.systemFacts = [] {
            return SystemFacts{"Debian GNU/Linux 12 (bookworm)", "Linux 6.1.0-26-amd64", "x86_64",
                               ReadingRights::User, true};
        };
        return machine;
    }
    static std::map<std::string, nlohmann::json> sourcesOf(const CliRun& result)
    {
        std::map<std::string, nlohmann::json> sources;
        const nlohmann::json report = result.json();
        for (const nlohmann::json& source : report.at("sources")) {
            sources[source.at("id").get<std::string>()] = source;
        }
        return sources;
    }

    SafeUmask m_umask;
    TempDir m_folder;
};

TEST_F(DoctorCommand, BeginsWithVersionSystemAndKernel)
{
    const CliRun result = run(machine(snapshotOf({})), {"doctor"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("Quaywatch "));
    EXPECT_THAT(result.out, HasSubstr("System: Debian GNU/Linux 12 (bookworm)\n"));
    EXPECT_THAT(result.out, HasSubstr("Kernel: Linux 6.1.0-26-amd64, x86_64\n"));
    EXPECT_THAT(result.out, HasSubstr("Runs: as an ordinary user\n"));
}

TEST_F(DoctorCommand, SaysWhatIsMissingWhyAndWhatHelps)
{
    Snapshot snapshot = snapshotOf({tcpListener(22)});
    snapshot.gaps = {{Gap::Kind::Owner, 12, "other users' processes", "sudo quaywatch-cli list"}};

    const CliRun result = run(machine(snapshot), {"doctor"});

    EXPECT_THAT(result.out, HasSubstr("12 owners hidden: other users' processes\n"));
    EXPECT_THAT(result.out, HasSubstr("try: sudo quaywatch-cli list\n"));
    EXPECT_THAT(result.out, HasSubstr("partly  Owners of sockets"));
}

TEST_F(DoctorCommand, HasAStateForEachSourceInJson)
{
    Snapshot snapshot = snapshotOf({});
    snapshot.hasBoundTcp = true;
    snapshot.gaps = {{Gap::Kind::Table, std::nullopt, "no sock_diag", ""}};

    const CliRun result = run(machine(snapshot), {"doctor", "--json"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(result.json().at("rights"), "user");
    auto sources = sourcesOf(result);
    EXPECT_EQ(sources.at("sockets").at("state"), "partial");
    EXPECT_EQ(sources.at("sockets").at("text"), "no sock_diag");
    EXPECT_EQ(sources.at("sockets").at("remedy"), nullptr);
    EXPECT_EQ(sources.at("bound-sockets").at("state"), "complete");
    EXPECT_EQ(sources.at("owners").at("state"), "complete");
    EXPECT_EQ(sources.at("close-events").at("state"), "complete");
    EXPECT_EQ(sources.at("user-names").at("state"), "complete");
    EXPECT_EQ(sources.at("packages").at("state"), "complete");
    EXPECT_EQ(sources.at("baseline").at("state"), "unused");
    EXPECT_EQ(sources.at("system-baseline").at("state"), "unused");
}

TEST_F(DoctorCommand, ExitsWithFourIfTheSocketsCannotBeRead)
{
    SystemAccess machine = this->machine(snapshotOf({}));
    machine.openSource = []() -> Result<std::unique_ptr<SocketSource>> {
        return failure(ErrorCode::PermissionDenied, "open a sock_diag socket");
    };

    const CliRun result = run(machine, {"doctor", "--json"});

    EXPECT_EQ(result.code, 4);
    EXPECT_EQ(sourcesOf(result).at("sockets").at("state"), "missing");
}

TEST_F(DoctorCommand, SaysThatTheStaticProgramKnowsOnlyPasswd)
{
    SystemAccess machine = this->machine(snapshotOf({}));
    machine.hasNameService = false;

    EXPECT_THAT(run(machine, {"doctor"}).out, HasSubstr("from /etc/passwd alone"));
}

TEST_F(DoctorCommand, NamesNoUserFileProcessOrNamespace)
{
    m_folder.write("alice/expected.toml", "schema = 1\n[[expect]]\nalices-key = 3\n");
    m_folder.write("expected.d/web01.example.toml", "schema = 1\n[[expect]]\nbobs-key = 3\n");
    Snapshot snapshot =
        snapshotOf({tcpListener(22).ownedBy(process("secret-server", 1, 1000, "alice"))});
    snapshot.gaps = {{Gap::Kind::Namespace, 1, "ports of 1 container or namespace are not shown",
                      "sudo ip netns exec customer quaywatch-cli list"}};

    const CliRun text = run(machine(snapshot), {"doctor"});
    const CliRun json = run(machine(snapshot), {"doctor", "--json"});

    for (const std::string& out : {text.out + text.err, json.out + json.err}) {
        for (const char* name : {"alice", "bob", "web01", "secret-server", "customer"}) {
            EXPECT_THAT(out, Not(HasSubstr(name)));
        }
        EXPECT_THAT(out, Not(HasSubstr(m_folder.path())));
        EXPECT_THAT(out, HasSubstr("quaywatch-cli check --system"));
    }
}

}  // namespace
}  // namespace quaywatch::test
