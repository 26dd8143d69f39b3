// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/junit.h"
#include "app/cli/reports/sarif.h"
#include "core/baseline/baseline_text.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

/// One expected, one unexpected and one missing listener; the last two have names that would break
/// a report without escaping.
struct Checked {
    Snapshot snapshot = snapshotOf({tcpListener(22).ownedBy(process("sshd", 812, 0, "root")),
                                    tcpListener(8080).ownedBy(process(
                                        "a\"b'<c>&]]>\x1b[31m\xFF\xEF\xBF\xBE\n", 5, 1, "<x>"))});
    Baseline baseline{[this] {
        BaselineEntry missing = entryFor(tcpListener(9).ownedBy(process("<&\x01>")));
        missing.isRequired = true;
        return std::vector{entryFor(snapshot.sockets[0]), missing};
    }()};

    [[nodiscard]] cli::DriftReport report() const
    {
        return {snapshot, baseline, "dir/exp ected.toml", driftOf(snapshot, baseline, {})};
    }
};

TEST(Junit, IsValidXmlForAnyProcessName)
{
    const Checked checked;
    pugi::xml_document document;

    const pugi::xml_parse_result parsed =
        document.load_string(cli::driftJunit(checked.report()).c_str());

    EXPECT_TRUE(parsed) << parsed.description();
    EXPECT_EQ(cli::driftJunit(checked.report()).find('\x1b'), std::string::npos);
}

TEST(Junit, NamesACaseByTheUserOfTheProcessAlone)
{
    const Snapshot snapshot = snapshotOf(
        {tcpListener(53).ownedBy(process("dnsmasq", 50, 110, "dnsmasq")).uid(0, "root")});
    const Baseline baseline({entryFor(snapshot.sockets[0])});

    const std::string report =
        cli::driftJunit({snapshot, baseline, "expected.toml", driftOf(snapshot, baseline, {})});

    EXPECT_NE(report.find("name=\"0.0.0.0:53 /usr/bin/dnsmasq dnsmasq\""), std::string::npos)
        << report;
}

TEST(Junit, CountsItsCases)
{
    const Checked checked;
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(cli::driftJunit(checked.report()).c_str()));

    const pugi::xml_node suite = document.child("testsuites").child("testsuite");
    unsigned cases = 0;
    unsigned failures = 0;
    for (const pugi::xml_node test : suite.children("testcase")) {
        ++cases;
        failures += test.child("failure") ? 1U : 0U;
        EXPECT_STRNE(test.attribute("name").value(), "");
        EXPECT_STRNE(test.attribute("classname").value(), "");
    }

    EXPECT_EQ(cases, 3U);
    EXPECT_EQ(failures, 2U);
    EXPECT_EQ(suite.attribute("tests").as_uint(), cases);
    EXPECT_EQ(suite.attribute("failures").as_uint(), failures);
    EXPECT_EQ(suite.attribute("errors").as_uint(), 0U);
}

TEST(Junit, IsADocumentOfTheUsualForm)
{
    const Snapshot snapshot = snapshotOf({tcpListener(22).ownedBy(process("sshd", 812, 0, "root")),
                                          tcpListener(80).ownedBy(process("web", 5, 33, "www"))});
    const Baseline baseline({entryFor(snapshot.sockets[0])});

    EXPECT_EQ(cli::driftJunit({snapshot, baseline, "a&b.toml", driftOf(snapshot, baseline, {})}),
              R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite package="quaywatch" id="0" name="a&amp;b.toml" timestamp="1970-01-01T00:00:00" )"
              R"(hostname="localhost" tests="2" failures="1" errors="0" skipped="0" time="0">
    <properties />
    <testcase classname="tcp" name="0.0.0.0:22 /usr/bin/sshd root" time="0" />
    <testcase classname="tcp" name="0.0.0.0:80 /usr/bin/web www" time="0">
      <failure type="not-expected" message="no entry for tcp port 80">)"
              R"(no entry for tcp port 80</failure>
    </testcase>
    <system-out />
    <system-err />
  </testsuite>
</testsuites>
)");
}

TEST(DriftReports, ContainTheNoteOfTheEntry)
{
    const Snapshot snapshot = snapshotOf({tcpListener(80).ownedBy(process("web"))});
    BaselineEntry other = entryFor(tcpListener(80).ownedBy(process("nginx")));
    other.note = "the shop";
    BaselineEntry missing = entryFor(tcpListener(22).ownedBy(process("sshd")));
    missing.isRequired = true;
    missing.note = "remote access";
    const Baseline baseline({other, missing});
    const cli::DriftReport report{snapshot, baseline, "a.toml", driftOf(snapshot, baseline, {})};

    for (const std::string& text : {cli::driftJunit(report), cli::driftSarif(report)}) {
        EXPECT_NE(text.find("the shop"), std::string::npos) << text;
        EXPECT_NE(text.find("remote access"), std::string::npos) << text;
    }
}

TEST(Junit, WritesOutWhatXmlCannotHold)
{
    const Checked checked;
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(cli::driftJunit(checked.report()).c_str()));

    const pugi::xml_node suite = document.child("testsuites").child("testsuite");
    std::vector<std::string> names;
    for (const pugi::xml_node test : suite.children("testcase")) {
        names.emplace_back(test.attribute("name").value());
    }

    // Control characters, bytes that are no UTF-8, and a noncharacter.
    EXPECT_EQ(names, (std::vector<std::string>{
                         "0.0.0.0:22 /usr/bin/sshd root",
                         R"(0.0.0.0:8080 /usr/bin/a"b'<c>&]]>\e[31m\xFF\uFFFE\n <x>)",
                         R"(tcp 9 /usr/bin/<&\u0001> alice)"}));
}

TEST(Sarif, IsValidUtf8JsonForAnyProcessName)
{
    const Checked checked;

    const auto sarif = nlohmann::json::parse(cli::driftSarif(checked.report()));

    EXPECT_EQ(sarif["runs"][0]["results"].size(), 2U);
}

TEST(Sarif, NamesTheFileAsAUri)
{
    const Checked checked;

    const auto sarif = nlohmann::json::parse(cli::driftSarif(checked.report()));

    EXPECT_EQ(sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
                   ["uri"],
              "dir/exp%20ected.toml");
}

}  // namespace
}  // namespace quaywatch::test
