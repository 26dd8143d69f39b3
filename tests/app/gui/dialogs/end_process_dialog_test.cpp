// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/end_process_dialog.h"

#include "app/gui/widgets/value_document.h"
#include "tests/support/gui/window_fixture.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

class EndProcessDialogTest : public test::WindowTest {
protected:
    /// The dialog for port 931 with its plan shown.
    void openDialog(const ProcessPtr& owner)
    {
        open({tcpListener(931).ownedBy(owner), tcpListener(7703)});
        QSignalSpy plans(monitor.get(), &MonitorController::planReady);
        dialog = std::make_unique<EndProcessDialog>(*monitor, EndTarget{931, Protocol::Tcp},
                                                    ProcessSignal::Terminate);
        dialog->show();
        EXPECT_TRUE(plans.wait(5000));
    }
    /// Null if it is not visible.
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        for (auto* each : dialog->findChildren<QPushButton*>()) {
            if (each->isVisible() && QString(each->text()).remove(u'&') == text) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString question() const { return dialog->findChild<QLabel*>()->text(); }
    [[nodiscard]] QString text() const
    {
        return dialog->findChild<ValueDocument*>()->toPlainText();
    }

    std::unique_ptr<EndProcessDialog> dialog;
};

TEST_F(EndProcessDialogTest, AsksSeparatelyAboutAnExcludedOwner)
{
    machine.leftOut = LeftOut{LeftOut::Reason::OpenedByAnother,
                              "it runs as root, but the socket was opened by mallory"};
    openDialog(process("rootdaemon", 60, 0, "root"));

    EXPECT_EQ(button(u"End process"_s), nullptr);
    EXPECT_TRUE(text().contains(u"it runs as root, but the socket was opened by mallory"_s));
    ASSERT_NE(button(u"Those left out…"_s), nullptr);
    EXPECT_FALSE(button(u"Those left out…"_s)->autoDefault());
    button(u"Those left out…"_s)->click();

    EXPECT_EQ(machine.signalCount, 0);
    EXPECT_EQ(question(), u"End rootdaemon (PID 60)?"_s);
    EXPECT_TRUE(text().contains(u"it runs as root, but the socket was opened by mallory"_s));
    ASSERT_NE(button(u"Cancel"_s), nullptr);
    EXPECT_TRUE(button(u"Cancel"_s)->isDefault());
    EXPECT_EQ(dialog->focusWidget(), button(u"Cancel"_s)) << "also in an inactive window";
    EXPECT_EQ(button(u"Those left out…"_s), nullptr);

    QSignalSpy outcomes(monitor.get(), &MonitorController::outcomesReady);
    button(u"End process"_s)->click();
    ASSERT_TRUE(outcomes.wait(5000));
    EXPECT_EQ(machine.signalCount, 1);
    EXPECT_EQ(question(), u"Done"_s);
}

TEST_F(EndProcessDialogTest, IsNotDoneWhileThePortIsStillInUse)
{
    machine.isPortHeld = true;
    openDialog(process("nc", 60));
    QSignalSpy outcomes(monitor.get(), &MonitorController::outcomesReady);

    button(u"End process"_s)->click();

    ASSERT_TRUE(outcomes.wait(5000));
    EXPECT_EQ(question(), u"Not done"_s);
}

TEST_F(EndProcessDialogTest, SaysThatThePortMovesFromProcessToProcess)
{
    machine.planError = Error{ErrorCode::TimedOut, 0, "the processes on port 931 change"};
    openDialog(process("nc", 60));

    EXPECT_EQ(question(), u"It could not be accessed in time"_s);
    EXPECT_TRUE(text().contains(u"the processes on port 931 change"_s));
    EXPECT_FALSE(text().contains(u"no answer"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, OffersNoSeparateChoiceWhereNoOwnerIsExcluded)
{
    openDialog(process("nc", 60));

    EXPECT_NE(button(u"End process"_s), nullptr);
    EXPECT_EQ(button(u"Those left out…"_s), nullptr);
    EXPECT_EQ(button(u"Kill process"_s), nullptr);
}

TEST_F(EndProcessDialogTest, OffersToKillAStoppedProcessImmediatelyAndSaysWhy)
{
    auto stopped = std::make_shared<ProcessInfo>(*process("nc", 60));
    stopped->state = ProcessState::Stopped;
    openDialog(stopped);

    EXPECT_NE(button(u"End process"_s), nullptr);
    EXPECT_NE(button(u"Kill process"_s), nullptr);
    EXPECT_TRUE(text().contains(u"It is stopped"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"kill -CONT 60"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, SaysWhatElseStoppingTheUnitsCloses)
{
    machine.stop = UnitStop{{"two.socket", "two.service"}, {}, true};
    machine.stopCommand = machine.stop->command();
    machine.alsoClosesLast = true;
    openDialog(process("systemd", 60));

    EXPECT_TRUE(text().contains(u"Stopping it also closes"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"0.0.0.0:7703"_s)) << text().toStdString();
}

}  // namespace
}  // namespace quaywatch
