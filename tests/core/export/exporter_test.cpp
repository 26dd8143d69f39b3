// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/export/exporter.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace quaywatch {
namespace {

using test::process;
using test::tcpListener;
using testing::HasSubstr;

/// The data line of a single socket, without its line break.
std::string lineOf(const SocketRecord& socket)
{
    const std::string csv = toCsv({&socket});
    const std::size_t begin = csv.find("\r\n") + 2;
    return csv.substr(begin, csv.size() - begin - 2);
}

SocketRecord ownedBy(const std::string& name)
{
    auto owner = std::make_shared<ProcessInfo>(*process("x"));
    owner->name = name;
    return tcpListener(80).ownedBy(owner);
}

TEST(Csv, HasAHeaderAndALineForEachSocket)
{
    const SocketRecord a = tcpListener(80);
    const SocketRecord b = tcpListener(443);

    const std::string csv = toCsv({&a, &b});

    EXPECT_EQ(csv.substr(0, 39), "protocol,family,interface,local_address");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
    EXPECT_EQ(csv.substr(csv.size() - 2), "\r\n");
}

TEST(Csv, EndsWithTheIdentAnswer)
{
    EXPECT_THAT(lineOf(tcpListener(931).ownedBy(process("nc"))),
                testing::EndsWith(",USERID : UNIX : alice"));
}

TEST(Csv, HasAsManyCellsAsTheHeader)
{
    const SocketRecord socket = tcpListener(931, "127.0.0.1");
    const std::string csv = toCsv({&socket});
    const auto commas = [](const std::string& text) {
        return std::count(text.begin(), text.end(), ',');
    };

    EXPECT_EQ(commas(lineOf(socket)), commas(csv.substr(0, csv.find('\r'))));
}

TEST(Csv, WritesKnownValuesAndLeavesTheRestEmpty)
{
    const SocketRecord socket =
        tcpListener(931, "127.0.0.1").ownedBy({process("nc", 7), process("cat", 8)}).id(5);

    EXPECT_EQ(lineOf(socket),
              "tcp,ipv4,,127.0.0.1,931,,,listen,listen,,known,7 8,nc cat,/usr/bin/nc /usr/bin/cat,"
              "1000,alice,,,4026531840,5,5,0,0,,,unassigned,well-known,,ordinary,,,"
              "USERID : UNIX : alice");
}

TEST(Csv, DefusesFormulas)
{
    EXPECT_THAT(lineOf(ownedBy("=1+1")), HasSubstr(",'=1+1,"));
    EXPECT_THAT(lineOf(ownedBy("+1")), HasSubstr(",'+1,"));
    EXPECT_THAT(lineOf(ownedBy("-bash")), HasSubstr(",'-bash,"));
    EXPECT_THAT(lineOf(ownedBy("@SUM(A1)")), HasSubstr(",'@SUM(A1),"));
    EXPECT_THAT(lineOf(ownedBy("a;=1+1")), HasSubstr(",\"a;'=1+1\","));
    EXPECT_THAT(lineOf(ownedBy("a=1")), HasSubstr(",a=1,"));
}

TEST(Csv, QuotesCellSeparators)
{
    EXPECT_THAT(lineOf(ownedBy("a,b")), HasSubstr(",\"a,b\","));
    EXPECT_THAT(lineOf(ownedBy("say \"hi\"")), HasSubstr(",\"say \"\"hi\"\"\","));
}

TEST(Csv, EscapesControlCharacters)
{
    EXPECT_THAT(lineOf(ownedBy("\t=1\r\n\x1b\xff")), HasSubstr(R"(,\t=1\r\n\e\xFF,)"));
}

}  // namespace
}  // namespace quaywatch
