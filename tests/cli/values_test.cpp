// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context/values.h"

#include <gtest/gtest.h>

namespace quaywatch::cli {
namespace {

using namespace std::chrono_literals;

TEST(ParsePort, AcceptsAPort)
{
    EXPECT_EQ(*parsePort("0"), 0);
    EXPECT_EQ(*parsePort("931"), 931);
    EXPECT_EQ(*parsePort("65535"), 65535);
}

TEST(ParsePort, RejectsOtherTextAndSaysWhatIsValid)
{
    for (const char* text : {"", "65536", "-1", "99999999999", "+1", " 1", "1 ", "0x1", "a"}) {
        const Result<Port> port = parsePort(text);
        ASSERT_FALSE(port) << text;
        EXPECT_EQ(port.error().code, ErrorCode::Malformed);
        EXPECT_NE(port.error().context.english().find("0 to 65535"), std::string::npos);
    }
}

TEST(ParsePortRange, AcceptsAPortAndARange)
{
    EXPECT_EQ(*parsePortRange("931"), (PortRange{931, 931}));
    EXPECT_EQ(*parsePortRange("600-1023"), (PortRange{600, 1023}));
}

TEST(ParsePortRange, RejectsABackwardOrOverflowingRange)
{
    for (const char* text : {"9-1", "1-65536", "-5", "5-", "-", "", "1-2-3"}) {
        EXPECT_FALSE(parsePortRange(text)) << text;
    }
}

TEST(ParseTarget, DistinguishesPortsFromProcesses)
{
    const auto port = parseTarget("port:53/udp");
    ASSERT_TRUE(port);
    EXPECT_EQ(std::get<PortTarget>(*port).port, 53);
    EXPECT_EQ(std::get<PortTarget>(*port).protocol, Protocol::Udp);
    const auto process = parseTarget("4711");
    ASSERT_TRUE(process);
    EXPECT_EQ(std::get<PidTarget>(*process).pid, 4711U);
}

TEST(ParseTarget, RejectsOtherText)
{
    for (const char* text : {"", "0", "-1", "99999999999", "port:", "port:0", "port:65536",
                             "port:1/sctp", "port:1/", "nginx", "4294967295"}) {
        EXPECT_FALSE(parseTarget(text)) << text;
    }
}

TEST(ParseSeconds, AcceptsThreeDecimals)
{
    EXPECT_EQ(*parseSeconds("2"), 2000ms);
    EXPECT_EQ(*parseSeconds("0.1"), 100ms);
    EXPECT_EQ(*parseSeconds(".5"), 500ms);
    EXPECT_EQ(*parseSeconds("1.23456"), 1234ms);
}

TEST(ParseSeconds, RejectsTextThatIsNotATime)
{
    for (const char* text :
         {"", ".", "1.", "-1", "nan", "inf", "1e3", "1s", "0x1", "99999999999"}) {
        EXPECT_FALSE(parseSeconds(text)) << text;
    }
}

TEST(ParseSignal, AcceptsTwoSignalsInAnyCaseWithAndWithoutSig)
{
    EXPECT_EQ(*parseSignal("term"), ProcessSignal::Terminate);
    EXPECT_EQ(*parseSignal("SIGKILL"), ProcessSignal::Kill);
    EXPECT_FALSE(parseSignal("HUP"));
    EXPECT_FALSE(parseSignal("9"));
}

TEST(Values, QuoteUntrustedTextWithoutControlCharacters)
{
    const Result<Port> port = parsePort("1\033[2J\n2");

    ASSERT_FALSE(port);
    EXPECT_EQ(port.error().context.english().find('\033'), std::string::npos);
    EXPECT_EQ(port.error().context.english().find('\n'), std::string::npos);
}

}  // namespace
}  // namespace quaywatch::cli
