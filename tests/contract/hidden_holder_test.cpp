// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/io_uring_files.h"
#include "core/process/process_control.h"
#include "core/process/process_inspector.h"
#include "core/sockets/socket_source.h"
#include "tests/support/processes/child_process.h"
#include "tests/support/processes/hidden_holders.h"
#include "tests/support/processes/process_without_first_thread.h"
#include "tests/support/sockets/test_socket.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <sys/stat.h>
#include <sys/utsname.h>
#include <atomic>
#include <filesystem>
#include <thread>

namespace quaywatch {
namespace {

using test::ChildProcess;
using test::ProcessWithoutFirstThread;
using test::TestSocket;

constexpr std::chrono::seconds kHolderTimeout{20};

/// A listener that this test opens and that only a child holds afterwards.
class HiddenHolder : public testing::Test {
protected:
    void SetUp() override
    {
        m_listener.bind("127.0.0.1").listen();
        m_port = m_listener.port();
        struct stat status {};
        ASSERT_EQ(fstat(m_listener.fd(), &status), 0);
        m_inode = status.st_ino;
    }

    [[nodiscard]] std::optional<SocketRecord> read() const
    {
        const auto source = createSocketSource();
        const auto snapshot = source ? (*source)->read(ReadScope::Listeners)
                                     : Result<Snapshot>(tl::unexpected(source.error()));
        EXPECT_TRUE(snapshot);
        for (const SocketRecord& socket : snapshot->sockets) {
            if (socket.inode == m_inode) {
                return socket;
            }
        }
        return std::nullopt;
    }

    /// Checks that the child is the owner, and that it still holds the socket right before it would
    /// be ended.
    void expectHeldBy(std::uint32_t pid) const
    {
        const std::optional<SocketRecord> socket = read();
        ASSERT_TRUE(socket);
        EXPECT_EQ(socket->ownerState, OwnerState::Known);
        ASSERT_EQ(socket->owners().size(), 1U);
        const ProcessInfo& owner = *socket->owners().front();
        EXPECT_EQ(owner.id.pid, pid);
        EXPECT_EQ(owner.exe, std::filesystem::read_symlink("/proc/self/exe").string());
        EXPECT_FALSE(owner.command.empty());
        const auto handle = openProcess(owner.id);
        ASSERT_TRUE(handle) << describe(handle.error());
        EXPECT_TRUE((*handle)->holdsSocket(m_inode).value());
        EXPECT_FALSE((*handle)->holdsSocket(1).value());
    }

    TestSocket m_listener{AF_INET, SOCK_STREAM};
    Port m_port = 0;
    std::uint64_t m_inode = 0;
};

TEST_F(HiddenHolder, IsAProcessWhoseFirstThreadHasEnded)
{
    const ProcessWithoutFirstThread child;
    m_listener.close();
    ASSERT_TRUE(child.waitUntilReady());
    const auto pid = static_cast<std::uint32_t>(child.pid());

    expectHeldBy(pid);

    const Result<ProcessDetails> details = inspectProcess(pid);
    ASSERT_TRUE(details);
    EXPECT_TRUE(details->gaps.empty());
    EXPECT_TRUE(details->info.workingDirectory);
    EXPECT_FALSE(details->info.state) << "not a zombie: another thread is running";
    const auto handle = openProcess(details->info.id);
    ASSERT_TRUE(handle);
    EXPECT_EQ((*handle)->state().value(), std::nullopt);
    EXPECT_FALSE((*handle)->waitForExit(std::chrono::milliseconds(0)).value());
    EXPECT_TRUE((*handle)->signal(ProcessSignal::Kill));
    EXPECT_TRUE((*handle)->waitForExit(kHolderTimeout).value());
    EXPECT_FALSE(openProcess(details->info.id));
}

TEST_F(HiddenHolder, IsAProcessWhoseThreadHasItsOwnTable)
{
    const ChildProcess child =
        ChildProcess::forked([fd = m_listener.fd()] { test::moveIntoThread(fd); });
    m_listener.close();

    expectHeldBy(child.pid());
}

TEST_F(HiddenHolder, IsAProcessWithAnIoUring)
{
    if (!test::canMakeRing()) {
        GTEST_SKIP() << "no io_uring can be created here";
    }
    const ChildProcess child =
        ChildProcess::forked([fd = m_listener.fd()] { test::moveIntoRing(fd); });
    m_listener.close();
    utsname system{};
    ASSERT_EQ(uname(&system), 0);
    if (!linux_backend::doesNameRingSockets(&system.release[0])) {
        const std::optional<SocketRecord> socket = read();
        ASSERT_TRUE(socket);
        EXPECT_EQ(socket->ownerState, OwnerState::Hidden);
        GTEST_SKIP() << "this kernel does not name the sockets of an io_uring";
    }

    expectHeldBy(child.pid());
}

TEST_F(HiddenHolder, IsUnknownWhileTheSocketIsInAMessage)
{
    const ChildProcess child =
        ChildProcess::forked([fd = m_listener.fd()] { test::moveIntoMessage(fd); });
    m_listener.close();

    const std::optional<SocketRecord> socket = read();

    ASSERT_TRUE(socket);
    EXPECT_EQ(socket->ownerState, OwnerState::Hidden);
    EXPECT_TRUE(socket->owners().empty());
    EXPECT_TRUE(socket->hiddenBy);
}

TEST(ThreadId, LeadsToItsProcess)
{
    const auto own = static_cast<std::uint32_t>(getpid());
    std::uint32_t number = 0;
    std::thread thread([&number] { number = static_cast<std::uint32_t>(gettid()); });
    thread.join();
    std::atomic<bool> isDone{false};
    std::atomic<std::uint32_t> living{0};
    std::thread other([&] {
        living = static_cast<std::uint32_t>(gettid());
        while (!isDone) {
            std::this_thread::yield();
        }
    });
    while (living == 0) {
        std::this_thread::yield();
    }

    const Result<ProcessDetails> ofThread = inspectProcess(living);
    const Result<ProcessDetails> ofProcess = inspectProcess(own);
    isDone = true;
    other.join();

    ASSERT_TRUE(ofThread && ofProcess);
    EXPECT_EQ(ofThread->threadOf, own);
    EXPECT_EQ(ofThread->info.id, ofProcess->info.id);
    EXPECT_EQ(ofProcess->threadOf, std::nullopt);
    EXPECT_FALSE(inspectProcess(number)) << "that thread has ended";
}

}  // namespace
}  // namespace quaywatch
