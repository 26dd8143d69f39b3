// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"
#include "core/base/error.h"
#include "core/baseline/baseline_text.h"
#include "core/baseline/parse_baseline.h"
#include "core/registry/active_registry.h"
#include "core/registry/registry_import.h"
#include "tests/support/gui/pseudo_translator.h"

#include <gtest/gtest.h>

#include <system_error>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::PseudoTranslator;

bool isFileTextTranslated(const Message& message)
{
    return PseudoTranslator::hasTranslated(CoreText::of(message, 4096));
}

/// A valid entry, except for one line that follows or replaces the line of the same key.
std::string baselineWith(const std::string& line)
{
    std::string text = "schema = 1\n[[expect]]\n";
    for (const std::string& good :
         {std::string("port = 22"), std::string("protocol = \"tcp\""),
          std::string("address = \"any\""), std::string("program = \"any\""),
          std::string("user = \"any\"")}) {
        const std::string key = good.substr(0, good.find(' '));
        text += (line.starts_with(key + " ") ? std::string() : good) + '\n';
    }
    return text + line + '\n';
}

TEST(CoreErrorText, CoverTheErrorsOfABaselineEntry)
{
    const PseudoTranslator pseudo;
    ASSERT_TRUE(parseBaseline(baselineWith("note = \"ssh\""), "expected.toml"));
    for (const char* line :
         {"port = 0", "port = \"9-8\"", "port = true", "protocol = \"icmp\"", "protocol = 6",
          "address = \"nowhere\"", "program = \"sshd\"", "program = []", "program = [7]",
          "program = [\"any\"]", "unit = \"ssh\"", "required = \"yes\"", "until = \"2026-12-31\"",
          "until = 1969-01-01", "user = 0", "port = 22\nprogramm = \"any\"",
          "port = 22\nxyzzyxyzzy = 1", "port = 22\n[[expect]]",
          "port = 22\n[[expect]]\nport = 1"}) {
        const auto baseline = parseBaseline(baselineWith(line), "expected.toml");
        ASSERT_FALSE(baseline) << line;
        EXPECT_TRUE(isFileTextTranslated(baseline.error().text)) << baseline.error().text;
    }
    const std::string longText(5000, 'x');
    const auto tooLong = parseBaseline(baselineWith("note = \"" + longText + '"'), "expected.toml");
    ASSERT_FALSE(tooLong);
    EXPECT_TRUE(isFileTextTranslated(tooLong.error().text)) << tooLong.error().text;
}

TEST(CoreErrorText, CoverTheErrorsOfABaseline)
{
    const PseudoTranslator pseudo;
    std::string many = "schema = 1\n";
    for (int i = 0; i < 2001; ++i) {
        many += "[[expect]]\nport = 1\n";
    }
    for (const std::string& text :
         {std::string("[[expect]]\n"), std::string("schema = 2\n"), std::string("schem = 1\n"),
          std::string("schema = 1\nexpect = 1\n"), std::string("schema = 1\nexpect = [1]\n"), many,
          std::string(2U << 20U, '\n'), std::string(100'000, '[')}) {
        const auto baseline = parseBaseline(text, "expected.toml");
        ASSERT_FALSE(baseline) << text.substr(0, 40);
        EXPECT_TRUE(isFileTextTranslated(baseline.error().text)) << baseline.error().text;
    }
}

TEST(CoreErrorText, CoverTheErrorsOfARegistry)
{
    const PseudoTranslator pseudo;
    const std::string head =
        "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,"
        "Registration Date,Modification Date,Reference,Service Code,"
        "Unauthorized Use Reported,Assignment Notes\n";
    for (const std::string& text :
         {std::string(), std::string("\0\0", 2), std::string("neither"), std::string("<registry"),
          std::string("<!DOCTYPE registry><registry/>"), std::string("<registry id=\"other\"/>"),
          std::string("<html/>"), std::string("Service Name,Port Number\n"), head,
          head + "ssh,22,tcp,\"cut", head + "ssh,twenty,tcp,,,,,,,,,\n",
          head + "ssh,22,icmp,,,,,,,,,\n", head + "s s h,22,tcp,,,,,,,,,\n",
          head + "ssh,22,tcp,,,,2099-01-01,,,,,\n", head + "ssh,22,tcp,,,,2001-01-01,,,,,\n"}) {
        const auto imported =
            importRegistry(text, {"test", std::chrono::system_clock::now(), registry::active()});
        ASSERT_FALSE(imported) << text;
        EXPECT_TRUE(isFileTextTranslated(imported.error().context)) << imported.error().context;
    }
}

TEST(CoreErrorText, CoverTheUsualSystemErrors)
{
    const PseudoTranslator pseudo;
    for (const std::errc error :
         {std::errc::permission_denied, std::errc::no_space_on_device,
          std::errc::read_only_file_system, std::errc::no_such_file_or_directory,
          std::errc::connection_refused, std::errc::timed_out, std::errc::io_error}) {
        const Message text =
            describe(Error{ErrorCode::SystemError, static_cast<int>(error), "write /x/y"});
        EXPECT_EQ(CoreText::of(text).count(u'['), 2) << text;
    }
}

}  // namespace
}  // namespace quaywatch
