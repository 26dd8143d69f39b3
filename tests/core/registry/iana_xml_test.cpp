// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compares the table with IANA's own registry, which is not part of this repository:
// QUAYWATCH_IANA_XML names a copy of service-names-port-numbers.xml.

#include "core/registry/registry_import.h"
#include "core/registry/service_registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

namespace quaywatch {
namespace {

constexpr std::array kProtocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp, Protocol::Dccp};
constexpr unsigned kPorts = 65'536;
constexpr const char* kXmlVariable = "QUAYWATCH_IANA_XML";

/// The entry of the XML for a (port, protocol), with its overlapping records ranked.
struct Expected {
    AssignmentState state = AssignmentState::Unlisted;
    int rank = 99;  ///< Lowest wins: assigned, private, deassigned, reserved, removed, unassigned.
    unsigned width = 0;
    std::vector<std::string> names;
};

struct Difference {
    Port port;
    Protocol protocol;
    std::string expected;
    std::string found;
};

void PrintTo(const Difference& difference, std::ostream* out)
{
    *out << difference.port << '/' << token(difference.protocol) << ": IANA says "
         << difference.expected << ", the table says " << difference.found;
}

std::string textOf(const pugi::xml_node& node)
{
    std::string text = node.value();
    for (const pugi::xml_node& child : node.children()) {
        text += textOf(child);
    }
    return text;
}

std::string lowerText(const pugi::xml_node& record, const char* child)
{
    std::string text;
    for (const pugi::xml_node& node : record.children(child)) {
        text += textOf(node);
    }
    text.erase(0, text.find_first_not_of(" \t\n"));
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

bool startsWithOneOf(const std::string& text, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return text.rfind(word, 0) == 0; });
}

bool containsOneOf(const std::string& text, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// IANA gives the state of a record without a name as free text.
std::pair<AssignmentState, int> stateOf(const pugi::xml_node& record)
{
    const std::string description = lowerText(record, "description");
    if (!textOf(record.child("name")).empty()) {
        return {AssignmentState::Assigned, 0};
    }
    if (startsWithOneOf(description, {"unassigned", "(unassigned)"})) {
        return {AssignmentState::Unassigned, 5};
    }
    if (startsWithOneOf(description, {"de-registered", "removed", "deprecated", "de-commissioned",
                                      "decomissioned"})) {
        return {AssignmentState::Deassigned, 4};
    }
    if (startsWithOneOf(description, {"reserved"})) {
        const bool wasAssigned = containsOneOf(
            lowerText(record, "note"), {"de-assigned", "removed", "released by", "historic usage"});
        return wasAssigned ? std::pair{AssignmentState::Deassigned, 2}
                           : std::pair{AssignmentState::Reserved, 3};
    }
    return {AssignmentState::Private, 1};
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : " ") + name;
    }
    return text;
}

class IanaXml : public testing::Test {
protected:
    void SetUp() override
    {
        const char* path = std::getenv(kXmlVariable);
        if (path == nullptr) {
            GTEST_SKIP() << "NOT CHECKED: that the table says of 4 x 65,536 ports and protocols "
                            "what IANA's registry says. Set "
                         << kXmlVariable << " to a copy of service-names-port-numbers.xml.";
        }
        const pugi::xml_parse_result parsed = m_document.load_file(path);
        ASSERT_TRUE(parsed) << path << ": " << parsed.description();
        for (const pugi::xml_node& record : root().children("record")) {
            add(record);
        }
    }

    [[nodiscard]] pugi::xml_node root() const { return m_document.child("registry"); }

    [[nodiscard]] const Expected& expected(unsigned port, Protocol protocol) const
    {
        return m_expected[port * kProtocols.size() + static_cast<std::size_t>(protocol)];
    }

    /// Every (port, protocol) for which `describeExpected` and `describeFound` differ.
    template <class DescribeExpected, class DescribeFound>
    [[nodiscard]] std::vector<Difference> compare(DescribeExpected describeExpected,
                                                  DescribeFound describeFound) const
    {
        std::vector<Difference> differences;
        for (unsigned port = 0; port < kPorts; ++port) {
            for (const Protocol protocol : kProtocols) {
                std::string wanted = describeExpected(expected(port, protocol));
                std::string found =
                    describeFound(registry::lookup(static_cast<Port>(port), protocol));
                if (wanted != found) {
                    differences.push_back(
                        {static_cast<Port>(port), protocol, std::move(wanted), std::move(found)});
                }
            }
        }
        return differences;
    }

private:
    void add(const pugi::xml_node& record)
    {
        const std::string number = textOf(record.child("number"));
        if (number.empty()) {
            return;  // A service name without a port.
        }
        unsigned first = 0;
        const char* const end = number.data() + number.size();
        const char* const dash = std::from_chars(number.data(), end, first).ptr;
        unsigned last = first;
        if (dash != end) {
            std::from_chars(dash + 1, end, last);
        }
        ASSERT_TRUE(first <= last && last < kPorts) << number;
        const std::string protocolText = textOf(record.child("protocol"));
        for (const Protocol protocol : kProtocols) {
            // A record without a protocol applies to all four.
            if (protocolText.empty() || protocolText == token(protocol)) {
                for (unsigned port = first; port <= last; ++port) {
                    weigh(record, last - first, port, protocol);
                }
            }
        }
    }

    void weigh(const pugi::xml_node& record, unsigned width, unsigned port, Protocol protocol)
    {
        Expected& entry = m_expected[port * kProtocols.size() + static_cast<std::size_t>(protocol)];
        const auto [state, rank] = stateOf(record);
        if (std::tie(rank, width) < std::tie(entry.rank, entry.width)) {
            entry.state = state;
            entry.rank = rank;
            entry.width = width;
        }
        const std::string name = textOf(record.child("name"));
        if (!name.empty() &&
            std::find(entry.names.begin(), entry.names.end(), name) == entry.names.end()) {
            entry.names.push_back(name);
        }
    }

    pugi::xml_document m_document;
    std::vector<Expected> m_expected = std::vector<Expected>(kPorts * kProtocols.size());
};

TEST_F(IanaXml, HasTheDateOfOurTable)
{
    EXPECT_EQ(textOf(root().child("updated")), registry::date());
}

TEST_F(IanaXml, HasTheSameStateForEveryPortAndProtocol)
{
    const auto differences =
        compare([](const Expected& entry) { return std::string(token(entry.state)); },
                [](const Assignment& found) { return std::string(token(found.state)); });

    EXPECT_THAT(differences, testing::IsEmpty());
}

TEST_F(IanaXml, HasTheSameNamesOfEveryPortInTheSameOrder)
{
    const auto differences =
        compare([](const Expected& entry) { return joined(entry.names); },
                [](const Assignment& found) { return std::string(found.names.packed()); });

    EXPECT_THAT(differences, testing::IsEmpty());
}

TEST_F(IanaXml, ImportsEveryPortAndProtocolCorrectly)
{
    std::ifstream file(std::getenv(kXmlVariable), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto imported = importRegistry(
        bytes, {"registry.xml", std::chrono::system_clock::now(), registry::builtIn()});
    ASSERT_TRUE(imported) << describe(imported.error());

    EXPECT_EQ(imported->registry->date(), textOf(root().child("updated")));
    for (unsigned port = 0; port < kPorts; ++port) {
        for (const Protocol protocol : kProtocols) {
            const Assignment found =
                imported->registry->table().lookup(static_cast<Port>(port), protocol);
            ASSERT_EQ(token(found.state), token(expected(port, protocol).state)) << port;
            ASSERT_EQ(found.names.packed(), joined(expected(port, protocol).names)) << port;
        }
    }
}

}  // namespace
}  // namespace quaywatch
