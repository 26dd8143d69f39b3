// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_import.h"

#include "core/registry/registry_table.h"
#include "tests/support/registry_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace quaywatch {
namespace {

using test::in2026;
using test::registryCsv;
using test::xmlRecord;
using testing::HasSubstr;
using testing::IsEmpty;

/// A registry of 2026-08-17 that is fast to compare: 71 services and 1,310 unassigned ports.
const RegistryData& smallRegistry()
{
    static const LoadedRegistryPtr registry = [] {
        std::string text = "# date: 2026-08-17\n";
        for (const char* row :
             {"22\ttcp\tassigned\tssh\tThe Secure Shell\n", "23\ttcp,udp\tassigned\ttelnet\t\n",
              "25\ttcp\tassigned\tsmtp\t\n", "80\ttcp\tassigned\thttp www\tWeb\n",
              "443\ttcp\tassigned\thttps\t\n", "600-1009\ttcp\tunassigned\t\t\n",
              "1100-1999\ttcp\tunassigned\t\t\n", "2049\ttcp\tassigned\tshilp nfs\t\n",
              "6000-6063\ttcp\tassigned\tx11\t\n"}) {
            text += row;
        }
        return RegistryData::read(text).value();
    }();
    return *registry;
}

registry::ActiveRegistry small()
{
    return {smallRegistry().table(), smallRegistry().date(), {}, {}, 0};
}

std::string xmlOf(const std::string& date, const std::string& moreRecords = {})
{
    return test::registryXml(date, moreRecords, smallRegistry().table());
}

std::string newerXml()
{
    return xmlOf("2026-09-01", xmlRecord("931", "tcp", "quay", "Quay <1> & more"));
}

Result<ImportedRegistry> imported(std::string_view bytes)
{
    static const registry::ActiveRegistry active = small();
    return importRegistry(bytes, {"/tmp/registry.xml", in2026(11, 23), active});
}

std::string errorOf(const std::string& bytes)
{
    const Result<ImportedRegistry> result = imported(bytes);
    return result ? "accepted" : result.error().context.english();
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const std::size_t at = text.find(what);
    if (at == std::string::npos) {
        throw std::logic_error(what + " is not there");
    }
    return text.replace(at, what.size(), with);
}

TEST(RegistryImport, MakesTheSameRegistryFromTheXmlOfTheActiveOne)
{
    const Result<ImportedRegistry> result = test::imported(test::registryXml("2026-08-17"));

    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_THAT(result->difference.changes, IsEmpty());
    EXPECT_EQ(result->registry->date(), "2026-08-17");
    EXPECT_EQ(result->registry->importedOn(), "2026-11-23");
    EXPECT_EQ(result->registry->importedFrom(), "/tmp/registry.xml");
    EXPECT_FALSE(result->isDateOfRecords);
}

TEST(RegistryImport, MakesTheSameRegistryFromTheCsvOfTheActiveOne)
{
    const Result<ImportedRegistry> result = test::imported(registryCsv("2026-08-17"));

    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_THAT(result->difference.changes, IsEmpty());
    EXPECT_TRUE(result->isDateOfRecords);
}

TEST(RegistryImport, SavesATableThatReadsBackUnchanged)
{
    const Result<ImportedRegistry> result = imported(newerXml());
    ASSERT_TRUE(result) << describe(result.error());

    const Result<LoadedRegistryPtr> again = RegistryData::read(result->text);

    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ((*again)->date(), "2026-09-01");
    EXPECT_EQ((*again)->importedFrom(), "/tmp/registry.xml");
    EXPECT_THAT(differenceOf(result->registry->table(), (*again)->table()).changes, IsEmpty());
    EXPECT_EQ((*again)->table().lookup(931, Protocol::Tcp).description, "Quay <1> & more");
}

TEST(RegistryImport, ReportsNewlyAssignedPorts)
{
    const Result<ImportedRegistry> result = imported(newerXml());

    ASSERT_TRUE(result) << describe(result.error());
    const RegistryDifference& difference = result->difference;
    EXPECT_EQ(difference.newlyAssigned, 1U);
    EXPECT_EQ(difference.deassigned, 0U);
    EXPECT_EQ(difference.otherwise, 0U);
    EXPECT_EQ(difference.wellKnown, 1U);
    ASSERT_EQ(difference.changes.size(), 1U);
    const RegistryChange& change = difference.changes.front();
    EXPECT_EQ(change.ports, (PortRange{931, 931}));
    EXPECT_EQ(change.protocols, protocolBit(Protocol::Tcp));
    EXPECT_EQ(change.before.state, AssignmentState::Unassigned);
    EXPECT_EQ(change.after.names.packed(), "quay");
}

TEST(RegistryImport, ReportsDeassignedAndRenamedPorts)
{
    std::string xml = xmlOf("2026-09-01");
    for (const char* protocol : {"tcp", "udp"}) {
        xml = replaced(xml, "<name>telnet</name><protocol>" + std::string(protocol),
                       "<protocol>" + std::string(protocol));
    }
    xml = replaced(xml, "<name>smtp</name>", "<name>mail</name>");
    xml = replaced(xml, "<name>shilp</name>", "");

    const Result<ImportedRegistry> result = imported(xml);

    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->difference.deassigned, 1U);
    EXPECT_EQ(result->difference.otherwise, 2U);
    EXPECT_EQ(result->difference.wellKnown, 2U);
    ASSERT_EQ(result->difference.changes.size(), 3U);
    EXPECT_EQ(protocolTokens(result->difference.changes[0].protocols), "tcp,udp");
    EXPECT_TRUE(result->difference.changes[0].isDeassigned());
    EXPECT_EQ(result->difference.changes[1].after.names.packed(), "mail");
}

TEST(RegistryImport, MergesEqualChangesOfNeighbors)
{
    const Result<ImportedRegistry> result = imported(xmlOf(
        "2026-09-01",
        xmlRecord("1008-1009", "tcp", "mine", "a") + xmlRecord("1010-1023", "tcp", "mine", "b") +
            xmlRecord("1024-1025", "tcp", "mine", "b") + xmlRecord("1026", "tcp", "mine", "c") +
            xmlRecord("1026", "udp", "", "Reserved")));

    ASSERT_TRUE(result) << describe(result.error());
    std::vector<PortRange> ports;
    for (const RegistryChange& change : result->difference.changes) {
        ports.push_back(change.ports);
    }
    // Unassigned before 1010 and unlisted from 1010 on; the limit of the well-known ports; and
    // 1026, where more changes.
    EXPECT_THAT(ports, testing::ElementsAre(PortRange{1008, 1009}, PortRange{1010, 1023},
                                            PortRange{1024, 1025}, PortRange{1026, 1026},
                                            PortRange{1026, 1026}));
    EXPECT_EQ(result->difference.newlyAssigned, 19U);
    EXPECT_EQ(result->difference.otherwise, 1U);
    EXPECT_EQ(result->difference.wellKnown, 16U);
}

TEST(RegistryImport, MergesRangesThatDifferInADescriptionOnly)
{
    const Result<ImportedRegistry> result =
        imported(xmlOf("2026-09-01", xmlRecord("2000-2009", "tcp", "mine", "a") +
                                         xmlRecord("2010-2019", "tcp", "mine", "b")));

    ASSERT_TRUE(result) << describe(result.error());
    ASSERT_EQ(result->difference.changes.size(), 1U);
    EXPECT_EQ(result->difference.changes[0].ports, (PortRange{2000, 2019}));
}

TEST(RegistryImport, RefusesARegistryOlderThanTheActiveOne)
{
    EXPECT_EQ(errorOf(xmlOf("2026-08-16")),
              "the file is dated 2026-08-16, older than the current registry of 2026-08-17");
}

TEST(RegistryImport, RefusesARegistryFromTheFuture)
{
    EXPECT_EQ(errorOf(xmlOf("2026-11-24")), "accepted");
    EXPECT_EQ(errorOf(xmlOf("2026-11-25")), "the file is dated 2026-11-25, which is in the future");
}

TEST(RegistryImport, AcceptsTheActiveDateWhenTheClockIsYearsBehind)
{
    const registry::ActiveRegistry active = small();
    const ImportTerms terms{"x", {}, active};

    EXPECT_TRUE(importRegistry(xmlOf("2026-08-17"), terms));
    EXPECT_FALSE(importRegistry(xmlOf("2026-08-18"), terms));
}

TEST(RegistryImport, RefusesARegistryWithoutADate)
{
    for (const char* date : {"", "yesterday", "2026-02-30", "2026-13-01", "2026-09-00"}) {
        EXPECT_EQ(errorOf(xmlOf(date)), "the file has no date") << date;
    }
}

TEST(RegistryImport, RefusesARegistryWithoutTheBestKnownServices)
{
    for (const auto& [name, where] :
         {std::pair("ssh", "22/tcp is not ssh"), std::pair("http", "80/tcp is not http"),
          std::pair("https", "443/tcp is not https")}) {
        const std::string record = "<name>" + std::string(name) + "</name><protocol>tcp";
        EXPECT_THAT(
            errorOf(replaced(xmlOf("2026-09-01"), record, "<name>other</name><protocol>tcp")),
            HasSubstr(where));
    }
}

TEST(RegistryImport, RefusesARegistryThatLostATenthOfItsServices)
{
    const std::string xml = xmlOf("2026-09-01");
    const std::string cut = xml.substr(0, xml.find('\n', xml.size() / 10 * 9)) + "</registry>";

    EXPECT_THAT(errorOf(cut), HasSubstr("cannot be the complete IANA registry"));
}

TEST(RegistryImport, RefusesARegistryThatAssignsUnassignedPorts)
{
    EXPECT_THAT(errorOf(xmlOf("2026-09-01", xmlRecord("600-1009", "", "mine", ""))),
                HasSubstr("unassigned well-known ports"));
}

TEST(RegistryImport, AcceptsARegistryThatAssignsPortsOutsideTheWellKnownRange)
{
    EXPECT_EQ(errorOf(xmlOf("2026-09-01", xmlRecord("1100-1999", "", "mine", ""))), "accepted");
}

TEST(RegistryImport, SeparatesDifferentChangesOfNeighbors)
{
    const Result<ImportedRegistry> result =
        imported(xmlOf("2026-09-01", xmlRecord("2000", "tcp", "mine", "") +
                                         xmlRecord("2001", "tcp", "yours", "")));

    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->difference.changes.size(), 2U);
}

TEST(RegistryImport, RefusesARegistryWithAnInvalidRecord)
{
    EXPECT_EQ(errorOf(xmlOf("2026-09-01", xmlRecord("70000", "tcp", "a", ""))),
              "'70000' is neither a port nor a range of ports");
    EXPECT_EQ(errorOf(xmlOf("2026-09-01", xmlRecord("7", "ip", "a", ""))),
              "port 7: 'ip' is not tcp, udp, sctp or dccp");
}

TEST(RegistryImport, SkipsNamesWithoutAPort)
{
    EXPECT_EQ(errorOf(xmlOf("2026-09-01", xmlRecord("", "tcp", "airplay", ""))), "accepted");
}

TEST(RegistryImport, MakesTheOriginASafeLine)
{
    const registry::ActiveRegistry active = small();
    const Result<ImportedRegistry> result =
        importRegistry(xmlOf("2026-09-01"), {"a\n7\ttcp\033", in2026(11, 23), active});

    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_THAT(differenceOf(active.table, result->registry->table()).changes, IsEmpty());
}

}  // namespace
}  // namespace quaywatch
