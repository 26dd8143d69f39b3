// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/cgroup_names.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <chrono>

namespace quaywatch::linux_backend {
namespace {

/// Plain folders replace the hierarchy: only names and inodes of folders are read.
std::uint64_t idOf(const std::string& path)
{
    struct stat status {};
    EXPECT_EQ(stat(path.c_str(), &status), 0) << path;
    return status.st_ino;
}

TEST(CgroupMount, IsFoundAtAnyMountPoint)
{
    const auto mount = parseCgroupMount(
        "30 23 0:27 / /sys/fs/cgroup rw,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate\n");

    ASSERT_TRUE(mount);
    EXPECT_EQ(mount->path, "/sys/fs/cgroup");
    EXPECT_EQ(mount->root, "/");
}

TEST(CgroupMount, IsDistinguishedFromVersionOne)
{
    const auto mount = parseCgroupMount(
        "40 31 0:37 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd\n"
        "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n");

    ASSERT_TRUE(mount);
    EXPECT_EQ(mount->path, "/sys/fs/cgroup/unified");
}

TEST(CgroupMount, HasItsBlanksUnescaped)
{
    const auto mount = parseCgroupMount("1 1 0:1 /a\\040b /mnt/x\\134y rw - cgroup2 none rw");

    ASSERT_TRUE(mount);
    EXPECT_EQ(mount->root, "/a b");
    EXPECT_EQ(mount->path, "/mnt/x\\y");
}

TEST(CgroupMount, IsEmptyForOtherTexts)
{
    EXPECT_FALSE(parseCgroupMount(""));
    EXPECT_FALSE(parseCgroupMount("1 1 0:1 / /sys/fs/cgroup rw - tmpfs tmpfs rw\n"));
    EXPECT_FALSE(parseCgroupMount("- cgroup2 \n - cgroup2 x\n"));
}

TEST(CgroupNames, ReturnsUnitAndContainerOfACgroupId)
{
    const test::TempDir folder;
    const std::string unit = folder.makeFolder("system.slice/ssh.service");
    const std::string named = folder.makeFolder("lxc/web/deep");
    CgroupNames names(CgroupMount{folder.path(), "/"});

    const auto serviceContext = names.serviceContext(idOf(unit));

    ASSERT_TRUE(serviceContext);
    EXPECT_EQ(serviceContext->unit, "ssh.service");
    EXPECT_EQ(serviceContext->container, std::nullopt);
    ASSERT_TRUE(names.serviceContext(idOf(named)));
    EXPECT_EQ(names.serviceContext(idOf(named))->container, "lxc:web");
}

TEST(CgroupNames, SharesOneContextBetweenSockets)
{
    const test::TempDir folder;
    const std::uint64_t id = idOf(folder.makeFolder("system.slice/ssh.service"));
    CgroupNames names(CgroupMount{folder.path(), "/"});

    EXPECT_EQ(names.serviceContext(id), names.serviceContext(id));
}

TEST(CgroupNames, IsEmptyForGroupsWithoutAUnit)
{
    const test::TempDir folder;
    const std::uint64_t slice = idOf(folder.makeFolder("system.slice"));
    CgroupNames names(CgroupMount{folder.path(), "/"});

    EXPECT_FALSE(names.serviceContext(slice));
    EXPECT_FALSE(names.serviceContext(1));
    EXPECT_FALSE(names.serviceContext(0));
    EXPECT_FALSE(names.serviceContext(idOf(folder.path()) ^ 0x5555'0000'0000'0000U));
}

TEST(CgroupNames, PrependsTheMountedPath)
{
    const test::TempDir folder;
    const std::uint64_t id = idOf(folder.makeFolder("below"));
    CgroupNames names(CgroupMount{folder.path(), "/system.slice/a.service"});

    ASSERT_TRUE(names.serviceContext(id));
    EXPECT_EQ(names.serviceContext(id)->unit, "a.service");
}

TEST(CgroupNames, SearchesAgainForGroupsThatAWalkMissed)
{
    const test::TempDir folder;
    const std::uint64_t id = idOf(folder.makeFolder("system.slice/a.service"));
    CgroupNames names(CgroupMount{folder.path(), "/"}, std::chrono::milliseconds(0));
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const rlimit none{0, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    const auto withoutDescriptors = names.serviceContext(id);
    setrlimit(RLIMIT_NOFILE, &before);

    EXPECT_FALSE(withoutDescriptors);
    ASSERT_TRUE(names.serviceContext(id));
    EXPECT_EQ(names.serviceContext(id)->unit, "a.service");
}

TEST(CgroupNames, FindsAGroupCreatedAfterAWalkWithinTenWalks)
{
    const test::TempDir folder;
    CgroupNames names(CgroupMount{folder.path(), "/"}, std::chrono::hours(1));
    for (int i = 1; i <= 10; ++i) {
        const std::string unit = "again" + std::to_string(i) + ".service";
        const std::uint64_t id = idOf(folder.makeFolder("system.slice/" + unit));
        const auto serviceContext = names.serviceContext(id);
        ASSERT_NE(serviceContext, nullptr) << unit;
        EXPECT_EQ(serviceContext->unit, unit);
    }

    EXPECT_EQ(names.serviceContext(idOf(folder.makeFolder("system.slice/eleventh.service"))),
              nullptr);
}

TEST(CgroupNames, IsEmptyWithoutAHierarchy)
{
    CgroupNames none((std::optional<CgroupMount>()));
    CgroupNames missing(CgroupMount{"/does/not/exist", "/"});

    EXPECT_FALSE(none.serviceContext(42));
    EXPECT_FALSE(missing.serviceContext(42));
}

}  // namespace
}  // namespace quaywatch::linux_backend
