// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/private_file.h"

#include "core/base/text_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

namespace quaywatch {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kOtherUser = 65534;

/// Sets the umask during its lifetime.
class Umask {
public:
    explicit Umask(mode_t mask)
        : m_before(::umask(mask))
    {
    }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    ~Umask() { ::umask(m_before); }

private:
    mode_t m_before;
};

class PrivateFile : public testing::Test {
protected:
    [[nodiscard]] unsigned permissionsOf(const std::string& name) const
    {
        struct stat facts {};
        EXPECT_EQ(::stat(dir.path(name).c_str(), &facts), 0) << name;
        return facts.st_mode & 07777U;
    }

    test::TempDir dir;
};

TEST_F(PrivateFile, FoldersAndFilesArePrivateWhateverTheUmask)
{
    for (const mode_t mask : {0000U, 0022U, 0277U, 0777U}) {
        const Umask set(mask);
        fs::remove_all(dir.path("a"));

        ASSERT_TRUE(makePrivateFolder(dir.path("a/b/c")));
        ASSERT_TRUE(makePrivateFile(dir.path("a/b/c/file")));

        EXPECT_EQ(permissionsOf("a"), 0700U);
        EXPECT_EQ(permissionsOf("a/b"), 0700U);
        EXPECT_EQ(permissionsOf("a/b/c"), 0700U);
        EXPECT_EQ(permissionsOf("a/b/c/file"), 0600U);
    }
}

TEST_F(PrivateFile, TooOpenPermissionsAreTightened)
{
    dir.write("a/file", "kept");
    ASSERT_EQ(::chmod(dir.path("a").c_str(), 0777), 0);
    ASSERT_EQ(::chmod(dir.path("a/file").c_str(), 0646), 0);

    ASSERT_TRUE(makePrivateFolder(dir.path("a"), FolderPrivacy::Shown));
    EXPECT_EQ(permissionsOf("a"), 0755U);
    ASSERT_TRUE(makePrivateFolder(dir.path("a")));
    ASSERT_TRUE(makePrivateFile(dir.path("a/file")));

    EXPECT_EQ(permissionsOf("a"), 0700U);
    EXPECT_EQ(permissionsOf("a/file"), 0600U);
    EXPECT_EQ(readTextFile(dir.path("a/file"), 9).value_or(""), "kept");
}

TEST_F(PrivateFile, OwnerRestrictionsAreKept)
{
    dir.write("a/file", "");
    ASSERT_EQ(::chmod(dir.path("a/file").c_str(), 0444), 0);
    ASSERT_EQ(::chmod(dir.path("a").c_str(), 0555), 0);

    ASSERT_TRUE(makePrivateFolder(dir.path("a")));
    ASSERT_TRUE(makePrivateFile(dir.path("a/file")));

    EXPECT_EQ(permissionsOf("a"), 0500U);
    EXPECT_EQ(permissionsOf("a/file"), 0400U);
}

TEST_F(PrivateFile, LinksAreFollowedToTheirTarget)
{
    dir.write("real/file", "");
    ASSERT_EQ(::chmod(dir.path("real").c_str(), 0755), 0);
    fs::create_symlink("real", dir.path("link"));
    fs::create_symlink("file", dir.path("real/linked"));
    fs::create_symlink("nowhere", dir.path("real/lost"));

    EXPECT_TRUE(makePrivateFolder(dir.path("link")));
    EXPECT_TRUE(makePrivateFile(dir.path("link/linked")));
    EXPECT_EQ(makePrivateFile(dir.path("real/lost")).error().code, ErrorCode::Unsupported);

    EXPECT_EQ(permissionsOf("real"), 0700U);
    EXPECT_EQ(permissionsOf("real/file"), 0600U);
    EXPECT_FALSE(fs::exists(dir.path("real/nowhere")));
}

TEST_F(PrivateFile, RefusesOtherFileTypes)
{
    dir.write("file", "");
    ASSERT_EQ(::mkfifo(dir.path("pipe").c_str(), 0600), 0);

    EXPECT_FALSE(makePrivateFolder(dir.path("file")));
    EXPECT_FALSE(makePrivateFolder(dir.path("file/below")));
    EXPECT_EQ(makePrivateFile(dir.path("pipe")).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(makePrivateFile(dir.path()).error().code, ErrorCode::Unsupported);
}

TEST_F(PrivateFile, DoesNotTouchFilesOfAnotherUser)
{
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can give a file to another user";
    }
    dir.write("theirs/file", "");
    for (const char* name : {"theirs/file", "theirs"}) {
        ASSERT_EQ(::chmod(dir.path(name).c_str(), 0755), 0);
        ASSERT_EQ(::chown(dir.path(name).c_str(), kOtherUser, kOtherUser), 0);
    }

    const Result<void> folder = makePrivateFolder(dir.path("theirs"));
    const Result<void> file = makePrivateFile(dir.path("theirs/file"));

    EXPECT_EQ(folder.error().code, ErrorCode::PermissionDenied);
    EXPECT_EQ(folder.error().osCode, 0);
    EXPECT_EQ(file.error().code, ErrorCode::PermissionDenied);
    EXPECT_EQ(permissionsOf("theirs"), 0755U);
    EXPECT_EQ(permissionsOf("theirs/file"), 0755U);
}

TEST_F(PrivateFile, KeepsTheLocksOfThisProcess)
{
    const std::string path = dir.write("file", "");
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    ASSERT_EQ(::fcntl(file, F_SETLK, &lock), 0);

    ASSERT_TRUE(makePrivateFile(path));

    const pid_t child = ::fork();
    if (child == 0) {
        ::fcntl(file, F_GETLK, &lock);
        ::_exit(lock.l_type == F_WRLCK ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0) << "as closing any descriptor of the file would";
    ::close(file);
}

TEST_F(PrivateFile, PrivatelyReplacedTextIsPrivate)
{
    const Umask open(0);
    ASSERT_TRUE(replaceTextFile(dir.path("shared"), "x"));
    ASSERT_TRUE(replaceTextFile(dir.path("new/private"), "x", FilePrivacy::Private));
    EXPECT_EQ(permissionsOf("shared"), 0666U);
    EXPECT_EQ(permissionsOf("new"), 0700U);
    EXPECT_EQ(permissionsOf("new/private"), 0600U);

    ASSERT_TRUE(replaceTextFile(dir.path("shared"), "y", FilePrivacy::Private));
    EXPECT_EQ(permissionsOf("shared"), 0600U);
}

}  // namespace
}  // namespace quaywatch
