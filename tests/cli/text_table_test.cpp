// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/text_table.h"

#include "core/text/display_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quaywatch {
namespace {

using Align = TextColumn::Align;

TEST(TextTable, IsAsWideAsItsCells)
{
    TextTable table({{.header = "PORT", .align = Align::Right}, {.header = "PROCESS"}});
    table.addRow({"22", "sshd"});
    table.addRow({"50000", "postgresql"});

    EXPECT_EQ(table.toText(0),
              " PORT  PROCESS\n"
              "   22  sshd\n"
              "50000  postgresql\n");
}

TEST(TextTable, AlignsWideCharactersByTheirColumns)
{
    TextTable table({{.header = "NAME"}, {.header = "PORT"}});
    table.addRow({"中文字", "1"});
    table.addRow({"abc", "2"});

    EXPECT_EQ(table.toText(0),
              "NAME    PORT\n"
              "中文字  1\n"
              "abc     2\n");
}

TEST(TextTable, ShrinksTheColumnsThatMayShrink)
{
    TextTable table({{.header = "PORT"}, {.header = "COMMAND", .weight = 1}, {.header = "USER"}});
    table.addRow({"22", "/usr/sbin/sshd -D -o Port=22", "root"});

    EXPECT_EQ(table.lines(26), (std::vector<std::string>{"PORT  COMMAND         USER",
                                                         "22    /usr/sbin/ssh…  root"}));
}

TEST(TextTable, SharesTheShrinkingByWeight)
{
    TextTable table({{.header = "A", .weight = 1}, {.header = "B", .weight = 2}});
    table.addRow({std::string(60, 'a'), std::string(60, 'b')});

    const std::vector<std::string> lines = table.lines(62);

    EXPECT_EQ(lines[1], std::string(19, 'a') + "…  " + std::string(39, 'b') + "…");
}

TEST(TextTable, KeepsTheMinimumWidthOfAColumn)
{
    TextTable table({{.header = "A", .weight = 1, .leastWidth = 8}, {.header = "B"}});
    table.addRow({std::string(20, 'a'), std::string(20, 'b')});

    EXPECT_EQ(table.lines(10)[1], "aaaaaaa…  " + std::string(20, 'b'));
}

TEST(TextTable, KeepsLinesWithinTheTerminalWhereItCanShrink)
{
    TextTable table({{.header = "ADDRESS", .weight = 1, .leastWidth = 1},
                     {.header = "NAME", .weight = 3, .leastWidth = 1}});
    table.addRow({"中文字中文字中文字", "e\u0301e\u0301e\u0301e\u0301e\u0301"});
    table.addRow({"fe80::1", "nginx: worker process"});

    for (std::size_t width = 4; width < 50; ++width) {
        for (const std::string& line : table.lines(width)) {
            EXPECT_LE(displayWidth(line), width) << line;
        }
    }
}

TEST(TextTable, EscapesControlCharacters)
{
    TextTable table({{.header = "NAME"}});
    table.addRow({"a\x1b[2J\nb"});

    EXPECT_EQ(table.lines(0)[1], "a\\e[2J\\nb");
}

TEST(TextTable, AcceptsRowsOfAnyLength)
{
    TextTable table({{.header = "A"}, {.header = "B"}});
    table.addRow({});
    table.addRow({"1", "2", "3"});

    EXPECT_EQ(table.toText(0), "A  B\n\n1  2\n");
}

}  // namespace
}  // namespace quaywatch
