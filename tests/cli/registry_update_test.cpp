// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_file.h"
#include "tests/cli/cli_run.h"
#include "tests/support/registry_files.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RegistryUpdate : public testing::Test {
protected:
    RegistryUpdate()
        : m_machine(smallMachine())
    {
        m_machine.registryPath = [path = kept()] { return Result<std::string>(path); };
    }
    [[nodiscard]] std::string kept() const { return m_folder.path("data/quaywatch/registry.tsv"); }
    [[nodiscard]] bool isKept() const { return std::filesystem::exists(kept()); }
    [[nodiscard]] std::string newer() const
    {
        return m_folder.write("registry.xml", newerRegistryXml());
    }
    [[nodiscard]] CliRun runOn(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "registry");
        return run(m_machine, m_terminal, arguments);
    }

    TempDir m_folder;
    SystemAccess m_machine;
    FakeTerminal m_terminal;
    BuiltInRegistryAfterwards m_builtIn;
};

TEST_F(RegistryUpdate, PrintsTheDifferenceAndThenUsesTheFile)
{
    const CliRun result = runOn({"--import", newer(), "--yes"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("IANA's registry of 2026-09-01; the current registry is of "
                                      "2026-08-17.\n1 port newly assigned, 0 ports no longer "
                                      "assigned, 0 ports changed otherwise.\n"));
    EXPECT_THAT(result.out, HasSubstr("931  tcp        unassigned  assigned: quay\n"));
    EXPECT_THAT(result.out, HasSubstr("saved in " + kept()));
    EXPECT_TRUE(isKept());
}

TEST_F(RegistryUpdate, IsActiveInTheNextRun)
{
    EXPECT_EQ(runOn({"--import", newer(), "--yes"}).code, 0);
    registry::activate(nullptr);

    const CliRun result = run(m_machine, {"list", "port:931", "--json"});

    EXPECT_EQ(result.json()["registry"], "2026-09-01");
    EXPECT_EQ(result.json()["sockets"][0]["verdict"], "ordinary");
    EXPECT_EQ(result.json()["sockets"][0]["assignment"]["names"][0], "quay");
}

TEST_F(RegistryUpdate, ChangesNothingInADryRun)
{
    const CliRun result = runOn({"--import", newer(), "--dry-run"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("1 port newly assigned"));
    EXPECT_FALSE(isKept());
    EXPECT_TRUE(registry::active().isBuiltIn());
}

TEST_F(RegistryUpdate, AsksBeforeItChangesAnything)
{
    m_terminal.isInteractive = true;
    m_terminal.answer = "n";
    EXPECT_EQ(runOn({"--import", newer()}).code, 1);
    EXPECT_THAT(m_terminal.err, HasSubstr("1 port newly assigned"));
    EXPECT_FALSE(isKept());

    m_terminal.answer = "y";
    EXPECT_EQ(runOn({"--import", newer()}).code, 0);
    EXPECT_TRUE(isKept());
}

TEST_F(RegistryUpdate, NeedsATerminalToAsk)
{
    const CliRun result = runOn({"--import", newer()});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("add --yes"));
    EXPECT_FALSE(isKept());
}

TEST_F(RegistryUpdate, ReportsEverythingInJson)
{
    const auto json = runOn({"--import", newer(), "--yes", "--json"}).json();

    EXPECT_EQ(json["schema"], 1);
    EXPECT_EQ(json["date"], "2026-09-01");
    EXPECT_EQ(json["date_of_records"], false);
    EXPECT_EQ(json["previous"], "2026-08-17");
    EXPECT_EQ(json["newly_assigned"], 1);
    EXPECT_EQ(json["deassigned"], 0);
    EXPECT_EQ(json["otherwise"], 0);
    EXPECT_EQ(json["in_force"], true);
    EXPECT_EQ(json["path"], kept());
    EXPECT_EQ(json["changes"].dump(),
              R"([{"after":{"names":["quay"],"state":"assigned"},)"
              R"("before":{"names":[],"state":"unassigned"},"first":931,"last":931,)"
              R"("protocols":["tcp"]}])");
}

TEST_F(RegistryUpdate, RefusesAForeignFileInOneLine)
{
    for (const std::string& text :
         {std::string("<html/>"), registryXml("2026-01-01"), std::string("a,b\n"), std::string()}) {
        FakeTerminal terminal;
        const std::string file = m_folder.write("wrong", text);

        const CliRun result = run(m_machine, terminal, {"registry", "--import", file, "--yes"});

        EXPECT_EQ(result.code, 2);
        EXPECT_EQ(result.complaints(), 1);
        EXPECT_THAT(result.err, HasSubstr(file + ": the file is "));
        EXPECT_THAT(result.out, IsEmpty());
        EXPECT_FALSE(isKept());
    }
}

TEST_F(RegistryUpdate, ReportsAMissingFile)
{
    EXPECT_EQ(runOn({"--import", m_folder.path("none")}).code, 1);
}

TEST_F(RegistryUpdate, ReportsThatNothingChanges)
{
    const std::string file = m_folder.write("same.csv", registryCsv("2026-08-17"));

    const CliRun result = runOn({"--import", file, "--dry-run"});

    EXPECT_THAT(result.out, HasSubstr("2026-08-17 (its newest record)"));
    EXPECT_THAT(result.out, HasSubstr("the same about every port as the current registry"));
}

TEST_F(RegistryUpdate, RestoresTheBuiltInRegistry)
{
    EXPECT_EQ(runOn({"--import", newer(), "--yes"}).code, 0);

    const CliRun result = runOn({"--built-in"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("The built-in registry of 2026-08-17 is active."));
    EXPECT_FALSE(isKept());
}

TEST_F(RegistryUpdate, ReportsTheActiveRegistry)
{
    EXPECT_EQ(runOn({"--source"}).out, "2026-08-17, built in\n");
    m_terminal.out.clear();
    EXPECT_EQ(runOn({"--source", "--json"}).json().dump(),
              R"({"built_in":true,"date":"2026-08-17","imported_from":null,"imported_on":null,)"
              R"("path":")" +
                  kept() + R"(","schema":1})");

    const std::string file = newer();
    EXPECT_EQ(runOn({"--import", file, "--yes"}).code, 0);
    m_terminal.out.clear();
    EXPECT_EQ(runOn({"--source"}).out, "2026-09-01, imported on 2026-11-23 from " + file + "\n");
}

TEST_F(RegistryUpdate, ReportsABrokenFileInEachRun)
{
    m_folder.write("data/quaywatch/registry.tsv", "broken");

    const CliRun result = run(m_machine, {"registry", "931"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.complaints(), 1);
    EXPECT_THAT(result.err, HasSubstr("quaywatch-cli registry --built-in` removes it"));
    EXPECT_THAT(result.out, HasSubstr("unassigned"));
}

TEST_F(RegistryUpdate, DoesNotClaimThatAFileWasImportedThatItCannotRead)
{
    m_folder.write("data/here", "");
    std::filesystem::create_symlink("quaywatch", m_folder.path("data/quaywatch"));

    const CliRun result = run(m_machine, {"registry", "931"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.complaints(), 1);
    EXPECT_THAT(result.err, HasSubstr("whether a registry was imported is not known"));
    EXPECT_THAT(result.err, Not(HasSubstr("--built-in")));
    EXPECT_THAT(result.out, HasSubstr("unassigned"));
}

TEST_F(RegistryUpdate, IgnoresAFileThatIsOlderThanTheProgram)
{
    m_folder.write("data/quaywatch/registry.tsv", "# date: 2025-01-01\n# imported: 2025-02-03 x\n");

    EXPECT_THAT(run(m_machine, {"registry", "931"}).err, IsEmpty());
}

TEST_F(RegistryUpdate, AcceptsOneActionAtATime)
{
    const std::string file = newer();
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"--import", file, "--built-in"},
                                               {"--built-in", "--source"},
                                               {"--dry-run"},
                                               {"--yes"},
                                               {"--source", "--yes"},
                                               {"931", "--import", file},
                                               {"--state", "reserved", "--source"}}) {
        EXPECT_EQ(runOn(arguments).code, 2);
    }
    EXPECT_FALSE(isKept());
}

}  // namespace
}  // namespace quaywatch::test
