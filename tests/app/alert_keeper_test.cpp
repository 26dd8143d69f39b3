// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_keeper.h"

#include "app/alerts/mute_text.h"
#include "app/settings/settings.h"
#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

constexpr std::chrono::system_clock::time_point kNow{480000h};

Alert alertOf(Port port, const std::string& program = "nc")
{
    Alert alert;
    alert.key = "tcp|0.0.0.0|" + std::to_string(port) + "|/usr/bin/" + program + "|alice";
    alert.reason = program + " listens on port " + std::to_string(port);
    alert.socket =
        std::make_shared<const SocketRecord>(tcpListener(port).ownedBy(process(program)));
    alert.at = kNow;
    return alert;
}

class AlertKeeperTest : public testing::Test {
protected:
    Settings settings{QString()};
    AlertKeeper keeper{settings};
};

TEST_F(AlertKeeperTest, TellsOfEachNewAlertAndHowManyAreUnread)
{
    QSignalSpy told(&keeper, &AlertKeeper::told);
    QSignalSpy unread(&keeper, &AlertKeeper::unreadChanged);

    keeper.add({alertOf(931), alertOf(932)});

    EXPECT_EQ(told.size(), 2);
    ASSERT_EQ(unread.size(), 1);
    EXPECT_EQ(unread[0][0].toInt(), 2);
    EXPECT_EQ(keeper.entries().size(), 2U);
}

TEST_F(AlertKeeperTest, CountsARepeatWithoutTellingOfIt)
{
    keeper.add({alertOf(931)});
    Alert again = alertOf(931);
    again.isRepeat = true;
    QSignalSpy told(&keeper, &AlertKeeper::told);

    keeper.add({again});

    EXPECT_EQ(told.size(), 0);
    ASSERT_EQ(keeper.entries().size(), 1U);
    EXPECT_EQ(keeper.entries()[0].count, 2U);
}

TEST_F(AlertKeeperTest, SaysNothingOfWhatIsMutedButListsIt)
{
    keeper.mute({Mute::OfPort{931}, std::nullopt});
    QSignalSpy told(&keeper, &AlertKeeper::told);

    keeper.add({alertOf(931)});

    EXPECT_EQ(told.size(), 0);
    EXPECT_EQ(keeper.unreadCount(), 0);
    ASSERT_EQ(keeper.entries().size(), 1U);
    EXPECT_TRUE(keeper.entries()[0].isMuted);
}

TEST_F(AlertKeeperTest, IsReadOnceAcknowledged)
{
    keeper.add({alertOf(931), alertOf(932)});

    keeper.acknowledge({keeper.entries()[0].id});
    EXPECT_EQ(keeper.unreadCount(), 1);
    keeper.acknowledgeAll();

    EXPECT_EQ(keeper.unreadCount(), 0);
    EXPECT_EQ(keeper.entries().size(), 2U);
}

TEST_F(AlertKeeperTest, DropsAMuteWhoseTimeIsOver)
{
    keeper.mute({Mute::OfPort{931}, kNow + 1h});
    keeper.mute({Mute::OfRule{WatchRule::Probe}, std::nullopt});

    keeper.dropExpired(kNow + 2h);

    ASSERT_EQ(keeper.mutes().size(), 1U);
    EXPECT_EQ(settings.values().mutes, QStringList{u"rule:probe"_s});
}

TEST(AlertKeeper, RemembersItsMutesInTheSettingsFile)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"quaywatch.ini"_s);
    const std::vector<Mute> mutes{{Mute::OfPort{931}, kNow + 1h},
                                  {Mute::OfProgram{"/opt/a, \"b\" %/c\\d"}, std::nullopt},
                                  {Mute::OfIdentity{"tcp|::|1|/x:y|root"}, std::nullopt},
                                  {Mute::OfRule{WatchRule::BacklogFull}, std::nullopt}};
    {
        Settings settings(path);
        AlertKeeper keeper(settings);
        for (const Mute& mute : mutes) {
            keeper.mute(mute);
        }
    }

    Settings settings(path);
    const AlertKeeper keeper(settings);

    EXPECT_EQ(keeper.mutes(), mutes);
}

TEST(MuteText, TakesNothingThatIsNoMute)
{
    for (const QString& text :
         {u""_s, u"port:"_s, u"port:65536"_s, u"port:-1"_s, u"rule:none"_s, u"until:x port:1"_s,
          u"until:-5 port:1"_s, u"until:5"_s, u"until:99999999999999 port:1"_s, u"door:1"_s}) {
        EXPECT_FALSE(MuteText::parsed(text)) << text.toStdString();
    }
}

}  // namespace
}  // namespace quaywatch::test
