// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_manager.h"

#include "app/alerts/mute_text.h"
#include "app/settings/settings.h"
#include "core/watch/alert_rate_limiter.h"
#include "core/watch/service_key.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

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

class AlertManagerTest : public testing::Test {
protected:
    Settings settings{QString()};
    AlertManager keeper{settings};
};

TEST_F(AlertManagerTest, ReportsEachNewAlertAndTheUnreadCount)
{
    QSignalSpy reported(&keeper, &AlertManager::reported);
    QSignalSpy unread(&keeper, &AlertManager::unreadChanged);

    keeper.add({alertOf(931), alertOf(932)});

    EXPECT_EQ(reported.size(), 2);
    ASSERT_EQ(unread.size(), 1);
    EXPECT_EQ(unread[0][0].toInt(), 2);
    EXPECT_EQ(keeper.entries().size(), 2U);
}

TEST_F(AlertManagerTest, CountsARepeatWithoutReportingIt)
{
    keeper.add({alertOf(931)});
    Alert again = alertOf(931);
    again.isRepeat = true;
    QSignalSpy reported(&keeper, &AlertManager::reported);

    keeper.add({again});

    EXPECT_EQ(reported.size(), 0);
    ASSERT_EQ(keeper.entries().size(), 1U);
    EXPECT_EQ(keeper.entries()[0].count, 2U);
}

TEST_F(AlertManagerTest, ListsMutedAlertsWithoutReportingThem)
{
    keeper.mute({Mute::OfPort{931}, std::nullopt});
    QSignalSpy reported(&keeper, &AlertManager::reported);

    keeper.add({alertOf(931)});

    EXPECT_EQ(reported.size(), 0);
    EXPECT_EQ(keeper.unreadCount(), 0);
    ASSERT_EQ(keeper.entries().size(), 1U);
    EXPECT_TRUE(keeper.entries()[0].isMuted);
}

TEST_F(AlertManagerTest, IsReadOnceAcknowledged)
{
    keeper.add({alertOf(931), alertOf(932)});

    keeper.acknowledge({keeper.entries()[0].id});
    EXPECT_EQ(keeper.unreadCount(), 1);
    keeper.acknowledgeAll();

    EXPECT_EQ(keeper.unreadCount(), 0);
    EXPECT_EQ(keeper.entries().size(), 2U);
}

TEST_F(AlertManagerTest, DropsAnExpiredMute)
{
    keeper.mute({Mute::OfPort{931}, kNow + 1h});
    keeper.mute({Mute::OfRule{WatchRule::Probe}, std::nullopt});

    keeper.dropExpired(kNow + 2h);

    ASSERT_EQ(keeper.mutes().size(), 1U);
    EXPECT_EQ(settings.values().mutes, QStringList{u"rule:probe"_s});
}

TEST(AlertManager, RemembersItsMutesInTheSettingsFile)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"quaywatch.ini"_s);
    const std::vector<Mute> mutes{{Mute::OfPort{931}, kNow + 1h},
                                  {Mute::OfProgram{"/opt/a, \"b\" %/c\\d"}, std::nullopt},
                                  {Mute::OfIdentity{"tcp|::|1|/x:y|root"}, std::nullopt},
                                  {Mute::OfRule{WatchRule::BacklogFull}, std::nullopt}};
    {
        Settings settings(path);
        AlertManager keeper(settings);
        for (const Mute& mute : mutes) {
            keeper.mute(mute);
        }
    }

    Settings settings(path);
    const AlertManager keeper(settings);

    EXPECT_EQ(keeper.mutes(), mutes);
}

/// Successive runs of the program that share one file.
class AlertsOfTwoRuns : public testing::Test {
protected:
    /// Starts a run that watches these listeners and reports each. The next call or end() ends it.
    AlertManager& run(const std::vector<Port>& ports, std::chrono::hours later = 0h)
    {
        keeper.reset();
        now += later;
        keeper = std::make_unique<AlertManager>(settings, path());
        QObject::connect(keeper.get(), &AlertManager::reported, [this](const AlertEntry& entry) {
            reported.push_back(entry.alert.reason.english());
        });
        reported.clear();
        last.reset();
        see(ports);
        std::vector<Alert> alerts;
        for (const Port port : ports) {
            alerts.push_back(alertAbout(port));
        }
        keeper->add(AlertRateLimiter::passFirst(alerts));
        return *keeper;
    }
    void end() { keeper.reset(); }
    void see(const std::vector<Port>& ports)
    {
        std::vector<SocketRecord> sockets;
        for (const Port port : ports) {
            sockets.push_back(tcpListener(port).ownedBy(process("nc")));
        }
        auto snapshot = std::make_shared<Snapshot>(snapshotOf(std::move(sockets)));
        snapshot->takenAt = now += 1s;
        SnapshotUpdate update;
        update.isFirst = last == nullptr;
        update.before = update.isFirst ? std::make_shared<const Snapshot>() : last;
        update.after = last = snapshot;
        update.steps = diff(*update.before, *update.after);
        keeper->follow(update);
    }
    [[nodiscard]] Alert alertAbout(Port port) const
    {
        Alert alert = alertOf(port);
        alert.rule = WatchRule::UnassignedListener;
        alert.key = alertKeyOf(alert.rule, *alert.socket);
        alert.at = now;
        return alert;
    }
    [[nodiscard]] std::string path() const { return folder.path("data/alerts.tsv"); }

    TempDir folder;
    Settings settings{QString()};
    std::chrono::system_clock::time_point now = kNow;
    SnapshotPtr last;
    std::unique_ptr<AlertManager> keeper;
    std::vector<std::string> reported;
};

TEST_F(AlertsOfTwoRuns, KeepAcknowledgementsAndFirstSeenTimes)
{
    run({931}).acknowledgeAll();
    const auto firstSeen = keeper->entries().front().firstSeen;

    run({931}, 24h);

    EXPECT_EQ(keeper->unreadCount(), 0);
    EXPECT_TRUE(reported.empty());
    ASSERT_EQ(keeper->entries().size(), 1U);
    EXPECT_TRUE(keeper->entries().front().isAcknowledged);
    EXPECT_EQ(keeper->entries().front().firstSeen, firstSeen);
    EXPECT_EQ(keeper->entries().front().lastSeen, now);
}

TEST_F(AlertsOfTwoRuns, RepeatUnacknowledgedAlertsWithTheirFirstSeenTime)
{
    run({931});
    const auto firstSeen = keeper->entries().front().firstSeen;

    run({931}, 24h);

    EXPECT_EQ(keeper->unreadCount(), 1);
    EXPECT_EQ(reported.size(), 1U);
    EXPECT_EQ(keeper->entries().front().firstSeen, firstSeen);
}

TEST_F(AlertsOfTwoRuns, KeepEverySubjectOfASummary)
{
    run({931, 932, 933}).acknowledgeAll();
    ASSERT_EQ(keeper->entries().size(), 1U);

    run({931, 932, 933}, 24h);
    EXPECT_EQ(keeper->unreadCount(), 0);
    EXPECT_TRUE(reported.empty());

    // Nor does one of them alone raise an alert again.
    run({932}, 24h);
    EXPECT_EQ(keeper->unreadCount(), 0);
    EXPECT_TRUE(reported.empty());
}

TEST_F(AlertsOfTwoRuns, ReportNewAlertsApartFromAcknowledgedOnes)
{
    run({931, 932}).acknowledgeAll();

    run({931, 932, 933}, 24h);

    EXPECT_EQ(keeper->unreadCount(), 1);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported.front(), alertAbout(933).reason) << "a single alert, not a summary";
    EXPECT_EQ(keeper->entries().size(), 2U);
}

TEST_F(AlertsOfTwoRuns, ForgetSocketsThatAreAbsentAtTheNextStart)
{
    run({931}).acknowledgeAll();
    run({}, 24h);

    run({931}, 24h);

    EXPECT_EQ(keeper->unreadCount(), 1);
    EXPECT_EQ(keeper->entries().front().firstSeen, now);
}

TEST_F(AlertsOfTwoRuns, ForgetSocketsClosedBeforeTheProgramEnded)
{
    run({931}).acknowledgeAll();
    see({});

    run({931}, 24h);

    EXPECT_EQ(keeper->unreadCount(), 1);
}

TEST_F(AlertsOfTwoRuns, SurviveARestartOfTheService)
{
    run({931}).acknowledgeAll();
    see({});
    see({931});

    run({931}, 24h);

    EXPECT_EQ(keeper->unreadCount(), 0);
}

TEST_F(AlertsOfTwoRuns, AreKeptInAPrivateFile)
{
    const mode_t before = ::umask(0);
    run({931}).acknowledgeAll();
    end();
    ::umask(before);

    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(path()).permissions(), perms(0600));
    EXPECT_EQ(std::filesystem::status(folder.path("data")).permissions(), perms(0700));
}

TEST_F(AlertsOfTwoRuns, WriteNoFileWhenThereIsNothingToKeep)
{
    run({});
    end();

    EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(AlertsOfTwoRuns, ReportADamagedFileAndContinue)
{
    run({931}).acknowledgeAll();
    end();
    std::ofstream(path(), std::ios::app) << std::string(1'000, '\0') << "\n\xff\xfe\n";

    run({931}, 24h);

    EXPECT_TRUE(keeper->problem().contains(u"damaged"_s)) << keeper->problem().toStdString();
    EXPECT_EQ(keeper->unreadCount(), 0) << "readable records are kept";
    end();
    run({931}, 24h);
    EXPECT_TRUE(keeper->problem().isEmpty()) << "the file was written again";
}

TEST_F(AlertsOfTwoRuns, DoNotTouchAFileOfANewerVersion)
{
    std::filesystem::create_directory(folder.path("data"));
    const std::string later = "quaywatch-alerts 2\nwhatever\n";
    std::ofstream(path()) << later;

    run({931}).acknowledgeAll();
    EXPECT_TRUE(keeper->problem().contains(u"newer version"_s));
    end();

    std::ifstream file(path());
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), later);
}

TEST_F(AlertsOfTwoRuns, ReportWhenNothingCanBeSaved)
{
    std::filesystem::create_directories(path());  // a folder with the name of the file

    run({931}).acknowledgeAll();

    EXPECT_FALSE(keeper->problem().isEmpty());
    EXPECT_EQ(keeper->unreadCount(), 0);
}

TEST_F(AlertsOfTwoRuns, DoNotWaitForAPipe)
{
    std::filesystem::create_directory(folder.path("data"));
    ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);

    run({931});

    EXPECT_FALSE(keeper->problem().isEmpty());
}

TEST(MuteText, RejectsTextThatIsNotAMute)
{
    for (const QString& text :
         {u""_s, u"port:"_s, u"port:65536"_s, u"port:-1"_s, u"rule:none"_s, u"until:x port:1"_s,
          u"until:-5 port:1"_s, u"until:5"_s, u"until:99999999999999 port:1"_s, u"door:1"_s}) {
        EXPECT_FALSE(MuteText::parsed(text)) << text.toStdString();
    }
}

}  // namespace
}  // namespace quaywatch::test
