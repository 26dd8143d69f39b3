// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/namespace_gap.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

constexpr std::uint64_t kOwn = 4026531840;

OtherNamespaces namedBlue()
{
    OtherNamespaces others;
    others.own = kOwn;
    others.mounts = {{kOwn, "/run/docker/netns/default"}, {5, "/run/netns/blue"}};
    return others;
}

TEST(NamespaceGapTest, IsAbsentIfNoOtherNamespaceIsKnown)
{
    EXPECT_FALSE(namespaceGap({kOwn, {}, {{kOwn, "/run/docker/netns/default"}}, false, false}));
}

TEST(NamespaceGapTest, CountsANamespaceThatOnlyHasAName)
{
    const auto gap = namespaceGap(namedBlue());

    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->count, 1U);
    EXPECT_EQ(gap->why.english(), "ports of 1 container or namespace are not shown");
    EXPECT_EQ(gap->remedy.english(), "sudo ip netns exec blue quaywatch-cli list");
}

TEST(NamespaceGapTest, CountsANamespaceWithANameAndAProcessOnce)
{
    OtherNamespaces others = namedBlue();
    others.processes = {{5, 4711}, {6, 4712}};
    others.isRoot = true;

    const auto gap = namespaceGap(others);

    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->count, 2U);
    EXPECT_EQ(
        gap->remedy.english(),
        "ip netns exec blue quaywatch-cli list; nsenter --net --target 4712 quaywatch-cli list");
}

TEST(NamespaceGapTest, PrefersAProcessToThePathOfAContainer)
{
    OtherNamespaces others;
    others.own = kOwn;
    others.mounts = {{5, "/run/docker/netns/0a1b"}};
    EXPECT_EQ(namespaceGap(others)->remedy.english(),
              "sudo nsenter --net=/run/docker/netns/0a1b quaywatch-cli list");

    others.processes = {{5, 4711}};
    EXPECT_EQ(namespaceGap(others)->remedy.english(),
              "sudo nsenter --net --target 4711 quaywatch-cli list");
}

TEST(NamespaceGapTest, NamesThreeOfMany)
{
    OtherNamespaces others;
    others.own = kOwn;
    others.processes = {{5, 11}, {6, 12}, {7, 13}, {8, 14}};
    others.isRoot = true;

    const auto gap = namespaceGap(others);

    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->count, 4U);
    EXPECT_EQ(gap->why.english(),
              "ports of 4 containers or namespaces are not shown; the commands list 3 of them");
    EXPECT_EQ(gap->remedy.english(),
              "nsenter --net --target 11 quaywatch-cli list; "
              "nsenter --net --target 12 quaywatch-cli list; "
              "nsenter --net --target 13 quaywatch-cli list");
}

TEST(NamespaceGapTest, NamesNoProcessWhoseNumberMeansAnotherHere)
{
    OtherNamespaces others = namedBlue();
    others.processes = {{5, 4711}};
    others.areNumbersForeign = true;
    EXPECT_EQ(namespaceGap(others)->remedy.english(), "sudo ip netns exec blue quaywatch-cli list");

    others.mounts.clear();
    EXPECT_TRUE(namespaceGap(others)->remedy.empty());
}

TEST(NamespaceGapTest, TellsThatItsCommandListsOneOfSeveral)
{
    OtherNamespaces others = namedBlue();
    others.mounts.push_back({6, {}});
    others.mounts.push_back({7, {}});

    const auto gap = namespaceGap(others);

    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->why.english(),
              "ports of 3 containers or namespaces are not shown; the command lists 1 of them");
    EXPECT_EQ(gap->remedy.english(), "sudo ip netns exec blue quaywatch-cli list");
}

TEST(NamespaceGapTest, TellsNothingOfMountsIfItsOwnNamespaceIsNotKnown)
{
    OtherNamespaces others = namedBlue();
    others.own = 0;
    EXPECT_FALSE(namespaceGap(others));
}

}  // namespace
}  // namespace quaywatch::linux_backend
