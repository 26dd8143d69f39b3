// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_panel.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/page/row_menu.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/views.h"
#include "core/message/message_list.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextEdit>
#include <QTimer>
#include <QToolButton>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;
using test::WindowTest;

class MainWindowTest : public WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(22).ownedBy(process("sshd", 800, 0, "root")).id(1),
              tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711)).id(2),
              udpBound(53).ownedBy(process("dnsmasq", 900)).id(3),
              tcpConnection("10.0.0.1", 40000, "10.0.0.2", 443).ownedBy(process("curl", 5000))});
    }
    [[nodiscard]] int rowCount() const { return page().view().model()->rowCount(); }
    void typeFilter(const QString& text)
    {
        auto& edit = child<QLineEdit>(u"filterEdit"_s);
        edit.setFocus();
        edit.clear();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    /// Runs `act` on the dialog that Del opens, then closes it.
    template <class Act>
    void withEndDialog(Act act)
    {
        ASSERT_TRUE(window->selectPort(931));
        bool isSeen = false;
        connectToPlan([&](EndProcessDialog& dialog) {
            isSeen = true;
            act(dialog);
            dialog.reject();
        });
        QTest::keyClick(&page().view(), Qt::Key_Delete);
        EXPECT_TRUE(isSeen);
    }
    template <class Then>
    void connectToPlan(Then then)
    {
        // Runs after the dialog's own slot, which is connected first; this call is queued.
        QObject::connect(monitor.get(), &MonitorController::planReady, window.get(), [this, then] {
            auto* dialog = window->findChild<EndProcessDialog*>();
            ASSERT_NE(dialog, nullptr);
            QTimer::singleShot(0, dialog, [then, dialog] { then(*dialog); });
        });
    }
};

QPushButton* button(const QWidget& in, const QString& text)
{
    for (auto* each : in.findChildren<QPushButton*>()) {
        if (each->text() == text) {
            return each;
        }
    }
    return nullptr;
}

TEST_F(MainWindowTest, ShowsAPortOncePerProtocolAndCountsItInTheSwitch)
{
    EXPECT_EQ(rowCount(), 3);
    EXPECT_EQ(child<QTabBar>(u"viewSwitch"_s).tabText(0), u"Listeners  3"_s);
    EXPECT_EQ(child<QTabBar>(u"viewSwitch"_s).tabText(1), u"Connections  1"_s);
}

TEST_F(MainWindowTest, ShowsOnlyWhatTheTypedFilterMatches)
{
    typeFilter(u"process:nc"_s);

    EXPECT_EQ(rowCount(), 1);
}

TEST_F(MainWindowTest, ShowsWhereAFilterIsWrongAndKeepsTheLastValidOne)
{
    typeFilter(u"port:931"_s);
    typeFilter(u"prot:tcp"_s);

    EXPECT_TRUE(window->findChild<FilterBar*>()->errorText().contains(u"character 1"_s));
    EXPECT_EQ(rowCount(), 1);
}

TEST_F(MainWindowTest, OffersToClearAFilterThatLeavesNothing)
{
    typeFilter(u"process:nobody"_s);
    QPushButton* clear = button(page(), u"Clear the filter"_s);
    ASSERT_NE(clear, nullptr);
    ASSERT_TRUE(clear->isVisible());

    clear->click();

    EXPECT_EQ(rowCount(), 3);
    EXPECT_FALSE(clear->isVisible());
}

TEST_F(MainWindowTest, ChipAddsAndRemovesItsTerm)
{
    QToolButton* udp = nullptr;
    for (auto* each : window->findChildren<QToolButton*>()) {
        udp = each->text() == u"UDP"_s ? each : udp;
    }
    ASSERT_NE(udp, nullptr);

    udp->click();
    EXPECT_EQ(child<QLineEdit>(u"filterEdit"_s).text(), u"proto:udp"_s);
    EXPECT_EQ(rowCount(), 1);

    udp->click();
    EXPECT_EQ(rowCount(), 3);
}

TEST_F(MainWindowTest, SlashFocusesTheFilterAndEscapeClearsIt)
{
    auto& edit = child<QLineEdit>(u"filterEdit"_s);
    page().view().setFocus();

    QTest::keyClick(&page().view(), Qt::Key_Slash);
    EXPECT_TRUE(edit.hasFocus());
    QTest::keyClicks(&edit, u"udp"_s);
    QTest::keyClick(&edit, Qt::Key_Escape);

    EXPECT_TRUE(edit.text().isEmpty());
}

TEST_F(MainWindowTest, ControlTabSwitchesTheView)
{
    QTest::keyClick(window.get(), Qt::Key_Tab, Qt::ControlModifier);

    EXPECT_EQ(window->currentView(), u"connections"_s);
    EXPECT_EQ(rowCount(), 1);
}

TEST_F(MainWindowTest, ControlShiftTabAndControlDigitsSwitchTheViewToo)
{
    QTest::keyClick(window.get(), Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window->currentView(), views().back().name);

    QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(window->currentView(), views()[1].name);
    EXPECT_EQ(child<QTabBar>(u"viewSwitch"_s).currentIndex(), 1);
}

TEST_F(MainWindowTest, SpacePressesTheFocusedButton)
{
    typeFilter(u"process:nobody"_s);
    QPushButton* clear = button(page(), u"Clear the filter"_s);
    ASSERT_NE(clear, nullptr);
    clear->setFocus();

    QTest::keyClick(clear, Qt::Key_Space);

    EXPECT_FALSE(monitor->isPaused());
    EXPECT_EQ(rowCount(), 3);
}

TEST_F(MainWindowTest, EveryViewKeepsItsColumnsFromOneStartToTheNext)
{
    QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
    page().header().setSectionHidden(static_cast<int>(Column::ProcessStart), false);

    window->close();
    window = std::make_unique<MainWindow>(PageContext{*monitor, settings}, currentUser);

    EXPECT_EQ(window->currentView(), u"connections"_s);
    EXPECT_FALSE(page().header().isSectionHidden(static_cast<int>(Column::ProcessStart)));
    EXPECT_FALSE(window->showView(u"nonsense"));
}

TEST_F(MainWindowTest, ControlCCopiesTheRowAsTabSeparatedText)
{
    ASSERT_TRUE(window->selectPort(931));

    QTest::keyClick(&page().view(), Qt::Key_C, Qt::ControlModifier);

    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines.constFirst().split(u'\t').constFirst(), u"Port"_s);
    const QStringList cells = lines.constLast().split(u'\t');
    EXPECT_EQ(cells.constFirst(), u"931"_s);
    EXPECT_TRUE(cells.contains(u"nc"_s));
}

TEST_F(MainWindowTest, DetailsShowTheOwnerTheParentsAndTheManualChecks)
{
    QSignalSpy settled(window.get(), &MainWindow::detailsSettled);
    ASSERT_TRUE(window->selectPort(931));
    ASSERT_TRUE(settled.wait(5000));

    const QString text = window->findChild<DetailsPanel*>()->text();
    EXPECT_TRUE(text.contains(u"4711"_s));
    EXPECT_TRUE(text.contains(u"/usr/bin/nc"_s));
    EXPECT_TRUE(text.contains(u"systemd (PID 1)"_s));
    EXPECT_TRUE(text.contains(u"sudo lsof -i :931"_s));
}

TEST_F(MainWindowTest, DelAsksWithCancelAsTheDefault)
{
    withEndDialog([](EndProcessDialog& dialog) {
        EXPECT_TRUE(button(dialog, u"Cancel"_s)->isDefault());
        EXPECT_TRUE(button(dialog, u"End process"_s)->isVisible());
        EXPECT_FALSE(button(dialog, u"End process"_s)->autoDefault());
        EXPECT_FALSE(button(dialog, u"Kill process"_s)->isVisible());
    });

    EXPECT_EQ(machine.signalCount, 0);
}

TEST_F(MainWindowTest, EndingAProcessReportsSuccess)
{
    withEndDialog([this](EndProcessDialog& dialog) {
        QSignalSpy outcomes(monitor.get(), &MonitorController::outcomesReady);
        button(dialog, u"End process"_s)->click();
        ASSERT_TRUE(outcomes.wait(5000));
        EXPECT_EQ(dialog.findChild<QLabel*>()->text(), u"Done"_s);
        EXPECT_FALSE(button(dialog, u"Kill process"_s)->isVisible());
    });

    EXPECT_EQ(machine.signalCount, 1);
    EXPECT_EQ(machine.lastSignal, static_cast<int>(ProcessSignal::Terminate));
}

TEST_F(MainWindowTest, OffersToKillAProcessThatDidNotEnd)
{
    machine.outcome = EndOutcome::Kind::StillAlive;

    withEndDialog([this](EndProcessDialog& dialog) {
        QSignalSpy outcomes(monitor.get(), &MonitorController::outcomesReady);
        button(dialog, u"End process"_s)->click();
        ASSERT_TRUE(outcomes.wait(5000));
        ASSERT_TRUE(button(dialog, u"Kill process"_s)->isVisible());
        button(dialog, u"Kill process"_s)->click();
        ASSERT_TRUE(outcomes.wait(5000));
    });

    EXPECT_EQ(machine.lastSignal, static_cast<int>(ProcessSignal::Kill));
}

TEST_F(MainWindowTest, ShowsTheCommandWhereThisUserMayNotEndIt)
{
    machine.planError =
        Error{ErrorCode::PermissionDenied, 0,
              Message(MessageId::OwnerHiddenTry, "port 931", "sudo quaywatch-cli kill port:931")};

    withEndDialog([](EndProcessDialog& dialog) {
        const QString page = dialog.findChild<QTextEdit*>()->toPlainText();
        EXPECT_TRUE(page.contains(u"sudo quaywatch-cli kill port:931"_s)) << page.toStdString();
        EXPECT_FALSE(button(dialog, u"End process"_s)->isVisible());
    });
}

TEST_F(MainWindowTest, OffersTheShellCommandThatStopsAUnit)
{
    machine.restartingUnit = "x;reboot.service";
    machine.stopCommand = "systemctl --user stop 'x;reboot.service'";

    withEndDialog([](EndProcessDialog& dialog) {
        const QString page = dialog.findChild<QTextEdit*>()->toPlainText();
        EXPECT_TRUE(page.contains(u"systemctl --user stop 'x;reboot.service'"_s))
            << page.toStdString();
        EXPECT_FALSE(page.contains(u"stop x;reboot"_s)) << page.toStdString();
    });
}

TEST_F(MainWindowTest, EndsOfOneListenerOnlyItsOwners)
{
    ASSERT_TRUE(window->selectPort(931));
    QAbstractItemView& view = page().view();
    EXPECT_FALSE(page().currentEndTarget()->socket.has_value());

    view.setCurrentIndex(view.model()->index(0, 0, view.currentIndex()));

    const std::optional<EndTarget> target = page().currentEndTarget();
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->port, Port{931});
    EXPECT_EQ(target->socket, page().currentSocket()->key);
}

TEST_F(MainWindowTest, DelAsksAboutAllSelectedRowsInOneDialog)
{
    page().view().selectAll();
    QString text;
    int dialogs = 0;
    connectToPlan([&](EndProcessDialog& dialog) {
        if (button(dialog, u"End 3 processes"_s) != nullptr && dialog.isVisible()) {
            ++dialogs;
            text = dialog.findChild<QTextEdit*>()->toPlainText();
            dialog.reject();
        }
    });

    QTest::keyClick(&page().view(), Qt::Key_Delete);

    EXPECT_EQ(dialogs, 1);
    for (const QString& name : {u"sshd"_s, u"nc"_s, u"dnsmasq"_s}) {
        EXPECT_TRUE(text.contains(name)) << text.toStdString();
    }
    EXPECT_EQ(machine.signalCount, 0);
}

TEST_F(MainWindowTest, ExportsNoClosedSocket)
{
    const std::size_t before = page().shownSockets().size();
    machine.snapshot.sockets.erase(machine.snapshot.sockets.begin());
    monitor->refreshNow();
    ASSERT_TRUE(waitForUpdate());

    EXPECT_EQ(rowCount(), 3);  // it flashes
    EXPECT_EQ(page().shownSockets().size(), before - 1);
}

TEST_F(MainWindowTest, HistoryOfAPortOpensTheHistorySearchedByIt)
{
    ASSERT_TRUE(window->selectPort(931));
    const auto context = page().context(page().view().currentIndex());
    ASSERT_TRUE(context.has_value());
    QTimer::singleShot(0, window.get(), [] {
        QWidget* menu = QApplication::activePopupWidget();
        ASSERT_NE(menu, nullptr);
        for (QAction* action : menu->actions()) {
            if (action->text() == u"Hi&story of port 931"_s) {
                action->trigger();
            }
        }
        menu->close();
    });

    emit page().menuRequested(*context, QPoint(100, 100));

    EXPECT_EQ(window->currentView(), u"history"_s);
    EXPECT_EQ(child<QLineEdit>(u"pageSearch"_s).text(), u"931"_s);
}

TEST_F(MainWindowTest, PortOfAnOutboundConnectionIsTheRemoteOne)
{
    SocketRecord socket = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 443);
    socket.direction = Direction::Outbound;
    EXPECT_EQ(portOfRow(socket), 443);

    socket.direction = Direction::Inbound;
    EXPECT_EQ(portOfRow(socket), 40000);
}

}  // namespace

}  // namespace quaywatch
