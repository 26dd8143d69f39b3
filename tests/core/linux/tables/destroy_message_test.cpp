// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/destroy_message.h"

#include "tests/support/sockets/diag_messages.h"

#include <gtest/gtest.h>

#include <linux/tcp.h>
#include <netinet/in.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace quaywatch::linux_backend {
namespace {

using test::append;
using test::appendAttribute;
using test::Bytes;
using test::netlinkMessage;

constexpr std::uint8_t kClosed = 7;
constexpr std::uint8_t kEstablishedState = 1;
constexpr std::uint64_t kNamespace = 4026531840;

/// The message of a closed socket, with the attributes that the kernel adds.
struct Destroyed {
    std::uint8_t protocol = IPPROTO_TCP;
    std::uint8_t state = kClosed;
    std::uint16_t localPort = 931;
    std::uint16_t remotePort = 50000;
    std::uint32_t writeQueue = 0;
    tcp_info info{};

    [[nodiscard]] Bytes bytes() const
    {
        inet_diag_msg message{};
        message.idiag_family = AF_INET;
        message.idiag_state = state;
        message.id.idiag_sport = htons(localPort);
        message.id.idiag_dport = htons(remotePort);
        message.id.idiag_src[0] = htonl(0x7f000001);
        message.id.idiag_dst[0] = htonl(remotePort == 0 ? 0 : 0x7f000001);
        message.id.idiag_cookie[0] = 5;
        message.idiag_wqueue = writeQueue;
        Bytes payload;
        append(payload, &message, sizeof message);
        appendAttribute(payload, INET_DIAG_PROTOCOL, &protocol, sizeof protocol);
        if (protocol == IPPROTO_TCP) {
            appendAttribute(payload, INET_DIAG_INFO, &info, sizeof info);
        }
        return netlinkMessage(SOCK_DIAG_BY_FAMILY, 0, 0, payload);
    }
};

std::vector<DestroyedSocket> decode(const Bytes& bytes)
{
    std::vector<DestroyedSocket> sockets;
    appendDestroyed(bytes, kNamespace, {}, sockets);
    return sockets;
}

TEST(DestroyMessage, HasBothEndsTheCookieAndTheBytesOfATcpConnection)
{
    Destroyed message;
    message.info.tcpi_bytes_received = 7;
    message.info.tcpi_data_segs_in = 1;
    message.info.tcpi_bytes_acked = 4;
    message.info.tcpi_bytes_sent = 3;

    const auto sockets = decode(message.bytes());

    ASSERT_EQ(sockets.size(), 1U);
    EXPECT_EQ(sockets[0].key.protocol, Protocol::Tcp);
    EXPECT_EQ(sockets[0].key.localPort, 931);
    EXPECT_EQ(sockets[0].key.remotePort, 50000);
    EXPECT_EQ(sockets[0].key.remoteAddress.toString(), "127.0.0.1");
    EXPECT_EQ(sockets[0].key.networkNamespace, kNamespace);
    EXPECT_EQ(sockets[0].key.kernelId, 0U) << "as in the row of a connection";
    EXPECT_EQ(sockets[0].cookie, 5U);
    EXPECT_TRUE(sockets[0].isConnection);
    EXPECT_EQ(sockets[0].bytesReceived, 7U);
    EXPECT_EQ(sockets[0].bytesSent, 3U);
    EXPECT_EQ(sockets[0].ackedControlBits, 1);
}

TEST(DestroyMessage, CountsNoByteWithoutDataSegments)
{
    Destroyed message;
    message.info.tcpi_bytes_received = 1;  // the FIN

    EXPECT_EQ(decode(message.bytes()).at(0).bytesReceived, 0U);
}

TEST(DestroyMessage, GivesAListenerTheKeyOfItsRow)
{
    Destroyed message;
    message.remotePort = 0;

    const auto sockets = decode(message.bytes());

    EXPECT_EQ(sockets.at(0).key.kernelId, 5U);
    EXPECT_FALSE(sockets[0].isConnection);
    EXPECT_FALSE(sockets[0].bytesReceived);
}

TEST(DestroyMessage, HandlesAnAbortedConnectionWithoutItsPeer)
{
    Destroyed message;
    message.remotePort = 0;
    message.writeQueue = 65538;

    EXPECT_TRUE(decode(message.bytes()).at(0).isConnection);
}

TEST(DestroyMessage, DistinguishesBoundAndConnectedUdp)
{
    Destroyed message;
    message.protocol = IPPROTO_UDP;
    message.writeQueue = 0xffffffff;  // what the kernel reports for UDP
    message.remotePort = 0;
    const auto bound = decode(message.bytes());
    message.remotePort = 53;
    message.state = kEstablishedState;
    const auto connected = decode(message.bytes());

    EXPECT_EQ(bound.at(0).key.protocol, Protocol::Udp);
    EXPECT_EQ(bound[0].state, SocketState::Bound);
    EXPECT_FALSE(bound[0].isConnection);
    EXPECT_EQ(connected.at(0).state, SocketState::Connected);
    EXPECT_TRUE(connected[0].isConnection);
    EXPECT_FALSE(connected[0].bytesSent);
}

TEST(DestroyMessage, SkipsASocketThatNeverHadAPort)
{
    Destroyed message;
    message.localPort = 0;

    EXPECT_TRUE(decode(message.bytes()).empty());
}

TEST(DestroyMessage, SkipsOtherProtocols)
{
    Destroyed message;
    message.protocol = IPPROTO_SCTP;

    EXPECT_TRUE(decode(message.bytes()).empty());
}

TEST(DestroyMessage, ReadsEveryMessageOfADatagram)
{
    Bytes both = Destroyed{}.bytes();
    const Bytes second = Destroyed{.protocol = IPPROTO_UDP, .localPort = 932}.bytes();
    both.insert(both.end(), second.begin(), second.end());

    const auto sockets = decode(both);

    ASSERT_EQ(sockets.size(), 2U);
    EXPECT_EQ(sockets[1].key.localPort, 932);
}

TEST(DestroyMessage, HandlesATruncatedMessageOfAnyLength)
{
    const Bytes whole = Destroyed{}.bytes();

    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_TRUE(decode(Bytes(whole.begin(), whole.begin() + static_cast<int>(length))).empty());
    }
}

TEST(DestroyMessage, ParsesRecordedKernelMessages)
{
    std::ifstream file(QUAYWATCH_TEST_DATA "/linux/destroy_message/tcp_ipv4.bin", std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    Bytes bytes(text.size());
    std::transform(text.begin(), text.end(), bytes.begin(),
                   [](char c) { return static_cast<std::byte>(c); });

    const auto sockets = decode(bytes);

    ASSERT_EQ(sockets.size(), 1U);
    EXPECT_EQ(sockets[0].key.localAddress.toString(), "127.0.0.1");
    EXPECT_EQ(sockets[0].bytesReceived, 6U) << "5 and the FIN";
    EXPECT_EQ(sockets[0].bytesSent, 3U);
    EXPECT_EQ(sockets[0].ackedControlBits, 1);
}

}  // namespace
}  // namespace quaywatch::linux_backend
