// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/explain.h"

#include "core/assess/assess.h"
#include "core/sockets/classify.h"

#include "tests/support/machine/explained.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::Explained;
using test::kAlice;
using test::kDebianRules;
using test::kRoot;
using test::netcat;
using test::process;
using test::snapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(BindObstacles, NameTheHolder)
{
    const Explained port(931, {netcat()});

    EXPECT_EQ(port.explanation.obstacles.at(0).text,
              "tcp 127.0.0.1:931 is held by nc.openbsd (PID 4711): binding fails at 0.0.0.0, "
              "127.0.0.1, [::] (dual-stack), [::ffff:127.0.0.1], \"Address already in use\". "
              "SO_REUSEADDR does not help; SO_REUSEPORT helps only if the holder set it, too, and "
              "made its socket as the same user.");
    ASSERT_EQ(port.explanation.freeAt.size(), 1U);
    EXPECT_EQ(port.explanation.freeAt[0], "tcp 931 is free at [::] (IPV6_V6ONLY), [::1].");
}

TEST(BindObstacles, SayThatADualStackListenerAcceptsIpv4Too)
{
    EXPECT_THAT(Explained(8000, {tcpListener(8000, "::").v6Only(false)}).obstacleTokens(),
                ElementsAre("held", "dual-stack"));
    EXPECT_THAT(Explained(8000, {tcpListener(8000, "::").v6Only(true)}).obstacleTokens(),
                ElementsAre("held"));
}

TEST(BindObstacles, SayThatAWildcardHoldsAddressesThatAreNotListed)
{
    EXPECT_THAT(Explained(8000, {tcpListener(8000)}).obstacles().at(0),
                HasSubstr("[::ffff:127.0.0.1] and every other IPv4 address, \"Address already"));
    EXPECT_THAT(Explained(8000, {tcpListener(8000, "::").v6Only(true)}).obstacles().at(0),
                HasSubstr("[::1] and every other IPv6 address, \"Address already"));
    EXPECT_THAT(Explained(8000, {tcpListener(8000, "::").v6Only(false)}).obstacles().at(0),
                HasSubstr("[::ffff:127.0.0.1] and every other address, \"Address already"));
}

TEST(BindObstacles, DoNotOfferAnAddressThatAnotherSocketHolds)
{
    const Explained both(8000, {tcpListener(8000), tcpListener(8000, "::").v6Only(true)});

    EXPECT_THAT(both.obstacleTokens(), ElementsAre("held", "held"));
    for (const std::string& sentence : both.obstacles()) {
        EXPECT_THAT(sentence, Not(HasSubstr("works")));
    }
}

TEST(BindObstacles, SayForUdpThatEachOptionHelpsOnlyIfBothSetIt)
{
    const Explained port(5353, {udpBound(5353).id(1), udpBound(5353).id(2)});

    EXPECT_THAT(port.obstacles().at(0), HasSubstr("SO_REUSEADDR helps only if the holder set it"));
    EXPECT_THAT(port.now().at(0), Not(HasSubstr("SO_REUSEPORT")));
}

TEST(BindObstacles, NameABoundSocketThatDoesNotListen)
{
    const Explained port(8000, {SocketBuilder(Protocol::Tcp, SocketState::Bound)
                                    .local("::1", 8000)
                                    .ownedBy(process("server", 7))});

    EXPECT_THAT(port.now(), ElementsAre(HasSubstr("tcp [::1]:8000 is bound, but does not listen. "
                                                  "Held by server (PID 7)")));
    EXPECT_THAT(port.obstacles().at(0), HasSubstr("held by server (PID 7): binding fails at "
                                                  "[::] (dual-stack), [::] (IPV6_V6ONLY), [::1]"));
    EXPECT_EQ(port.explanation.sockets.at(0)->assessment.verdict, Verdict::Ordinary);
}

TEST(BindObstacles, CountSocketsInTimeWait)
{
    SocketBuilder left = tcpConnection("10.0.0.1", 8000, "10.0.0.2", 50000);
    left.ownerState(OwnerState::None).record().state = SocketState::TimeWait;

    const Explained port(8000, {left});

    EXPECT_THAT(port.obstacleTokens(), ElementsAre("time-wait"));
    EXPECT_EQ(port.obstacles().at(0),
              "1 connection is still in TIME_WAIT: binding fails for up to a minute at tcp "
              "0.0.0.0, 10.0.0.1, [::] (dual-stack), \"Address already in use\". SO_REUSEADDR or "
              "SO_REUSEPORT helps only if the program that had the connection set the same "
              "option.");
}

TEST(BindObstacles, DependOnTheCurrentUser)
{
    EXPECT_THAT(Explained(931, {}, kAlice).obstacleTokens(), ElementsAre("privileged"));
    EXPECT_THAT(Explained(931, {}, kRoot).obstacleTokens(), IsEmpty());
    EXPECT_THAT(Explained(1024, {}, kAlice).obstacleTokens(), IsEmpty());
}

/// The right to bind is a capability, whatever the user: root of a user namespace of its own lacks
/// it, and a user can have it.
TEST(BindObstacles, DependOnTheCapabilityNotOnTheUser)
{
    const auto obstacles = [](Port port, BindRules rules, const CurrentUser& user) {
        std::vector<BindObstacle> found;
        addRuleObstacles(found, port, rules, user);
        std::vector<std::string> tokens;
        for (const BindObstacle& obstacle : found) {
            tokens.push_back(obstacle.token);
        }
        return tokens;
    };
    BindRules rules = kDebianRules;
    rules.mayBindPrivileged = false;
    EXPECT_THAT(obstacles(81, rules, kRoot), ElementsAre("privileged"));
    EXPECT_THAT(obstacles(1024, rules, kRoot), IsEmpty());
    rules.mayBindPrivileged = true;
    EXPECT_THAT(obstacles(81, rules, kAlice), IsEmpty());

    BindRules unreadable;
    unreadable.areUnreadable = true;
    EXPECT_THAT(obstacles(8000, unreadable, kRoot), ElementsAre("rules-unknown"));
}

TEST(BindObstacles, ReportTheKernelsRules)
{
    EXPECT_THAT(Explained(8080, {}).obstacleTokens(), ElementsAre("reserved"));
    EXPECT_THAT(Explained(40000, {}).obstacleTokens(), ElementsAre("ephemeral"));
}

}  // namespace
}  // namespace quaywatch
