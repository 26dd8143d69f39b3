// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/junit.h"

#include "app/cli/reports/socket_text.h"
#include "core/sockets/socket_user.h"
#include "core/text/display_text.h"
#include "core/text/iso_time.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace quaywatch::cli {
namespace {

/// What XML 1.0 can hold: pugixml writes bytes that are no UTF-8 and noncharacters as they are.
std::string xmlText(std::string_view text)
{
    constexpr std::size_t kMaxBytes = 2000;
    return displayText(text, kMaxBytes);
}

void setAttribute(pugi::xml_node node, const char* name, std::string_view value)
{
    node.append_attribute(name).set_value(xmlText(value).c_str());
}

/// The schema permits no time zone: the time is UTC.
std::string timeWithoutZone(std::chrono::system_clock::time_point time)
{
    std::string text = isoTime(time, /*isWhole=*/true);
    text.resize(text.find('Z') == std::string::npos ? text.size() : text.find('Z'));
    return text;
}

void setCounts(pugi::xml_node node, std::size_t tests, std::size_t failures)
{
    node.append_attribute("tests").set_value(tests);
    node.append_attribute("failures").set_value(failures);
    node.append_attribute("errors").set_value(0);
}

pugi::xml_node addCase(pugi::xml_node suite, std::string_view group, std::string_view name)
{
    pugi::xml_node test = suite.append_child("testcase");
    setAttribute(test, "classname", group);
    setAttribute(test, "name", name);
    setAttribute(test, "time", "0");
    return test;
}

void addFailure(pugi::xml_node test, std::string_view type, std::string_view message)
{
    pugi::xml_node failure = test.append_child("failure");
    setAttribute(failure, "type", type);
    setAttribute(failure, "message", message);
    failure.text().set(xmlText(message).c_str());
}

pugi::xml_node addListener(pugi::xml_node suite, const CheckedListener& listener)
{
    const SocketRecord& socket = *listener.socket;
    // The same on each run and each machine: neither a PID nor a working directory.
    const OwnerSet& owners = socket.owners();
    const bool hasPath = !owners.empty() && owners.front()->exe;
    const std::string user = processUserOf(socket).text();
    return addCase(
        suite, token(socket.key.protocol),
        fmt::format("{} {} {}", toString(socket.local()),
                    hasPath ? *owners.front()->exe : ownerText(socket), user.empty() ? "-" : user));
}

class TextWriter final : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override
    {
        text.append(static_cast<const char*>(data), size);
    }

    std::string text;
};

}  // namespace

std::string driftJunit(const DriftReport& report)
{
    const Drift& drift = report.drift;
    const std::size_t failures = drift.unexpected.size() + drift.missing.size();
    const std::size_t tests = drift.expected.size() + failures;

    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    setAttribute(declaration, "version", "1.0");
    setAttribute(declaration, "encoding", "UTF-8");
    // Attributes and elements in the order of the windyroad schema, which permits no others.
    pugi::xml_node suites = document.append_child("testsuites");
    pugi::xml_node suite = suites.append_child("testsuite");
    setAttribute(suite, "package", "quaywatch");
    suite.append_attribute("id").set_value(0);
    setAttribute(suite, "name", report.path);
    setAttribute(suite, "timestamp", timeWithoutZone(report.snapshot.takenAt));
    setAttribute(suite, "hostname", "localhost");
    setCounts(suite, tests, failures);
    setAttribute(suite, "skipped", "0");
    setAttribute(suite, "time", "0");
    pugi::xml_node properties = suite.append_child("properties");
    if (drift.passingCount > 0) {
        pugi::xml_node property = properties.append_child("property");
        setAttribute(property, "name", "left_out");
        setAttribute(property, "value", std::to_string(drift.passingCount));
    }

    for (const CheckedListener& listener : drift.expected) {
        addListener(suite, listener);
    }
    for (const CheckedListener& listener : drift.unexpected) {
        addFailure(addListener(suite, listener), kNotExpected, reasonWithNote(listener));
    }
    for (const BaselineEntry* entry : drift.missing) {
        addFailure(addCase(suite, "required", entryName(*entry)), kMissing,
                   fmt::format("no such listener exists; required by {}", placeOf(*entry)));
    }
    suite.append_child("system-out");
    suite.append_child("system-err");

    TextWriter writer;
    document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(writer.text);
}

}  // namespace quaywatch::cli
