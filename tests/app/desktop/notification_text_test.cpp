// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notification_text.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>

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
    EXPECT_TRUE(summaryOf(true).startsWith(u"Outgoing connection to unassigned port 931"_s))
        << summaryOf(true).toStdString();
    EXPECT_TRUE(summaryOf(std::nullopt).startsWith(u"Connection with unassigned port 931"_s))
        << summaryOf(std::nullopt).toStdString();
}

}  // namespace
}  // namespace quaywatch
