// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/expected_users.h"

#include "core/baseline/parse_baseline.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::uint32_t kWww = 33;
constexpr std::uint32_t kMallory = 1001;

ProcessPtr nginx(std::uint32_t pid, std::uint32_t uid, const std::string& user,
                 std::uint32_t parent = 1, std::optional<std::string> unit = {})
{
    auto info = std::make_shared<ProcessInfo>(*process("nginx", pid, uid, user));
    info->parentPid = parent;
    info->unit = std::move(unit);
    return info;
}

SocketRecord heldBy(std::vector<ProcessPtr> owners)
{
    return tcpListener(80).ownedBy(std::move(owners)).uid(0, "root");
}

/// A server that bound its port as root and then became another user.
SocketRecord droppedServer()
{
    return heldBy({nginx(80, kWww, "www-data")});
}

/// A process of root, and workers that it started and that are no longer root.
SocketRecord withWorkers()
{
    return heldBy(
        {nginx(80, 0, "root"), nginx(81, kWww, "www-data", 80), nginx(82, kWww, "www-data", 80)});
}

BaselineEntry entryWithUser(const std::string& user)
{
    BaselineEntry entry = entryFor(droppedServer());
    entry.user.text = user;
    return entry;
}

TEST(ExpectedUsers, AreThoseOfTheProcessNotOfTheSocketsCreator)
{
    EXPECT_TRUE(entryWithUser("www-data").accepts(droppedServer()));
    EXPECT_TRUE(entryWithUser("33").accepts(droppedServer()));
    EXPECT_FALSE(entryWithUser("root").accepts(droppedServer()));
}

TEST(ExpectedUsers, DoNotIncludeRootUnlessTheEntrySaysSo)
{
    const SocketRecord made = tcpListener(80).ownedBy(nginx(80, 0, "root")).uid(kWww, "www-data");

    EXPECT_FALSE(entryWithUser("www-data").accepts(made));
    EXPECT_FALSE(entryWithUser("www-data").accepts(withWorkers()));
}

TEST(ExpectedUsers, AreWrittenAsThoseOfTheProcess)
{
    EXPECT_EQ(entryFor(droppedServer()).user.text, "www-data");
    EXPECT_TRUE(entryFor(droppedServer()).otherUsers.empty());
    EXPECT_TRUE(entryFor(droppedServer()).accepts(droppedServer()));
}

TEST(ExpectedUsers, OfARootServerIncludeItsWorkers)
{
    EXPECT_EQ(entryFor(withWorkers()).user.text, "root");
    EXPECT_TRUE(entryFor(withWorkers()).otherUsers.empty());
    EXPECT_TRUE(entryWithUser("root").accepts(withWorkers()));
}

TEST(ExpectedUsers, OfARootServerIncludeTheChildrenOfItsWorkers)
{
    EXPECT_TRUE(entryWithUser("root").accepts(heldBy(
        {nginx(80, 0, "root"), nginx(81, kWww, "www-data", 80), nginx(82, kWww, "www-data", 81)})));
}

TEST(ExpectedUsers, OfARootServerIncludeNoProcessThatItDidNotStart)
{
    const std::vector<ProcessPtr> unrelated{
        nginx(90, kMallory, "mallory", 89),                    // its parent holds nothing
        nginx(90, kMallory, "mallory", 1, "session-3.scope"),  // an orphan
        nginx(90, kMallory, "mallory", 81)};                   // of a worker of another user
    for (const ProcessPtr& each : unrelated) {
        EXPECT_FALSE(entryWithUser("root").accepts(
            heldBy({nginx(80, 0, "root"), nginx(81, kWww, "www-data", 80), each})));
    }
}

TEST(ExpectedUsers, OfARootServerIncludeNoProcessThatIsOlderThanItsParent)
{
    auto older = std::make_shared<ProcessInfo>(*nginx(81, kWww, "www-data", 80));
    older->id.startTime = 1;

    EXPECT_FALSE(entryWithUser("root").accepts(heldBy({nginx(80, 0, "root"), older})));
}

TEST(ExpectedUsers, OfASocketThatProcess1HoldsIncludeItsServicesOnly)
{
    const auto withInit = [](std::optional<std::string> unit) {
        auto init = std::make_shared<ProcessInfo>(*process("systemd", 1, 0, "root"));
        SocketRecord socket = heldBy({init, nginx(80, kWww, "www-data", 1, std::move(unit))});
        return socket;
    };
    BaselineEntry entry = entryWithUser("root");
    entry.programs.emplace_back("/usr/bin/systemd");

    EXPECT_TRUE(entry.accepts(withInit("nginx.service")));
    EXPECT_FALSE(entry.accepts(withInit("session-3.scope")));
    EXPECT_FALSE(entry.accepts(withInit("user@33.service")));
    EXPECT_FALSE(entry.accepts(withInit(std::nullopt)));
}

TEST(ExpectedUsers, OfAServerThatIsProcess1IncludeItsWorkers)
{
    EXPECT_TRUE(entryWithUser("root").accepts(
        heldBy({nginx(1, 0, "root"), nginx(20, kWww, "www-data", 1)})));
}

TEST(ExpectedUsers, OfUnrelatedProcessesMustAllBeNamed)
{
    const SocketRecord shared =
        heldBy({nginx(80, kWww, "www-data"), nginx(90, kMallory, "mallory")});
    const BaselineEntry entry = entryFor(shared);

    EXPECT_EQ(entry.user.text, "www-data");
    EXPECT_THAT(entry.otherUsers, ElementsAre("mallory"));
    EXPECT_TRUE(entry.accepts(shared));
    EXPECT_FALSE(entryWithUser("www-data").accepts(shared));
    EXPECT_FALSE(entry.accepts(heldBy({nginx(80, kWww, "www-data"), nginx(90, 0, "root")})));
}

TEST(ExpectedUsers, AreTheCreatorIfTheProcessIsHidden)
{
    const SocketRecord hidden = tcpListener(80).uid(0, "root");
    BaselineEntry entry = entryWithUser("root");
    entry.isAnyProgram = true;

    EXPECT_TRUE(entry.accepts(hidden));
    EXPECT_TRUE(isComparedWithCreator(entry, hidden));
    EXPECT_FALSE(isComparedWithCreator(entry, droppedServer()));
    entry.user = {"", true};
    EXPECT_FALSE(isComparedWithCreator(entry, hidden));
}

TEST(ExpectedUsers, OfAHiddenProcessAreReportedAsTheCreators)
{
    BaselineEntry entry = entryWithUser("www-data");
    entry.isAnyProgram = true;

    EXPECT_EQ(differenceFrom(entry, tcpListener(80).uid(0, "root")),
              "its process is hidden, and its socket was made by root, not by www-data");
}

TEST(ExpectedUsers, WithAnUnknownOneAreNotTakenForTheCreator)
{
    auto unknown = std::make_shared<ProcessInfo>(*nginx(80, 0, "root"));
    unknown->uid.reset();
    unknown->user.reset();

    EXPECT_FALSE(entryWithUser("root").accepts(heldBy({unknown})));
    EXPECT_TRUE(entryFor(heldBy({unknown})).accepts(heldBy({unknown})));
}

TEST(UserDifference, OfAnEntryWithTheCreatorSaysWhatToWrite)
{
    EXPECT_EQ(differenceFrom(entryWithUser("root"), droppedServer()),
              "its user is www-data, not root (root only made the socket; if this is right, "
              "write user = \"www-data\")");
}

TEST(UserDifference, NamesEachUserThatIsNotAccepted)
{
    EXPECT_THAT(differenceFrom(entryWithUser("root"), heldBy({nginx(80, kWww, "www-data"),
                                                              nginx(90, kMallory, "mallory")}))
                    .english(),
                HasSubstr("its user is www-data, mallory, not root (root only made the socket; if "
                          "this is right, write user = [\"www-data\", \"mallory\"])"));
}

TEST(UserDifference, GivesNoAdviceToAcceptRoot)
{
    EXPECT_EQ(differenceFrom(entryWithUser("www-data"), heldBy({nginx(80, 0, "root")})),
              "its user is root, not www-data");
}

TEST(UserDifference, OfARootServerUnderAnotherUserNamesRoot)
{
    EXPECT_EQ(differenceFrom(entryWithUser("www-data"), withWorkers()),
              "its user is root, not www-data");
}

TEST(ExpectedUsers, OfAUsersUnitAreTheUserThatRunsIt)
{
    auto own = std::make_shared<ProcessInfo>(*nginx(80, kMallory, "mallory"));
    own->unit = "web.service";
    own->unitManagerUid = kMallory;
    auto root = std::make_shared<ProcessInfo>(*own);
    root->uid = 0;
    root->user = "root";
    BaselineEntry entry = entryFor(heldBy({own}));
    entry.unitManager.reset();

    EXPECT_TRUE(entry.accepts(heldBy({own})));
    EXPECT_FALSE(entry.accepts(heldBy({root})));
}

}  // namespace
}  // namespace quaywatch::test
