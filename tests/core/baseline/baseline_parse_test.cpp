// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_text.h"

#include "core/baseline/parse_baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using namespace std::chrono;
using ::testing::HasSubstr;

/// A valid file with one entry in which the given lines replace those of the same key.
std::string fileWith(const std::string& lines)
{
    std::string text = "schema = 1\n\n[[expect]]\n";
    for (const char* line : {"port = 22", "protocol = \"tcp\"", "address = \"any\"",
                             "program = \"/usr/sbin/sshd\"", "user = \"root\""}) {
        const std::string key = std::string(line).substr(0, std::string(line).find(' '));
        if (("\n" + lines).find("\n" + key + " ") == std::string::npos) {
            text += std::string(line) + "\n";
        }
    }
    return text + lines + "\n";
}

BaselineEntry entryOf(const std::string& lines)
{
    const auto baseline = parseBaseline(fileWith(lines));
    EXPECT_TRUE(baseline) << (baseline ? "" : baseline.error().text);
    return baseline && !baseline->entries().empty() ? baseline->entries().front() : BaselineEntry();
}

std::string errorOf(const std::string& text)
{
    const auto baseline = parseBaseline(text);
    return baseline ? "none" : describe(baseline.error(), "expected.toml").english();
}

TEST(BaselineParse, ReadsAListOfUsers)
{
    const auto baseline = parseBaseline(
        "schema = 1\n[[expect]]\nport = 80\nprotocol = \"tcp\"\naddress = \"any\"\n"
        "program = \"/usr/sbin/nginx\"\nuser = [\"root\", \"www-data\", \"backup\"]\n");

    ASSERT_TRUE(baseline) << baseline.error().text;
    EXPECT_EQ(baseline->entries().front().user, (ExpectedText{"root", false}));
    EXPECT_EQ(baseline->entries().front().otherUsers,
              (std::vector<std::string>{"www-data", "backup"}));
}

TEST(BaselineParse, RefusesAListOfUsersThatIsEmptyOrContainsAny)
{
    for (const char* users : {"[]", "[\"any\"]", "[\"root\", \"any\"]", "[\"root\", 3]"}) {
        EXPECT_FALSE(parseBaseline(
            std::string("schema = 1\n[[expect]]\nport = 80\nprotocol = \"tcp\"\naddress = "
                        "\"any\"\nprogram = \"any\"\nuser = ") +
            users + "\n"))
            << users;
    }
}

TEST(BaselineParse, ReadsEachKeyOfAnEntry)
{
    const BaselineEntry entry =
        entryOf("unit = \"ssh.service\"\nnote = \"remote\"\nrequired = true");

    EXPECT_EQ(entry.ports, (PortRange{22, 22}));
    EXPECT_EQ(entry.protocol, Protocol::Tcp);
    EXPECT_EQ(entry.address.scope, ExpectedAddress::Scope::Any);
    EXPECT_EQ(entry.programs, std::vector<std::string>{"/usr/sbin/sshd"});
    EXPECT_EQ(entry.user, (ExpectedText{"root", false}));
    EXPECT_EQ(entry.unit, (ExpectedText{"ssh.service", false}));
    EXPECT_EQ(entry.container, ExpectedText{});
    EXPECT_EQ(entry.note, "remote");
    EXPECT_TRUE(entry.isRequired);
    EXPECT_EQ(entry.line, 3U);
    EXPECT_EQ(entry.lastLine, 11U);
}

TEST(BaselineParse, AcceptsAnyOnlyWhereItIsWritten)
{
    const BaselineEntry entry = entryOf(
        "protocol = \"any\"\nprogram = \"any\"\nuser = \"any\"\nunit = \"any\"\ncontainer = "
        "\"any\"");

    EXPECT_FALSE(entry.protocol);
    EXPECT_TRUE(entry.isAnyProgram && entry.user.isAny && entry.unit.isAny);
    EXPECT_TRUE(entry.container.isAny);
}

TEST(BaselineParse, AcceptsAPortRange)
{
    EXPECT_EQ(entryOf("port = \"8000-8010\"").ports, (PortRange{8000, 8010}));
    EXPECT_EQ(entryOf("port = \"80\"").ports, (PortRange{80, 80}));
}

TEST(BaselineParse, AcceptsSeveralPrograms)
{
    EXPECT_EQ(entryOf("program = [\"/a\", # one\n  \"/b\"]").programs,
              (std::vector<std::string>{"/a", "/b"}));
}

TEST(BaselineParse, AcceptsBlocksAndAddresses)
{
    EXPECT_EQ(entryOf("address = \"10.0.0.0/8\"").address.network.prefixLength, 8);
    EXPECT_EQ(entryOf("address = \"::1\"").address.network.prefixLength, 128);
    EXPECT_EQ(entryOf("address = \"::ffff:127.0.0.1\"").address.network.address.toString(),
              "127.0.0.1");
    EXPECT_EQ(entryOf("address = \"::ffff:127.0.0.0/104\"").address.network.prefixLength, 8);
    EXPECT_EQ(entryOf("address = \"loopback\"").address.scope, ExpectedAddress::Scope::Loopback);
}

TEST(BaselineParse, ExpectsUntilTheEndOfTheDay)
{
    EXPECT_EQ(entryOf("until = 2026-12-31").until, sys_days(year(2027) / 1 / 1));
}

TEST(BaselineParse, AcceptsATimeWithAnOffset)
{
    const auto noon = sys_days(year(2026) / 12 / 31) + hours(12);

    EXPECT_EQ(entryOf("until = 2026-12-31T12:00:00Z").until, noon);
    EXPECT_EQ(entryOf("until = 2026-12-31T14:00:00+02:00").until, noon);
}

TEST(BaselineParse, NamesThePositionOfAnUnknownKey)
{
    EXPECT_EQ(errorOf("schema = 1\n[[expect]]\nprot = 3\n"),
              "expected.toml:3:1: there is no key 'prot'; did you mean 'protocol'?");
    EXPECT_EQ(errorOf("schema = 1\nexpct = 2\n"),
              "expected.toml:2:1: there is no key 'expct'; did you mean 'expect'?");
}

TEST(BaselineParse, ReportsTheFirstOfSeveralErrors)
{
    EXPECT_THAT(errorOf(fileWith("user = 3\nport = 0")), HasSubstr("expected.toml:7:8: user"));
}

TEST(BaselineParse, RequiresEveryPartOfAnIdentity)
{
    const std::string whole = fileWith("");
    for (const char* key : {"port", "protocol", "address", "program", "user"}) {
        std::string text = whole;
        const std::size_t begin = text.find(std::string("\n") + key) + 1;
        text.erase(begin, text.find('\n', begin) - begin + 1);

        EXPECT_THAT(errorOf(text),
                    HasSubstr(std::string("expected.toml:3:1: the entry has no ") + key));
    }
}

TEST(BaselineParse, RejectsAmbiguousValues)
{
    for (const char* line : {"port = 0",
                             "port = 65536",
                             "port = -1",
                             "port = \"any\"",
                             "port = \"9-8\"",
                             "port = \"1-\"",
                             "port = 1.5",
                             "protocol = \"tpc\"",
                             "protocol = \"\"",
                             "protocol = \"sctp\"",
                             "address = \"\"",
                             "address = \"Any\"",
                             "address = \"10.0.0.0/33\"",
                             "address = 10",
                             "program = \"sshd\"",
                             "program = \"ANY\"",
                             "program = []",
                             "program = [\"any\"]",
                             "program = [\"/a\", 3]",
                             "program = true",
                             "user = 0",
                             "unit = \"ssh\"",
                             "unit-manager = \"alice\"",
                             "unit-manager = true",
                             "unit = [\"a.service\"]",
                             "until = \"2026-12-31\"",
                             "until = 2026-12-31T12:00:00",
                             "until = 12:00:00",
                             "until = 9999-12-31",
                             "until = 0001-01-01",
                             "required = \"true\"",
                             "required = 1",
                             "note = 3",
                             "nested = { a = 1 }",
                             "port.x = 1"}) {
        EXPECT_THAT(errorOf(fileWith(line)), ::testing::StartsWith("expected.toml:")) << line;
    }
}

TEST(BaselineParse, RequiresAKnownSchema)
{
    EXPECT_EQ(errorOf(""),
              "expected.toml:1:1: the schema is missing; begin the file with: schema = 1");
    EXPECT_EQ(errorOf("schema = 2\n"), "expected.toml:1:10: this version reads schema 1 only");
    EXPECT_THAT(errorOf("schema = \"1\"\n"), HasSubstr("schema 1"));
    EXPECT_THAT(errorOf("schema = 1.0\n"), HasSubstr("schema 1"));
}

TEST(BaselineParse, RequiresEntriesBelowTheirHeader)
{
    for (const char* text : {"schema = 1\nexpect = []\n", "schema = 1\nexpect = 3\n",
                             "schema = 1\nexpect = [{port = 1}]\n", "schema = 1\n[expect]\n"}) {
        EXPECT_THAT(errorOf(text), HasSubstr("[[expect]]")) << text;
    }
}

TEST(BaselineParse, ReportsWhereTheTextIsNotToml)
{
    EXPECT_THAT(errorOf("schema = 1\n[[expect]]\nport = \n"), HasSubstr("expected.toml:3:"));
    EXPECT_THAT(errorOf("schema = 1\n[[expect]\n"), HasSubstr("expected.toml:2:"));
    EXPECT_THAT(errorOf("schema = 1\nx = \"\xFF\"\n"), HasSubstr("expected.toml:2:"));
    EXPECT_THAT(errorOf("schema = 1\n[[[a]]]\n"), HasSubstr("expected.toml:2:"));
    EXPECT_THAT(errorOf("schema = 1\nsch\u00E9 = 1\n"), HasSubstr("expected.toml:2:"));
    EXPECT_THAT(errorOf("schema = 1 \u0357\n"), HasSubstr("expected.toml:1:"));
    EXPECT_THAT(errorOf(std::string("schema = 1\n[\0a]\n", 16)), HasSubstr("expected.toml:2:"));
}

TEST(BaselineParse, LimitsItsInput)
{
    EXPECT_NE(errorOf("schema = 1\n#" + std::string(kMaxBaselineBytes, 'x')), "none");
    EXPECT_THAT(errorOf("schema = 1\n#" + std::string(40'000, 'x')), HasSubstr("expected.toml:2:"));
    std::string many = "schema = 1\n";
    for (std::size_t i = 0; i <= kMaxBaselineEntries; ++i) {
        many += "[[expect]]\n";
    }
    EXPECT_THAT(errorOf(many), HasSubstr("more than 2000"));
}

TEST(BaselineParse, LimitsNesting)
{
    std::string dots = "schema = 1\n[a";
    for (int i = 0; i < 200'000; ++i) {
        dots += ".a";
    }

    EXPECT_NE(errorOf(dots + "]\n"), "none");
    EXPECT_NE(errorOf("schema = 1\na = " + std::string(10'000, '[')), "none");
}

}  // namespace
}  // namespace quaywatch::test
