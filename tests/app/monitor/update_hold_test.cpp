// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/update_hold.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::snapshotOf;
using test::tcpListener;

SnapshotPtr at(std::vector<SocketRecord> sockets)
{
    return std::make_shared<const Snapshot>(snapshotOf(std::move(sockets)));
}

SnapshotUpdate step(const SnapshotPtr& before, const SnapshotPtr& after)
{
    SnapshotUpdate update;
    update.before = before;
    update.after = after;
    update.steps = diff(*before, *after);
    return update;
}

class UpdateHoldTest : public testing::Test {
protected:
    SnapshotPtr empty = at({});
    SnapshotPtr one = at({tcpListener(1)});
    SnapshotPtr two = at({tcpListener(1), tcpListener(2)});
    SnapshotPtr other = at({tcpListener(1), tcpListener(3)});
    UpdateHold hold;
};

TEST_F(UpdateHoldTest, PassesUpdatesOnUnlessItHolds)
{
    const auto shown = hold.take(step(empty, one));

    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->after, one);
    EXPECT_EQ(hold.shown(), one);
    EXPECT_EQ(hold.waitingCount(), 0U);
}

TEST_F(UpdateHoldTest, CountsTheRowsThatDifferFromWhatIsShown)
{
    (void)hold.take(step(empty, one));
    EXPECT_FALSE(hold.setHolding(true));

    EXPECT_FALSE(hold.take(step(one, two)));
    EXPECT_EQ(hold.waitingCount(), 1U);
    EXPECT_FALSE(hold.take(step(two, other)));
    EXPECT_EQ(hold.waitingCount(), 1U);
    EXPECT_FALSE(hold.take(step(other, empty)));
    EXPECT_EQ(hold.waitingCount(), 1U);
    EXPECT_EQ(hold.shown(), one);
}

TEST_F(UpdateHoldTest, PassesOnOneStepAtTheEnd)
{
    (void)hold.take(step(empty, two));
    (void)hold.setHolding(true);
    (void)hold.take(step(two, one));
    (void)hold.take(step(one, other));

    const auto shown = hold.setHolding(false);

    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->before, two);
    EXPECT_EQ(shown->after, other);
    EXPECT_EQ(shown->steps.added, (std::vector<RowRun>{{1, 1}}));
    EXPECT_EQ(shown->steps.removed, (std::vector<RowRun>{{1, 1}}));
    EXPECT_EQ(hold.waitingCount(), 0U);
}

TEST_F(UpdateHoldTest, PassesOnTheNextUpdateOnlyOnce)
{
    (void)hold.take(step(empty, one));
    (void)hold.setHolding(true);
    hold.passNext();

    EXPECT_TRUE(hold.take(step(one, two)));
    EXPECT_FALSE(hold.take(step(two, other)));
}

TEST_F(UpdateHoldTest, ShowsTheFirstUpdateAlways)
{
    (void)hold.setHolding(true);

    EXPECT_TRUE(hold.take(step(empty, one)));
}

}  // namespace
}  // namespace quaywatch
