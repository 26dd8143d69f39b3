// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notification_text.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

QString summaryOf(std::optional<bool> isOpener)
{
    SocketRecord socket =
        test::tcpConnection("10.0.0.1", 51000, "10.0.0.2", 931).ownedBy(test::process("nc", 4711));
    socket.direction = Direction::Outbound;
    socket.isOpener = isOpener;
    AlertEntry entry;
    entry.id = 1;
    entry.alert.rule = WatchRule::UnassignedPeer;
    entry.alert.reason = "a reason";
    entry.alert.socket = std::make_shared<const SocketRecord>(socket);
    AlertDigest digest;
    digest.add(entry);
    return NotificationText::of(digest, {}).summary;
}

TEST(NotificationHeadline, SaysOutgoingOnlyIfThatIsKnown)
{
    EXPECT_TRUE(summaryOf(true).contains(u": outgoing connection to an unassigned port"_s))
        << summaryOf(true).toStdString();
    EXPECT_TRUE(summaryOf(std::nullopt).contains(u": connection with an unassigned port"_s))
        << summaryOf(std::nullopt).toStdString();
}

TEST(NotificationHeadline, NamesThePortAndTheProgramFirst)
{
    EXPECT_TRUE(summaryOf(true).startsWith(u"Port 931, nc (alice): "_s))
        << summaryOf(true).toStdString();
}

/// An entry that combines some alerts.
AlertEntry summaryOfSeveral(std::uint64_t id, std::size_t count)
{
    AlertEntry entry;
    entry.id = id;
    entry.alert.rule = WatchRule::AlertBurst;
    entry.alert.reason = "several alerts";
    entry.alert.count = count;
    entry.alert.parts = std::make_shared<const std::vector<Alert>>(count);
    entry.count = count;
    return entry;
}

TEST(NotificationHeadline, CountsTheAlertsThatAnEntryCombines)
{
    AlertDigest digest;
    digest.add(summaryOfSeveral(1, 6));
    EXPECT_EQ(NotificationText::of(digest, {}).summary, u"6 new alerts – several alerts"_s);

    digest.add(summaryOfSeveral(1, 8));
    AlertEntry single;
    single.id = 2;
    single.count = 3;  // It came three times.
    digest.add(single);
    EXPECT_EQ(digest.count(), 9U);

    AlertDigest later;
    later.add(summaryOfSeveral(3, 2));
    later.add(digest);
    EXPECT_EQ(later.count(), 11U);
}

}  // namespace
}  // namespace quaywatch
