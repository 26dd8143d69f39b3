// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/linux_socket_source.h"

#include "tests/support/machine/fake_proc.h"
#include "tests/support/sockets/scripted_channel.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <linux/inet_diag.h>
#include <netinet/in.h>
#include <atomic>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint32_t kInode = 4711;  // as in diagPayload()

/// A kernel with one TCP listener, which its table lists or misses.
class OneListener final : public DiagChannel {
public:
    OneListener(const std::atomic<bool>& isShown, const std::atomic<std::uint32_t>& uid)
        : m_isShown(isShown)
        , m_uid(uid)
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
        test::Bytes datagram = test::done()(m_sequence);
        if (std::exchange(m_hasRow, false)) {
            datagram = test::row(931)(m_sequence);
            const std::uint32_t uid = m_uid;
            std::memcpy(datagram.data() + sizeof(nlmsghdr) + offsetof(inet_diag_msg, idiag_uid),
                        &uid, sizeof uid);
        }
        std::copy(datagram.begin(), datagram.end(), buffer.begin());
        return datagram.size();
    }

    unsigned portId() const noexcept override { return 0; }

private:
    const std::atomic<bool>& m_isShown;
    const std::atomic<std::uint32_t>& m_uid;
    std::uint32_t m_sequence = 0;
    bool m_hasRow = false;
};

class LinuxSocketSourceTest : public testing::Test {
protected:
    LinuxSocketSource makeSource()
    {
        return {proc.open(), TableReader([this] {
                    return Result<std::unique_ptr<DiagChannel>>(
                        std::make_unique<OneListener>(isShown, uid));
                }),
                KernelSockets([this] {
                    ++evidenceReads;
                    return evidence;
                })};
    }

    test::FakeProc proc;
    std::atomic<bool> isShown = true;
    std::atomic<std::uint32_t> uid = 1000;
    KernelPorts evidence;
    int evidenceReads = 0;
};

TEST_F(LinuxSocketSourceTest, GivesAMissedListenerItsPreviousOwners)
{
    proc.start(10, {kInode});
    LinuxSocketSource source = makeSource();
    const Result<Snapshot> before = source.read(ReadScope::Everything);
    ASSERT_TRUE(before && before->sockets.size() == 1);
    isShown = false;
    proc.start(11, {9});  // causes the owners to be collected again
    ASSERT_TRUE(source.read(ReadScope::Everything));

    isShown = true;
    const std::vector<const SocketRecord*> wanted{&before->sockets.front()};
    const auto found = source.find(wanted);

    ASSERT_TRUE(found && found->size() == 1);
    EXPECT_EQ(found->front().ownerState, OwnerState::Known);
    EXPECT_FALSE(isChanged(before->sockets.front(), found->front()));
}

TEST_F(LinuxSocketSourceTest, MarksAnUnheldSocketHiddenWithItsReason)
{
    LinuxSocketSource source = makeSource();
    const Result<Snapshot> whole = source.read(ReadScope::Everything);
    proc.hideOthers();
    LinuxSocketSource underHidepid = makeSource();
    const Result<Snapshot> partial = underHidepid.read(ReadScope::Everything);

    ASSERT_TRUE(whole && partial);
    EXPECT_EQ(whole->sockets.front().ownerState, OwnerState::Hidden);
    EXPECT_EQ(whole->sockets.front().hiddenBy, HiddenBy::NoDescriptor);
    ASSERT_EQ(whole->gaps.size(), 1U);
    EXPECT_EQ(whole->gaps.front().why, "no process has a descriptor of it");
    EXPECT_EQ(whole->gaps.front().count, 1U);
    EXPECT_EQ(partial->sockets.front().ownerState, OwnerState::Hidden);
    // The user who runs this test may have the uid of the socket's user.
    EXPECT_EQ(partial->sockets.front().hiddenBy, partial->sockets.front().uid == geteuid()
                                                     ? HiddenBy::OwnUnreadable
                                                     : HiddenBy::Unreadable);
    ASSERT_FALSE(partial->gaps.empty());
    EXPECT_EQ(partial->gaps.front().kind, Gap::Kind::Owner);
    EXPECT_EQ(partial->gaps.front().count, 1U);
}

TEST_F(LinuxSocketSourceTest, AssignsASocketToTheKernelOnlyForRootAndOnEvidence)
{
    evidence.ports = {{IPPROTO_TCP, 931, 0, IpAddress::loopback(AddressFamily::Ipv4)}};
    LinuxSocketSource ofUser = makeSource();
    const Result<Snapshot> users = ofUser.read(ReadScope::Everything);
    uid = 0;
    LinuxSocketSource ofRoot = makeSource();
    const Result<Snapshot> roots = ofRoot.read(ReadScope::Everything);

    ASSERT_TRUE(users && roots);
    EXPECT_EQ(users->sockets.front().ownerState, OwnerState::Hidden);
    EXPECT_EQ(roots->sockets.front().ownerState, OwnerState::Kernel);
    EXPECT_EQ(roots->sockets.front().hiddenBy, std::nullopt);
    EXPECT_TRUE(roots->gaps.empty());
}

TEST_F(LinuxSocketSourceTest, ReadsNoEvidenceWhenEverySocketIsHeld)
{
    proc.start(10, {kInode});
    uid = 0;
    LinuxSocketSource source = makeSource();
    ASSERT_TRUE(source.read(ReadScope::Everything));

    EXPECT_EQ(evidenceReads, 0);
}

TEST_F(LinuxSocketSourceTest, FindsAnOwnerWhoseThreadHasItsOwnTableAtTheFirstRead)
{
    proc.start(10, {});
    proc.holdInThread(10, 11, {kInode});
    LinuxSocketSource source = makeSource();

    const Result<Snapshot> snapshot = source.read(ReadScope::Listeners);

    ASSERT_TRUE(snapshot && snapshot->sockets.size() == 1);
    EXPECT_EQ(snapshot->sockets.front().ownerState, OwnerState::Known);
    ASSERT_EQ(snapshot->sockets.front().owners().size(), 1U);
    EXPECT_EQ(snapshot->sockets.front().owners().front()->id.pid, 10U);
    EXPECT_TRUE(snapshot->gaps.empty());
}

}  // namespace
}  // namespace quaywatch::linux_backend
