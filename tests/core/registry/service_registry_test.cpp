// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/service_registry.h"

#include "core/registry/packed_registry.h"
#include "core/registry/port_notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace quaywatch {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using enum Protocol;

constexpr std::array kAllProtocols{Tcp, Udp, Sctp, Dccp};

AssignmentState stateOf(unsigned port, Protocol protocol)
{
    return registry::lookup(static_cast<Port>(port), protocol).state;
}

std::vector<std::string> namesOf(unsigned port, Protocol protocol)
{
    const ServiceNames names = registry::lookup(static_cast<Port>(port), protocol).names;
    return {names.begin(), names.end()};
}

/// The number of well-known ports in each state, in the order of the enum.
std::array<int, 6> countWellKnown(Protocol protocol)
{
    std::array<int, 6> counts{};
    for (unsigned port = 0; port < 1024; ++port) {
        ++counts.at(static_cast<std::size_t>(stateOf(port, protocol)));
    }
    return counts;
}

std::vector<unsigned> unassignedWellKnown(Protocol protocol)
{
    std::vector<unsigned> ports;
    for (unsigned port = 0; port < 1024; ++port) {
        if (stateOf(port, protocol) == AssignmentState::Unassigned) {
            ports.push_back(port);
        }
    }
    return ports;
}

TEST(ServiceRegistry, CountsTheWellKnownPortsOfTcp)
{
    EXPECT_THAT(countWellKnown(Tcp), ElementsAre(682, 7, 282, 40, 11, 2));
}

TEST(ServiceRegistry, CountsTheWellKnownPortsOfUdp)
{
    EXPECT_THAT(countWellKnown(Udp), ElementsAre(678, 8, 282, 45, 11, 0));
}

TEST(ServiceRegistry, CountsTheWellKnownPortsOfSctpAndDccp)
{
    EXPECT_EQ(countWellKnown(Sctp).at(0), 9);
    EXPECT_EQ(countWellKnown(Sctp).at(2), 266);
    EXPECT_EQ(countWellKnown(Sctp).at(5), 712);
    EXPECT_EQ(countWellKnown(Dccp).at(5), 718);
}

TEST(ServiceRegistry, HasTheSameUnassignedWellKnownPortsForTcpAndUdp)
{
    const std::vector<unsigned> tcp = unassignedWellKnown(Tcp);

    EXPECT_EQ(tcp, unassignedWellKnown(Udp));
    EXPECT_EQ(std::count_if(tcp.begin(), tcp.end(), [](unsigned port) { return port < 600; }), 66);
    EXPECT_EQ(std::count_if(tcp.begin(), tcp.end(), [](unsigned port) { return port > 702; }), 216);
}

TEST(ServiceRegistry, Has931UnassignedForEveryProtocol)
{
    for (const Protocol protocol : kAllProtocols) {
        const Assignment assignment = registry::lookup(931, protocol);

        EXPECT_EQ(assignment.state, AssignmentState::Unassigned);
        EXPECT_EQ(assignment.portClass, PortClass::WellKnown);
        EXPECT_TRUE(assignment.names.empty());
        EXPECT_EQ(assignment.description, "");
    }
}

TEST(ServiceRegistry, ListsAllNamesOfAPortInTheRegistrysOrder)
{
    EXPECT_THAT(namesOf(80, Tcp), ElementsAre("http", "www", "www-http"));
    EXPECT_THAT(namesOf(113, Tcp), ElementsAre("ident", "auth"));
    EXPECT_THAT(namesOf(465, Tcp), ElementsAre("urd", "submissions"));
    EXPECT_THAT(namesOf(512, Udp), ElementsAre("comsat", "biff"));
    EXPECT_THAT(namesOf(631, Tcp), ElementsAre("ipp", "ipps"));
    EXPECT_THAT(namesOf(888, Tcp), ElementsAre("accessbuilder", "cddbp"));
    EXPECT_THAT(namesOf(63, Tcp), ElementsAre("whoispp", "whois++"));
}

TEST(ServiceRegistry, DistinguishesTheProtocolsOfAPort)
{
    EXPECT_THAT(namesOf(512, Tcp), ElementsAre("exec"));
    EXPECT_THAT(namesOf(514, Tcp), ElementsAre("shell"));
    EXPECT_THAT(namesOf(514, Udp), ElementsAre("syslog"));
    EXPECT_THAT(namesOf(113, Udp), ElementsAre("auth"));
    EXPECT_THAT(namesOf(465, Udp), ElementsAre("igmpv3lite"));
    EXPECT_THAT(namesOf(22, Sctp), ElementsAre("ssh"));
    EXPECT_EQ(stateOf(22, Dccp), AssignmentState::Unlisted);
    for (const Protocol protocol : kAllProtocols) {
        EXPECT_THAT(namesOf(1021, protocol), ElementsAre("exp1"));
        EXPECT_THAT(namesOf(1022, protocol), ElementsAre("exp2"));
    }
}

TEST(ServiceRegistry, DescribesAPort)
{
    EXPECT_EQ(registry::lookup(22, Tcp).description, "The Secure Shell (SSH) Protocol");
    EXPECT_EQ(registry::lookup(24, Tcp).description, "any private mail system");
}

TEST(ServiceRegistry, MarksAPortWithoutANamePrivate)
{
    for (const unsigned port : {24U, 35U, 57U, 59U, 75U, 77U, 87U}) {
        EXPECT_EQ(stateOf(port, Tcp), AssignmentState::Private) << port;
        EXPECT_EQ(stateOf(port, Udp), AssignmentState::Private) << port;
    }
    EXPECT_EQ(stateOf(1008, Udp), AssignmentState::Private);
}

TEST(ServiceRegistry, KnowsDeassignedPorts)
{
    for (const unsigned port : {2U, 3U, 47U, 51U, 61U, 359U, 585U, 659U, 831U, 832U, 833U}) {
        EXPECT_EQ(stateOf(port, Tcp), AssignmentState::Deassigned) << port;
        EXPECT_EQ(stateOf(port, Udp), AssignmentState::Deassigned) << port;
    }
    EXPECT_EQ(stateOf(51, Sctp), AssignmentState::Deassigned);
    EXPECT_EQ(stateOf(2, Sctp), AssignmentState::Unlisted);
}

TEST(ServiceRegistry, KnowsReservedPorts)
{
    for (const unsigned port : {0U, 225U, 241U, 249U, 255U, 1011U, 1020U, 1023U}) {
        EXPECT_EQ(stateOf(port, Tcp), AssignmentState::Reserved) << port;
        EXPECT_EQ(stateOf(port, Udp), AssignmentState::Reserved) << port;
    }
    EXPECT_EQ(stateOf(143, Udp), AssignmentState::Reserved);
    EXPECT_EQ(stateOf(915, Tcp), AssignmentState::Reserved);
    EXPECT_THAT(namesOf(915, Udp), ElementsAre("rift-ties"));
    EXPECT_THAT(namesOf(953, Tcp), ElementsAre("rndc"));
    EXPECT_EQ(stateOf(953, Udp), AssignmentState::Reserved);
    EXPECT_EQ(stateOf(0, Sctp), AssignmentState::Unlisted);
}

TEST(ServiceRegistry, NeverReportsAMissingRowAsUnassigned)
{
    EXPECT_EQ(stateOf(716, Tcp), AssignmentState::Unlisted);
    EXPECT_THAT(namesOf(716, Udp), ElementsAre("pana"));
    EXPECT_EQ(stateOf(1008, Tcp), AssignmentState::Unlisted);
}

TEST(ServiceRegistry, ResolvesAPortThroughItsRange)
{
    EXPECT_EQ(stateOf(915, Sctp), AssignmentState::Unlisted);
    EXPECT_EQ(stateOf(916, Tcp), AssignmentState::Unassigned);
    EXPECT_EQ(stateOf(952, Tcp), AssignmentState::Unassigned);
    EXPECT_EQ(stateOf(953, Sctp), AssignmentState::Unlisted);
    EXPECT_THAT(namesOf(6010, Tcp), ElementsAre("x11"));
    EXPECT_THAT(namesOf(4250, Dccp), ElementsAre("vrml-multi-use"));
    EXPECT_THAT(namesOf(6665, Tcp), ElementsAre("ircu"));
}

TEST(ServiceRegistry, PrefersAnAssignedPortToTheUnassignedRangeAroundIt)
{
    EXPECT_THAT(namesOf(7775, Tcp), ElementsAre("inetfs"));
    EXPECT_EQ(stateOf(7774, Tcp), AssignmentState::Unassigned);
    EXPECT_EQ(stateOf(7776, Tcp), AssignmentState::Unassigned);
    EXPECT_EQ(stateOf(7775, Sctp), AssignmentState::Unassigned);
}

TEST(ServiceRegistry, HasNoRowForADynamicPort)
{
    EXPECT_NE(stateOf(49151, Tcp), AssignmentState::Unlisted);
    for (unsigned port = 49152; port < 65536; ++port) {
        for (const Protocol protocol : kAllProtocols) {
            const Assignment assignment = registry::lookup(static_cast<Port>(port), protocol);
            ASSERT_EQ(assignment.state, AssignmentState::Unlisted) << port;
            ASSERT_EQ(assignment.portClass, PortClass::Dynamic) << port;
        }
    }
}

TEST(ServiceRegistry, FindsTheLowestPortOfAName)
{
    const auto find = [](std::string_view name) {
        const auto found = registry::findByName(name);
        return found ? std::to_string(found->port) + '/' + std::string(token(found->protocol))
                     : "none";
    };

    EXPECT_EQ(find("ssh"), "22/tcp");
    EXPECT_EQ(find("WWW-http"), "80/tcp");
    EXPECT_EQ(find("syslog"), "514/udp");
    EXPECT_EQ(find("pana"), "716/udp");
    EXPECT_EQ(find("x11"), "6000/tcp");
    EXPECT_EQ(find("ethernet/ip-1"), "2222/tcp");
    EXPECT_EQ(find("htt"), "none");
    EXPECT_EQ(find("http www"), "none");
    EXPECT_EQ(find(""), "none");
}

TEST(ServiceRegistry, FindsEveryPortOfAName)
{
    using Ports = std::vector<Port>;

    EXPECT_EQ(registry::portsOfName("HTTP-alt"), (Ports{591, 8008, 8080}));
    EXPECT_EQ(registry::portsOfName("ssh"), Ports{22});
    EXPECT_EQ(registry::portsOfName("ircu"), (Ports{6665, 6666, 6667, 6668, 6669}));
    EXPECT_EQ(registry::portsOfName("htt"), Ports{});
    EXPECT_EQ(registry::portsOfName(""), Ports{});
}

TEST(ServiceRegistry, HasItsStatedDate)
{
    EXPECT_EQ(registry::date(), "2026-08-17");
}

TEST(ServiceRegistry, ReadsBackTheTokenOfEveryState)
{
    for (const char* text :
         {"assigned", "private", "unassigned", "reserved", "deassigned", "unlisted"}) {
        const auto state = parseAssignmentState(text);
        ASSERT_TRUE(state) << text;
        EXPECT_EQ(token(*state), text);
    }
    EXPECT_FALSE(parseAssignmentState("unassigne"));
    EXPECT_EQ(token(PortClass::WellKnown), "well-known");
    EXPECT_EQ(token(PortClass::Registered), "registered");
    EXPECT_EQ(token(PortClass::Dynamic), "dynamic");
}

TEST(ServiceNames, AreIteratedWithoutACopy)
{
    const ServiceNames names("http www www-http");

    EXPECT_THAT((std::vector<std::string>{names.begin(), names.end()}),
                ElementsAre("http", "www", "www-http"));
    EXPECT_EQ(names.first(), "http");
    EXPECT_THAT((std::vector<std::string_view>{ServiceNames().begin(), ServiceNames().end()}),
                IsEmpty());
}

TEST(Story, SaysThat931IsTheNumberOfADocument)
{
    const std::string portNote = registry::portNote(931).value().english();

    for (const char* fact : {"RFC 931", "January 1985", "Authentication Server Protocol",
                             "RFC 1413", "February 1993", "Identification Protocol", "port 113"}) {
        EXPECT_THAT(portNote, HasSubstr(fact));
    }
}

TEST(Story, IsEmptyForAnOrdinaryPort)
{
    EXPECT_FALSE(registry::portNote(22));
    EXPECT_FALSE(registry::portNote(932));
    EXPECT_FALSE(registry::portNote(65535));
}

TEST(Story, MentionsNoMalware)
{
    std::string stories;
    for (unsigned port = 0; port < 65536; ++port) {
        stories += registry::portNote(static_cast<Port>(port)).value_or("").english();
    }

    for (const char* rumor : {"trojan", "Trojan", "malware", "virus", "backdoor"}) {
        EXPECT_THAT(stories, Not(HasSubstr(rumor)));
    }
}

}  // namespace
}  // namespace quaywatch
