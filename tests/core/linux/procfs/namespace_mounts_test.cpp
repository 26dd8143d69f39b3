// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/namespace_mounts.h"

#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <string>

namespace quaywatch::linux_backend {
namespace {

TEST(NamespaceMountsTest, FindsNetworkNamespacesAmongTheMounts)
{
    const auto mounts = parseNamespaceMounts(
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "70 30 0:4 net:[4026532345] /run/netns/blue rw shared:7 - nsfs nsfs rw\n"
        "71 30 0:4 mnt:[4026532346] /run/snapd/ns/x.mnt rw - nsfs nsfs rw\n"
        "72 30 0:4 net:[4026532347] /run/docker/netns/0a1b rw - nsfs nsfs rw\n");

    EXPECT_EQ(mounts, (std::vector<NamespaceMount>{{4026532345U, "/run/netns/blue"},
                                                   {4026532347U, "/run/docker/netns/0a1b"}}));
}

TEST(NamespaceMountsTest, TakesOnlyTheNamespaceFileSystemAtItsWord)
{
    // A bind mount of a folder that is called like a namespace.
    EXPECT_TRUE(parseNamespaceMounts("70 30 8:1 net:[5] /mnt rw - ext4 /dev/sda1 rw\n").empty());
    EXPECT_TRUE(parseNamespaceMounts("70 30 0:4 net:[5x] /mnt rw - nsfs nsfs rw\n").empty());
    EXPECT_TRUE(parseNamespaceMounts("70 30 0:4 net:[\n70\n\n - nsfs nsfs").empty());
}

TEST(NamespaceMountsTest, UndoesTheEscapesOfAPath)
{
    const auto mounts = parseNamespaceMounts(
        "70 30 0:4 net:[5] /run/netns/a\\040b\\134\\0 rw - nsfs nsfs rw\n"
        "71 30 0:4 net:[6] /run/netns/gone//deleted rw - nsfs nsfs rw");

    ASSERT_EQ(mounts.size(), 2U);
    EXPECT_EQ(mounts[0].path, "/run/netns/a b\\\\0");
    EXPECT_EQ(mounts[1], (NamespaceMount{6, ""}));
}

TEST(NamespaceMountsTest, NamesTheCommandThatWorksForThePath)
{
    EXPECT_EQ(listCommandIn({5, "/run/netns/blue"}), "ip netns exec blue quaywatch-cli list");
    EXPECT_EQ(listCommandIn({5, "/run/netns/a b"}), "ip netns exec 'a b' quaywatch-cli list");
    EXPECT_EQ(listCommandIn({5, "/run/docker/netns/0a1b"}),
              "nsenter --net=/run/docker/netns/0a1b quaywatch-cli list");
    EXPECT_EQ(listCommandIn({5, ""}), "");
}

TEST(NamespaceMountsTest, ReadsTheFileInPieces)
{
    const test::TempDir proc;
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += "22 1 8:1 / /srv/" + std::to_string(i) + " rw,relatime - ext4 /dev/sda1 rw\n";
    }
    text += "70 30 0:4 net:[4026532345] /run/netns/blue rw - nsfs nsfs rw\n";
    proc.write("self/mountinfo", text);
    const UniqueFd folder(open(proc.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));

    NamespaceMounts mounts(folder.get());

    EXPECT_EQ(mounts.read(), (std::vector<NamespaceMount>{{4026532345U, "/run/netns/blue"}}));
    EXPECT_EQ(mounts.read().size(), 1U);
}

TEST(NamespaceMountsTest, FindsNothingWithoutTheFile)
{
    const test::TempDir proc;
    const UniqueFd folder(open(proc.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));

    EXPECT_TRUE(NamespaceMounts(folder.get()).read().empty());
}

}  // namespace
}  // namespace quaywatch::linux_backend
