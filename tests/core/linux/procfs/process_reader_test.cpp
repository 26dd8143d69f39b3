// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/process_reader.h"

#include "core/linux/system/unique_fd.h"
#include "tests/support/processes/child_process.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <sys/mman.h>
#include <sys/prctl.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace quaywatch::linux_backend {
namespace {

using test::ChildProcess;

const std::string kCat = std::filesystem::canonical("/bin/cat");

class ProcessReaderTest : public testing::Test {
protected:
    ProcessPtr read(std::uint32_t pid) { return m_reader.read(m_proc.get(), pid); }

    UniqueFd m_proc{open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC)};
    ProcessReader m_reader{std::make_shared<UserNames>()};
    test::TempDir m_folder;
};

TEST_F(ProcessReaderTest, ReadsProgramCommandUserAndParent)
{
    const ChildProcess child = ChildProcess::echoing(kCat, {kCat, "-u", "-"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->id.pid, child.pid());
    EXPECT_EQ(process->name, "cat");
    EXPECT_EQ(process->exe, kCat);
    EXPECT_FALSE(process->isExeDeleted);
    EXPECT_EQ(process->command, (std::vector<std::string>{kCat, "-u", "-"}));
    EXPECT_EQ(process->uid, geteuid());
    EXPECT_EQ(process->parentPid, static_cast<std::uint32_t>(getpid()));
    EXPECT_EQ(process->script, std::nullopt);
}

TEST_F(ProcessReaderTest, ReadsTheStartTime)
{
    const auto before = std::chrono::system_clock::now();
    const ChildProcess child = ChildProcess::forked();
    const auto after = std::chrono::system_clock::now();

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process && process->startedAt);
    constexpr std::chrono::milliseconds kTwoTicks{20};
    EXPECT_GE(*process->startedAt, before - kTwoTicks);
    EXPECT_LE(*process->startedAt, after + kTwoTicks);
}

TEST_F(ProcessReaderTest, ReadsTheSameStartTimeEachTime)
{
    const ChildProcess child = ChildProcess::forked();

    const ProcessPtr first = read(child.pid());

    ASSERT_TRUE(first);
    EXPECT_EQ(*first, *read(child.pid()));
    EXPECT_EQ(m_reader.startTimeOf(m_proc.get(), child.pid()), first->id.startTime);
}

TEST_F(ProcessReaderTest, HandlesAHostileName)
{
    const ChildProcess child = ChildProcess::forked([] { prctl(PR_SET_NAME, "we(ird) )\n<b>"); });

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->comm, "we(ird) )\n<b>");
    EXPECT_EQ(process->parentPid, static_cast<std::uint32_t>(getpid()));
}

TEST_F(ProcessReaderTest, NamesAProgramThatRunsFromMemory)
{
    const UniqueFd memory(memfd_create("sealed-x", 0));
    ASSERT_TRUE(memory);
    std::ifstream cat(kCat, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(cat), {}};
    ASSERT_EQ(write(memory.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    const std::string program = m_folder.path("server");
    std::filesystem::create_symlink(
        "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(memory.get()), program);
    const ChildProcess child = ChildProcess::echoing(program, {"server"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, "/memfd:sealed-x");
    EXPECT_TRUE(process->isExeInMemory);
    EXPECT_EQ(process->name, "server");
}

TEST_F(ProcessReaderTest, MarksADeletedExecutable)
{
    const std::string program = m_folder.path("server");
    std::filesystem::copy_file(kCat, program);
    const ChildProcess child = ChildProcess::echoing(program, {"server"});
    std::filesystem::remove(program);

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, program);
    EXPECT_TRUE(process->isExeDeleted);
    EXPECT_EQ(process->isExeReplaced, false);
    EXPECT_EQ(process->name, "server");
}

TEST_F(ProcessReaderTest, TakesNoFileForMemoryByItsName)
{
    if (std::system("unshare --user --map-root-user --mount true 2>/dev/null") != 0) {
        GTEST_SKIP() << "no mount namespace can be made here";
    }
    // The kernel shows a path below the root of its file system if that is mounted nowhere.
    const std::string folder = m_folder.path("");
    const std::string command = "cd '" + folder + "' && mount -t tmpfs none . && cd '" + folder +
                                "' && cp " + kCat +
                                " memfd:lies && exec 3<memfd:lies && rm memfd:lies && cd / && "
                                "umount -l '" +
                                folder + "' && exec /proc/self/fd/3";
    const ChildProcess child = ChildProcess::echoing(
        "/usr/bin/unshare",
        {"unshare", "--user", "--map-root-user", "--mount", "sh", "-c", command});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, "/memfd:lies");
    EXPECT_TRUE(process->isExeDeleted);
    EXPECT_FALSE(process->isExeInMemory);
}

TEST_F(ProcessReaderTest, MarksAPathThatOnlyTheProcessHas)
{
    if (std::system("unshare --user --map-root-user --mount true 2>/dev/null") != 0) {
        GTEST_SKIP() << "no mount namespace can be made here";
    }
    const std::string command =
        std::string("mount --bind ") + kCat + " /usr/bin/true && exec /usr/bin/true";
    const ChildProcess child = ChildProcess::echoing(
        "/usr/bin/unshare",
        {"unshare", "--user", "--map-root-user", "--mount", "sh", "-c", command});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, "/usr/bin/true");
    EXPECT_TRUE(process->isExeForeign);
}

TEST_F(ProcessReaderTest, DistinguishesAReplacedExecutableFromADeletedOne)
{
    const std::string program = m_folder.path("server");
    std::filesystem::copy_file(kCat, program);
    const ChildProcess child = ChildProcess::echoing(program, {"server"});
    std::filesystem::remove(program);
    std::filesystem::copy_file(kCat, program);

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_TRUE(process->isExeDeleted);
    EXPECT_EQ(process->isExeReplaced, true);
}

TEST_F(ProcessReaderTest, MarksAnExecutableWithAnotherRemainingName)
{
    const std::string program = m_folder.path("server");
    std::filesystem::copy_file(kCat, program);
    std::filesystem::create_hard_link(program, m_folder.path("other"));
    const ChildProcess child = ChildProcess::echoing(program, {"server"});
    std::filesystem::remove(program);

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, program);
    EXPECT_TRUE(process->isExeDeleted);
}

TEST_F(ProcessReaderTest, HandlesAProgramNamedDeleted)
{
    const std::string program = m_folder.path("server (deleted)");
    std::filesystem::copy_file(kCat, program);
    const ChildProcess child = ChildProcess::echoing(program, {"server"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, program);
    EXPECT_FALSE(process->isExeDeleted);
}

TEST_F(ProcessReaderTest, NamesAProcessByItsExecutableNotByItsTitle)
{
    const ChildProcess child = ChildProcess::echoing(kCat, {"/usr/sbin/sshd"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->name, "cat");
}

TEST_F(ProcessReaderTest, FollowsASystemLinkToTheExecutable)
{
    const std::string link = "/usr/bin/awk";
    if (!std::filesystem::is_symlink(link)) {
        GTEST_SKIP() << link << " is not a link here";
    }
    const std::string target = std::filesystem::canonical(link);
    if (target.find("mawk") == std::string::npos) {
        GTEST_SKIP() << link << " is not mawk here";
    }
    const ChildProcess child =
        ChildProcess::echoing(link, {link, "-W", "interactive", "{print; fflush()}"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, target);
    EXPECT_EQ(process->name, "awk");
}

TEST_F(ProcessReaderTest, ReadsTheScriptAndTheServiceContext)
{
    m_folder.write("shop/serve.sh", "while read -r line; do echo \"$line\"; done\n");
    const std::string folder = std::filesystem::canonical(m_folder.path("shop"));
    const ChildProcess child = ChildProcess::echoing("/bin/sh", {"sh", "-u", "serve.sh"}, folder);

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->script, "serve.sh");
    EXPECT_EQ(process->workingDirectory, folder);
}

TEST_F(ProcessReaderTest, FindsNothingOfAnEndedProcess)
{
    ChildProcess child = ChildProcess::forked();
    child.finish();
    child.reap();

    EXPECT_FALSE(read(child.pid()));
    EXPECT_FALSE(m_reader.startTimeOf(m_proc.get(), child.pid()));
    EXPECT_FALSE(read(0));
}

TEST_F(ProcessReaderTest, ReadsTheUserOfANonDumpableProcess)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root can become another user";
    }
    const ChildProcess child = ChildProcess::forked([] {
        if (setresuid(12345, 12345, 12345) != 0) {
            _exit(1);
        }
        prctl(PR_SET_DUMPABLE, 0);
    });

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->uid, 12345U);
}

/// A program whose path is longer than a page, reached by entering the folders one by one.
class DeepProgram {
public:
    explicit DeepProgram(const std::string& top)
        : m_top(top)
        , m_home(std::filesystem::current_path())
    {
        std::filesystem::current_path(top);
        for (int i = 0; i < kDepth; ++i) {
            std::filesystem::create_directory(kName);
            std::filesystem::current_path(kName);
        }
        std::filesystem::copy_file(kCat, "cat");
    }
    DeepProgram(const DeepProgram&) = delete;
    DeepProgram& operator=(const DeepProgram&) = delete;
    ~DeepProgram()
    {
        std::filesystem::remove("cat");
        for (int i = 0; i < kDepth; ++i) {
            std::filesystem::current_path("..");
            std::filesystem::remove(kName);
        }
        std::filesystem::current_path(m_home);
    }

private:
    static constexpr int kDepth = 20;
    const std::string kName = std::string(240, 'd');
    std::string m_top;
    std::filesystem::path m_home;
};

TEST_F(ProcessReaderTest, DoesNotTrustArgvWhereThePathIsTooLong)
{
    const DeepProgram program(m_folder.path());
    const ChildProcess child = ChildProcess::echoing("./cat", {"/usr/sbin/sshd"});

    const ProcessPtr process = read(child.pid());

    ASSERT_TRUE(process);
    EXPECT_EQ(process->exe, std::nullopt);
    EXPECT_TRUE(process->isExePathTooLong);
    EXPECT_EQ(process->name, "cat");
}

TEST_F(ProcessReaderTest, ReadsTheSessionOfASessionLeader)
{
    const ChildProcess same = ChildProcess::forked();
    const ChildProcess other = ChildProcess::forked([] { setsid(); });

    EXPECT_EQ(read(same.pid())->session, static_cast<std::uint32_t>(getsid(0)));
    EXPECT_EQ(read(other.pid())->session, other.pid());
}

TEST_F(ProcessReaderTest, NamesAProgramByItsLinkInATitle)
{
    const std::string dash = std::filesystem::canonical("/bin/sh");
    const std::string real = std::filesystem::path(dash).filename();
    if (real == "sh") {
        GTEST_SKIP() << "/bin/sh is not a link here";
    }
    // As redis-server does, which is a link to redis-check-rdb. "sh -c" waits in a child.
    for (const std::string title : {"/bin/sh *:6379", "sh *:6379", "sh: master process"}) {
        const ChildProcess child = ChildProcess::echoing(dash, {title, "-c", "cat; true"});

        const ProcessPtr process = read(child.pid());

        ASSERT_TRUE(process);
        EXPECT_EQ(process->name, "sh") << title;
        EXPECT_EQ(process->exe, dash);
    }
}

TEST_F(ProcessReaderTest, DoesNotBelieveATitleThatNamesAnotherProgram)
{
    for (const std::string title : {"/usr/sbin/sshd: listener", "ls *:6379", "/../ x", ": "}) {
        const ChildProcess child = ChildProcess::echoing(kCat, {title});

        const ProcessPtr process = read(child.pid());

        ASSERT_TRUE(process);
        EXPECT_EQ(process->name, std::filesystem::path(kCat).filename()) << title;
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
