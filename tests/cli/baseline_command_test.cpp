// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text_file.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/parse_baseline.h"
#include "tests/cli/cli_run.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;

class BaselineCommand : public ::testing::Test {
protected:
    BaselineCommand()
    {
        m_machine =
            machineWith({tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).id(1),
                         tcpListener(22, "::").ownedBy(process("sshd", 812, 0, "root")).id(2),
                         tcpListener(931, "127.0.0.1").ownedBy(process("nc")).id(3),
                         tcpListener(8080).ownedBy(process("\xFF")).id(4)});
        m_machine.baselinePath = [this] { return Result<std::string>(path()); };
    }
    [[nodiscard]] std::string path() const { return m_folder.path("cfg/expected.toml"); }
    [[nodiscard]] std::string text() const { return readTextFile(path(), 1U << 20U).value_or(""); }
    [[nodiscard]] CliRun call(std::vector<std::string> words)
    {
        words.insert(words.begin(), "baseline");
        return run(m_machine, words);
    }

    TempDir m_folder;
    SystemAccess m_machine;
};

TEST_F(BaselineCommand, InitWritesABaselineThatCheckAccepts)
{
    const CliRun init = call({"init"});
    const CliRun check = run(m_machine, {"check"});

    EXPECT_EQ(init.code, 0) << init.err;
    EXPECT_THAT(init.err, HasSubstr("not valid UTF-8"));
    EXPECT_EQ(check.code, 1);  // The entry that cannot be written.
    EXPECT_THAT(check.out, HasSubstr("1 difference"));
}

TEST_F(BaselineCommand, InitDoesNotReplaceAFileUnlessForced)
{
    m_folder.write("cfg/expected.toml", "# mine\n");

    EXPECT_EQ(call({"init"}).code, 2);
    EXPECT_EQ(text(), "# mine\n");
    EXPECT_EQ(call({"init", "--force"}).code, 0);
    EXPECT_THAT(text(), HasSubstr("schema = 1"));
}

TEST_F(BaselineCommand, InitDryPrintsAndWritesNothing)
{
    const CliRun result = call({"init", "--dry-run"});

    EXPECT_TRUE(parseBaseline(result.out));
    EXPECT_EQ(text(), "");
}

TEST_F(BaselineCommand, AddExpectsTheListenersOfThePort)
{
    const CliRun result = call({"add", "port:931", "--note", "a probe", "--until", "2026-12-31"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("program = \"/usr/bin/nc\""));
    EXPECT_THAT(text(), HasSubstr("note = \"a probe\""));
    EXPECT_THAT(text(), HasSubstr("until = 2026-12-31"));
}

TEST_F(BaselineCommand, AddMakesOneEntryForBothFamiliesAndNoDuplicates)
{
    (void)call({"add", "port:22"});
    const CliRun again = call({"add", "port:22"});

    EXPECT_EQ(loadBaseline(path())->entries().size(), 1U);
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(again.err, HasSubstr("already expected"));
}

TEST_F(BaselineCommand, WritesNoEntryThatWouldNeverFit)
{
    auto foreign = std::make_shared<ProcessInfo>(*process("nc"));
    foreign->isExeForeign = true;
    const SocketRecord listener = tcpListener(8801).ownedBy(foreign);
    m_machine.openSource = machineWith({listener}).openSource;

    const CliRun add = call({"add", "port:8801"});
    EXPECT_EQ(add.code, 1);
    EXPECT_THAT(add.err, HasSubstr("no entry can name a program on port 8801"));
    EXPECT_EQ(text(), "");

    const CliRun init = call({"init"});
    EXPECT_EQ(init.code, 0);
    EXPECT_THAT(init.err, HasSubstr("1 listener is left out: no entry can name its program"));
    EXPECT_THAT(init.out, HasSubstr("0 entries"));

    EXPECT_EQ(call({"add", "port:8801", "--program", "any"}).code, 0);
    EXPECT_EQ(run(m_machine, {"check"}).code, 0);
}

TEST_F(BaselineCommand, AddWritesAnyOnlyOnRequest)
{
    (void)call({"add", "port:931", "--program", "any", "--address", "any"});

    const BaselineEntry entry = loadBaseline(path())->entries().at(0);
    EXPECT_TRUE(entry.isAnyProgram);
    EXPECT_EQ(entry.address.scope, ExpectedAddress::Scope::Any);
    EXPECT_EQ(entry.user.text, "alice");
}

TEST_F(BaselineCommand, AddWithoutAListenerNeedsTheWholeIdentity)
{
    EXPECT_EQ(call({"add", "port:9999"}).code, 1);

    const CliRun result = call({"add", "port:9999/tcp", "--program", "/usr/bin/x", "--user", "x",
                                "--address", "loopback"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(loadBaseline(path())->entries().at(0).ports.first, 9999);
}

TEST_F(BaselineCommand, AddRefusesValuesThatTomlCannotHold)
{
    const CliRun result = call({"add", "port:8080"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("not valid UTF-8"));
    EXPECT_EQ(text(), "");
}

TEST_F(BaselineCommand, AddReportsABadValueInOneLine)
{
    for (const auto& [option, value] :
         {std::pair("--until", "tomorrow"), std::pair("--until", "2026-1x-01"),
          std::pair("--until", "2026-02-30"), std::pair("--program", "nc"),
          std::pair("--address", "everywhere")}) {
        const CliRun result = call({"add", "port:931", option, value});

        EXPECT_EQ(result.code, 2) << value;
        EXPECT_EQ(result.complaints(), 1) << value;
    }
    EXPECT_EQ(text(), "");
}

TEST_F(BaselineCommand, RemoveUndoesAddToTheByte)
{
    const std::string before = "schema = 1 # mine\n\n# the end";
    m_folder.write("cfg/expected.toml", before);
    (void)call({"add", "port:931"});

    const CliRun result = call({"remove", "port:931"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(text(), before);
}

TEST_F(BaselineCommand, RemoveAcceptsALineNumberOfList)
{
    (void)call({"add", "port:931"});
    (void)call({"add", "port:22"});
    const auto listed = call({"list", "--json"}).json()["entries"];

    const CliRun result = call({"remove", std::to_string(listed[0]["line"].get<int>())});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(loadBaseline(path())->entries().at(0).ports.first, 22);
}

TEST_F(BaselineCommand, RemoveWithoutAMatchExitsWithOne)
{
    (void)call({"add", "port:931"});

    EXPECT_EQ(call({"remove", "port:9"}).code, 1);
    EXPECT_EQ(call({"remove", "9999"}).code, 1);
    EXPECT_EQ(call({"remove", "some"}).code, 2);
}

TEST_F(BaselineCommand, ListShowsATable)
{
    (void)call({"add", "port:931", "--note", "a\x1b[31m probe"});

    const CliRun result = call({"list"});

    EXPECT_THAT(result.out, HasSubstr("/usr/bin/nc"));
    EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
}

TEST_F(BaselineCommand, NamesAnUnknownAction)
{
    EXPECT_EQ(call({"ad"}).code, 2);
    EXPECT_EQ(call({}).code, 2);
    EXPECT_EQ(call({"list", "port:1"}).code, 2);
}

}  // namespace
}  // namespace quaywatch::test
