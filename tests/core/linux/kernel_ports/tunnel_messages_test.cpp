// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/tunnel_messages.h"

#include "core/linux/kernel_ports/netlink_query.h"
#include "tests/support/sockets/diag_messages.h"
#include "tests/support/sockets/scripted_channel.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <linux/fou.h>
#include <linux/genetlink.h>
#include <linux/if_link.h>
#include <linux/l2tp.h>
#include <linux/rtnetlink.h>
#include <linux/wireguard.h>
#include <net/if.h>
#include <netinet/in.h>
#include <fstream>
#include <iterator>

namespace quaywatch::linux_backend {
namespace {

using test::append;
using test::appendAttribute;
using test::Bytes;

template <class Number>
void add(Bytes& bytes, std::uint16_t type, Number value)
{
    appendAttribute(bytes, type, &value, sizeof value);
}

void addText(Bytes& bytes, std::uint16_t type, const char* text)
{
    appendAttribute(bytes, type, text, std::strlen(text) + 1);
}

/// A device as in an RTM_NEWLINK message.
Bytes link(const char* name, const char* kind, const Bytes& data, unsigned flags = IFF_UP)
{
    Bytes info;
    addText(info, IFLA_INFO_KIND, kind);
    appendAttribute(info, IFLA_INFO_DATA, data.data(), data.size());
    ifinfomsg header{};
    header.ifi_flags = flags;
    Bytes bytes;
    append(bytes, &header, sizeof header);
    addText(bytes, IFLA_IFNAME, name);
    appendAttribute(bytes, IFLA_LINKINFO, info.data(), info.size());
    return bytes;
}

Bytes withPort(std::uint16_t type, Port port)
{
    Bytes data;
    add(data, type, htons(port));
    return data;
}

Bytes generic()
{
    const genlmsghdr header{};
    Bytes bytes;
    append(bytes, &header, sizeof header);
    return bytes;
}

KernelPort udp(Port port, std::uint8_t family, std::optional<IpAddress> address = {})
{
    return {IPPROTO_UDP, port, family, address};
}

TEST(TunnelMessages, ReportThePortsOfActiveDevices)
{
    TunnelDevices devices;
    takeLink(link("vx", "vxlan", withPort(IFLA_VXLAN_PORT, 4789)), devices);
    takeLink(link("ge", "geneve", withPort(IFLA_GENEVE_PORT, 6081)), devices);
    takeLink(link("ba", "bareudp", withPort(IFLA_BAREUDP_PORT, 999)), devices);
    takeLink(link("wg0", "wireguard", {}), devices);
    takeLink(link("down", "vxlan", withPort(IFLA_VXLAN_PORT, 931), 0), devices);
    takeLink(link("br", "bridge", withPort(IFLA_VXLAN_PORT, 932)), devices);

    EXPECT_EQ(devices.ports,
              (std::vector<KernelPort>{udp(4789, AF_INET), udp(6081, AF_INET), udp(999, 0)}));
    EXPECT_EQ(devices.wireguardNames, std::vector<std::string>{"wg0"});
}

TEST(TunnelMessages, ReportTheFamilyOfAVxlan)
{
    const std::array<std::uint8_t, 16> address{0xfd};
    Bytes sixth = withPort(IFLA_VXLAN_PORT, 4789);
    add(sixth, IFLA_VXLAN_GROUP6, address);
    Bytes both = withPort(IFLA_VXLAN_PORT, 4789);
    add(both, IFLA_VXLAN_COLLECT_METADATA, std::uint8_t{1});
    TunnelDevices devices;
    takeLink(link("a", "vxlan", sixth), devices);
    takeLink(link("b", "vxlan", both), devices);

    EXPECT_EQ(devices.ports, (std::vector<KernelPort>{udp(4789, AF_INET6), udp(4789, 0)}));
}

TEST(TunnelMessages, ReportThePortsOfFouL2tpAndWireguard)
{
    Bytes fou = generic();
    add(fou, FOU_ATTR_PORT, htons(5555));
    add(fou, FOU_ATTR_AF, std::uint8_t{AF_INET});
    add(fou, FOU_ATTR_LOCAL_V4, htonl(INADDR_LOOPBACK));
    Bytes l2tp = generic();
    add(l2tp, L2TP_ATTR_UDP_SPORT, std::uint16_t{1701});
    add(l2tp, L2TP_ATTR_IP_SADDR, htonl(INADDR_LOOPBACK));
    Bytes overIp = generic();
    add(overIp, L2TP_ATTR_IP_SADDR, htonl(INADDR_LOOPBACK));
    Bytes wireguard = generic();
    addText(wireguard, WGDEVICE_A_IFNAME, "wg0");
    add(wireguard, WGDEVICE_A_LISTEN_PORT, std::uint16_t{51820});
    std::vector<KernelPort> ports;
    takeFou(fou, ports);
    takeL2tp(l2tp, ports);
    takeL2tp(overIp, ports);
    takeWireguard(wireguard, ports);

    const IpAddress loopback = IpAddress::loopback(AddressFamily::Ipv4);
    EXPECT_EQ(ports, (std::vector<KernelPort>{udp(5555, AF_INET, loopback),
                                              udp(1701, AF_INET, loopback), udp(51820, 0)}));
}

TEST(TunnelMessages, IgnoreTruncatedMessages)
{
    const Bytes whole = link("vx", "vxlan", withPort(IFLA_VXLAN_PORT, 4789));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        TunnelDevices devices;
        takeLink(std::span(whole).first(length), devices);
        EXPECT_TRUE(devices.ports.empty()) << length;
        std::map<std::string, std::uint16_t> families;
        takeFamily(std::span(whole).first(length), families);
        std::vector<KernelPort> ports;
        takeFou(std::span(whole).first(std::min<std::size_t>(length, 7)), ports);
        EXPECT_TRUE(ports.empty());
    }
}

/// As Linux 6.18 sent it.
Bytes recorded(const char* name)
{
    std::ifstream file(std::string(QUAYWATCH_TEST_DATA "/linux/tunnel_messages/") + name,
                       std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

TEST(TunnelMessages, ParseRecordedKernelMessages)
{
    TunnelDevices devices;
    takeLink(recorded("vxlan"), devices);
    std::map<std::string, std::uint16_t> families;
    takeFamily(recorded("nlctrl"), families);

    EXPECT_EQ(devices.ports, (std::vector<KernelPort>{udp(931, AF_INET)}));
    EXPECT_EQ(families, (std::map<std::string, std::uint16_t>{{"nlctrl", GENL_ID_CTRL}}));
}

TEST(TunnelMessages, ResolveFamilyIds)
{
    Bytes family = generic();
    addText(family, CTRL_ATTR_FAMILY_NAME, "wireguard");
    add(family, CTRL_ATTR_FAMILY_ID, std::uint16_t{31});
    std::map<std::string, std::uint16_t> families;
    takeFamily(family, families);

    EXPECT_EQ(families, (std::map<std::string, std::uint16_t>{{"wireguard", 31}}));
}

test::ScriptedChannel::Reply message(std::uint16_t type, const Bytes& payload)
{
    return [=](std::uint32_t sequence) {
        return test::netlinkMessage(type, NLM_F_MULTI, sequence, payload);
    };
}

TEST(NetlinkQuery, VisitsEachMessageUpToTheEnd)
{
    auto channel = std::make_unique<test::ScriptedChannel>();
    channel->scripts = {
        {message(RTM_NEWLINK, Bytes(16)), message(RTM_NEWLINK, Bytes(32)), test::done()},
        {message(RTM_NEWLINK, Bytes(16)), test::error(EPERM)},
        {test::lost()}};
    NetlinkQuery query(std::move(channel));
    std::vector<std::size_t> lengths;
    const auto visit = [&](std::span<const std::byte> payload) {
        lengths.push_back(payload.size());
    };

    EXPECT_TRUE(query.dump(RTM_GETLINK, encodeLinkRequest(), visit));
    EXPECT_EQ(lengths, (std::vector<std::size_t>{16, 32}));
    EXPECT_FALSE(query.dump(RTM_GETLINK, encodeLinkRequest(), visit));
    EXPECT_FALSE(query.dump(RTM_GETLINK, encodeLinkRequest(), visit));
    EXPECT_FALSE(NetlinkQuery(std::unique_ptr<DiagChannel>()).dump(RTM_GETLINK, {}, visit));
}

TEST(NetlinkQuery, QueriesTheKernelForItsDevices)
{
    NetlinkQuery query(NETLINK_ROUTE);
    std::size_t count = 0;

    EXPECT_TRUE(
        query.dump(RTM_GETLINK, encodeLinkRequest(), [&](std::span<const std::byte>) { ++count; }));

    EXPECT_GE(count, 1U) << "lo at least";
}

}  // namespace
}  // namespace quaywatch::linux_backend
