// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/ident.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <string>

namespace quaywatch {
namespace {

using test::snapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;

IpAddress address(const std::string& text)
{
    return IpAddress::parse(text).value();
}

std::string answer(std::vector<SocketRecord> sockets, std::optional<IpAddress> local = {},
                   std::optional<IpAddress> remote = {})
{
    return answerIdent(snapshotOf(std::move(sockets)), {6193, 23}, local, remote).text;
}

SocketBuilder telnet(const std::string& remote = "192.0.2.7")
{
    return tcpConnection("10.0.0.1", 6193, remote, 23);
}

TEST(IdentOf, IsTheUserName)
{
    EXPECT_EQ(identOf(tcpListener(931).uid(0, "root")), "USERID : UNIX : root");
}

TEST(IdentOf, IsTheUidOfAUserWithoutAName)
{
    EXPECT_EQ(identOf(tcpListener(931).uid(1234)), "USERID : OTHER : 1234");
}

TEST(IdentOf, IsKnownThoughTheProcessIsHidden)
{
    EXPECT_EQ(identOf(tcpListener(931).uid(7, "lp").ownerState(OwnerState::Hidden)),
              "USERID : UNIX : lp");
}

TEST(IdentOf, DropsLineBreaks)
{
    EXPECT_EQ(identOf(tcpListener(931).uid(7, std::string("e\r\nve\0", 6))), "USERID : UNIX : eve");
    EXPECT_EQ(identOf(tcpListener(931).uid(7, "\r\n")), "USERID : OTHER : 7");
}

TEST(IdentOf, IsEmptyForAnUnownedSocket)
{
    SocketBuilder left = telnet();
    left.uid(0, "root").record().state = SocketState::TimeWait;

    EXPECT_EQ(identOf(left), std::nullopt);
    EXPECT_EQ(identOf(tcpListener(931)), std::nullopt);
}

TEST(ParsePortPair, AcceptsBothSpellings)
{
    for (const char* text : {"6193,23", "6193 , 23", "\t6193 ,23\r\n"}) {
        const auto pair = parsePortPair(text);
        ASSERT_TRUE(pair) << text;
        EXPECT_EQ(pair->local, 6193);
        EXPECT_EQ(pair->remote, 23);
    }
}

TEST(ParsePortPair, RejectsOtherText)
{
    for (const char* text : {"", "6193", "6193,", ",23", "6193,23,1", "0,23", "6193,0", "65536,23",
                             "-1,23", "99999999999,23", "0x17,23", "6193 23", "6193,2 3"}) {
        EXPECT_FALSE(parsePortPair(text)) << text;
    }
}

TEST(AnswerIdent, NamesTheUserOfTheConnection)
{
    EXPECT_EQ(answer({telnet().uid(1000, "alice")}), "USERID : UNIX : alice");
}

TEST(AnswerIdent, DoesNotSwapThePair)
{
    EXPECT_EQ(answer({tcpConnection("192.0.2.7", 23, "10.0.0.1", 6193).uid(0, "root")}),
              "ERROR : NO-USER");
}

TEST(AnswerIdent, HasNoUserForAListenerOrUdp)
{
    const SocketRecord udp = SocketBuilder(Protocol::Udp, SocketState::Connected)
                                 .local("10.0.0.1", 6193)
                                 .remote("192.0.2.7", 23)
                                 .uid(0, "root");

    EXPECT_EQ(answer({tcpListener(6193).uid(0, "root"), udp}), "ERROR : NO-USER");
}

TEST(AnswerIdent, SelectsAConnectionByAddress)
{
    const std::vector<SocketRecord> two{telnet("192.0.2.7").uid(1000, "alice"),
                                        telnet("192.0.2.8").uid(1001, "bob")};

    EXPECT_EQ(answer(two, std::nullopt, address("192.0.2.8")), "USERID : UNIX : bob");
    EXPECT_EQ(answer(two, address("10.0.0.1"), address("192.0.2.7")), "USERID : UNIX : alice");
    EXPECT_EQ(answer(two, address("10.0.0.9"), std::nullopt), "ERROR : NO-USER");
}

TEST(AnswerIdent, IsAnUnknownErrorForConflictingMatches)
{
    EXPECT_EQ(
        answer({telnet("192.0.2.7").uid(1000, "alice"), telnet("192.0.2.8").uid(1001, "bob")}),
        "ERROR : UNKNOWN-ERROR");
}

TEST(AnswerIdent, AnswersForAgreeingMatches)
{
    EXPECT_EQ(
        answer({telnet("192.0.2.7").uid(1000, "alice"), telnet("192.0.2.8").uid(1000, "alice")}),
        "USERID : UNIX : alice");
}

TEST(AnswerIdent, ComparesMappedAddressesInTheirIpv4Form)
{
    const SocketRecord mapped =
        tcpConnection("::ffff:10.0.0.1", 6193, "::ffff:192.0.2.7", 23).uid(1000, "alice");

    EXPECT_EQ(answer({mapped}, address("10.0.0.1"), address("192.0.2.7")), "USERID : UNIX : alice");
    EXPECT_EQ(answer({telnet().uid(1000, "alice")}, address("::ffff:10.0.0.1")),
              "USERID : UNIX : alice");
}

TEST(AnswerIdent, HasNoUserOnceTheConnectionIsClosed)
{
    SocketBuilder left = telnet();
    left.ownerState(OwnerState::None).record().state = SocketState::TimeWait;

    EXPECT_EQ(answer({left}), "ERROR : NO-USER");
    EXPECT_EQ(answer({left, telnet("192.0.2.8").uid(1000, "alice")}), "USERID : UNIX : alice");
}

TEST(AnswerIdent, ReportsAHiddenUser)
{
    EXPECT_EQ(answer({telnet()}), "ERROR : HIDDEN-USER");
}

TEST(IdentAnswer, TakesTheNameAndTheNumberOfADevice)
{
    const std::vector<SocketRecord> sockets{
        tcpConnection("fe80::1%2", 6193, "fe80::9%2", 23).device("ve0", 2).uid(0, "root")};
    const auto answerTo = [&sockets](const std::string& local) {
        const auto wanted = WantedAddress::parse(local);
        return wanted ? answerIdent(snapshotOf(sockets), {6193, 23}, *wanted, std::nullopt).text
                      : "not an address";
    };

    for (const char* local : {"fe80::1", "fe80::1%ve0", "fe80::1%2", "[fe80::1%ve0]"}) {
        EXPECT_EQ(answerTo(local), "USERID : UNIX : root") << local;
    }
    EXPECT_EQ(answerTo("fe80::1%ve1"), "ERROR : NO-USER");
    EXPECT_EQ(answerTo("fe80::1%"), "not an address");
}

}  // namespace
}  // namespace quaywatch
