// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_records.h"

#include "tests/support/registry_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using testing::HasSubstr;

std::string registryXml(const std::string& inside)
{
    return "<?xml version='1.0'?>\n<registry id=\"service-names-port-numbers\">"
           "<updated>2026-08-17</updated>" +
           inside + "</registry>";
}

std::string recordsError(const std::string& text)
{
    const Result<RegistryRecords> records = readRegistryRecords(text);
    return records ? "accepted" : records.error().context.english();
}

/// A CSV with the required columns only.
std::string csvOf(const std::string& rows)
{
    return "Service Name,Port Number,Transport Protocol,Description,Registration Date,"
           "Modification Date,Assignment Notes\r\n" +
           rows;
}

TEST(RegistryXml, ReadsTheDateAndTheRecordsInAnyElementOrder)
{
    const auto file = readRegistryRecords(
        registryXml("<record><number>22</number><description>Secure &amp; Shell</description>"
                    "<name>ssh</name><protocol>tcp</protocol></record><record><number>4</number>"
                    "<description/><note>a</note><note>b</note></record>"));

    ASSERT_TRUE(file) << describe(file.error());
    EXPECT_EQ(file->date, "2026-08-17");
    EXPECT_FALSE(file->isDateOfRecords);
    ASSERT_EQ(file->records.size(), 2U);
    EXPECT_EQ(file->records[0].name, "ssh");
    EXPECT_EQ(file->records[0].number, "22");
    EXPECT_EQ(file->records[0].protocol, "tcp");
    EXPECT_EQ(file->records[0].description, "Secure & Shell");
    EXPECT_EQ(file->records[1].note, "a\nb");
}

TEST(RegistryXml, ReadsReferencesWithoutNamesOfPersons)
{
    const auto file = readRegistryRecords(
        registryXml("<record><note>released by<xref type=\"rfc\" data=\"rfc9900\"/> and "
                    "<xref type=\"person\" data=\"Ada_Lovelace\"/></note></record>"));

    ASSERT_TRUE(file);
    EXPECT_THAT(file->records[0].note, HasSubstr("released by rfc9900 "));
    EXPECT_THAT(file->records[0].note, testing::Not(HasSubstr("Ada")));
}

TEST(RegistryXml, RefusesMalformedXml)
{
    EXPECT_THAT(recordsError(registryXml("<record>")), HasSubstr("not well-formed XML at byte"));
    const std::string whole = registryXml("<record><number>4</number></record>");
    EXPECT_THAT(recordsError(whole.substr(0, whole.size() - 4)), HasSubstr("not well-formed"));
}

TEST(RegistryXml, RefusesADocumentType)
{
    EXPECT_THAT(recordsError("<!DOCTYPE registry [<!ENTITY a \"&b;&b;\">]>" + registryXml("")),
                HasSubstr("document type"));
    EXPECT_THAT(recordsError("<!doctype html><html></html>"), testing::Ne("accepted"));
}

TEST(RegistryXml, RefusesOtherRegistriesAndWebPages)
{
    EXPECT_THAT(recordsError("<html><body/></html>"), HasSubstr("not IANA's port registry"));
    EXPECT_THAT(recordsError("<registry id=\"protocol-numbers\"/>"),
                HasSubstr("not IANA's port registry"));
}

TEST(RegistryXml, LimitsTheDepthOfNestedText)
{
    constexpr int kDepth = 70'000;
    std::string note;
    for (int i = 0; i < kDepth; ++i) {
        note += "<p>";
    }
    note += "deep";
    for (int i = 0; i < kDepth; ++i) {
        note += "</p>";
    }

    const auto file =
        readRegistryRecords(registryXml("<record><note>" + note + "</note></record>"));

    ASSERT_TRUE(file);
    EXPECT_EQ(file->records[0].note, "");
}

TEST(RegistryRecords, RefusesBinaryEmptyAndTooLargeInput)
{
    EXPECT_EQ(recordsError(""), "the file is empty");
    EXPECT_EQ(recordsError(" \n"), "the file is empty");
    EXPECT_EQ(recordsError(std::string("<a/>\0", 5)), "this is not a text file");
    EXPECT_EQ(recordsError(std::string(kMaxRegistryBytes + 1, ' ')),
              "the file is far larger than the registry");
    EXPECT_EQ(recordsError("hello"), "the file is neither XML nor CSV");
}

TEST(RegistryRecords, RefusesTooManyRecords)
{
    std::string records;
    for (std::size_t i = 0; i <= kMaxRegistryRecords; ++i) {
        records += "<record/>";
    }

    EXPECT_THAT(recordsError(registryXml(records)), HasSubstr("far more records"));
}

TEST(RegistryCsv, ReadsColumnsByNameInAnyOrder)
{
    const auto file = readRegistryRecords(
        "Assignment Notes,Transport Protocol,Service Name,Another,Modification Date,"
        "Registration Date,Description,Port Number\r\nn,tcp,ssh,x,,2001-02-03,d,22\r\n");

    ASSERT_TRUE(file) << describe(file.error());
    ASSERT_EQ(file->records.size(), 1U);
    EXPECT_EQ(file->records[0].name, "ssh");
    EXPECT_EQ(file->records[0].number, "22");
    EXPECT_EQ(file->records[0].note, "n");
}

TEST(RegistryCsv, ReadsTheHeaderOfIanasFile)
{
    EXPECT_TRUE(readRegistryRecords(std::string(test::kCsvHead) + "ssh,22,tcp,,,,,,,,,\r\n"));
}

TEST(RegistryCsv, AcceptsCommasQuotesAndLineBreaksInQuotes)
{
    const auto file = readRegistryRecords(
        csvOf("ssh,22,tcp,\"The \"\"Secure\"\" Shell,\nSSH\",,,\"\"\r\nb,23,udp,,,,\n"));

    ASSERT_TRUE(file) << describe(file.error());
    ASSERT_EQ(file->records.size(), 2U);
    EXPECT_EQ(file->records[0].description, "The \"Secure\" Shell,\nSSH");
    EXPECT_EQ(file->records[1].name, "b");
}

TEST(RegistryCsv, HasTheDateOfItsNewestRecord)
{
    const auto file = readRegistryRecords(
        csvOf("a,1,tcp,,2001-02-03,2026-08,\r\nb,2,tcp,,2026-07-31,,\r\nc,3,tcp,,soon,,\r\n"));

    ASSERT_TRUE(file);
    EXPECT_EQ(file->date, "2026-08-01");
    EXPECT_TRUE(file->isDateOfRecords);
}

TEST(RegistryCsv, SkipsAByteOrderMark)
{
    EXPECT_EQ(recordsError("\xEF\xBB\xBF" + csvOf("a,1,tcp,,,,\r\n")), "accepted");
}

TEST(RegistryCsv, RefusesATruncatedFile)
{
    const std::string whole = csvOf("a,1,tcp,\"x\ny\",,,\r\nb,2,tcp,\"z\",,,\r\n");
    const std::size_t head = csvOf("").size();
    std::size_t taken = 0;
    for (std::size_t size = head + 1; size < whole.size(); ++size) {
        const bool isAtEndOfRow = whole.substr(0, size).ends_with(",,,\r\n");
        EXPECT_EQ(recordsError(whole.substr(0, size)) == "accepted", isAtEndOfRow) << size;
        taken += isAtEndOfRow ? 1U : 0U;
    }
    EXPECT_EQ(taken, 1U);
}

TEST(RegistryCsv, RefusesWrongColumnCountsAndStrayQuotes)
{
    EXPECT_THAT(recordsError(csvOf("a,1,tcp\r\n")), HasSubstr("not well-formed CSV, or is cut off, "
                                                              "at line 2"));
    EXPECT_THAT(recordsError(csvOf("a,1,tcp,\"\n\n\",,,\r\na,1,tcp,,,,,\r\n")),
                HasSubstr("line 5"));
    EXPECT_THAT(recordsError(csvOf("a,1,tcp,x\"y,,,\r\n")), HasSubstr("line 2"));
    EXPECT_THAT(recordsError(csvOf("a,1,tcp,\"x\"y,,,\r\n")), HasSubstr("line 2"));
}

TEST(RegistryCsv, RefusesATableOfAnotherKind)
{
    EXPECT_THAT(recordsError("a,b\r\n1,2\r\n"), HasSubstr("no column \"Service Name\""));
}

}  // namespace
}  // namespace quaywatch
