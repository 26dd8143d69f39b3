// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/toml_scan.h"

#include "core/baseline/parse_baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The refusal, such as "2:1: a value is missing here"; empty if the text is accepted.
std::string refusalOf(std::string_view text)
{
    const auto refused = findUnsafeSyntax(text);
    return refused ? std::to_string(refused->line) + ':' + std::to_string(refused->column) + ": " +
                         refused->text.english()
                   : std::string();
}

TEST(TomlScan, AcceptsOrdinaryLines)
{
    for (const char* text : {"", "\n", "# only a comment", "a = 1", "a=1#x", "\t a\t=\t1 \r\n\r\n",
                             "[a]\n[[b]] # x\n[ c . \"d\" ]\n[[ e ]]", "-_9 = true", "1.2 = 3"}) {
        EXPECT_EQ(refusalOf(text), "") << text;
    }
}

TEST(TomlScan, LeavesValuesToTheLibrary)
{
    for (const char* value :
         {"1979-05-27 07:32:00", "1979-05-27T07:32:00.5-07:00", "1979-05-27t07:32:00Z",
          "1979-05-27", "07:32:00", "inf", "+nan", "-inf", "6.6e-34", "1_000", "0xFF", "+1.0", ".5",
          "99999999999999999999", "2026-99-99", "maybe"}) {
        EXPECT_EQ(refusalOf(std::string("a = ") + value + '\n'), "") << value;
        EXPECT_EQ(refusalOf(std::string("a = [") + value + " , " + value + "]"), "") << value;
    }
}

TEST(TomlScan, AcceptsAnythingInQuotesAndComments)
{
    for (const char* text : {"a = \"[[[ # = é \\\" \\\\\" # é [[[", "a = 'C:\\é\\' # \"",
                             "\"é\" = 1", "'é'.\"]\" = 1", "[ \"é\" . 'é' ]", "a = \"\"", "a = ''",
                             "\"\" = 1", "a = \"\\u00e9 \\q\"", "a = { \"é\" = 'é' }"}) {
        EXPECT_EQ(refusalOf(text), "") << text;
    }
}

TEST(TomlScan, FindsTheEndOfMultiLineStrings)
{
    for (const char* text :
         {"a = \"\"\"\n[[[\r\né = \"x\" \"\"y\n\"\"\"\nb = 1", "a = '''\n[[[ ' '' \\'''\nb = 1",
          "a = \"\"\"x\"\"\"\"\nb = 1", "a = \"\"\"x\"\"\"\"\"\nb = 1", "a = '''x'''''\nb = 1",
          "a = \"\"\"\"\"\"", "a = ''''''", "a = \"\"\"\\\"\"\"\" # é",
          "a = \"\"\"x \\\n \r\n  y é\"\"\""}) {
        EXPECT_EQ(refusalOf(text), "") << text;
    }
    EXPECT_THAT(refusalOf("a = '''x''''''\n"), StartsWith("1:14: unexpected text"));
}

TEST(TomlScan, AcceptsListsAndTables)
{
    for (const char* text : {"a = []", "a = {}", "a = [1,2,]", "a = [ {b = 1}, {c.d = [2]} ]",
                             "a = [ # one\n\n 1, # é [[[\r\n\t2 # }\n, # x\n] # end\nb = 2",
                             "a = [[[[1]]]]", "a = {b = [{c = []}]}"}) {
        EXPECT_EQ(refusalOf(text), "") << text;
    }
}

TEST(TomlScan, LimitsTheNestingOfListsAndTables)
{
    EXPECT_THAT(refusalOf("a = [[[[[1]]]]]"), StartsWith("1:9: lists and tables"));
    EXPECT_THAT(refusalOf("a = [[[[\n# x\n{}]]]]"), StartsWith("3:1: lists and tables"));
    EXPECT_THAT(refusalOf("a = {b = [{c = [[]]}]}"), StartsWith("1:17: lists and tables"));
    EXPECT_EQ(refusalOf("a = [[[[]]], [[[]]]]"), "");
}

TEST(TomlScan, RefusesInvalidFirstCharactersOfKeys)
{
    EXPECT_THAT(refusalOf("\n[[[a]]]"), StartsWith("2:3: a key is missing here"));
    EXPECT_THAT(refusalOf("[ .a]"), StartsWith("1:3: a key is missing here"));
    EXPECT_THAT(refusalOf("[[ ]]"), StartsWith("1:4: a key is missing here"));
    EXPECT_THAT(refusalOf("= 1"), StartsWith("1:1: a key is missing here"));
    EXPECT_THAT(refusalOf("a..b = 1"), StartsWith("1:3: a key is missing here"));
    EXPECT_THAT(refusalOf("a. = 1"), StartsWith("1:4: a key is missing here"));
    EXPECT_THAT(refusalOf("a = {=1}"), StartsWith("1:6: a key is missing here"));
    EXPECT_THAT(refusalOf("a = {b = 1,}"), StartsWith("1:12: a key is missing here"));
    EXPECT_THAT(refusalOf("["), StartsWith("1:2: a key is missing here"));
    EXPECT_THAT(refusalOf("\"\"\"a\"\"\" = 1"), StartsWith("1:1: a key cannot span"));
}

TEST(TomlScan, RefusesNonAsciiOutsideQuotes)
{
    const std::string foreign = "this character is only allowed in quotes and comments";
    EXPECT_EQ(refusalOf("[é]"), "1:2: " + foreign);
    EXPECT_EQ(refusalOf("a é= 1"), "1:3: " + foreign);
    EXPECT_EQ(refusalOf("'éé' = 'é' \u00A0# x"), "1:12: " + foreign);
    EXPECT_EQ(refusalOf("a = [\n1\u2003]"), "2:2: " + foreign);
    EXPECT_EQ(refusalOf("a = \u3000 1"), "1:5: " + foreign);
    EXPECT_EQ(refusalOf("a = 1\xFF"), "1:6: " + foreign);
    EXPECT_EQ(refusalOf("a = 1\rb = 2"), "1:6: " + foreign);
    EXPECT_EQ(refusalOf("a = 1\v"), "1:6: " + foreign);
    EXPECT_EQ(refusalOf(std::string("[\0a]", 4)), "1:2: " + foreign);
    EXPECT_EQ(refusalOf("a = 1979-05-27 é"), "1:16: " + foreign);
}

TEST(TomlScan, RefusesAValueThatTheLibraryWouldOverrun)
{
    EXPECT_THAT(refusalOf("a = 1\"é\""), StartsWith("1:5: a value without quotes"));
    EXPECT_THAT(refusalOf("a = 1[é]"), StartsWith("1:5: a value without quotes"));
    EXPECT_THAT(refusalOf("a = /usr/bin/nc"), StartsWith("1:5: a value without quotes"));
    EXPECT_THAT(refusalOf("a = 1" + std::string(100, '_')), HasSubstr("without quotes"));
    EXPECT_THAT(refusalOf("a = 1" + std::string(95, '_') + "979-05-27 07"),
                HasSubstr("without quotes"));
    EXPECT_THAT(refusalOf("a = 1979-05-27 0\n"), StartsWith("1:5: a value without quotes"));
    EXPECT_THAT(refusalOf("a = 1979-05-27Tx:00"), StartsWith("1:5: a value without quotes"));
    EXPECT_THAT(refusalOf("a = 1979-05-27T"), StartsWith("1:5: a value without quotes"));
}

TEST(TomlScan, RefusesUnexpectedCharacters)
{
    EXPECT_THAT(refusalOf("a ="), StartsWith("1:4: a value is missing here"));
    EXPECT_THAT(refusalOf("a = # x"), StartsWith("1:5: a value is missing here"));
    EXPECT_THAT(refusalOf("a = [}"), StartsWith("1:6: a value is missing here"));
    EXPECT_THAT(refusalOf("a = [,]"), StartsWith("1:6: a value is missing here"));
    EXPECT_THAT(refusalOf("a"), StartsWith("1:2: = and a value are missing"));
    EXPECT_THAT(refusalOf("a b = 1"), StartsWith("1:3: = and a value are missing"));
    EXPECT_THAT(refusalOf("a = [1 2]"), StartsWith("1:8: a comma"));
    EXPECT_THAT(refusalOf("a = [1\n"), StartsWith("2:1: a comma"));
    EXPECT_THAT(refusalOf("a = {b = 1\n}"), StartsWith("1:11: a comma"));
    EXPECT_THAT(refusalOf("[[a]"), StartsWith("1:4: a line such as"));
    EXPECT_THAT(refusalOf("[[a] ]"), StartsWith("1:4: a line such as"));
    EXPECT_THAT(refusalOf("[a]]"), StartsWith("1:4: unexpected text"));
    EXPECT_THAT(refusalOf("a = 1 2"), StartsWith("1:7: unexpected text"));
}

TEST(TomlScan, RefusesUnclosedQuotes)
{
    for (const char* text : {"a = \"x\n\"", "a = \"x\\\"", "a = \"x\\\n\"", "a = \"\\", "a = \"",
                             "a = 'x", "a = \"\"\"x\"\"", "a = '''x\n\n", "a = \"\"\"\\\"\"\""}) {
        EXPECT_EQ(refusalOf(text), "1:5: the quotes are not closed") << text;
    }
    EXPECT_EQ(refusalOf("\"é"), "1:1: the quotes are not closed");
}

TEST(TomlScan, RefusesCharactersThatAreNotBlanks)
{
    EXPECT_THAT(refusalOf("a = \"\"\"\\é\"\"\""), StartsWith("1:9: this character is not allowed"));
    EXPECT_THAT(refusalOf("a = \"\"\"\\ \u2003\n\"\"\""), StartsWith("1:10: this character"));
    EXPECT_THAT(refusalOf("a = \"\"\"x\\\r\n\n é\"\"\""), StartsWith("3:2: this character"));
}

TEST(TomlScan, SkipsAByteOrderMarkOnlyAtTheBeginning)
{
    EXPECT_EQ(refusalOf("\uFEFF"), "");
    EXPECT_EQ(refusalOf("\uFEFFa = 1"), "");
    EXPECT_THAT(refusalOf("\uFEFF= 1"), StartsWith("1:1: "));
    EXPECT_THAT(refusalOf("\uFEFF\uFEFFa = 1"), StartsWith("1:1: "));
    EXPECT_THAT(refusalOf("a = 1\n\uFEFF"), StartsWith("2:1: "));
}

TEST(TomlScan, LimitsTheLengthOfLinesAndText)
{
    EXPECT_EQ(refusalOf("#" + std::string(30'000, '"')), "");
    EXPECT_THAT(refusalOf("\n#" + std::string(40'000, '"')), StartsWith("2:1: the line is too"));
    EXPECT_THAT(refusalOf("#" + std::string(300, '.')), StartsWith("1:1: the line is too"));
    EXPECT_THAT(refusalOf(std::string(kMaxBaselineBytes + 1, '\n')), HasSubstr("1 MiB"));
}

TEST(TomlScan, RefusesEveryTextThatOnceCrashedTheLibrary)
{
    const std::filesystem::path folder = QUAYWATCH_TEST_DATA "/toml_scan";
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        EXPECT_EQ(refusalOf(text).empty(), entry.path().stem() == "every_form") << entry.path();
        ++files;
    }
    EXPECT_GE(files, 9);
}

}  // namespace
}  // namespace quaywatch::test
