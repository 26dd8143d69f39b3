// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/explain_text.h"

#include "tests/support/machine/explained.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace quaywatch::cli {
namespace {

using test::Explained;
using test::kAlice;
using test::netcat;
using testing::HasSubstr;
using testing::StartsWith;

/// The text without line breaks, so that a sentence is found however it is wrapped.
std::string unwrapped(const Explained& port)
{
    std::istringstream words(toText(port.explanation));
    std::string line;
    for (std::string word; words >> word;) {
        line += line.empty() ? word : " " + word;
    }
    return line;
}

TEST(ExplainText, PrintsTheManualChecksLast)
{
    const std::string text = toText(Explained(931, {}).explanation);

    EXPECT_THAT(text, HasSubstr("Linux, macOS  sudo lsof -i :931\n"));
    EXPECT_THAT(text, HasSubstr("Linux         sudo ss -tulpn 'sport = :931'\n"));
    EXPECT_THAT(text, HasSubstr("Linux         netstat -tulpn\n"));
    EXPECT_THAT(text, testing::EndsWith("Windows       netstat -ano | findstr :931\n"));
}

TEST(ExplainText, MergesEqualTextsOfTwoProtocols)
{
    const std::string text = unwrapped(Explained(931, {}));

    EXPECT_THAT(text, StartsWith("PORT 931 (tcp, udp) REGISTRY Unassigned: no service"));
}

TEST(ExplainText, SeparatesDifferentTextsOfTwoProtocols)
{
    EXPECT_THAT(unwrapped(Explained(953, {})), HasSubstr("tcp Assigned to rndc"));
    EXPECT_THAT(unwrapped(Explained(953, {})), HasSubstr("udp Reserved"));
}

TEST(ExplainText, HasEverySentenceOfTheExplanation)
{
    const Explained port(931, {netcat()}, kAlice);

    const std::string text = unwrapped(port);

    EXPECT_THAT(text, HasSubstr(port.explanation.range.english()));
    EXPECT_THAT(text, HasSubstr(port.explanation.story->english()));
    EXPECT_THAT(text, HasSubstr(port.explanation.now.at(0).english()));
    for (const BindObstacle& obstacle : port.explanation.obstacles) {
        EXPECT_THAT(text, HasSubstr(obstacle.text.english()));
    }
    for (const Message& line : port.explanation.notSeen) {
        EXPECT_THAT(text, HasSubstr(line.english()));
    }
}

TEST(ExplainText, WrapsAtTheWidth)
{
    const Explained port(931, {netcat()}, kAlice);

    for (const std::size_t width : {40U, 60U, 80U, 120U}) {
        std::istringstream lines(toText(port.explanation, width));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(line.size(), width) << line;
        }
    }
}

}  // namespace
}  // namespace quaywatch::cli
