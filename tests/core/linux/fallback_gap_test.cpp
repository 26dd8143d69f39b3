// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/fallback_gap.h"

#include "core/message/message_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<Gap> fallbacks(const std::vector<std::string>& tables)
{
    std::vector<Gap> gaps{{Gap::Kind::Table, 3, Message(MessageId::UnreadableLines, "x"), {}}};
    for (const std::string& table : tables) {
        gaps.push_back({Gap::Kind::Table, std::nullopt,
                        Message(MessageId::NoSockDiag, table, "/proc/net/" + table),
                        "sudo modprobe " + table + "_diag"});
    }
    return gaps;
}

TEST(FallbackGap, IsOneForAllTables)
{
    const std::vector<Gap> gaps =
        withOneFallbackGap(fallbacks({"tcp", "tcp6", "udp", "udp6"}), /*isConfined=*/false,
                           [] { return SockDiagAccess::Missing; });

    ASSERT_EQ(gaps.size(), 2U);
    EXPECT_EQ(gaps[0].why.id(), MessageId::NoSockDiag);
    EXPECT_THAT(gaps[0].why.english(), HasSubstr("tcp, tcp6, udp, udp6, /proc/net was read"));
    EXPECT_THAT(gaps[0].remedy.english(), HasSubstr("modprobe -a tcp_diag udp_diag"));
    EXPECT_EQ(gaps[1].why.id(), MessageId::UnreadableLines);
}

TEST(FallbackGap, SaysWhatIsMissing)
{
    const auto whyFor = [](const std::vector<std::string>& tables) {
        return withOneFallbackGap(fallbacks(tables), false, [] { return SockDiagAccess::Refused; })
            .at(0)
            .why.english();
    };

    EXPECT_THAT(whyFor({"tcp", "udp"}), HasSubstr("TCP sockets that are bound and do not listen"));
    EXPECT_THAT(whyFor({"udp", "udp6"}), Not(HasSubstr("TCP")));
}

TEST(FallbackGap, AdvisesOnlyTheMissingModule)
{
    const std::vector<Gap> gaps =
        withOneFallbackGap(fallbacks({"udp", "udp6"}), false, [] { return SockDiagAccess::Open; });

    EXPECT_THAT(gaps.at(0).remedy.english(), HasSubstr("modprobe -a udp_diag"));
    EXPECT_THAT(gaps.at(0).remedy.english(), Not(HasSubstr("tcp")));
}

TEST(FallbackGap, AdvisesNoModuleWhereNoneCanBeLoaded)
{
    const std::vector<Gap> refused = withOneFallbackGap(fallbacks({"tcp", "udp"}), false,
                                                        [] { return SockDiagAccess::Refused; });
    const std::vector<Gap> confined =
        withOneFallbackGap(fallbacks({"tcp", "udp"}), true, [] { return SockDiagAccess::Missing; });

    EXPECT_EQ(refused.at(0).why.id(), MessageId::SockDiagRefused);
    EXPECT_THAT(refused.at(0).remedy.english(), HasSubstr("sandbox"));
    EXPECT_EQ(confined.at(0).remedy.id(), MessageId::RunOnHost);
}

TEST(FallbackGap, IsNoneWithoutAFallback)
{
    const auto neverAsked = [] {
        ADD_FAILURE();
        return SockDiagAccess::Open;
    };

    EXPECT_EQ(withOneFallbackGap(fallbacks({}), false, neverAsked).size(), 1U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
