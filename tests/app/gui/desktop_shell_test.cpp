// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/desktop_shell.h"

#include "app/alerts/alert_manager.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/notice_bar.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/temp_dir.h"

#include <QFile>
#include <QTimer>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using Action = Notifier::Action;

/// Prevents a quit event from ending the tests.
class QuitCatcher final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        return event->type() == QEvent::Quit;
    }
};

class DesktopShellTest : public test::WindowTest {
protected:
    void SetUp() override
    {
        QApplication::setWindowIcon(programIcon());
        const SocketRecord listener =
            test::tcpListener(931, "127.0.0.1").ownedBy(test::process("nc", 4711)).id(2);
        machine.snapshot = test::snapshotOf({listener});
        monitor = std::make_unique<MonitorController>(machine.access());
        window = std::make_unique<MainWindow>(PageContext{*monitor, settings, nullptr, &alerts},
                                              currentUser);
        monitor->setInterval(std::chrono::hours(1));
        monitor->start();
        ASSERT_TRUE(waitForUpdate());
        alert.key = "tcp 127.0.0.1:931 nc";
        alert.reason = "nobody should listen here";
        alert.socket = std::make_shared<const SocketRecord>(listener);
    }
    void TearDown() override { QApplication::setQuitOnLastWindowClosed(true); }

    void make(std::function<bool()> hasTray,
              std::chrono::milliseconds patience = TrayProbe::kPatience)
    {
        shell = std::make_unique<DesktopShell>(
            DesktopShell::Parts{*window, *monitor, settings, alerts},
            Autostart(QString::fromStdString(folder.path("autostart")), u"/usr/bin/quaywatch"_s),
            std::move(hasTray), patience);
    }
    DesktopShell& open(bool hasTray, bool isHidden = false)
    {
        make([hasTray] { return hasTray; });
        shell->setBus(QDBusConnection(u"none"_s));
        shell->start(isHidden);
        return *shell;
    }
    void set(bool SettingsValues::*member, bool value)
    {
        settings.change([&](SettingsValues& values) { values.*member = value; });
    }
    [[nodiscard]] QString notice() const { return window->findChild<NoticeBar*>()->text(); }

    test::TempDir folder;
    AlertManager alerts{settings};
    Alert alert;
    std::unique_ptr<DesktopShell> shell;
};

TEST_F(DesktopShellTest, HidesTheClosedWindowInTheTrayAndBringsItBack)
{
    set(&SettingsValues::closesToTray, true);
    open(true);

    EXPECT_FALSE(window->close());
    EXPECT_FALSE(window->isVisible());
    EXPECT_FALSE(QApplication::quitOnLastWindowClosed());

    emit shell->tray().toggleRequested();
    EXPECT_TRUE(window->isVisible());
    EXPECT_TRUE(QApplication::quitOnLastWindowClosed());
}

TEST_F(DesktopShellTest, SaysThatThereIsNoTrayAndThenClosesTheWindow)
{
    set(&SettingsValues::closesToTray, true);
    open(false);

    EXPECT_TRUE(notice().contains(u"No tray icon"_s)) << notice().toStdString();
    EXPECT_TRUE(window->close());
}

TEST_F(DesktopShellTest, WithdrawsTheNoticeOfAMissingTrayWhenOneAppears)
{
    bool hasTray = false;
    set(&SettingsValues::closesToTray, true);
    make([&hasTray] { return hasTray; });
    shell->setBus(QDBusConnection(u"none"_s));
    shell->start(false);
    ASSERT_TRUE(notice().contains(u"No tray icon"_s)) << notice().toStdString();

    hasTray = true;
    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    EXPECT_TRUE(notice().isEmpty()) << notice().toStdString();
}

TEST_F(DesktopShellTest, OffersNotificationsOnceAndOnlyIfThereIsAServer)
{
    open(false);

    alerts.add({alert});
    QCoreApplication::processEvents();
    EXPECT_TRUE(notice().isEmpty()) << notice().toStdString();
    EXPECT_FALSE(settings.values().wasOfferedNotifications);

    emit shell->notifier().serverFound();
    EXPECT_TRUE(notice().contains(u"notify you"_s)) << notice().toStdString();
    EXPECT_TRUE(settings.values().wasOfferedNotifications);

    window->findChild<NoticeBar*>()->withdraw(notice());
    emit shell->notifier().serverFound();
    EXPECT_TRUE(notice().isEmpty()) << notice().toStdString();
}

TEST_F(DesktopShellTest, ClosesTheWindowUnlessTheTrayWasChosen)
{
    open(true);

    EXPECT_TRUE(window->close());
}

TEST_F(DesktopShellTest, ClosesTheWindowWhenTheProgramIsToQuit)
{
    set(&SettingsValues::closesToTray, true);
    QuitCatcher catcher;
    qApp->installEventFilter(&catcher);  // Called after the shell's slot.
    open(true);

    QEvent quit(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &quit);

    EXPECT_TRUE(window->close());
}

TEST_F(DesktopShellTest, StartsInTheTray)
{
    open(true, true);
    EXPECT_FALSE(window->isVisible());

    shell->raise(u"connections"_s);
    EXPECT_TRUE(window->isVisible());
    EXPECT_EQ(window->currentView(), u"connections"_s);
}

TEST_F(DesktopShellTest, StartsMinimizedWithoutATray)
{
    open(false, true);

    EXPECT_TRUE(window->isVisible());
    EXPECT_TRUE(window->isMinimized());
}

TEST_F(DesktopShellTest, ShowsNoTrayIconBeforeTheTrayAnswers)
{
    int questions = 0;
    make([&questions] { return ++questions > 0; });
    set(&SettingsValues::closesToTray, true);
    shell->start(true);
    EXPECT_EQ(questions, 0);
    EXPECT_FALSE(window->isVisible())
        << "not even minimized, which would flash before it is hidden";

    shell->setBus(QDBusConnection(u"none"_s));
    EXPECT_GT(questions, 0);
    EXPECT_FALSE(QApplication::quitOnLastWindowClosed()) << "hidden in the tray";
}

TEST_F(DesktopShellTest, ShowsTheWindowWhenTheTrayDoesNotAnswerAndSaysSo)
{
    set(&SettingsValues::closesToTray, true);
    make([] { return true; }, std::chrono::milliseconds(1));
    shell->start(true);

    ASSERT_TRUE(QTest::qWaitFor([this] { return window->isVisible(); }, 5000));
    EXPECT_TRUE(window->isMinimized());
    EXPECT_TRUE(notice().contains(u"does not respond"_s)) << notice().toStdString();
    EXPECT_TRUE(window->close());
}

TEST_F(DesktopShellTest, ShowsTheWindowOnRequestWhileWaitingForTheTray)
{
    make([] { return true; });
    shell->start(true);

    shell->raise();
    shell->setBus(QDBusConnection(u"none"_s));

    EXPECT_TRUE(window->isVisible());
}

TEST_F(DesktopShellTest, TrayShowsTheUnreadCountAndThePause)
{
    open(true);
    EXPECT_EQ(shell->tray().state(), Tray::State::Quiet);

    monitor->setPaused(true);
    EXPECT_EQ(shell->tray().state(), Tray::State::Paused);
    alerts.add({alert});
    EXPECT_EQ(shell->tray().state(), Tray::State::Unread);
    EXPECT_EQ(shell->tray().toolTip(),
              u"Quaywatch – 1 listening, 0 connections – 1 unread alert – Paused"_s);

    alerts.acknowledgeAll();
    emit shell->tray().pauseRequested(false);
    EXPECT_EQ(shell->tray().state(), Tray::State::Quiet);
    EXPECT_FALSE(monitor->isPaused());
}

TEST_F(DesktopShellTest, TrayShowsThatWatchingFailsUntilItWorksAgain)
{
    open(true);

    emit monitor->failed(Error{ErrorCode::SystemError, 0, "no netlink"});
    EXPECT_EQ(shell->tray().state(), Tray::State::Problem);
    EXPECT_EQ(shell->tray().toolTip(), u"Quaywatch – The sockets cannot be read"_s);

    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());
    EXPECT_EQ(shell->tray().state(), Tray::State::Quiet);
}

TEST_F(DesktopShellTest, ShowsTheAlertOfAClickedNotification)
{
    open(true, true);
    alerts.add({alert});

    emit shell->notifier().activated(Action::Inspect, alerts.entries().front().id);

    EXPECT_TRUE(window->isVisible());
    EXPECT_EQ(window->currentView(), u"alerts"_s);
    ASSERT_NE(window->page().currentSocket(), nullptr);
    EXPECT_EQ(window->page().currentSocket()->key.localPort, 931);
}

TEST_F(DesktopShellTest, AsksBeforeANotificationEndsAProcess)
{
    open(true);
    alerts.add({alert});
    bool isAsked = false;
    QTimer::singleShot(0, window.get(), [&] {
        if (auto* dialog = window->findChild<EndProcessDialog*>()) {
            isAsked = true;
            dialog->reject();
        }
    });

    emit shell->notifier().activated(Action::EndProcess, alerts.entries().front().id);

    EXPECT_TRUE(isAsked);
    EXPECT_EQ(machine.signalCount, 0);
}

TEST_F(DesktopShellTest, EndsNothingForARemovedAlert)
{
    open(true);

    emit shell->notifier().activated(Action::EndProcess, 12345);

    EXPECT_EQ(machine.signalCount, 0);
}

TEST_F(DesktopShellTest, WindowSaysThatNotificationsDoNotWork)
{
    open(true);
    QSignalSpy problems(&shell->notifier(), &Notifier::problemFound);

    set(&SettingsValues::hasNotifications, true);

    ASSERT_TRUE(problems.wait(5000));
    EXPECT_TRUE(notice().contains(u"notification"_s)) << notice().toStdString();
}

TEST_F(DesktopShellTest, EnablesAutostartWithTheSetting)
{
    open(true);
    const QString file = QString::fromStdString(folder.path("autostart/quaywatch.desktop"));

    set(&SettingsValues::startsWithSession, true);
    EXPECT_TRUE(QFile::exists(file));
    set(&SettingsValues::startsWithSession, false);
    EXPECT_FALSE(QFile::exists(file));
}

TEST_F(DesktopShellTest, DoesNotRestoreARemovedAutostartFile)
{
    open(true);
    set(&SettingsValues::startsWithSession, true);
    const QString file = QString::fromStdString(folder.path("autostart/quaywatch.desktop"));
    ASSERT_TRUE(QFile::remove(file));

    set(&SettingsValues::hasReducedMotion, true);

    EXPECT_FALSE(QFile::exists(file));
}

TEST_F(DesktopShellTest, ResetsTheSettingWhereTheAutostartFileIsForeign)
{
    folder.write("autostart/quaywatch.desktop", "[Desktop Entry]\nExec=theirs\n");
    open(true);

    set(&SettingsValues::startsWithSession, true);

    EXPECT_FALSE(settings.values().startsWithSession);
    EXPECT_TRUE(notice().contains(u"is not changed"_s)) << notice().toStdString();
}

}  // namespace

}  // namespace quaywatch
