// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/local_rpcbind.h"

#include "core/linux/unix_listeners.h"
#include "tests/support/temp_dir.h"

#include <linux/netlink.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace quaywatch::linux_backend {
namespace {

TEST(IsRpcbindUser, AcceptsRootAndNoOrdinaryUser)
{
    EXPECT_TRUE(isRpcbindUser(0));
    EXPECT_FALSE(isRpcbindUser(4294967294U));
}

/// A socket of this user in a folder of this user.
class LocalRpcbind : public testing::Test {
protected:
    LocalRpcbind()
        : m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_path(m_folder.path("rpcbind.sock"))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(m_path.begin(), m_path.end(), std::begin(address.sun_path));
        EXPECT_EQ(
            bind(m_listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(listen(m_listener.get(), 1), 0);
    }
    [[nodiscard]] bool connects() const { return connectLocalRpcbind(m_path).has_value(); }

    test::TempDir m_folder;
    UniqueFd m_listener;
    std::string m_path;
};

TEST_F(LocalRpcbind, IsTrustedIfRootListensInARootOwnedFolder)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "needs root, who has to own the socket";
    }
    EXPECT_TRUE(connects());
}

TEST_F(LocalRpcbind, IsFoundByItsFileNotByItsPath)
{
    NetlinkQuery query(NETLINK_SOCK_DIAG);
    struct stat file {};
    ASSERT_EQ(stat(m_path.c_str(), &file), 0);
    EXPECT_TRUE(isUnixListenerAt(query, file));

    struct stat other = file;
    ++other.st_ino;
    EXPECT_FALSE(isUnixListenerAt(query, other));
    other = file;
    other.st_dev = makedev(gnu_dev_major(file.st_dev) + 1, gnu_dev_minor(file.st_dev));
    EXPECT_FALSE(isUnixListenerAt(query, other));
    m_listener.reset();
    EXPECT_FALSE(isUnixListenerAt(query, file)) << "nobody listens there now";
}

TEST_F(LocalRpcbind, IsNotTrustedInAFolderWritableByOthers)
{
    ASSERT_EQ(chmod(m_folder.path().c_str(), 0777), 0);
    EXPECT_FALSE(connects());

    ASSERT_EQ(chmod(m_folder.path().c_str(), 0775), 0);
    EXPECT_FALSE(connects());
}

TEST_F(LocalRpcbind, IsNotTrustedFromAnotherUser)
{
    if (geteuid() != 0) {
        EXPECT_FALSE(connects());
        return;
    }
    ASSERT_EQ(lchown(m_path.c_str(), 1001, 1001), 0);
    EXPECT_FALSE(connects()) << "another user's socket in a folder of root";

    ASSERT_EQ(lchown(m_path.c_str(), 0, 0), 0);
    ASSERT_EQ(chown(m_folder.path().c_str(), 1001, 1001), 0);
    EXPECT_FALSE(connects()) << "a folder in which that user may create a socket";
}

TEST_F(LocalRpcbind, IsNotTrustedIfAnotherUserListens)
{
    if (geteuid() != 0) {
        GTEST_SKIP() << "needs root, to listen as another user";
    }
    ASSERT_EQ(seteuid(1001), 0);
    const int listening = listen(m_listener.get(), 1);  // SO_PEERCRED now reports that user
    ASSERT_EQ(seteuid(0), 0);
    ASSERT_EQ(listening, 0);

    EXPECT_FALSE(connects());
}

TEST_F(LocalRpcbind, IsNotTrustedIfItIsAFileALinkOrMissing)
{
    EXPECT_FALSE(connectLocalRpcbind(m_folder.path("none")));
    EXPECT_FALSE(connectLocalRpcbind(m_folder.write("file", "")));
    ASSERT_EQ(symlink(m_path.c_str(), m_folder.path("link").c_str()), 0);
    EXPECT_FALSE(connectLocalRpcbind(m_folder.path("link")));
    EXPECT_FALSE(connectLocalRpcbind("/" + std::string(200, 'a')));
    EXPECT_FALSE(connectLocalRpcbind(""));
}

}  // namespace
}  // namespace quaywatch::linux_backend
