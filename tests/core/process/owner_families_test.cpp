// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/owner_families.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::shared_ptr<ProcessInfo> owner(const std::string& name, std::uint32_t pid,
                                   std::uint32_t parent = 1, std::uint32_t uid = 1000)
{
    auto info = std::make_shared<ProcessInfo>(*test::process(name, pid, uid));
    info->parentPid = parent;
    info->session = pid;
    return info;
}

std::vector<RelatedProcess> noAncestors(const ProcessInfo& /*process*/)
{
    return {};
}

TEST(OwnerFamilies, OfNoOwnersAreEmpty)
{
    EXPECT_THAT(familiesOf({}, noAncestors), IsEmpty());
}

TEST(OwnerFamilies, KeepTheOrderOfTheOwners)
{
    const auto a = owner("a", 10);
    const auto b = owner("b", 20);
    const auto childOfA = owner("c", 30, 10);

    const auto families = familiesOf({a, b, childOfA}, noAncestors);

    ASSERT_THAT(families, SizeIs(2));
    EXPECT_THAT(families[0].members, ElementsAre(a, childOfA));
    EXPECT_THAT(families[0].parents, ElementsAre(a));
    EXPECT_THAT(families[1].members, ElementsAre(b));
    EXPECT_THAT(families[1].parents, IsEmpty());
}

TEST(OwnerFamilies, DoNotMistakeAYoungerProcessForAParent)
{
    auto child = owner("child", 10, 20);
    child->id.startTime = 1;

    EXPECT_THAT(familiesOf({child, owner("other", 20)}, noAncestors), SizeIs(2));
}

TEST(OwnerFamilies, DoNotJoinDifferentUsersOfOneProgram)
{
    EXPECT_THAT(familiesOf({owner("dbus-daemon", 10, 1, 105), owner("dbus-daemon", 20, 1, 33)},
                           noAncestors),
                SizeIs(2));
}

TEST(OwnerFamilies, DoNotJoinScriptsOfOneInterpreter)
{
    const auto a = owner("python3", 10);
    const auto b = owner("python3", 20);
    a->workingDirectory = "/a";
    b->workingDirectory = "/b";

    EXPECT_THAT(familiesOf({a, b}, noAncestors), SizeIs(2));
    a->script = "server.py";
    b->script = "server.py";
    EXPECT_THAT(familiesOf({a, b}, noAncestors), SizeIs(1));
}

TEST(OwnerFamilies, UseTheParentWhereTheSessionIsOutside)
{
    const auto a = owner("httpd", 10, 5);
    const auto b = owner("httpd", 20, 5, 33);
    const auto foreignProcess = owner("httpd", 30, 6, 34);
    for (const auto& process : {a, b, foreignProcess}) {
        process->session = 0;
    }

    EXPECT_THAT(familiesOf({a, b, foreignProcess}, noAncestors), SizeIs(2));
}

TEST(OwnerFamilies, ReadAncestorsOnlyWhenNeeded)
{
    int asked = 0;
    const auto count = [&asked](const ProcessInfo& /*process*/) {
        ++asked;
        return std::vector<RelatedProcess>{};
    };

    (void)familiesOf({owner("a", 10), owner("b", 20, 10)}, count);
    EXPECT_EQ(asked, 0);

    OwnerSet many;
    for (std::uint32_t i = 0; i < 500; ++i) {
        many.push_back(owner("program" + std::to_string(i), 100 + i));
    }
    (void)familiesOf(many, count);
    EXPECT_EQ(asked, 64);
}

}  // namespace
}  // namespace quaywatch
