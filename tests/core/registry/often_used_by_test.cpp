// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message_list.h"
#include "core/registry/packed_registry.h"
#include "core/registry/port_notes.h"
#include "core/registry/service_registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace quaywatch {
namespace {

using enum Protocol;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

/// A row of often_used_by.tsv, as people write it.
struct UseRow {
    std::string line;
    std::string port;
    std::string protocols;
    std::string use;
    std::string sources;
};

const std::vector<UseRow>& useRows()
{
    static const std::vector<UseRow> rows = [] {
        std::ifstream table(QUAYWATCH_TEST_DATA "/../../resources/iana/often_used_by.tsv");
        std::vector<UseRow> read;
        for (std::string line; std::getline(table, line);) {
            if (!line.starts_with('#')) {
                UseRow row{line, {}, {}, {}, {}};
                std::istringstream fields(line);
                for (std::string* field : {&row.port, &row.protocols, &row.use, &row.sources}) {
                    std::getline(fields, *field, '\t');
                }
                read.push_back(row);
            }
        }
        return read;
    }();
    return rows;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

TEST(OftenUsedBy, HasSomeHundredRowsWithSinglePortsInAscendingOrder)
{
    EXPECT_GE(useRows().size(), 200U);
    EXPECT_LE(useRows().size(), 300U);
    EXPECT_EQ(useRows().size(), packedCommonUses().rows.size());
    std::tuple<int, std::string> before{0, ""};
    for (const UseRow& row : useRows()) {
        ASSERT_THAT(row.port, MatchesRegex("[1-9][0-9]{0,4}")) << row.line;
        const std::tuple<int, std::string> here{std::stoi(row.port), row.protocols};
        EXPECT_LE(std::get<0>(here), 65535) << row.line;
        EXPECT_LT(before, here) << row.line;
        before = here;
    }
}

TEST(OftenUsedBy, HasAProtocolAndASourceInEachRow)
{
    for (const UseRow& row : useRows()) {
        EXPECT_EQ(std::count(row.line.begin(), row.line.end(), '\t'), 3) << row.line;
        EXPECT_THAT(row.protocols, MatchesRegex("tcp|udp|tcp,udp")) << row.line;
        std::istringstream sources(row.sources);
        std::size_t count = 0;
        for (std::string source; std::getline(sources, source, ' '); ++count) {
            EXPECT_THAT(source, MatchesRegex("https?://[^ /]+/?[^ ]*|debian:[a-z0-9.+-]+:/[^ ]+"))
                << row.line;
        }
        EXPECT_GT(count, 0U) << row.line;
    }
}

TEST(OftenUsedBy, HasShortTextsOfPlainCharacters)
{
    for (const UseRow& row : useRows()) {
        EXPECT_THAT(row.use, MatchesRegex("[A-Za-z0-9 ,.'()_-]+")) << row.line;
        EXPECT_LE(row.use.size(), 52U) << row.line;
        EXPECT_THAT(row.use, Not(HasSubstr("  "))) << row.line;
    }
}

/// A name that IANA registered says it already.
TEST(OftenUsedBy, DoesNotRepeatTheRegisteredName)
{
    for (const UseRow& row : useRows()) {
        std::set<std::string> names;
        for (const Protocol protocol : {Tcp, Udp}) {
            if (row.protocols.find(token(protocol)) != std::string::npos) {
                const auto port = static_cast<Port>(std::stoi(row.port));
                for (const std::string_view name : registry::lookup(port, protocol).names) {
                    names.insert(lowered(std::string(name)));
                }
            }
        }
        std::istringstream uses(lowered(row.use));
        for (std::string use; std::getline(uses, use, ',');) {
            EXPECT_FALSE(names.contains(use.substr(use.starts_with(' ') ? 1 : 0))) << row.line;
        }
    }
}

/// Names are the same in each language; other words need a message, whose English text is the one
/// of the table.
TEST(OftenUsedBy, HasAMessageForEachUseThatIsMoreThanNames)
{
    const std::set<std::string> lowercaseNames{"aria2",
                                               "beanstalkd",
                                               "collectd",
                                               "debugpy",
                                               "etcd",
                                               "go2rtc",
                                               "iperf",
                                               "iperf3",
                                               "kube-controller-manager",
                                               "kube-proxy",
                                               "kube-scheduler",
                                               "kubelet",
                                               "libvirt",
                                               "n8n",
                                               "ngrok",
                                               "nginx-exporter",
                                               "process-exporter",
                                               "rsyslog",
                                               "webpack-dev-server",
                                               "xrdp"};
    for (const UseRow& row : useRows()) {
        const auto port = static_cast<Port>(std::stoi(row.port));
        const auto message =
            registry::oftenUsedMessage(port, row.protocols.starts_with("tcp") ? Tcp : Udp);
        ASSERT_TRUE(message) << row.line;
        EXPECT_EQ(message->english(), row.use) << row.line;
        if (message->hasId() || row.use == "SpamAssassin (spamd)") {
            continue;
        }
        std::string words = row.use;
        std::replace(words.begin(), words.end(), ',', ' ');
        std::istringstream all(words);
        for (std::string word; all >> word;) {
            const bool isName = std::isupper(static_cast<unsigned char>(word.front())) != 0;
            EXPECT_TRUE(isName || lowercaseNames.contains(word) || word.ends_with("_exporter"))
                << "no message for '" << word << "' in " << row.line;
            EXPECT_THAT(word, Not(HasSubstr("'"))) << row.line;
        }
    }
}

/// explain joins the names of both protocols.
TEST(OftenUsedBy, HasNamesOnlyWhereTheUseDependsOnTheProtocol)
{
    std::map<std::string, int> rowsOfPort;
    for (const UseRow& row : useRows()) {
        if (++rowsOfPort[row.port] > 1) {
            EXPECT_FALSE(parseMessageId("use-of-port-" + row.port)) << row.line;
        }
    }
}

TEST(OftenUsedBy, KnowsWhatPeopleExpect)
{
    EXPECT_EQ(registry::oftenUsedBy(2181, Tcp), "Apache ZooKeeper");
    EXPECT_EQ(registry::oftenUsedBy(3128, Tcp), "Squid");
    EXPECT_EQ(registry::oftenUsedBy(4242, Tcp), "Quassel IRC");
    EXPECT_EQ(registry::oftenUsedBy(4242, Udp), "Nebula");
    EXPECT_EQ(registry::oftenUsedBy(5173, Tcp), "Vite");
    EXPECT_EQ(registry::oftenUsedBy(5173, Udp), "");
    EXPECT_EQ(registry::oftenUsedBy(6443, Tcp), "Kubernetes API");
    EXPECT_EQ(registry::oftenUsedBy(8096, Tcp), "Jellyfin");
    EXPECT_EQ(registry::oftenUsedBy(9050, Tcp), "Tor SOCKS");
    EXPECT_EQ(registry::oftenUsedBy(9100, Tcp), "Prometheus node_exporter");
    EXPECT_EQ(registry::oftenUsedBy(22000, Tcp), "Syncthing");
    EXPECT_EQ(registry::oftenUsedBy(22000, Udp), "Syncthing");
    EXPECT_EQ(registry::oftenUsedBy(51820, Udp), "WireGuard");
    EXPECT_EQ(registry::oftenUsedBy(931, Tcp), "");
    EXPECT_EQ(registry::oftenUsedBy(2379, Tcp), "") << "IANA's name is etcd-client";
}

TEST(OftenUsedBy, DoesNotChangeTheAssignment)
{
    EXPECT_EQ(registry::lookup(783, Tcp).state, AssignmentState::Unassigned);
    EXPECT_THAT(registry::oftenUsedBy(783, Tcp), HasSubstr("SpamAssassin"));
    EXPECT_EQ(registry::lookup(5173, Tcp).state, AssignmentState::Unassigned);
    EXPECT_EQ(registry::lookup(51820, Udp).state, AssignmentState::Unlisted);
    EXPECT_EQ(registry::lookup(9050, Tcp).names.first(), "versiera");
}

}  // namespace
}  // namespace quaywatch
