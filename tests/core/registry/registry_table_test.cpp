// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_table.h"

#include "core/registry/packed_registry.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>

namespace quaywatch {
namespace {

constexpr std::array kTableProtocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp};
constexpr const char* kHead = "# date: 2026-08-17\n";

std::string readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string iana(const std::string& name)
{
    return readFile(QUAYWATCH_TEST_DATA "/../../resources/iana/" + name);
}

/// Why the rows are refused, or "accepted" if they are accepted.
std::string verdictOn(const std::string& rows)
{
    const Result<RegistryTable> table = parseRegistryTable(kHead + rows);
    return table ? "accepted" : table.error().context.english();
}

TEST(RegistryTable, ReadsARowOfEachKind)
{
    const std::string text = std::string(kHead) +
                             "22\ttcp,udp\tassigned\tssh\tThe Secure Shell\n"
                             "80\ttcp\tassigned\thttp www www-http\t\n"
                             "916-952\ttcp,udp,sctp,dccp\tunassigned\t\t\n";

    const Result<RegistryTable> table = parseRegistryTable(text);

    ASSERT_TRUE(table) << describe(table.error());
    EXPECT_EQ(table->date, "2026-08-17");
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_EQ(table->rows[0].ports, (PortRange{22, 22}));
    EXPECT_EQ(table->rows[0].protocols, protocolBit(Protocol::Tcp) | protocolBit(Protocol::Udp));
    EXPECT_EQ(table->rows[0].state, AssignmentState::Assigned);
    EXPECT_EQ(table->rows[0].description, "The Secure Shell");
    EXPECT_EQ(table->rows[1].names.packed(), "http www www-http");
    EXPECT_EQ(table->rows[2].ports, (PortRange{916, 952}));
}

TEST(RegistryTable, AcceptsRowsOfTheSamePortsForDifferentProtocols)
{
    EXPECT_EQ(verdictOn("512\ttcp\tassigned\texec\t\n512\tudp\tassigned\tcomsat biff\t\n"),
              "accepted");
}

TEST(RegistryTable, AcceptsALastLineWithoutNewline)
{
    EXPECT_EQ(verdictOn("4\ttcp,udp\tunassigned\t\t"), "accepted");
}

TEST(RegistryTable, RefusesATableWithoutItsDate)
{
    for (const char* text : {"", "4\ttcp\tunassigned\t\t\n", "# date: 17 August\n"}) {
        EXPECT_FALSE(parseRegistryTable(text)) << text;
    }
}

TEST(RegistryTable, RefusesRowsOutOfOrder)
{
    EXPECT_EQ(verdictOn("6\ttcp\tunassigned\t\t\n4\ttcp\tunassigned\t\t\n"),
              "line 3: out of order, or listed twice");
}

TEST(RegistryTable, RefusesRowsThatOverlap)
{
    const std::string range = "7748-7776\ttcp\tunassigned\t\t\n";

    EXPECT_NE(verdictOn(range + "7775\ttcp\tassigned\tinetfs\t\n"), "accepted");
    EXPECT_NE(verdictOn(range + "7775\tudp\tassigned\tinetfs\t\n"), "accepted");
    EXPECT_NE(verdictOn(range + "7776-7777\tudp\tunassigned\t\t\n"), "accepted");
    EXPECT_NE(verdictOn(range + "7748-7776\ttcp,udp\tunassigned\t\t\n"), "accepted");
}

TEST(RegistryTable, RefusesInvalidPorts)
{
    for (const char* ports : {"", "-1", "65536", "99999999999", "07", "7x", "7-", "9-7", "7-7",
                              "7-65536", "7-8-9", " 7"}) {
        EXPECT_EQ(verdictOn(std::string(ports) + "\ttcp\tunassigned\t\t\n"),
                  "line 2: not a port or a range of ports")
            << ports;
    }
}

TEST(RegistryTable, RefusesInvalidProtocols)
{
    for (const char* protocols :
         {"", "icmp", "TCP", "udp,tcp", "tcp,tcp", "tcp,", ",tcp", "tcp udp"}) {
        EXPECT_EQ(verdictOn("7\t" + std::string(protocols) + "\tunassigned\t\t\n"),
                  "line 2: not a list of protocols")
            << protocols;
    }
}

TEST(RegistryTable, RefusesInvalidStates)
{
    for (const char* state : {"", "free", "Reserved", "unlisted"}) {
        EXPECT_EQ(verdictOn("7\ttcp\t" + std::string(state) + "\t\t\n"), "line 2: not a state")
            << state;
    }
}

TEST(RegistryTable, RefusesNamesExceptThoseOfAnAssignedPort)
{
    for (const std::string names :
         {"reserved\techo", "assigned\t", "assigned\ta  b", "assigned\t a", "assigned\ta ",
          "assigned\ta\033b", "assigned\t\xC3\xA9"}) {
        EXPECT_EQ(verdictOn("7\ttcp\t" + names + "\t\n"),
                  "line 2: not the names of an assigned port")
            << names;
    }
    EXPECT_NE(verdictOn("7\ttcp\tassigned\t" + std::string(256, 'a') + "\t\n"), "accepted");
}

TEST(RegistryTable, RefusesUnprintableDescriptions)
{
    for (const char* bytes : {"\033[31m", "\r", "\xFF", "\xE2\x80\xAE"}) {
        EXPECT_EQ(verdictOn("7\ttcp\treserved\t\t" + std::string(bytes) + "\n"),
                  "line 2: not a description");
    }
    EXPECT_NE(verdictOn("7\ttcp\treserved\t\t" + std::string(65'536, 'a') + "\n"), "accepted");
}

TEST(RegistryTable, RefusesRowsWithAWrongColumnCount)
{
    EXPECT_EQ(verdictOn("\n"), "line 2: a row has five columns");
    EXPECT_EQ(verdictOn("7\ttcp\treserved\t\n"), "line 2: a row has five columns");
    EXPECT_EQ(verdictOn("7\ttcp\treserved\t\t\t\n"), "line 2: a row has five columns");
}

TEST(RegistryTable, OfThisRepositoryIsWellFormedAndInOrder)
{
    const std::string text = iana("ports.tsv");

    const Result<RegistryTable> table = parseRegistryTable(text);

    ASSERT_TRUE(table) << describe(table.error());
    EXPECT_GT(table->rows.size(), 7'000U);
}

TEST(RegistryTable, OfThisRepositoryIsTheCompiledOne)
{
    const std::string text = iana("ports.tsv");
    const Result<RegistryTable> table = parseRegistryTable(text);
    ASSERT_TRUE(table) << describe(table.error());
    EXPECT_EQ(registry::date(), table->date);

    std::size_t reported = 0;
    for (const RegistryTableRow& row : table->rows) {
        for (unsigned port = row.ports.first; port <= row.ports.last; ++port) {
            for (const Protocol protocol : kTableProtocols) {
                if ((row.protocols & protocolBit(protocol)) == 0) {
                    continue;
                }
                const Assignment found = registry::lookup(static_cast<Port>(port), protocol);
                ASSERT_EQ(found.state, row.state) << port;
                ASSERT_EQ(found.names.packed(), row.names.packed()) << port;
                ASSERT_EQ(found.description, row.description) << port;
                ++reported;
            }
        }
    }

    std::size_t listed = 0;
    for (unsigned port = 0; port < 65'536; ++port) {
        for (const Protocol protocol : kTableProtocols) {
            const Assignment found = registry::lookup(static_cast<Port>(port), protocol);
            listed += found.state == AssignmentState::Unlisted ? 0U : 1U;
        }
    }
    EXPECT_EQ(listed, reported);
}

}  // namespace
}  // namespace quaywatch
