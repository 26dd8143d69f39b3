// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_merge.h"

#include "core/registry/registry_entry.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

RegistryRecord record(const std::string& number, const std::string& protocol,
                      const std::string& name, const std::string& description,
                      const std::string& note = {})
{
    return {name, number, protocol, description, note};
}

/// The rows that the records result in, or why they are refused.
std::string rowsOf(const std::vector<RegistryRecord>& records)
{
    std::vector<RegistryEntry> entries;
    for (const RegistryRecord& each : records) {
        const Result<RegistryEntry> entry = readRegistryEntry(each);
        if (!entry) {
            return entry.error().context.english();
        }
        entries.push_back(*entry);
    }
    const Result<std::string> rows = mergeEntries(entries);
    return rows ? *rows : rows.error().context.english();
}

std::string stateOf(const std::string& description, const std::string& note = {})
{
    const Result<RegistryEntry> entry =
        readRegistryEntry(record("4", "tcp", "", description, note));
    return entry ? std::string(token(entry->state)) + "|" + entry->description
                 : entry.error().context.english();
}

TEST(RegistryAssembly, AssignsAPortToEachOfItsNamesInTheOrderOfTheFile)
{
    EXPECT_EQ(rowsOf({record("80", "tcp", "http", "World Wide Web HTTP"),
                      record("80", "tcp", "www", "World Wide Web HTTP"),
                      record("80", "tcp", "web", "Another"), record("80", "tcp", "http", "")}),
              "80\ttcp\tassigned\thttp www web\tWorld Wide Web HTTP; Another\n");
}

TEST(RegistryAssembly, AppliesARecordWithoutAProtocolToAllFour)
{
    EXPECT_EQ(rowsOf({record("931", "", "", "Unassigned")}),
              "931\ttcp,udp,sctp,dccp\tunassigned\t\t\n");
}

TEST(RegistryAssembly, ReadsTheStateOfANamelessRecordFromItsDescription)
{
    EXPECT_EQ(stateOf("Unassigned"), "unassigned|");
    EXPECT_EQ(stateOf("(unassigned) Possibly assigned"), "unassigned|Possibly assigned");
    EXPECT_EQ(stateOf("unassigned [was netstat]"), "unassigned|was netstat");
    EXPECT_EQ(stateOf("Reserved"), "reserved|");
    EXPECT_EQ(stateOf("De-registered"), "deassigned|");
    EXPECT_EQ(stateOf("Removed"), "deassigned|");
    EXPECT_EQ(stateOf("Deprecated"), "deassigned|");
    EXPECT_EQ(stateOf("De-Commissioned Port"), "deassigned|Port");
    EXPECT_EQ(stateOf("Decomissioned Port 04/14/00, ms"), "deassigned|Port 04/14/00, ms");
    EXPECT_EQ(stateOf("any private mail system"), "private|any private mail system");
    EXPECT_EQ(stateOf(""), "private|");
}

TEST(RegistryAssembly, MarksAReservedPortDeassignedByItsNote)
{
    EXPECT_EQ(stateOf("Reserved", "De-Assigned on 2023-11-16."),
              "deassigned|De-Assigned on 2023-11-16.");
    EXPECT_EQ(stateOf("Reserved", "This entry has been removed on 2017-05-18."),
              "deassigned|This entry has been removed on 2017-05-18.");
    EXPECT_EQ(stateOf("Reserved", "Previously X but released by\n [RFC9900]"),
              "deassigned|Previously X but released by [RFC9900]");
    EXPECT_EQ(stateOf("Reserved", "Historic usage was acms."),
              "deassigned|Historic usage was acms.");
    EXPECT_EQ(stateOf("Reserved", "(previous contact was)"), "reserved|");
}

TEST(RegistryAssembly, NeverReadsTheStateOfANamedRecordFromItsDescription)
{
    EXPECT_EQ(rowsOf({record("3002", "tcp", "remoteware-un", "Unassigned RemoteWare")}),
              "3002\ttcp\tassigned\tremoteware-un\tUnassigned RemoteWare\n");
}

TEST(RegistryAssembly, OmitsIanasRemarkOnARecreatedName)
{
    EXPECT_EQ(rowsOf({record("63", "udp", "whoispp",
                             "whois++\n\nIANA assigned this well-formed service name as a "
                             "replacement for \"whois++\".")}),
              "63\tudp\tassigned\twhoispp\twhois++\n");
}

TEST(RegistryAssembly, PrefersANarrowRowToTheRangeAroundIt)
{
    EXPECT_EQ(rowsOf({record("7748-7776", "", "", "Unassigned"),
                      record("7775", "tcp", "inetfs", "Files")}),
              "7748-7774\ttcp,udp,sctp,dccp\tunassigned\t\t\n"
              "7775\ttcp\tassigned\tinetfs\tFiles\n"
              "7775\tudp,sctp,dccp\tunassigned\t\t\n"
              "7776\ttcp,udp,sctp,dccp\tunassigned\t\t\n");
}

TEST(RegistryAssembly, RanksOverlappingRecordsInAnyOrder)
{
    const RegistryRecord assigned = record("7", "tcp", "echo", "");
    const RegistryRecord isPrivate = record("7", "tcp", "", "any private thing");
    const RegistryRecord deassigned = record("7", "tcp", "", "Reserved", "De-assigned");
    const RegistryRecord reserved = record("7", "tcp", "", "Reserved");
    const RegistryRecord removed = record("7", "tcp", "", "Removed");
    const RegistryRecord unassigned = record("7", "tcp", "", "Unassigned");
    const std::vector<RegistryRecord> best{assigned, isPrivate, deassigned,
                                           reserved, removed,   unassigned};
    for (std::size_t i = 0; i + 1 < best.size(); ++i) {
        const std::string winner = rowsOf({best[i]});
        EXPECT_EQ(rowsOf({best[i], best[i + 1]}), winner) << i;
        EXPECT_EQ(rowsOf({best[i + 1], best[i]}), winner) << i;
    }
}

TEST(RegistryAssembly, PrefersTheNarrowerOfTwoRowsOfTheSameRank)
{
    EXPECT_EQ(rowsOf({record("4-6", "tcp", "", "Unassigned (wide)"),
                      record("5", "tcp", "", "Unassigned (narrow)")}),
              "4\ttcp\tunassigned\t\twide\n5\ttcp\tunassigned\t\tnarrow\n"
              "6\ttcp\tunassigned\t\twide\n");
}

TEST(RegistryAssembly, PrefersTheFirstOfTwoRowsOfTheSameRankAndWidth)
{
    EXPECT_EQ(rowsOf({record("5", "tcp", "", "Unassigned (first)"),
                      record("5", "tcp", "", "Unassigned (second)")}),
              "5\ttcp\tunassigned\t\tfirst\n");
}

TEST(RegistryAssembly, MergesEqualNeighbors)
{
    EXPECT_EQ(rowsOf({record("5", "udp", "", "Reserved"), record("4", "udp", "", "Reserved"),
                      record("7", "udp", "", "Reserved")}),
              "4-5\tudp\treserved\t\t\n7\tudp\treserved\t\t\n");
}

TEST(RegistryAssembly, IncludesTheLastPort)
{
    EXPECT_EQ(rowsOf({record("65534-65535", "dccp", "", "Reserved")}),
              "65534-65535\tdccp\treserved\t\t\n");
}

TEST(RegistryAssembly, MakesOnePrintableLineOfAnyText)
{
    EXPECT_EQ(rowsOf({record("9", "tcp", "x",
                             " a\r\n\tb\033[31m\xFF\xE2\x80\xAE"
                             "c ")}),
              "9\ttcp\tassigned\tx\ta b [31m c\n");
    EXPECT_LT(rowsOf({record("9", "tcp", "x", std::string(100'000, 'd'))}).size(), 1'000U);
}

TEST(RegistryAssembly, RejectsInvalidNumbers)
{
    for (const char* number : {"-1", "65536", "7x", "9-7", "7-", "-", "7-65536", "0x7", "7 8"}) {
        EXPECT_EQ(rowsOf({record(number, "tcp", "a", "")}),
                  "'" + std::string(number) + "' is neither a port nor a range of ports");
    }
}

TEST(RegistryAssembly, AcceptsARangeOfOnePort)
{
    EXPECT_EQ(rowsOf({record(" 7-7\n", "tcp", "a", "")}), "7\ttcp\tassigned\ta\t\n");
}

TEST(RegistryAssembly, RejectsInvalidProtocolsAndNames)
{
    EXPECT_EQ(rowsOf({record("7", "icmp", "a", "")}),
              "port 7: 'icmp' is not tcp, udp, sctp or dccp");
    for (const std::string& name :
         std::vector<std::string>{"a b", "a\tb", "\xC3\xA9", std::string(65, 'a')}) {
        EXPECT_NE(rowsOf({record("7", "tcp", name, "")}).find("is not a service name"),
                  std::string::npos)
            << name;
    }
}

TEST(RegistryAssembly, RejectsTooManyRecordsOfOnePort)
{
    std::vector<RegistryRecord> records(65, record("7", "tcp", "", "Reserved"));
    EXPECT_EQ(rowsOf(records), "port 7 has too many records for IANA's registry");

    records.clear();
    for (char c = 'a'; c < 'g'; ++c) {
        records.push_back(record("7", "tcp", std::string(50, c), ""));
    }
    EXPECT_EQ(rowsOf(records), "port 7 has too many names for IANA's registry");
}

}  // namespace
}  // namespace quaywatch
