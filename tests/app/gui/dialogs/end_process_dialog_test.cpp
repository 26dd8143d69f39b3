// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/end_process_dialog.h"

#include "app/gui/widgets/value_document.h"
#include "app/text/qt_text.h"
#include "core/message/message_list.h"
#include "tests/support/gui/window_fixture.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

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
    /// The dialog for the TCP listeners on these ports, with all plans shown.
    void openDialogFor(const std::vector<Port>& ports)
    {
        std::vector<EndTarget> targets;
        for (const Port port : ports) {
            targets.push_back({port, Protocol::Tcp});
        }
        QSignalSpy plans(monitor.get(), &MonitorController::planReady);
        dialog = std::make_unique<EndProcessDialog>(*monitor, targets, QStringList{u"Remark."_s},
                                                    ProcessSignal::Terminate);
        dialog->show();
        const auto count = static_cast<qsizetype>(ports.size());
        EXPECT_TRUE(QTest::qWaitFor([&] { return plans.size() == count; }));
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

TEST_F(EndProcessDialogTest, EndsTheProcessesOfSeveralTargetsAfterOneQuestion)
{
    open({tcpListener(931).ownedBy(process("nc", 60)), tcpListener(932).ownedBy(process("nc", 60)),
          tcpListener(7703).ownedBy(process("srv", 61))});
    openDialogFor({931, 932, 7703});

    EXPECT_EQ(question(), u"End 2 processes?"_s) << "one of them has two ports";
    EXPECT_EQ(text().count(u"\nPID"_s), 2) << text().toStdString();
    EXPECT_TRUE(text().contains(u"Remark."_s)) << text().toStdString();
    ASSERT_NE(button(u"End 2 processes"_s), nullptr);
    EXPECT_EQ(button(u"End process"_s), nullptr);
    EXPECT_EQ(machine.signalCount, 0);
    button(u"End 2 processes"_s)->click();

    EXPECT_TRUE(QTest::qWaitFor([&] { return question() == u"Done"_s; }));
    EXPECT_EQ(machine.signalCount, 2);
    EXPECT_EQ(text().count(u"It was done."_s), 2) << text().toStdString();
}

TEST_F(EndProcessDialogTest, ATargetWithoutAPlanIsListedAndDoesNotStopTheOthers)
{
    machine.planError = Error{ErrorCode::NotFound, 0, "nothing listens on port 931"};
    machine.planErrorPort = 931;
    open({tcpListener(931).ownedBy(process("nc", 60)),
          tcpListener(7703).ownedBy(process("srv", 61))});
    openDialogFor({931, 7703});

    EXPECT_EQ(question(), u"End srv (PID 61)?"_s);
    EXPECT_TRUE(text().contains(u"nothing listens on port 931"_s)) << text().toStdString();
    EXPECT_NE(button(u"End process"_s), nullptr);
}

TEST_F(EndProcessDialogTest, KillsOnlyAfterASecondQuestionThatNamesTheNumber)
{
    machine.outcome = EndOutcome::Kind::StillAlive;
    open({tcpListener(931).ownedBy(process("nc", 60)),
          tcpListener(7703).ownedBy(process("srv", 61))});
    openDialogFor({931, 7703});
    button(u"End 2 processes"_s)->click();

    ASSERT_TRUE(QTest::qWaitFor([&] { return button(u"Kill 2 processes"_s) != nullptr; }));
    EXPECT_EQ(machine.lastSignal, static_cast<int>(ProcessSignal::Terminate));
}

TEST_F(EndProcessDialogTest, SaysTheReasonOnceAndTheCommandOnce)
{
    const std::string command = "sudo quaywatch-cli kill port:931/tcp";
    machine.planError = Error{ErrorCode::PermissionDenied, 0,
                              Message(MessageId::OwnerHiddenTry, "port 931/tcp", command)};
    openDialog(process("nc", 60));

    EXPECT_EQ(text().count(fromUtf8(command)), 1) << text().toStdString();
    EXPECT_TRUE(text().contains(u"the owner of port 931/tcp is hidden from this user"_s));
    EXPECT_FALSE(text().contains(u"try:"_s)) << text().toStdString();
    EXPECT_FALSE(text().contains(u"not permitted"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, SaysTheCommandOfAResultOnce)
{
    const std::string command = "sudo quaywatch-cli kill port:931/tcp";
    machine.outcome = EndOutcome::Kind::Refused;
    machine.outcomeText = Message(MessageId::NoPermissionToEnd, "nc", 60U, command);
    openDialog(process("nc", 60));
    button(u"End process"_s)->click();

    ASSERT_TRUE(QTest::qWaitFor([&] { return question() == u"Not done"_s; }));
    EXPECT_EQ(text().count(fromUtf8(command)), 1) << text().toStdString();
    EXPECT_TRUE(text().contains(u"nc (process 60) could not be ended: not permitted"_s));
    EXPECT_FALSE(text().contains(u"try:"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, ListsAWorkerNotAsAChildToo)
{
    machine.workers = {{{71, 1}, "worker"}};
    openDialog(process("nc", 60));

    EXPECT_EQ(text().count(u"worker (PID 71)"_s), 1) << text().toStdString();
    EXPECT_FALSE(text().contains(u"Its children"_s));
}

TEST_F(EndProcessDialogTest, NamesThePortsThatOthersKeepOpen)
{
    open({tcpListener(931).ownedBy({process("nc", 60), process("other", 70)})});
    openDialogFor({931});

    EXPECT_TRUE(text().contains(u"Ports that stay open"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"also held by other (PID 70)"_s)) << text().toStdString();
    EXPECT_FALSE(text().contains(u"Ports that close"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, DoesNotClaimThatAPortClosesWhichAHiddenProcessMayHold)
{
    open({tcpListener(931).ownedBy(process("nc", 60)).ownerState(OwnerState::Partial)});
    openDialogFor({931});

    EXPECT_TRUE(text().contains(u"Ports that may stay open"_s)) << text().toStdString();
    EXPECT_FALSE(text().contains(u"Ports that close"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, APortClosesWhoseOtherOwnerIsEndedByAnotherRow)
{
    const ProcessPtr other = process("other", 70);
    open({tcpListener(931).ownedBy({process("nc", 60), other}),
          tcpListener(7703).id(8).ownedBy(other)});
    openDialogFor({931, 7703});

    EXPECT_FALSE(text().contains(u"Ports that stay open"_s)) << text().toStdString();
}

TEST_F(EndProcessDialogTest, AsksSeparatelyAboutWorkersThatGotNoSignal)
{
    const ProcessPtr worker = process("worker", 71);
    machine.workers = {{worker->id, worker->name}};
    machine.doWorkersOutlive = true;
    open({tcpListener(931).ownedBy(process("nc", 60)), tcpListener(7703).id(8).ownedBy(worker)});
    openDialogFor({931});
    button(u"End process"_s)->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return button(u"The workers…"_s) != nullptr; }));
    EXPECT_EQ(button(u"Kill process"_s), nullptr) << "it got no signal that it could ignore";
    EXPECT_EQ(dialog->focusWidget(), button(u"Close"_s));

    machine.doWorkersOutlive = false;
    button(u"The workers…"_s)->click();

    ASSERT_TRUE(QTest::qWaitFor([&] { return question() == u"End worker (PID 71)?"_s; }));
    EXPECT_EQ(machine.signalCount, 1);
    button(u"End process"_s)->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return question() == u"Done"_s; }));
    EXPECT_EQ(machine.signalCount, 2);
}

TEST_F(EndProcessDialogTest, OffersAdviceNotAsACommand)
{
    machine.planError =
        Error{ErrorCode::PermissionDenied, 0,
              Message(MessageId::OwnerHiddenTry, "port 931/tcp", Message(MessageId::RunOnHost))};
    openDialog(process("nc", 60));

    EXPECT_FALSE(text().contains(u"Run this command instead"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"run it on the host"_s)) << text().toStdString();
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
