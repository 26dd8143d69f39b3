// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_list.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;
using Time = std::chrono::system_clock::time_point;

constexpr Time kNow{1000h};

Alert alertOn(Port port, Time at = kNow)
{
    Alert alert;
    alert.key = "tcp|0.0.0.0|" + std::to_string(port) + "|/usr/bin/nc|alice";
    alert.socket = std::make_shared<const SocketRecord>(
        SocketRecord(tcpListener(port).ownedBy(process("nc"))));
    alert.at = at;
    return alert;
}
Alert repeated(Alert alert)
{
    alert.isRepeat = true;
    return alert;
}

TEST(AlertList, ListsTheNewestFirst)
{
    AlertList book;
    book.add(alertOn(931));
    book.add(alertOn(932));

    ASSERT_EQ(book.entries().size(), 2U);
    EXPECT_EQ(book.entries()[0].alert.socket->key.localPort, 932);
    EXPECT_EQ(book.unreadCount(), 2U);
}

TEST(AlertList, CountsARepeatWithItsEntryWithoutReportingIt)
{
    AlertList book;
    const auto first = book.add(alertOn(931));
    book.acknowledge(first.id);

    const auto again = book.add(repeated(alertOn(931, kNow + 1min)));

    EXPECT_EQ(again.id, first.id);
    EXPECT_FALSE(again.isNew);
    EXPECT_FALSE(again.shouldReport);
    EXPECT_EQ(book.entries()[0].count, 2U);
    EXPECT_EQ(book.entries()[0].firstSeen, kNow);
    EXPECT_EQ(book.entries()[0].lastSeen, kNow + 1min);
    EXPECT_EQ(book.unreadCount(), 0U);
}

TEST(AlertList, MarksARepeatedAcknowledgedAlertUnread)
{
    AlertList book;
    book.add(alertOn(931));
    book.acknowledgeAll();

    const auto again = book.add(alertOn(931));

    EXPECT_TRUE(again.shouldReport);
    EXPECT_EQ(book.entries().size(), 1U);
    EXPECT_EQ(book.unreadCount(), 1U);
}

TEST(AlertList, CountsTheRestOfABurstWithTheBurst)
{
    AlertList book;
    Alert burst;
    burst.rule = WatchRule::AlertBurst;
    burst.count = 12;
    book.add(burst);
    book.add(repeated(burst));
    book.add(burst);

    ASSERT_EQ(book.entries().size(), 2U);
    EXPECT_EQ(book.entries()[1].count, 24U);
}

TEST(AlertList, DropsTheOldestAcknowledgedFirst)
{
    AlertList book(3);
    book.add(alertOn(931));
    const auto done = book.add(alertOn(932));
    book.add(alertOn(933));
    book.acknowledge(done.id);

    book.add(alertOn(934));
    book.add(alertOn(935));

    EXPECT_EQ(book.find(done.id), nullptr);
    ASSERT_EQ(book.entries().size(), 3U);
    EXPECT_EQ(book.entries()[2].alert.socket->key.localPort, 933);
}

TEST(AlertList, MutesAPortAProgramAnIdentityOrARule)
{
    const std::vector<Mute::Scope> scopes{Mute::OfPort{931}, Mute::OfProgram{"/usr/bin/nc"},
                                          Mute::OfIdentity{"tcp|0.0.0.0|931|/usr/bin/nc|alice"},
                                          Mute::OfRule{WatchRule::UnassignedListener}};
    for (const Mute::Scope& scope : scopes) {
        AlertList book;
        book.mute({scope, std::nullopt});

        const auto added = book.add(alertOn(931));

        EXPECT_FALSE(added.shouldReport) << scope.index();
        EXPECT_TRUE(book.entries()[0].isMuted) << scope.index();
        EXPECT_EQ(book.unreadCount(), 0U) << scope.index();
    }
}

TEST(AlertList, RemovingAMuteLeavesItsAlertsUnread)
{
    AlertList book;
    book.add(alertOn(931));
    book.mute({Mute::OfPort{931}, std::nullopt});
    book.mute({Mute::OfRule{WatchRule::UnassignedListener}, std::nullopt});
    book.add(alertOn(932));

    book.unmute(Mute::OfPort{931});
    EXPECT_EQ(book.unreadCount(), 0U) << "the other mute covers both";

    book.unmute(Mute::OfRule{WatchRule::UnassignedListener});
    EXPECT_EQ(book.unreadCount(), 2U);
}

TEST(AlertList, ReportsAlertsThatAreNotMuted)
{
    AlertList book;
    book.mute({Mute::OfPort{931}, std::nullopt});

    EXPECT_TRUE(book.add(alertOn(932)).shouldReport);
}

TEST(AlertList, EndsAMuteWhenItExpires)
{
    AlertList book;
    book.mute({Mute::OfPort{931}, kNow + 1h});

    EXPECT_FALSE(book.add(alertOn(931, kNow)).shouldReport);
    EXPECT_TRUE(book.add(alertOn(931, kNow + 1h)).shouldReport);
    book.dropExpired(kNow + 1h);
    EXPECT_TRUE(book.mutes().empty());
}

}  // namespace
}  // namespace quaywatch::test
