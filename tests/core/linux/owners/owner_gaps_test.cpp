// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_gaps.h"
#include "core/message/message_list.h"

#include "core/sockets/hidden_owners.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

using ::testing::HasSubstr;

constexpr HiddenCounts kTwoUnreadable{2, 0, 0};
constexpr HiddenCounts kOneOwn{0, 1, 0};

std::string whyOf(const HiddenCounts& hidden, const OwnerVisibility& visibility)
{
    const std::vector<Gap> gaps = ownerGaps(hidden, visibility);
    EXPECT_EQ(gaps.size(), 1U);
    return gaps.empty() ? std::string()
                        : gaps.front().why.english() + " | " + gaps.front().remedy.english();
}

TEST(OwnerGaps, GiveTheReasonThatApplies)
{
    EXPECT_TRUE(ownerGaps({}, {}).empty());
    EXPECT_EQ(whyOf(kTwoUnreadable, {}), "other users' processes | sudo quaywatch-cli list");
    EXPECT_THAT(whyOf(kTwoUnreadable, {.proc = ProcVisibility::OwnUser}), HasSubstr("hidepid"));
    EXPECT_THAT(whyOf(kTwoUnreadable, {.proc = ProcVisibility::Nothing, .isRoot = true}),
                HasSubstr("/proc is not mounted"));
    EXPECT_THAT(whyOf(kTwoUnreadable, {.lacksDescriptors = true}), HasSubstr("prlimit --nofile"));
}

TEST(OwnerGaps, CountNoOwnerThatMayNotExist)
{
    const std::vector<Gap> mixed = ownerGaps(kTwoUnreadable, {}, {5, 0, 0});
    ASSERT_EQ(mixed.size(), 1U);
    EXPECT_EQ(mixed.front().count, 2U);

    const std::vector<Gap> onlyPartial = ownerGaps({}, {}, {5, 0, 0});
    ASSERT_EQ(onlyPartial.size(), 1U);
    EXPECT_EQ(onlyPartial.front().count, std::nullopt);
    EXPECT_EQ(onlyPartial.front().why, "other users' processes");
}

TEST(OwnerGaps, TellRootOfAMissingCapabilityOrAContainer)
{
    EXPECT_THAT(whyOf(kTwoUnreadable, {.isRoot = true, .isAnyUnreadable = true}),
                HasSubstr("without CAP_SYS_PTRACE | "));
    EXPECT_THAT(whyOf(kTwoUnreadable, {.isRoot = true, .mayTrace = true, .isAnyUnreadable = true}),
                HasSubstr("protected from root | run it on the host"));
    EXPECT_THAT(whyOf(kTwoUnreadable, {.proc = ProcVisibility::Container, .isRoot = true}),
                HasSubstr("outside this container"));
}

TEST(OwnerGaps, TellOfASandboxAndNotOfOtherUsers)
{
    EXPECT_EQ(whyOf(kTwoUnreadable, {.isAnyUnreadable = true, .isSandboxed = true}),
              "processes that the sandbox of this program does not let it inspect | "
              "run it outside the sandbox (seccomp, Landlock, AppArmor)");
}

TEST(OwnerGaps, NeverAdviseRootToUseSudo)
{
    for (const ProcVisibility proc :
         {ProcVisibility::EveryProcess, ProcVisibility::OwnUser, ProcVisibility::Container,
          ProcVisibility::Foreign, ProcVisibility::Nothing}) {
        for (unsigned bits = 0; bits < 32; ++bits) {
            const OwnerVisibility visibility{.proc = proc,
                                             .isRoot = true,
                                             .mayTrace = (bits & 1U) != 0,
                                             .lacksDescriptors = (bits & 2U) != 0,
                                             .isAnyUnreadable = (bits & 4U) != 0,
                                             .isOwnUnreadable = (bits & 8U) != 0,
                                             .isSandboxed = (bits & 16U) != 0};
            for (const Gap& gap : ownerGaps({1, 1, 1}, visibility)) {
                EXPECT_THAT(gap.remedy.english(), ::testing::Not(HasSubstr("sudo")));
                EXPECT_FALSE(gap.remedy.empty()) << gap.why;
                EXPECT_TRUE(codeOf(gap)) << gap.why;
            }
        }
    }
}

TEST(OwnerGaps, HaveACodeForScripts)
{
    const auto code = [](const HiddenCounts& hidden, const OwnerVisibility& visibility) {
        return std::string(codeOf(ownerGaps(hidden, visibility).at(0)).value_or(""));
    };
    EXPECT_EQ(code(kTwoUnreadable, {}), "other-user");
    EXPECT_EQ(code(kOneOwn, {.isOwnUnreadable = true}), "not-dumpable");
    EXPECT_EQ(code(kTwoUnreadable, {.proc = ProcVisibility::Nothing}), "no-proc");
    EXPECT_EQ(code(kTwoUnreadable, {.proc = ProcVisibility::OwnUser}), "hidepid");
    EXPECT_EQ(code(kTwoUnreadable, {.isRoot = true, .isAnyUnreadable = true}), "no-ptrace");
    EXPECT_EQ(code(kTwoUnreadable, {.lacksDescriptors = true}), "out-of-descriptors");
    EXPECT_EQ(code(kTwoUnreadable, {.isSandboxed = true}), "sandbox");
    EXPECT_EQ(code({0, 0, 1}, {}), "no-descriptor");
}

TEST(OwnerGaps, ReportUnreadableProcessesOfTheUser)
{
    EXPECT_THAT(whyOf(kOneOwn, {.isAnyUnreadable = true, .isOwnUnreadable = true}),
                HasSubstr("processes of this user that cannot be inspected"));
    EXPECT_THAT(whyOf(kOneOwn, {.isAnyUnreadable = true}),
                HasSubstr("no readable process has a descriptor"));
}

TEST(OwnerGaps, CountSocketsWithoutADescriptorSeparately)
{
    const std::vector<Gap> gaps = ownerGaps({3, 2, 1}, {.isAnyUnreadable = true});

    ASSERT_EQ(gaps.size(), 3U);
    EXPECT_EQ(gaps[0].count, 3U);
    EXPECT_EQ(gaps[1].count, 2U);
    EXPECT_EQ(gaps[2].count, 1U);
    EXPECT_EQ(gaps[2].why.id(), MessageId::NoDescriptor);
    EXPECT_FALSE(gaps[2].remedy.empty());
}

TEST(OwnerGaps, AreFoundAgainForASocket)
{
    Snapshot snapshot;
    snapshot.gaps = ownerGaps({3, 2, 1}, {.isAnyUnreadable = true});
    SocketRecord socket;
    EXPECT_EQ(gapOf(snapshot, socket), nullptr);
    for (std::size_t by = 0; by < kHiddenByCount; ++by) {
        socket.hiddenBy = static_cast<HiddenBy>(by);
        EXPECT_EQ(gapOf(snapshot, socket), &snapshot.gaps[by]);
    }

    snapshot.gaps = ownerGaps({3, 2, 0}, {.lacksDescriptors = true});
    socket.hiddenBy = HiddenBy::OwnUnreadable;
    ASSERT_NE(gapOf(snapshot, socket), nullptr);
    EXPECT_EQ(gapOf(snapshot, socket)->count, 5U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
