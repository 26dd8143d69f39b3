// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/program_files.h"

#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::array<std::string_view, 2> kPackages{"right-package", ""};
constexpr std::uint32_t kPid = 300;

/// A fake /proc and dpkg database, and processes that run files of this machine.
class ProgramFilesTest : public testing::Test {
protected:
    /// Makes a process run a file.
    ProcessInfo runs(const std::string& executable, std::vector<std::string> command = {},
                     std::uint32_t pid = kPid)
    {
        const std::string folder = m_proc.makeFolder(std::to_string(pid));
        const std::string link = folder + "/exe";
        unlink(link.c_str());
        EXPECT_EQ(symlink(executable.c_str(), link.c_str()), 0);
        ProcessInfo info;
        info.id = {pid, pid};
        info.exe = executable;
        info.command = std::move(command);
        return info;
    }
    ProgramFiles files()
    {
        return ProgramFiles(UniqueFd(open(m_proc.path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)),
                            m_lists.path());
    }
    std::string packageOf(const ProcessInfo& process)
    {
        return files().packageOf(process, kPackages).value_or("(none)");
    }

    test::TempDir m_proc;
    test::TempDir m_lists;
    test::TempDir m_folder;
};

/// The real path of a system file: /bin may be a link.
std::string realPath(const char* path)
{
    std::array<char, 4096> buffer{};
    return realpath(path, buffer.data()) == nullptr ? std::string() : std::string(buffer.data());
}

TEST_F(ProgramFilesTest, FindThePackageOfTheExecutable)
{
    const std::string env = realPath("/usr/bin/env");
    m_lists.write("right-package.list", "/usr\n" + env + "\n");

    EXPECT_EQ(packageOf(runs(env)), "right-package");
}

TEST_F(ProgramFilesTest, FindOnlyTheRequestedPackage)
{
    const std::string env = realPath("/usr/bin/env");
    m_lists.write("wrong-package.list", env + "\n");

    EXPECT_EQ(packageOf(runs(env)), "(none)");
}

TEST_F(ProgramFilesTest, DoNotMistakeACopyForThePackagesFile)
{
    const std::string copy = m_folder.write("env", "a program of my own");
    m_lists.write("right-package.list", "/usr/bin/env\n" + copy + "\n");

    EXPECT_EQ(packageOf(runs(copy)), "(none)")
        << "no package installs files there, whatever a list says";

    ProcessInfo inAnotherMountNamespace = runs(copy);
    inAnotherMountNamespace.exe = "/usr/bin/env";
    EXPECT_EQ(packageOf(inAnotherMountNamespace), "(none)");
}

TEST_F(ProgramFilesTest, FindThePerlScript)
{
    const std::string perl = realPath("/usr/bin/perl");
    const std::string script = realPath("/usr/bin/ldd");  // any file of root in /usr
    if (perl.empty() || script.empty()) {
        GTEST_SKIP() << "no perl or ldd here";
    }
    m_lists.write("perl-base.list", perl + "\n");
    m_lists.write("right-package.list", script + "\n");

    EXPECT_EQ(packageOf(runs(perl, {"/usr/bin/perl", "-T -w", script, "--option"})),
              "right-package");
    EXPECT_EQ(packageOf(runs(perl, {"perl", m_folder.write("spamd", "")}, 301)), "(none)");
    EXPECT_EQ(packageOf(runs(perl, {"perl", "-e", "evil()", script}, 302)), "(none)");
    EXPECT_EQ(packageOf(runs(perl, {"perl", "-MEvil", script}, 303)), "(none)");
    EXPECT_EQ(packageOf(runs(perl, {"perl", "spamd"}, 304)), "(none)");
    EXPECT_EQ(packageOf(runs(perl, {"spamd child"}, 305)), "(none)");
    EXPECT_EQ(packageOf(runs(perl, {}, 306)), "(none)");
}

TEST_F(ProgramFilesTest, ReportWhetherTheExecutableBelongsToRoot)
{
    EXPECT_EQ(files().isRootsOwn(runs(realPath("/usr/bin/env"))), true);

    const std::string open = m_folder.write("open", "");
    ASSERT_EQ(chmod(open.c_str(), 0757), 0);
    EXPECT_EQ(files().isRootsOwn(runs(open)), false) << "others can write to it";
    if (geteuid() == 0) {
        const std::string theirs = m_folder.write("theirs", "");
        ASSERT_EQ(chown(theirs.c_str(), 1001, 1001), 0);
        EXPECT_EQ(files().isRootsOwn(runs(theirs)), false);
    }
}

TEST_F(ProgramFilesTest, AreEmptyForAnUnreadableProcess)
{
    ProcessInfo ended;
    ended.id = {4711, 1};

    EXPECT_FALSE(files().isRootsOwn(ended));
    EXPECT_EQ(packageOf(ended), "(none)");
}

TEST_F(ProgramFilesTest, CacheTheFactsOfAProcess)
{
    const std::string env = realPath("/usr/bin/env");
    m_lists.write("right-package.list", env + "\n");
    ProgramFiles files = this->files();
    const ProcessInfo process = runs(env);
    ASSERT_TRUE(files.packageOf(process, kPackages));
    ASSERT_EQ(files.isRootsOwn(process), true);

    m_lists.write("right-package.list", "");
    unlink(m_proc.path("300/exe").c_str());

    EXPECT_TRUE(files.packageOf(process, kPackages)) << "an upgrade is running";
    EXPECT_EQ(files.isRootsOwn(process), true);
}

TEST_F(ProgramFilesTest, ReadAgainAfterExec)
{
    const std::string env = realPath("/usr/bin/env");
    m_lists.write("right-package.list", env + "\n");
    ProgramFiles files = this->files();
    ASSERT_TRUE(files.packageOf(runs(env), kPackages));

    EXPECT_FALSE(files.packageOf(runs(m_folder.write("other", "")), kPackages));
}

TEST_F(ProgramFilesTest, ReadAListOnceForAnExecutable)
{
    const std::string env = realPath("/usr/bin/env");
    m_lists.write("right-package.list", env + "\n");
    ProgramFiles files = this->files();
    ASSERT_TRUE(files.packageOf(runs(env), kPackages));

    m_lists.write("right-package.list", "");

    EXPECT_TRUE(files.packageOf(runs(env, {}, 301), kPackages)) << "the service was restarted";
}

}  // namespace
}  // namespace quaywatch::linux_backend
