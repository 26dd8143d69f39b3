// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/living_thread.h"

#include "core/linux/procfs/process_reader.h"
#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

class LivingThreadTest : public testing::Test {
protected:
    [[nodiscard]] UniqueFd folderOf(std::uint32_t pid) const
    {
        return UniqueFd(openat(m_procFd.get(), PidName(pid).c_str(), O_PATH | O_DIRECTORY));
    }
    [[nodiscard]] bool hasEnded(std::uint32_t pid)
    {
        const UniqueFd folder = folderOf(pid);
        const auto text = m_file.read(folder.get(), "stat");
        const auto stat = text ? parseProcStat(*text) : std::nullopt;
        EXPECT_TRUE(stat);
        return stat && hasProcessEnded(folder.get(), *stat);
    }

    test::FakeProc proc;
    UniqueFd m_procFd{proc.open()};
    ProcFile m_file;
};

TEST_F(LivingThreadTest, AProcessIsAliveWhileOneOfItsThreadsIs)
{
    proc.start(10, {});
    proc.holdInThread(10, 11, {}, 'Z');
    proc.holdInThread(10, 12, {7}, 'S');
    proc.endFirstThread(10);

    EXPECT_FALSE(hasEnded(10));

    proc.holdInThread(10, 12, {}, 'X');
    EXPECT_TRUE(hasEnded(10));
}

TEST_F(LivingThreadTest, ReadsTheProgramOfAProcessWhoseFirstThreadHasEnded)
{
    proc.start(10, {});
    proc.holdInThread(10, 11, {7});
    proc.endFirstThread(10);

    const ProcessPtr process =
        ProcessReader(std::make_shared<UserNames>()).read(m_procFd.get(), 10);

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, "/usr/bin/server");
    EXPECT_EQ(process->name, "server");
    EXPECT_EQ(process->id, (ProcessId{10, 100}));
}

TEST_F(LivingThreadTest, ReturnsTheProcessOfAThreadId)
{
    proc.start(10, {});
    proc.nameThread(10, 11);

    EXPECT_EQ(processOfNumber(m_procFd.get(), 11, m_file), 10U);
    EXPECT_EQ(processOfNumber(m_procFd.get(), 12, m_file), std::nullopt);
}

TEST(ThreadGroupLine, IsFoundAfterAnyName)
{
    EXPECT_EQ(parseThreadGroup("Name:\ta\\nTgid:\t5\nUmask:\t0022\nTgid:\t931\nNgid:\t0\n"), 931U);
    for (const char* other : {"", "Tgid:\t1\n", "Name:\tx\nTgid:\t\n", "Name:\tx\nTgid:\t-1\n",
                              "Name:\tx\nTgid:\t4294967296\n", "Name:\tx\nTgid: 1\n"}) {
        EXPECT_EQ(parseThreadGroup(other), std::nullopt) << other;
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
