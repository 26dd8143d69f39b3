// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/linux_socket_source.h"

#include "tests/support/fake_proc.h"
#include "tests/support/scripted_channel.h"

#include <gtest/gtest.h>

#include <linux/inet_diag.h>
#include <netinet/in.h>
#include <atomic>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint32_t kInode = 4711;  // as diagPayload() has it

/// A kernel with one TCP listener, which its table shows or misses.
class OneListener final : public DiagChannel {
public:
    explicit OneListener(const std::atomic<bool>& isShown)
        : m_isShown(isShown)
    {
    }

    Result<void> send(std::span<const std::byte> request) override
    {
        nlmsghdr header;
        inet_diag_req_v2 body;
        std::memcpy(&header, request.data(), sizeof header);
        std::memcpy(&body, request.data() + sizeof header, sizeof body);
        m_sequence = header.nlmsg_seq;
        m_hasRow = m_isShown && body.sdiag_family == AF_INET && body.sdiag_protocol == IPPROTO_TCP;
        return {};
    }

    Result<std::size_t> receive(std::span<std::byte> buffer) override
    {
        const auto reply = std::exchange(m_hasRow, false) ? test::row(931) : test::done();
        const test::Bytes datagram = reply(m_sequence);
        std::copy(datagram.begin(), datagram.end(), buffer.begin());
        return datagram.size();
    }

    unsigned portId() const noexcept override { return 0; }

private:
    const std::atomic<bool>& m_isShown;
    std::uint32_t m_sequence = 0;
    bool m_hasRow = false;
};

class LinuxSocketSourceTest : public testing::Test {
protected:
    LinuxSocketSource makeSource()
    {
        return {
            proc.open(), TableReader([this] {
                return Result<std::unique_ptr<DiagChannel>>(std::make_unique<OneListener>(isShown));
            })};
    }

    test::FakeProc proc;
    std::atomic<bool> isShown = true;
};

TEST_F(LinuxSocketSourceTest, GivesAListenerThatATableMissedTheOwnersItHad)
{
    proc.start(10, {kInode});
    LinuxSocketSource source = makeSource();
    const Result<Snapshot> before = source.read(ReadScope::Everything);
    ASSERT_TRUE(before && before->sockets.size() == 1);
    isShown = false;
    proc.start(11, {9});  // makes the owners be put together anew
    ASSERT_TRUE(source.read(ReadScope::Everything));

    isShown = true;
    const std::vector<const SocketRecord*> wanted{&before->sockets.front()};
    const auto found = source.find(wanted);

    ASSERT_TRUE(found && found->size() == 1);
    EXPECT_EQ(found->front().ownerState, OwnerState::Known);
    EXPECT_FALSE(isChanged(before->sockets.front(), found->front()));
}

TEST_F(LinuxSocketSourceTest, CallsASocketTheKernelsOnlyAfterACompleteWalk)
{
    LinuxSocketSource source = makeSource();
    const Result<Snapshot> whole = source.read(ReadScope::Everything);
    proc.hideOthers();
    LinuxSocketSource behindHidepid = makeSource();
    const Result<Snapshot> partial = behindHidepid.read(ReadScope::Everything);

    ASSERT_TRUE(whole && partial);
    EXPECT_EQ(whole->sockets.front().ownerState, OwnerState::Kernel);
    EXPECT_TRUE(whole->gaps.empty());
    EXPECT_EQ(partial->sockets.front().ownerState, OwnerState::Hidden);
    ASSERT_FALSE(partial->gaps.empty());
    EXPECT_EQ(partial->gaps.front().kind, Gap::Kind::Owner);
    EXPECT_EQ(partial->gaps.front().count, 1U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
