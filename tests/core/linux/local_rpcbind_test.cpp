// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/local_rpcbind.h"

#include "tests/support/temp_dir.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace quaywatch::linux_backend {
namespace {

TEST(IsListeningAt, FindsAListenerByItsPath)
{
    const std::string text =
        "Num       RefCount Protocol Flags    Type St Inode Path\n"
        "0000000000000000: 00000002 00000000 00010000 0001 01 1234 /run/rpcbind.sock\n"
        "0000000000000000: 00000003 00000000 00000000 0001 03 1235 /run/other.sock\n";

    EXPECT_TRUE(isListeningAt(text, "/run/rpcbind.sock"));
    EXPECT_FALSE(isListeningAt(text, "/run/rpcbind"));
    EXPECT_FALSE(isListeningAt(text, "/run/other.sock")) << "connected, not listening";
    EXPECT_FALSE(isListeningAt("", "/run/rpcbind.sock"));
}

TEST(IsListeningAt, FollowsTheLinkInVar)
{
    const std::string text =
        "0000000000000000: 00000002 00000000 00010000 0001 01 1234 /var/run/rpcbind.sock";

    EXPECT_TRUE(isListeningAt(text, "/run/rpcbind.sock"));
}

TEST(IsListeningAt, HandlesAPathThatLooksLikeALine)
{
    const std::string text =
        "0000000000000000: 00000002 00000000 00000000 0001 03 1 /tmp/ 00010000  /run/rpcbind.sock\n"
        "0000000000000000: 00000002 00000000 00010000 0001 01 1 @/run/rpcbind.sock\n";

    EXPECT_FALSE(isListeningAt(text, "/run/rpcbind.sock"));
}

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
