// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/inet_diag_decoder.h"

#include "tests/support/sockets/diag_messages.h"

#include <gtest/gtest.h>

#include <linux/tcp.h>
#include <netinet/in.h>

namespace quaywatch::linux_backend {
namespace {

using test::appendAttribute;
using test::Bytes;
using test::diagPayload;

constexpr std::uint8_t kListen = 10;
constexpr std::uint8_t kEstablished = 1;

TEST(InetDiagDecoder, ReadsTheFixedPartInHostByteOrder)
{
    const auto row = decodeInetDiag(diagPayload(931, kListen), IPPROTO_TCP);

    ASSERT_TRUE(row);
    EXPECT_EQ(row->localPort, 931);
    EXPECT_EQ(row->local[0], 127);
    EXPECT_EQ(row->local[3], 1);
    EXPECT_EQ(row->state, kListen);
    EXPECT_EQ(row->uid, 1000U);
    EXPECT_EQ(row->inode, 4711U);
    EXPECT_EQ(row->cookie, (std::uint64_t{1} << 32) + 5);
    EXPECT_FALSE(row->hasByteCounts);
    EXPECT_FALSE(row->hasV6Only);
}

TEST(InetDiagDecoder, ReadsByteCountsCgroupAndV6Only)
{
    Bytes bytes = diagPayload(80, kEstablished);
    tcp_info info{};
    info.tcpi_bytes_received = 3;
    info.tcpi_bytes_acked = 6;  // a client's SYN is among them
    info.tcpi_bytes_sent = 7;
    info.tcpi_bytes_retrans = 2;
    appendAttribute(bytes, INET_DIAG_INFO, &info, sizeof info);
    const std::uint64_t cgroup = 99;
    appendAttribute(bytes, INET_DIAG_CGROUP_ID, &cgroup, sizeof cgroup);
    const std::uint8_t yes = 1;
    appendAttribute(bytes, INET_DIAG_SKV6ONLY, &yes, sizeof yes);

    const auto row = decodeInetDiag(bytes, IPPROTO_TCP);

    ASSERT_TRUE(row);
    EXPECT_TRUE(row->hasByteCounts);
    EXPECT_EQ(row->bytesReceived, 3U);
    EXPECT_EQ(row->bytesSent, 5U);
    EXPECT_EQ(row->cgroupId, 99U);
    EXPECT_TRUE(row->hasV6Only);
    EXPECT_TRUE(row->isV6Only);
}

TEST(InetDiagDecoder, UsesAcknowledgedBytesWhereTheKernelHasNoSentBytes)
{
    Bytes bytes = diagPayload(80, kEstablished);
    tcp_info info{};
    info.tcpi_bytes_acked = 5;
    appendAttribute(bytes, INET_DIAG_INFO, &info, offsetof(tcp_info, tcpi_bytes_sent));

    const auto row = decodeInetDiag(bytes, IPPROTO_TCP);

    ASSERT_TRUE(row);
    EXPECT_EQ(row->bytesSent, 5U);
}

TEST(InetDiagDecoder, DoesNotCountThePeersFinAsAByte)
{
    constexpr std::uint8_t kCloseWait = 8;
    Bytes bytes = diagPayload(80, kCloseWait);
    tcp_info info{};
    info.tcpi_bytes_received = 6;
    appendAttribute(bytes, INET_DIAG_INFO, &info, sizeof info);

    const auto row = decodeInetDiag(bytes, IPPROTO_TCP);

    ASSERT_TRUE(row);
    EXPECT_EQ(row->bytesReceived, 5U);
}

TEST(InetDiagDecoder, ReadsNoByteCountsFromTheTcpInfoOfAnOldKernel)
{
    Bytes bytes = diagPayload(80, kEstablished);
    const tcp_info info{};
    appendAttribute(bytes, INET_DIAG_INFO, &info, offsetof(tcp_info, tcpi_bytes_acked));

    const auto row = decodeInetDiag(bytes, IPPROTO_TCP);

    ASSERT_TRUE(row);
    EXPECT_FALSE(row->hasByteCounts);
}

/// Who opened a connection in that state with these counters.
std::optional<bool> openerWith(std::uint8_t state, std::uint64_t sent, std::uint64_t acknowledged,
                               std::uint32_t unacknowledgedSegments = 0)
{
    Bytes bytes = diagPayload(80, state);
    tcp_info info{};
    info.tcpi_state = state;
    info.tcpi_bytes_sent = sent + 4;
    info.tcpi_bytes_retrans = 4;
    info.tcpi_bytes_acked = acknowledged;
    info.tcpi_unacked = unacknowledgedSegments;
    appendAttribute(bytes, INET_DIAG_INFO, &info, sizeof info);
    const auto row = decodeInetDiag(bytes, IPPROTO_TCP);
    return row ? row->isOpener : std::nullopt;
}

TEST(InetDiagDecoder, KnowsTheOpeningEndByItsAcknowledgedSyn)
{
    constexpr std::uint8_t kCloseWait = 8;
    EXPECT_EQ(openerWith(kEstablished, 7, 8), true);
    EXPECT_EQ(openerWith(kEstablished, 7, 7), false);
    EXPECT_EQ(openerWith(kEstablished, 0, 1), true);
    EXPECT_EQ(openerWith(kEstablished, 0, 0), false);
    EXPECT_EQ(openerWith(kCloseWait, 7, 8), true);
}

TEST(InetDiagDecoder, TakesAnAcknowledgedFinForNoSyn)
{
    constexpr std::uint8_t kFinWait2 = 5;
    EXPECT_EQ(openerWith(kFinWait2, 7, 8), false);
    EXPECT_EQ(openerWith(kFinWait2, 7, 9), true);
}

TEST(InetDiagDecoder, DoesNotGuessWhoOpenedAConnection)
{
    constexpr std::uint8_t kFinWait1 = 4;
    EXPECT_EQ(openerWith(kEstablished, 7, 7, 1), std::nullopt) << "something is on its way";
    EXPECT_EQ(openerWith(kEstablished, 7, 9), std::nullopt);
    EXPECT_EQ(openerWith(kEstablished, 7, 3), std::nullopt);
    EXPECT_EQ(openerWith(kFinWait1, 7, 7), std::nullopt);
}

TEST(InetDiagDecoder, DoesNotKnowTheOpenerWithoutSentBytes)
{
    Bytes bytes = diagPayload(80, kEstablished);
    tcp_info info{};
    info.tcpi_state = kEstablished;
    appendAttribute(bytes, INET_DIAG_INFO, &info, offsetof(tcp_info, tcpi_bytes_sent));

    const auto row = decodeInetDiag(bytes, IPPROTO_TCP);

    ASSERT_TRUE(row);
    EXPECT_FALSE(row->isOpener);
}

TEST(InetDiagDecoder, RejectsATruncatedMessageWithoutReadingBeyondIt)
{
    Bytes whole = diagPayload(80, kEstablished);
    const std::size_t fixedSize = whole.size();
    const std::uint64_t cgroup = 99;
    appendAttribute(whole, INET_DIAG_CGROUP_ID, &cgroup, sizeof cgroup);

    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        const auto row = decodeInetDiag(cut, IPPROTO_TCP);
        EXPECT_EQ(row.has_value(), size >= fixedSize) << size;
        if (row) {
            EXPECT_EQ(row->cgroupId, size == whole.size() ? 99U : 0U) << size;
        }
    }
}

TEST(InetDiagDecoder, StopsAtAnAttributeWithAWrongLength)
{
    for (const unsigned length : {0U, 3U, 200U, 65535U}) {
        Bytes bytes = diagPayload(80, kEstablished);
        const nlattr wrongLength{static_cast<std::uint16_t>(length), INET_DIAG_CGROUP_ID};
        test::append(bytes, &wrongLength, sizeof wrongLength);

        EXPECT_TRUE(decodeInetDiag(bytes, IPPROTO_TCP)) << length;
    }
}

TEST(InetDiagDecoder, RefusesAnotherFamily)
{
    Bytes bytes = diagPayload(80, kEstablished);
    bytes[0] = std::byte{AF_UNIX};

    EXPECT_FALSE(decodeInetDiag(bytes, IPPROTO_TCP));
}

}  // namespace
}  // namespace quaywatch::linux_backend
