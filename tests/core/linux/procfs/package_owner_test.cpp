// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/package_owner.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

class PackageOwner : public testing::Test {
protected:
    [[nodiscard]] std::string ownerOf(const std::string& path) const
    {
        return packageOwning(path, m_folder.path().c_str()).value_or("(none)");
    }

    test::TempDir m_folder;
};

TEST_F(PackageOwner, IsThePackageThatListsTheFile)
{
    m_folder.write("coreutils.list", "/.\n/usr\n/usr/bin\n/usr/bin/env\n");
    m_folder.write("netcat-openbsd.list", "/.\n/bin/nc.openbsd\n/usr/share/doc/nc\n");

    EXPECT_EQ(ownerOf("/usr/bin/env"), "coreutils");
    EXPECT_EQ(ownerOf("/usr/bin/nothing"), "(none)");
}

TEST_F(PackageOwner, IsFoundInBothSpellingsOfAMergedUsr)
{
    m_folder.write("bash.list", "/bin\n/bin/bash\n");
    m_folder.write("dash.list", "/usr/bin/dash\n");

    EXPECT_EQ(ownerOf("/usr/bin/bash"), "bash");
    EXPECT_EQ(ownerOf("/bin/bash"), "bash");
    EXPECT_EQ(ownerOf("/bin/dash"), "dash");
}

TEST_F(PackageOwner, ComparesWholeLinesOnly)
{
    m_folder.write("longer.list", "/opt/usr/bin/nc\n/usr/bin/nc.real\n/usr/bin/nc/usr/bin/nc\n");

    EXPECT_EQ(ownerOf("/usr/bin/nc"), "(none)");
}

TEST_F(PackageOwner, MatchesTheFirstAndTheLastLine)
{
    m_folder.write("x.list", "/usr/sbin/first\n/usr/sbin/last");

    EXPECT_EQ(ownerOf("/usr/sbin/first"), "x");
    EXPECT_EQ(ownerOf("/usr/sbin/last"), "x");
}

TEST_F(PackageOwner, IsReturnedWithoutTheArchitecture)
{
    m_folder.write("libc6:amd64.list", "/lib/x86_64-linux-gnu/libc.so.6\n");

    EXPECT_EQ(ownerOf("/usr/lib/x86_64-linux-gnu/libc.so.6"), "libc6");
}

TEST_F(PackageOwner, IsEmptyForHostilePathsAndOtherFiles)
{
    m_folder.write("x.list", "/a\n/b\n");
    m_folder.write("x.md5sums", "/usr/bin/hidden\n");

    EXPECT_EQ(ownerOf("/a\n/b"), "(none)");
    EXPECT_EQ(ownerOf("a"), "(none)");
    EXPECT_EQ(ownerOf(""), "(none)");
    EXPECT_EQ(ownerOf("/usr/bin/hidden"), "(none)");
}

TEST_F(PackageOwner, CanBeRestrictedToOnePackage)
{
    m_folder.write("chrony.list", "/usr/sbin/chronyd\n");
    m_folder.write("other.list", "/usr/sbin/other\n");
    const auto isOwned = [this](const std::string& path, std::string_view package) {
        return isOwnedByPackage(path, package, m_folder.path().c_str());
    };

    EXPECT_TRUE(isOwned("/usr/sbin/chronyd", "chrony"));
    EXPECT_TRUE(isOwned("/sbin/chronyd", "chrony")) << "the other spelling";
    EXPECT_FALSE(isOwned("/usr/sbin/chronyd", "other"));
    EXPECT_FALSE(isOwned("/usr/sbin/chronyd", "no-such-package"));
    EXPECT_FALSE(isOwned("/usr/sbin/chronyd", "../info/chrony"));
    EXPECT_FALSE(isOwned("/usr/sbin/chronyd", ""));
    EXPECT_FALSE(isOwned("chronyd", "chrony"));
}

TEST_F(PackageOwner, IsEmptyWithoutDpkg)
{
    EXPECT_FALSE(packageOwning("/bin/sh", "/does/not/exist"));
}

}  // namespace
}  // namespace quaywatch::linux_backend
