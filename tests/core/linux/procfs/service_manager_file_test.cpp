// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/service_manager_file.h"

#include "core/linux/system/unique_fd.h"
#include "tests/support/processes/child_process.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace quaywatch::linux_backend {
namespace {

using test::ChildProcess;
namespace fs = std::filesystem;

/// A program that stands for systemd in these tests, and processes that run it or a copy.
class ServiceManagerTest : public testing::Test {
protected:
    ServiceManagerTest()
        : m_installed(install("usr/lib/systemd"))
    {
    }
    [[nodiscard]] std::string install(const std::string& folder) const
    {
        const std::string file = m_folder.makeFolder(folder) + "/systemd";
        fs::copy_file(fs::canonical("/bin/cat"), file, fs::copy_options::overwrite_existing);
        return file;
    }
    [[nodiscard]] std::optional<bool> isManager(const ChildProcess& child) const
    {
        const std::string path = "/proc/" + std::to_string(child.pid());
        const UniqueFd directory(open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const char* const installed = m_installed.c_str();
        return runsServiceManager(directory.get(), {&installed, 1});
    }

    test::TempDir m_folder;
    std::string m_installed;
};

TEST_F(ServiceManagerTest, RunsTheInstalledFileUnderAnyName)
{
    const std::string link = m_folder.path("link");
    fs::create_hard_link(m_installed, link);

    EXPECT_EQ(isManager(ChildProcess::echoing(m_installed, {"systemd"})), true);
    EXPECT_EQ(isManager(ChildProcess::echoing(link, {"other"})), true);
}

TEST_F(ServiceManagerTest, DoesNotRunACopy)
{
    const std::string copy = install("home/lib/systemd");

    EXPECT_EQ(isManager(ChildProcess::echoing(copy, {"/usr/lib/systemd/systemd"})), false);
}

TEST_F(ServiceManagerTest, MayRunTheVersionThatAnUpgradeReplaced)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "root has to own the older file";
    }
    const ChildProcess manager = ChildProcess::echoing(m_installed, {"systemd"});
    fs::remove(m_installed);
    static_cast<void>(install("usr/lib/systemd"));

    EXPECT_EQ(isManager(manager), true);
}

TEST_F(ServiceManagerTest, DoesNotRunADeletedFileOfAUserOrElsewhere)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root can change the owner of a file";
    }
    const std::string copy = install("home/lib/systemd");
    const ChildProcess elsewhere = ChildProcess::echoing(copy, {"systemd"});
    fs::remove(copy);
    const ChildProcess users = ChildProcess::echoing(m_installed, {"systemd"});
    ASSERT_EQ(chown(m_installed.c_str(), 12345, 12345), 0);
    fs::remove(m_installed);
    static_cast<void>(install("usr/lib/systemd"));

    EXPECT_EQ(isManager(elsewhere), false);
    EXPECT_EQ(isManager(users), false);
}

/// Whether a process of this user in that group would be the user's service manager.
bool isInManagerGroup(const std::string& group, std::uint32_t parent)
{
    const test::TempDir folder;
    folder.write("stat", "60 (systemd) S " + std::to_string(parent) +
                             " 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 100 0\n");
    folder.write("cgroup", "0::" + group + "\n");
    const UniqueFd process(open(folder.path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    return isPlacedAsManager(process.get());
}

TEST(ServiceManagerGroup, IsItsGroupBelowProcessOne)
{
    const auto manager = [](std::uint32_t uid) {
        const std::string user = std::to_string(uid);
        return "/user.slice/user-" + user + ".slice/user@" + user + ".service";
    };
    const std::uint32_t own = geteuid();

    EXPECT_TRUE(isInManagerGroup(manager(own) + "/init.scope", 1));
    EXPECT_FALSE(isInManagerGroup(manager(own) + "/init.scope", 2));
    EXPECT_FALSE(isInManagerGroup(manager(own + 1) + "/init.scope", 1));
    EXPECT_FALSE(isInManagerGroup(manager(own) + "/app.slice/x.service", 1));
    EXPECT_FALSE(
        isInManagerGroup("/user.slice/user-" + std::to_string(own) + ".slice/session-1.scope", 1));
    EXPECT_FALSE(isInManagerGroup("/", 1));
}

TEST_F(ServiceManagerTest, IsUnknownWhereTheExecutableIsUnreadable)
{
    const UniqueFd noProcess(open(m_folder.path("").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));

    EXPECT_EQ(runsServiceManager(noProcess.get()), std::nullopt);
}

}  // namespace
}  // namespace quaywatch::linux_backend
