// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter.h"

#include "core/filter/filter_keys.h"
#include "core/text/display_text.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace quaywatch {
namespace {

using testing::HasSubstr;

FilterError errorOf(std::string_view text)
{
    const auto filter = Filter::parse(text);
    if (filter) {
        ADD_FAILURE() << "'" << text << "' is a filter";
        return {};
    }
    return filter.error();
}

TEST(FilterError, NamesAnUnknownKeyAndTheKnownOnes)
{
    const FilterError error = errorOf("is:listener prot:tcp");

    EXPECT_EQ(error.position, 12U);
    EXPECT_THAT(error.message.english(), HasSubstr("unknown key 'prot'"));
    EXPECT_THAT(error.message.english(), HasSubstr("port, lport, rport, proto"));
}

TEST(FilterError, ReportsABadPort)
{
    for (const char* port : {"65536", "-1", "99999999999", "80x", "0x50", "1-", "1-65536", "+1"}) {
        const FilterError error = errorOf(std::string("port:22,") + port);

        EXPECT_EQ(error.position, 8U) << port;
        EXPECT_THAT(error.message.english(), HasSubstr("is not a port")) << port;
    }
    EXPECT_THAT(errorOf("port:90-80").message.english(), HasSubstr("wrong order"));
}

TEST(FilterError, ListsTheValuesOfAKey)
{
    const FilterError error = errorOf("state:open");

    EXPECT_EQ(error.position, 6U);
    EXPECT_THAT(error.message.english(), HasSubstr("state: takes listen, established"));
    EXPECT_THAT(error.message.english(), HasSubstr("not 'open'"));
    EXPECT_THAT(errorOf("is:odd").message.english(), HasSubstr("unassigned"));
    EXPECT_THAT(errorOf("proto:sctp").message.english(), HasSubstr("tcp, udp"));
    EXPECT_THAT(errorOf("verdict:bad").message.english(), HasSubstr("explained"));
}

TEST(FilterError, ReportsABadAddressPidOrUser)
{
    EXPECT_THAT(errorOf("addr:10.0.0.0/33").message.english(), HasSubstr("not an address"));
    EXPECT_THAT(errorOf("addr:localhost").message.english(), HasSubstr("not an address"));
    EXPECT_THAT(errorOf("pid:x").message.english(), HasSubstr("not a process ID"));
    EXPECT_THAT(errorOf("user:99999999999").message.english(), HasSubstr("neither"));
}

TEST(FilterError, PointsAtAnUnclosedQuote)
{
    const FilterError error = errorOf(R"(is:listener process:"my app)");

    EXPECT_EQ(error.position, 20U);
    EXPECT_THAT(error.message.english(), HasSubstr("not closed"));
}

TEST(FilterError, PointsAtAMissingTerm)
{
    EXPECT_EQ(errorOf("port:80 |").position, 9U);
    EXPECT_EQ(errorOf("| port:80").position, 0U);
    EXPECT_EQ(errorOf("!").position, 1U);
    EXPECT_EQ(errorOf("()").position, 1U);
    EXPECT_EQ(errorOf("port:80 | | port:22").position, 10U);
}

TEST(FilterError, PointsAtAMissingValue)
{
    EXPECT_EQ(errorOf("port:").position, 5U);
    EXPECT_EQ(errorOf("port:80,").position, 8U);
    EXPECT_EQ(errorOf("process:,nginx").position, 8U);
    EXPECT_EQ(errorOf("process:\"\"").position, 8U);
    EXPECT_THAT(errorOf("process: nginx").message.english(), HasSubstr("process: needs a value"));
    EXPECT_EQ(errorOf("=").position, 0U);
}

TEST(FilterError, PointsAtUnmatchedParentheses)
{
    EXPECT_EQ(errorOf("(port:80").position, 0U);
    EXPECT_EQ(errorOf("port:80)").position, 7U);
    EXPECT_EQ(errorOf("process:a (b").position, 10U);
}

TEST(FilterError, LimitsDepthAndSize)
{
    const std::string open(Filter::kMaxDepth, '(');
    const std::string close(Filter::kMaxDepth, ')');
    EXPECT_TRUE(Filter::parse(open + "a" + close));
    EXPECT_THAT(errorOf("(" + open + "a" + close + ")").message.english(),
                HasSubstr("within each other"));
    EXPECT_THAT(errorOf(std::string(8000, '(')).message, HasSubstr("within each other"));
    EXPECT_TRUE(Filter::parse(std::string(8000, '!') + "a"));
    EXPECT_THAT(errorOf(std::string(Filter::kMaxBytes + 1, 'a')).message, HasSubstr("longer"));
}

TEST(FilterError, IsSafeToShow)
{
    const FilterError error = errorOf("state:\x1b[31m\xff");

    EXPECT_EQ(error.message, fullDisplayText(error.message));
}

TEST(Filter, NeverThrowsAndPointsIntoTheText)
{
    static constexpr std::array<std::string_view, 22> kPieces{
        "port:", "is:", "process:", "addr:", "user:", "80", "1-2", ",",        "=",  "\"",   "(",
        ")",     "|",   "!",        " ",     "nginx", "\\", "::1", "listener", "\n", "\xff", "tcp"};
    const SocketRecord socket = test::tcpListener(80).ownedBy(test::process("nginx"));
    std::mt19937 random{931};
    for (int round = 0; round < 1000; ++round) {
        std::string text;
        for (std::size_t count = random() % 12; count != 0; --count) {
            text += kPieces[random() % kPieces.size()];
        }

        const auto filter = Filter::parse(text);

        if (filter) {
            const auto negated = Filter::parse("!(" + text + ")");
            EXPECT_EQ(negated ? !negated->matches(socket) : filter->isEmpty(),
                      filter->matches(socket))
                << text;
        } else {
            EXPECT_LE(filter.error().position, text.size()) << text;
            EXPECT_FALSE(filter.error().message.empty()) << text;
        }
    }
}

TEST(FilterKeys, HaveValidExamples)
{
    for (const FilterKey& key : filterKeys()) {
        EXPECT_TRUE(Filter::parse(key.example)) << key.example;
        EXPECT_EQ(key.example.substr(0, key.name.size() + 1), std::string(key.name) + ":");
        for (const std::string_view word : key.words) {
            EXPECT_TRUE(Filter::parse(std::string(key.name) + ":" + std::string(word))) << word;
        }
    }
}

}  // namespace
}  // namespace quaywatch
