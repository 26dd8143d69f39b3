// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_text.h"

#include "core/baseline/parse_baseline.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace quaywatch::test {
namespace {

using namespace std::chrono;
using ::testing::HasSubstr;

BaselineEntry nodeEntry(Port port = 8080)
{
    return entryFor(tcpListener(port).ownedBy(process("node")));
}

/// Entries whose texts a shell, a TOML reader or a person could misread.
std::vector<BaselineEntry> unusualEntries()
{
    std::vector<BaselineEntry> entries(6, nodeEntry());
    entries[0].programs = {"/tmp/a \"quoted\" \\ path\n[[expect]]\nport = 1"};
    entries[1].programs = {"/tmp/\x1b[31mred\u202E\u200B\x7F", "", "/b"};
    entries[1].user.isAny = true;
    entries[2].otherUsers = {"www-data", "a\"b"};
    entries[2].isAnyProgram = true;
    entries[2].programs.clear();
    entries[2].protocol.reset();
    entries[2].ports = {1, 65535};
    entries[2].address = {ExpectedAddress::Scope::Network, IpNetwork::parse("fe80::/10").value()};
    entries[3].unit.text = "dev-sda\\x2dpart1.mount";
    entries[3].unitManager = UnitManager::System;
    entries[3].container.text = "docker";
    entries[3].note = "\U0001F600 'single' \"\"\" # no comment\t\r\n";
    entries[4].until = sys_days(year(2026) / 2 / 28);
    entries[4].isRequired = true;
    entries[5].until = sys_days(year(2026) / 2 / 28) + seconds(3661);
    entries[5].address.scope = ExpectedAddress::Scope::Loopback;
    entries[5].user = {};
    return entries;
}

/// Files in the layouts that people and tools write.
std::vector<std::string> unusualFiles()
{
    const std::string entry =
        "[[expect]] # why\nport = 22\nprotocol = \"tcp\"\naddress = \"any\"\n"
        "# inside\nprogram = \"/usr/sbin/sshd\"\nuser = \"root\" # tail\n";
    return {"schema = 1",
            "schema = 1\n",
            "schema = 1\n\n\n",
            "\n# a comment\n  schema=1 # one\n# the end",
            "schema = 1\r\n\r\n# windows\r\n",
            "schema = 1\r\n# windows",
            "schema = 1\n\n" + entry,
            "schema = 1\n" + entry + "\n\n" + entry + "# behind\n",
            "schema = 1\n" + entry + "note = \"\"\"\n[[expect]]\nnot me\"\"\"",
            "\xEF\xBB\xBFschema = 1\n" + entry,
            emptyBaselineText()};
}

TEST(BaselineText, AddingThenRemovingGivesTheSameBytes)
{
    for (const std::string& file : unusualFiles()) {
        for (const BaselineEntry& entry : unusualEntries()) {
            const auto with = withEntry(file, entry);
            ASSERT_TRUE(with) << with.error().text << "\n" << file;
            const auto parsed = parseBaseline(*with);
            ASSERT_TRUE(parsed);

            const auto without = withoutEntry(*with, parsed->entries().back().line);

            ASSERT_TRUE(without) << without.error().text;
            EXPECT_EQ(*without, file);
        }
    }
}

TEST(BaselineText, AddingSeveralAndRemovingThemFromTheEndGivesTheSameBytes)
{
    for (const std::string& file : unusualFiles()) {
        std::string text = file;
        for (const BaselineEntry& entry : unusualEntries()) {
            text = withEntry(text, entry).value();
        }
        for (std::size_t i = 0; i < unusualEntries().size(); ++i) {
            text = withoutEntry(text, parseBaseline(text)->entries().back().line).value();
        }

        EXPECT_EQ(text, file);
    }
}

TEST(BaselineText, WrittenTextReadsBackUnchanged)
{
    for (const BaselineEntry& entry : unusualEntries()) {
        const std::string text = "schema = 1\n" + entryText(entry).value();

        const auto parsed = parseBaseline(text);

        ASSERT_TRUE(parsed) << parsed.error().text << "\n" << text;
        ASSERT_EQ(parsed->entries().size(), 1U) << text;
        EXPECT_TRUE(parsed->entries()[0].means(entry)) << text;
    }
}

TEST(BaselineText, RandomTextsReadBackUnchanged)
{
    std::mt19937 random(931);  // NOLINT(cert-msc51-cpp): the same each time
    for (int i = 0; i < 300; ++i) {
        BaselineEntry entry = nodeEntry();
        for (auto length = random() % 40; length > 0; --length) {
            entry.note += static_cast<char>(1 + random() % 127);
            entry.programs[0] += static_cast<char>(1 + random() % 127);
        }
        const auto with = withEntry("schema = 1\n", entry);

        ASSERT_TRUE(with) << with.error().text;
        EXPECT_TRUE(parseBaseline(*with)->entries()[0].means(entry));
    }
}

TEST(BaselineText, WritesNoTerminalControlCharacters)
{
    const std::string text = entryText(unusualEntries()[1]).value();

    EXPECT_THAT(text, HasSubstr(R"(\u001B[31mred\u202E\u200B\u007F)"));
}

TEST(BaselineText, IsWrittenInAReadableLayout)
{
    BaselineEntry entry = nodeEntry();
    entry.unit.text = "shop.service";
    entry.unitManager = UnitManager::User;
    entry.until = sys_days(year(2027) / 1 / 1);
    entry.note = "the shop";

    EXPECT_EQ(entryText(entry).value(),
              "[[expect]]\n"
              "port = 8080\n"
              "protocol = \"tcp\"\n"
              "address = \"any\"\n"
              "program = \"/usr/bin/node\"\n"
              "user = \"alice\"\n"
              "unit = \"shop.service\"\n"
              "unit-manager = \"user\"\n"
              "until = 2026-12-31\n"
              "note = \"the shop\"\n");
}

TEST(BaselineText, RejectsInvalidUtf8WithTheReason)
{
    BaselineEntry entry = nodeEntry();
    entry.programs = {"/tmp/\xFF"};

    const auto with = withEntry("schema = 1\n", entry);

    ASSERT_FALSE(with);
    EXPECT_THAT(with.error().text.english(), HasSubstr("the program is not valid UTF-8"));
}

TEST(BaselineText, DoesNotTakeAUserNamedAnyForAnyUser)
{
    BaselineEntry entry = nodeEntry();
    entry.user.text = "any";

    EXPECT_FALSE(withEntry("schema = 1\n", entry));
}

TEST(BaselineText, RefusesToAddToABrokenFile)
{
    const auto with = withEntry("schema = 1\nport = 3\n", nodeEntry());

    ASSERT_FALSE(with);
    EXPECT_EQ(with.error().line, 2U);
}

TEST(BaselineText, RemovingFromTheMiddleKeepsTheRest)
{
    const std::string first = entryText(nodeEntry(1)).value();
    const std::string third = entryText(nodeEntry(3)).value();
    const std::string text = "schema = 1\n\n# one\n" + first + "\n# two\n" +
                             entryText(nodeEntry(2)).value() + "\n# three\n" + third;
    const auto parsed = parseBaseline(text);

    const auto without = withoutEntry(text, parsed->entries()[1].line);

    EXPECT_EQ(without.value(), "schema = 1\n\n# one\n" + first + "\n# two\n\n# three\n" + third);
}

TEST(BaselineText, RemovesNothingWhereNoEntryStarts)
{
    EXPECT_FALSE(withoutEntry("schema = 1\n", 1));
}

TEST(BaselineText, TheEmptyBaselineIsValid)
{
    const auto parsed = parseBaseline(emptyBaselineText());

    ASSERT_TRUE(parsed);
    EXPECT_TRUE(parsed->entries().empty());
}

}  // namespace
}  // namespace quaywatch::test
