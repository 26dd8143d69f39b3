// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/notifier.h"
#include "tests/support/gui/bus_fixture.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <QDBusContext>
#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QVariantMap>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {

/// A notification server that records its calls.
class FakeNotifications : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QStringList capabilities;
    std::vector<Shown> shown;
    uint lastId = 40;
    bool isHanging = false;

public slots:
    QStringList GetCapabilities()
    {
        setDelayedReply(isHanging);
        emit asked();
        return capabilities;
    }
    uint Notify(const QString& /*program*/, uint replaces, const QString& /*icon*/,
                const QString& summary, const QString& body, const QStringList& actions,
                const QVariantMap& hints, int /*timeout*/)
    {
        shown.push_back({replaces, summary, body, actions, hints});
        lastId = replaces != 0 ? replaces : lastId + 1;
        emit reported();
        return lastId;
    }
    void CloseNotification(uint id) { emit closeAsked(id); }

signals:
    void ActionInvoked(uint id, const QString& key);
    void NotificationClosed(uint id, uint reason);
    void asked();
    void reported();
    void closeAsked(uint id);
};

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Action = Notifier::Action;

constexpr int kSignalLimit = 5000;

const QStringList kAllCapabilities{u"body"_s, u"body-markup"_s, u"actions"_s};

AlertEntry entry(std::uint64_t id, const std::string& reason, Severity severity = Severity::Medium)
{
    AlertEntry entry;
    entry.id = id;
    entry.alert.key = "tcp 127.0.0.1:931 nc";
    entry.alert.severity = severity;
    entry.alert.reason = reason;
    entry.alert.socket = std::make_shared<const SocketRecord>(
        test::tcpListener(931, "127.0.0.1").ownedBy(test::process("nc", 4711)).record());
    return entry;
}

class NotifierTest : public test::BusTest {
protected:
    void serve(const QStringList& capabilities)
    {
        fake.capabilities = capabilities;
        ASSERT_TRUE(server.registerObject(
            u"/org/freedesktop/Notifications"_s, &fake,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        ASSERT_TRUE(server.registerService(u"org.freedesktop.Notifications"_s));
    }
    void begin()
    {
        notifier.setBus(client);
        notifier.setOn(true);
    }
    /// Reports an alert, and waits until the server has shown a notification.
    void tellAndWait(const AlertEntry& entry)
    {
        QSignalSpy reported(&fake, &FakeNotifications::reported);
        notifier.notify(entry);
        ASSERT_TRUE(reported.wait(kSignalLimit));
        settle();
    }
    /// Waits until the messages on the bus have arrived: the answer to another call on the same
    /// connection comes after them.
    void settle()
    {
        QDBusPendingCallWatcher watcher(client.asyncCall(QDBusMessage::createMethodCall(
            u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
            u"org.freedesktop.DBus.Peer"_s, u"Ping"_s)));
        QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
        ASSERT_TRUE(finished.wait(kSignalLimit));
    }

    std::chrono::steady_clock::time_point now{1h};
    FakeNotifications fake;
    Notifier notifier{{5s, 10s}, [this] { return now; }};
};

TEST_F(NotifierTest, EscapesTheBodyForAServerThatReadsMarkup)
{
    serve(kAllCapabilities);
    begin();

    tellAndWait(entry(1, "<b>evil</b> & \"co\" listens", Severity::High));

    ASSERT_EQ(fake.shown.size(), 1U);
    const auto& shown = fake.shown.front();
    EXPECT_EQ(shown.summary, u"Port 931, nc (alice): new listener on an unassigned port"_s);
    EXPECT_EQ(shown.body, u"&lt;b&gt;evil&lt;/b&gt; &amp; &quot;co&quot; listens"_s);
    EXPECT_EQ(shown.hints.value(u"urgency"_s).toInt(), 2);
    EXPECT_EQ(shown.actions, (QStringList{u"default"_s, u"Inspect"_s, u"expect"_s,
                                          u"Mark as expected…"_s, u"end"_s, u"End process…"_s}));
}

TEST_F(NotifierTest, SendsPlainTextAndNoActionsWhereTheServerHasNeither)
{
    serve({u"body"_s});
    begin();

    tellAndWait(entry(1, "<b>evil</b> & co"));

    EXPECT_EQ(fake.shown.at(0).body, u"‹b›evil‹/b› & co"_s);
    EXPECT_TRUE(fake.shown.at(0).actions.isEmpty());
}

TEST_F(NotifierTest, PutsTheReasonInTheSummaryWhereThereIsNoBody)
{
    serve({});
    begin();

    tellAndWait(entry(1, "nobody should listen here"));

    EXPECT_EQ(
        fake.shown.at(0).summary,
        u"Port 931, nc (alice): new listener on an unassigned port – nobody should listen here"_s);
    EXPECT_TRUE(fake.shown.at(0).body.isEmpty());
}

TEST_F(NotifierTest, CleansAndTruncatesUntrustedText)
{
    serve(kAllCapabilities);
    begin();
    AlertEntry hostile = entry(1,
                               "a\x1b[31m\xe2\x80\xae"
                               "b\xff" +
                                   std::string(5000, 'x'));
    hostile.alert.socket = std::make_shared<const SocketRecord>(
        test::tcpListener(931)
            .ownedBy(test::process("\n\x1b]0;" + std::string(5000, 'y'), 4711))
            .record());

    tellAndWait(hostile);

    for (const QString& text : {fake.shown.at(0).summary, fake.shown.at(0).body}) {
        EXPECT_LT(text.size(), 400);
        for (const QChar character : text) {
            EXPECT_TRUE(character.isPrint()) << int{character.unicode()};
        }
    }
}

TEST_F(NotifierTest, ReplacesTheFirstByASummaryOfSeveralAfterAWhile)
{
    serve(kAllCapabilities);
    begin();
    tellAndWait(entry(1, "the first"));

    notifier.notify(entry(2, "the worst", Severity::High));
    notifier.notify(entry(3, "the last"));
    notifier.showDue();  // Not yet: the clock does not advance.
    settle();
    EXPECT_EQ(fake.shown.size(), 1U);

    now += 5s;
    notifier.showDue();
    settle();
    ASSERT_EQ(fake.shown.size(), 2U);
    const auto& shown = fake.shown.back();
    EXPECT_EQ(shown.replaces, 41U);
    EXPECT_EQ(shown.summary, u"3 new alerts"_s);
    EXPECT_EQ(shown.body, u"Port 931, nc (alice): new listener on an unassigned port: the worst"_s);
    EXPECT_EQ(shown.hints.value(u"urgency"_s).toInt(), 2);
    EXPECT_EQ(shown.actions, (QStringList{u"default"_s, u"Show alerts"_s}));
}

TEST_F(NotifierTest, ForgetsDismissedNotifications)
{
    serve(kAllCapabilities);
    begin();
    tellAndWait(entry(1, "the first"));

    emit fake.NotificationClosed(41, 2);
    settle();
    now += 5s;
    tellAndWait(entry(2, "the second"));

    EXPECT_EQ(fake.shown.back().replaces, 0U);
    EXPECT_EQ(fake.shown.back().body, u"the second"_s);
}

TEST_F(NotifierTest, FollowsANewServerThatReplacesTheOneJustAsked)
{
    QDBusConnection other =
        QDBusConnection::connectToBus(address, QStringLiteral("another server"));
    FakeNotifications next;
    next.capabilities = kAllCapabilities;
    ASSERT_TRUE(other.registerObject(u"/org/freedesktop/Notifications"_s, &next,
                                     QDBusConnection::ExportAllSlots));
    serve({});
    QObject::connect(&fake, &FakeNotifications::asked, &next, [this, &other] {
        server.unregisterService(u"org.freedesktop.Notifications"_s);
        other.registerService(u"org.freedesktop.Notifications"_s);
    });
    begin();

    QSignalSpy reported(&next, &FakeNotifications::reported);
    notifier.notify(entry(1, "the first"));
    ASSERT_TRUE(reported.wait(kSignalLimit));

    EXPECT_FALSE(next.shown.front().actions.isEmpty());
    QDBusConnection::disconnectFromBus(QStringLiteral("another server"));
}

TEST_F(NotifierTest, LosesNoPendingAlertWhenThePreviousOneIsDismissed)
{
    serve(kAllCapabilities);
    begin();
    tellAndWait(entry(1, "the first"));
    QSignalSpy closed(&fake, &FakeNotifications::closeAsked);
    QSignalSpy activated(&notifier, &Notifier::activated);

    now += 5s;
    notifier.notify(entry(2, "the second"));
    notifier.showDue();
    emit fake.NotificationClosed(41, 2);  // The server has not read the call yet.
    settle();
    settle();

    EXPECT_EQ(fake.shown.size(), 2U);
    EXPECT_EQ(closed.count(), 0);
    emit fake.ActionInvoked(41, u"default"_s);
    settle();
    EXPECT_EQ(activated.count(), 1);
}

TEST_F(NotifierTest, ForwardsTheChosenActionWithItsAlert)
{
    serve(kAllCapabilities);
    begin();
    std::vector<std::pair<Action, quint64>> chosen;
    QObject::connect(&notifier, &Notifier::activated,
                     [&](Action action, quint64 id) { chosen.emplace_back(action, id); });

    quint64 id = 7;
    for (const QString& key : {u"default"_s, u"expect"_s, u"end"_s}) {
        tellAndWait(entry(id++, "something"));
        emit fake.ActionInvoked(99, key);  // of another program
        emit fake.ActionInvoked(fake.lastId, key);
        settle();
        now += 5s;
    }

    EXPECT_EQ(chosen,
              (std::vector<std::pair<Action, quint64>>{
                  {Action::Inspect, 7}, {Action::MarkExpected, 8}, {Action::EndProcess, 9}}));
}

TEST_F(NotifierTest, RemovesANotificationAfterAKnownActionOnly)
{
    serve(kAllCapabilities);
    begin();
    tellAndWait(entry(7, "something"));
    QSignalSpy closed(&fake, &FakeNotifications::closeAsked);

    emit fake.ActionInvoked(41, u"nonsense"_s);
    settle();
    EXPECT_EQ(closed.count(), 0);

    emit fake.ActionInvoked(41, u"default"_s);
    settle();
    settle();
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(NotifierTest, IgnoresActionsThatAreNotFromTheServer)
{
    serve(kAllCapabilities);
    begin();
    tellAndWait(entry(7, "something"));
    QSignalSpy activated(&notifier, &Notifier::activated);

    QDBusMessage forged =
        QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s,
                                   u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
    forged.setArguments({uint{41}, u"end"_s});
    ASSERT_TRUE(client.send(forged));
    settle();

    EXPECT_EQ(activated.count(), 0);
}

TEST_F(NotifierTest, ShowsNothingWhileOffAndWithdrawsShownNotifications)
{
    serve(kAllCapabilities);
    begin();
    tellAndWait(entry(1, "something"));
    QSignalSpy closed(&fake, &FakeNotifications::closeAsked);

    notifier.setOn(false);
    notifier.notify(entry(2, "unheard"));
    settle();

    ASSERT_EQ(closed.count(), 1);
    EXPECT_EQ(closed.front().front().toUInt(), 41U);
    EXPECT_EQ(fake.shown.size(), 1U);
}

TEST_F(NotifierTest, ReportsAMissingServerOnceAndContinuesWhenOneAppears)
{
    QSignalSpy problems(&notifier, &Notifier::problemFound);
    begin();
    ASSERT_TRUE(problems.wait(kSignalLimit));
    notifier.notify(entry(1, "early"));

    QSignalSpy over(&notifier, &Notifier::problemOver);
    serve(kAllCapabilities);

    ASSERT_TRUE(over.wait(kSignalLimit));
    ASSERT_EQ(fake.shown.size(), 1U);
    EXPECT_EQ(fake.shown.at(0).body, u"early"_s);
    ASSERT_EQ(problems.count(), 1);
    EXPECT_EQ(over.front().front(), problems.front().front());
}

TEST_F(NotifierTest, GivesUpOnAHangingServerAndRetriesWithTheNextAlert)
{
    fake.isHanging = true;
    serve(kAllCapabilities);
    Notifier hasty({5s, 1ms}, [this] { return now; });
    QSignalSpy problems(&hasty, &Notifier::problemFound);
    hasty.setBus(client);
    hasty.setOn(true);
    ASSERT_TRUE(problems.wait(kSignalLimit));

    fake.isHanging = false;
    now += 5s;
    QSignalSpy asked(&fake, &FakeNotifications::asked);
    hasty.notify(entry(1, "late"));

    EXPECT_TRUE(asked.wait(kSignalLimit));
    EXPECT_EQ(problems.count(), 1);
}

TEST(NotifierWithoutBus, SaysThatThereIsNoServer)
{
    Notifier notifier;
    QSignalSpy problems(&notifier, &Notifier::problemFound);

    notifier.setOn(true);
    notifier.setBus(QDBusConnection(u"none"_s));
    notifier.notify(entry(1, "something"));

    ASSERT_TRUE(problems.wait(kSignalLimit));
    EXPECT_EQ(problems.count(), 1);
}

}  // namespace

}  // namespace quaywatch

#include "notifier_test.moc"
