// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/process_reader.h"

#include "core/linux/system/unique_fd.h"
#include "tests/support/processes/child_process.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fcntl.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

namespace quaywatch::linux_backend {
namespace {

using test::ChildProcess;

/// Programs that run through the dynamic linker.
class LoadedProgramTest : public testing::Test {
protected:
    void SetUp() override
    {
        std::error_code error;
        for (const char* path : {"/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"}) {
            if (std::filesystem::exists(path, error)) {
                m_linker = path;
                return;
            }
        }
        GTEST_SKIP() << "the dynamic linker of this system is not known";
    }

    ProcessPtr read(std::uint32_t pid) { return m_reader.read(m_proc.get(), pid); }

    std::string m_linker;
    std::string m_cat = std::filesystem::canonical("/bin/cat");
    UniqueFd m_proc{open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC)};
    ProcessReader m_reader{std::make_shared<UserNames>()};
    test::TempDir m_folder;
};

TEST_F(LoadedProgramTest, IsNamedByWhatTheLinkerRuns)
{
    const ChildProcess child = ChildProcess::echoing(m_linker, {m_linker, "/bin/cat", "-u"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, std::filesystem::canonical(m_linker));
    EXPECT_TRUE(process->isLoader);
    EXPECT_EQ(process->runs, m_cat);
    EXPECT_EQ(process->name, "cat");
}

TEST_F(LoadedProgramTest, HasItsScript)
{
    const ChildProcess child = ChildProcess::echoing(
        m_linker, {m_linker, "/bin/sh", m_folder.write("run.sh", "cat; true")});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->name, "sh");
    EXPECT_EQ(process->script, m_folder.path("run.sh"));
    EXPECT_TRUE(process->workingDirectory);
}

TEST_F(LoadedProgramTest, IsNotTheNameThatTheLinkerPasses)
{
    const ChildProcess child =
        ChildProcess::echoing(m_linker, {m_linker, "--argv0", "/usr/sbin/sshd", m_cat});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->runs, m_cat);
    EXPECT_EQ(process->name, std::filesystem::path(m_cat).filename());
}

}  // namespace
}  // namespace quaywatch::linux_backend
