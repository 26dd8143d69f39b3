// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/sock_diag.h"

#include "tests/support/diag_messages.h"

#include <gtest/gtest.h>

#include <netinet/in.h>
#include <cerrno>
#include <deque>
#include <functional>

namespace quaywatch::linux_backend {
namespace {

using test::Bytes;
using test::diagPayload;
using test::netlinkMessage;

constexpr std::uint8_t kListen = 10;

/// Plays one list of datagrams per request; an empty datagram stands for ENOBUFS.
class ScriptedChannel final : public DiagChannel {
public:
    using Reply = std::function<Bytes(std::uint32_t sequence)>;

    Result<void> send(std::span<const std::byte> request) override
    {
        nlmsghdr header;
        std::memcpy(&header, request.data(), sizeof header);
        m_sequence = header.nlmsg_seq;
        ++requestCount;
        m_replies = scripts.front();
        if (scripts.size() > 1) {
            scripts.pop_front();
        }
        return {};
    }

    Result<std::size_t> receive(std::span<std::byte> buffer) override
    {
        const Bytes datagram = m_replies.front()(m_sequence);
        m_replies.pop_front();
        if (datagram.empty()) {
            return failure(ErrorCode::SystemError, "receive", ENOBUFS);
        }
        std::copy(datagram.begin(), datagram.end(), buffer.begin());
        return datagram.size();
    }

    unsigned portId() const noexcept override { return 0; }

    std::deque<std::deque<Reply>> scripts;
    int requestCount = 0;

private:
    std::uint32_t m_sequence = 0;
    std::deque<Reply> m_replies;
};

ScriptedChannel::Reply row(std::uint16_t port, std::uint16_t flags = 0)
{
    return [=](std::uint32_t sequence) {
        return netlinkMessage(SOCK_DIAG_BY_FAMILY, flags, sequence, diagPayload(port, kListen));
    };
}

ScriptedChannel::Reply done(std::uint16_t flags = 0)
{
    return [=](std::uint32_t sequence) {
        return netlinkMessage(NLMSG_DONE, flags, sequence, Bytes(4));
    };
}

ScriptedChannel::Reply error(int number)
{
    return [=](std::uint32_t sequence) {
        nlmsgerr body{};
        body.error = -number;
        Bytes payload;
        test::append(payload, &body, sizeof body);
        return netlinkMessage(NLMSG_ERROR, 0, sequence, payload);
    };
}

ScriptedChannel::Reply lost()
{
    return [](std::uint32_t) { return Bytes(); };
}

ScriptedChannel::Reply cut(std::uint16_t port)
{
    return [=](std::uint32_t sequence) {
        Bytes bytes = netlinkMessage(SOCK_DIAG_BY_FAMILY, 0, sequence, diagPayload(port, kListen));
        bytes.resize(bytes.size() - 8);
        return bytes;
    };
}

DiagQuery tcp4()
{
    return {.family = AF_INET, .protocol = IPPROTO_TCP, .states = 0xfff};
}

std::vector<int> portsOf(const DiagDump& dump)
{
    std::vector<int> ports;
    for (const DiagRow& diagRow : dump.rows) {
        ports.push_back(diagRow.localPort);
    }
    return ports;
}

TEST(SockDiag, CollectsTheRowsOfAllDatagramsUntilDone)
{
    ScriptedChannel channel;
    channel.scripts = {{row(22), row(931), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22, 931}));
    EXPECT_FALSE(dump.isIncomplete);
}

TEST(SockDiag, RepeatsADumpThatTheKernelCallsInterrupted)
{
    ScriptedChannel channel;
    channel.scripts = {{row(22, NLM_F_DUMP_INTR), done()}, {row(22), row(931), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22, 931}));
    EXPECT_FALSE(dump.isIncomplete);
    EXPECT_EQ(channel.requestCount, 2);
}

TEST(SockDiag, KeepsTheFullestTryAndSaysSoWhenEveryOneWasInterrupted)
{
    ScriptedChannel channel;
    channel.scripts = {{row(1), done(NLM_F_DUMP_INTR)},
                       {row(1), row(2), done(NLM_F_DUMP_INTR)},
                       {row(1), done(NLM_F_DUMP_INTR)}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{1, 2}));
    EXPECT_TRUE(dump.isIncomplete);
}

TEST(SockDiag, RepeatsAfterAnOverflowAndAfterACutMessage)
{
    ScriptedChannel channel;
    channel.scripts = {{row(1), lost()}, {row(1), cut(2)}, {row(1), row(2), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{1, 2}));
    EXPECT_FALSE(dump.isIncomplete);
}

TEST(SockDiag, PassesOverWhatIsLeftOfAnEarlierAnswer)
{
    ScriptedChannel channel;
    const ScriptedChannel::Reply stale = [](std::uint32_t sequence) {
        return netlinkMessage(SOCK_DIAG_BY_FAMILY, 0, sequence - 1, diagPayload(7, kListen));
    };
    channel.scripts = {{stale, row(22), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22}));
}

TEST(SockDiag, TellsATableTheKernelDoesNotHave)
{
    ScriptedChannel channel;
    channel.scripts = {{error(ENOENT)}};
    DiagDump dump;

    const Result<void> result = dumpSockets(channel, tcp4(), dump);

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_EQ(result.error().osCode, ENOENT);
}

}  // namespace
}  // namespace quaywatch::linux_backend
