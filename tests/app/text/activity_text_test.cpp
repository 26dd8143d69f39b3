// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/activity_text.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

SnapshotUpdate updateOf(std::vector<SocketClose> closes, std::vector<EventGap> gaps = {})
{
    SnapshotUpdate update;
    Snapshot after;
    after.takenAt = std::chrono::system_clock::now();
    update.after = std::make_shared<const Snapshot>(std::move(after));
    update.closes =
        std::make_shared<const CloseBatch>(CloseBatch{std::move(closes), std::move(gaps)});
    return update;
}

SocketClose closeEvent()
{
    SocketClose closeEvent;
    closeEvent.socket = test::tcpConnection("10.0.0.1", 80, "10.0.0.9", 50000);
    closeEvent.socket.direction = Direction::Inbound;
    closeEvent.socket.bytesReceived = 1200;
    closeEvent.socket.bytesSent = 3;
    closeEvent.isConnection = true;
    closeEvent.lifetimeAtMost = 19500us;
    return closeEvent;
}

TEST(ActivityText, ShowsCountDurationAndBytes)
{
    PortActivity activity;
    activity.add(updateOf({closeEvent(), closeEvent()}));

    const QString text = ActivityText::sentence(activity, 80, Protocol::Tcp);

    EXPECT_TRUE(text.startsWith(u"2 connections ended"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"shortest 20 ms"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"2.40 kB in, 6 B out"_s)) << text.toStdString();
    EXPECT_FALSE(text.contains(u"missing"_s));
}

TEST(ActivityText, UsesTheSingularForOneConnection)
{
    PortActivity activity;
    activity.add(updateOf({closeEvent()}));

    EXPECT_TRUE(
        ActivityText::sentence(activity, 80, Protocol::Tcp).startsWith(u"1 connection ended "_s));
}

TEST(ActivityText, SaysThatThereWereNoConnections)
{
    PortActivity activity;
    activity.add(updateOf({}));

    EXPECT_TRUE(ActivityText::sentence(activity, 80, Protocol::Tcp)
                    .startsWith(u"No finished connections "_s));
}

TEST(ActivityText, CountsFromTheTimeWhenTheListenerWasSeen)
{
    PortActivity activity;
    activity.add(updateOf({}));
    const auto later = *activity.since() + std::chrono::hours(48);

    const QString text = ActivityText::sentence(activity, 80, Protocol::Tcp, later);

    EXPECT_NE(text, ActivityText::sentence(activity, 80, Protocol::Tcp));
}

TEST(ActivityText, IsEmptyWhereNothingIsCounted)
{
    EXPECT_TRUE(ActivityText::sentence({}, 80, Protocol::Tcp).isEmpty());
}

TEST(ActivityText, SaysThatSomeMayBeMissing)
{
    PortActivity activity;
    activity.add(updateOf({closeEvent()}, {EventGap{}}));

    EXPECT_TRUE(ActivityText::sentence(activity, 80, Protocol::Tcp).contains(u"missing"_s));
}

TEST(ActivityText, NeverRoundsDown)
{
    EXPECT_EQ(ActivityText::duration(20us), u"1 ms"_s);
    EXPECT_EQ(ActivityText::duration(1100us), u"2 ms"_s);
    EXPECT_EQ(ActivityText::duration(61s), u"2 min"_s);
}

}  // namespace
}  // namespace quaywatch
