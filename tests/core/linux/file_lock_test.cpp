// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file_lock.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace quaywatch {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kSomeUser = 65534;

/// Empty if it could not be determined.
std::optional<bool> isLocked(FileLock& lock)
{
    const Result<bool> locked = lock.tryLock();
    return locked ? std::optional(*locked) : std::nullopt;
}

class FileLockTest : public testing::Test {
protected:
    [[nodiscard]] std::string path() const { return dir.path("lock"); }
    [[nodiscard]] unsigned permissions() const
    {
        struct stat facts {};
        EXPECT_EQ(::lstat(path().c_str(), &facts), 0);
        return facts.st_mode & 07777U;
    }
    /// Checks that the lock can be taken once, whatever exists at its path.
    void expectOneHolder() const
    {
        FileLock one(path());
        FileLock another(path());
        const Result<bool> first = one.tryLock();
        ASSERT_TRUE(first.has_value()) << describe(first.error());
        EXPECT_TRUE(*first);
        EXPECT_EQ(isLocked(another), false);
        EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(path())));
        EXPECT_EQ(permissions(), 0600U);
        one.release();
        EXPECT_EQ(isLocked(another), true);
    }

    test::TempDir dir;
};

TEST_F(FileLockTest, HasOneHolderAtATime)
{
    expectOneHolder();
    EXPECT_TRUE(fs::exists(path())) << "the file stays, or a third process could take the lock too";
}

TEST_F(FileLockTest, CannotBeLockedTwiceByOneProcess)
{
    FileLock lock(path());
    ASSERT_EQ(isLocked(lock), true);

    EXPECT_EQ(isLocked(lock), true);
    EXPECT_TRUE(lock.isHeld());
}

TEST_F(FileLockTest, IgnoresTheContentOfTheFile)
{
    const std::string alive = std::to_string(::getpid());
    for (const std::string& text :
         {std::string(), alive + "\ncore_tests\nhost\n\n\n", std::string("1\nsystemd\n\n"),
          std::string(100'000, 'x'), std::string(64, '\0')}) {
        dir.write("lock", text);
        expectOneHolder();
        EXPECT_EQ(fs::file_size(path()), text.size()) << "the content is not changed";
    }
}

TEST_F(FileLockTest, ReadOnlyFileCanBeLocked)
{
    for (const unsigned mode : {0400U, 0000U, 0666U, 0444U}) {
        dir.write("lock", "");
        ASSERT_EQ(::chmod(path().c_str(), mode), 0);
        expectOneHolder();
    }
}

TEST_F(FileLockTest, IsPrivateWhateverTheUmask)
{
    for (const mode_t umask : {0000U, 0777U, 0022U}) {
        fs::remove(path());
        const mode_t before = ::umask(umask);
        expectOneHolder();
        ::umask(before);
    }
}

TEST_F(FileLockTest, NonRegularFileIsMovedAside)
{
    const std::string target = dir.write("elsewhere", "theirs");
    const std::string socketPath = path();
    const std::vector<std::function<void()>> things{
        [&] { ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0); },
        [&] { fs::create_symlink(target, path()); },
        [&] { fs::create_symlink("/dev/zero", path()); },
        [&] { fs::create_symlink("nowhere", path()); },
        [&] { fs::create_symlink("lock", path()); },
        [&] { dir.write("lock/inside", "a folder"); },
        [&] {
            const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            socketPath.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the way of bind(2)
            ASSERT_EQ(::bind(made, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
            ::close(made);
        },
    };
    for (const auto& make : things) {
        fs::remove_all(path());
        make();
        expectOneHolder();
    }
    EXPECT_TRUE(fs::exists(fs::symlink_status(path() + ".aside"))) << "kept";
    EXPECT_TRUE(fs::exists(fs::symlink_status(path() + ".aside-7"))) << "each file is kept";
    EXPECT_EQ(fs::file_size(target), 6U);
    EXPECT_FALSE(fs::exists(dir.path("nowhere")));
}

TEST_F(FileLockTest, FileOfAnotherUserIsMovedAside)
{
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can give a file to another user";
    }
    dir.write("lock", "");
    ASSERT_EQ(::chown(path().c_str(), kSomeUser, kSomeUser), 0);

    expectOneHolder();
}

TEST_F(FileLockTest, DeathOfItsHolderReleasesIt)
{
    int ready[2] = {};  // NOLINT(cppcoreguidelines-avoid-c-arrays): the way of pipe(2)
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        FileLock held(path());
        const char answer = held.tryLock().value_or(false) ? 'y' : 'n';
        static_cast<void>(::write(ready[1], &answer, 1));
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    FileLock lock(path());
    EXPECT_EQ(isLocked(lock), false);

    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);

    EXPECT_EQ(isLocked(lock), true);
}

TEST_F(FileLockTest, ChildOfItsHolderDoesNotInheritIt)
{
    FileLock lock(path());
    ASSERT_EQ(isLocked(lock), true);
    // NOLINTBEGIN(cppcoreguidelines-avoid-c-arrays): the way of pipe(2)
    int input[2] = {};
    int started[2] = {};
    // NOLINTEND(cppcoreguidelines-avoid-c-arrays)
    ASSERT_EQ(::pipe2(input, O_CLOEXEC), 0);
    ASSERT_EQ(::pipe2(started, O_CLOEXEC), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(input[0], STDIN_FILENO);
        ::execlp("cat", "cat", nullptr);
        ::_exit(1);
    }
    ::close(input[0]);
    ::close(started[1]);
    char none = 0;
    ASSERT_EQ(::read(started[0], &none, 1), 0)
        << "it runs, since it has closed the inherited descriptor";

    lock.release();
    FileLock next(path());
    EXPECT_EQ(isLocked(next), true);

    ::close(input[1]);  // which `cat` waits for
    ::close(started[0]);
    ::waitpid(child, nullptr, 0);
}

TEST_F(FileLockTest, OnlyOneOfManyConcurrentAttemptsSucceeds)
{
    constexpr int kRounds = 50;
    constexpr int kThreads = 8;
    for (int round = 0; round < kRounds; ++round) {
        fs::remove(path());
        std::atomic<int> holders = 0;
        std::atomic<int> failures = 0;
        std::vector<std::unique_ptr<FileLock>> each;
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i) {
            each.push_back(std::make_unique<FileLock>(path()));
            threads.emplace_back([&, lock = each.back().get()] {
                const Result<bool> locked = lock->tryLock();
                holders += locked.value_or(false) ? 1 : 0;
                failures += locked ? 0 : 1;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        EXPECT_EQ(holders, 1);
        EXPECT_EQ(failures, 0);
    }
}

TEST_F(FileLockTest, ReportsWhyItCannotBeCreated)
{
    FileLock lock(dir.path("no folder/lock"));

    const Result<bool> locked = lock.tryLock();

    ASSERT_FALSE(locked.has_value());
    EXPECT_EQ(locked.error().code, ErrorCode::NotFound);
    EXPECT_NE(describe(locked.error()).english().find("no folder/lock"), std::string::npos);
    EXPECT_FALSE(lock.isHeld());
}

}  // namespace
}  // namespace quaywatch
