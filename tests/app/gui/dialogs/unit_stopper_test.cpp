// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/unit_stopper.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/widgets/value_document.h"
#include "tests/support/gui/window_fixture.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;
using Outcome = UnitStopper::Outcome;

/// A program that writes its arguments to a file, one per line, and then does what the test sets.
class FakeSystemctl {
public:
    explicit FakeSystemctl(const QByteArray& then)
    {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.arguments\"\n" + then + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"systemctl"_s); }
    [[nodiscard]] QByteArray arguments() const
    {
        QFile file(path() + u".arguments"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("never called");
    }

private:
    QTemporaryDir m_folder;
};

const UnitStop kCups{{"cups.socket", "cups.service"}, {}, true};

/// The result that finished() reports for a call.
struct StopAnswer {
    Outcome outcome = Outcome::Failed;
    QByteArray output;
};
StopAnswer stopWith(const QString& program, const UnitStop& stop)
{
    UnitStopper stopper(program);
    QSignalSpy finished(&stopper, &UnitStopper::finished);
    stopper.stop(stop);
    if (finished.isEmpty() && !finished.wait(10000)) {
        ADD_FAILURE() << "never finished";
        return {};
    }
    return {finished.front().front().value<Outcome>(), finished.front().back().toByteArray()};
}

TEST(UnitStopperTest, PassesTheUnitsAfterTheEndOfOptions)
{
    const FakeSystemctl systemctl("echo fine");

    const StopAnswer answer =
        stopWith(systemctl.path(), {{"cups.socket", "a\\x2db.service"}, {"--user"}});

    EXPECT_EQ(answer.outcome, Outcome::Stopped);
    EXPECT_EQ(answer.output, "fine\n");
    EXPECT_EQ(systemctl.arguments(), "--user\nstop\n--\ncups.socket\na\\x2db.service\n");
}

TEST(UnitStopperTest, RunsNothingForAnInvalidUnitName)
{
    const FakeSystemctl systemctl("");

    EXPECT_EQ(stopWith(systemctl.path(), {{"cups.socket", "--root=/x"}, {}}).outcome,
              Outcome::Failed);
    EXPECT_EQ(stopWith(systemctl.path(), {{}, {}}).outcome, Outcome::Failed);

    EXPECT_EQ(systemctl.arguments(), "never called");
}

TEST(UnitStopperTest, DistinguishesAMissingPermissionAFailureAndAMissingProgram)
{
    EXPECT_EQ(stopWith(u"/nonexistent/systemctl"_s, kCups).outcome, Outcome::Missing);
    const FakeSystemctl forbidden("echo denied >&2; exit 4");
    const FakeSystemctl failing("exit 1");

    const StopAnswer answer = stopWith(forbidden.path(), kCups);

    EXPECT_EQ(answer.outcome, Outcome::NotPermitted);
    EXPECT_EQ(answer.output, "denied\n");
    EXPECT_EQ(stopWith(failing.path(), kCups).outcome, Outcome::Failed);
}

TEST(UnitStopperTest, KeepsABoundedPartOfTheOutput)
{
    const FakeSystemctl chatty("head -c 1000000 /dev/zero");

    const StopAnswer answer = stopWith(chatty.path(), kCups);

    EXPECT_EQ(answer.outcome, Outcome::Stopped);
    EXPECT_EQ(answer.output.size(), UnitStopper::kMaxOutput);
}

TEST(UnitStopperTest, DoesNotWaitForARunningCallOnDestruction)
{
    const FakeSystemctl slow("exec sleep 1000");
    auto stopper = std::make_unique<UnitStopper>(slow.path());
    stopper->stop(kCups);
    ASSERT_TRUE(stopper->isRunning());

    stopper.reset();  // otherwise this test never ends
}

class StopDialog : public test::WindowTest {
protected:
    void SetUp() override
    {
        machine.stop = kCups;
        machine.stopCommand = kCups.command();
    }
    /// The dialog for port 931 with its plan shown.
    void openDialog(const QString& systemctl)
    {
        open({tcpListener(931).ownedBy(process("cupsd", 4711))});
        QSignalSpy plans(monitor.get(), &MonitorController::planReady);
        dialog = std::make_unique<EndProcessDialog>(*monitor, EndTarget{931, Protocol::Tcp},
                                                    ProcessSignal::Terminate);
        dialog->setSystemctl(systemctl);
        dialog->show();
        EXPECT_TRUE(plans.wait(5000));
    }
    [[nodiscard]] QPushButton* button(const QString& start) const
    {
        for (auto* each : dialog->findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text().startsWith(start)) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString text() const
    {
        return dialog->findChild<ValueDocument*>()->toPlainText();
    }
    /// Presses the button and waits until the page shows the result.
    void pressStop()
    {
        ASSERT_NE(button(u"Stop "_s), nullptr);
        const QString before = text();
        button(u"Stop "_s)->click();
        ASSERT_TRUE(QTest::qWaitFor([&] { return text() != before; }, 10000));
    }

    std::unique_ptr<EndProcessDialog> dialog;
};

TEST_F(StopDialog, OffersToStopTheUnitsWithCancelAsTheDefault)
{
    const FakeSystemctl systemctl("");
    openDialog(systemctl.path());

    EXPECT_EQ(button(u"Stop "_s)->text(), u"Stop cups.socket and cups.service…"_s);
    EXPECT_FALSE(button(u"Stop "_s)->autoDefault());
    EXPECT_TRUE(button(u"Cancel"_s)->isDefault());
    EXPECT_TRUE(text().contains(u"sudo systemctl stop cups.socket cups.service"_s));
    dialog->reject();
    EXPECT_EQ(systemctl.arguments(), "never called");
}

TEST_F(StopDialog, OffersItWhereTheProcessMayNotBeSignaled)
{
    machine.refusal = "systemd holds the port and is never signaled";
    openDialog(FakeSystemctl("").path());

    EXPECT_NE(button(u"Stop "_s), nullptr);
    EXPECT_EQ(button(u"End process"_s), nullptr);
    EXPECT_EQ(dialog->findChild<QLabel*>()->text(), u"Stop cups.socket and cups.service?"_s);
}

TEST_F(StopDialog, ReportsThatTheUnitsAreStopped)
{
    const FakeSystemctl systemctl("");
    openDialog(systemctl.path());

    pressStop();

    EXPECT_EQ(systemctl.arguments(), "stop\n--\ncups.socket\ncups.service\n");
    EXPECT_EQ(dialog->findChild<QLabel*>()->text(), u"Done"_s);
    EXPECT_EQ(button(u"Stop "_s), nullptr);
}

TEST_F(StopDialog, ShowsTheOutputLiterallyAndTheCommandToRun)
{
    const FakeSystemctl systemctl("printf '<b>no</b>\\033[31m\\nsecond\\n'; exit 4");
    openDialog(systemctl.path());

    pressStop();

    EXPECT_TRUE(text().contains(u"You do not have permission to stop"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"<b>no</b>\\e[31m"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"second"_s));
    EXPECT_TRUE(text().contains(u"sudo systemctl stop cups.socket cups.service"_s));
}

TEST_F(StopDialog, ReportsAMissingSystemctl)
{
    openDialog(u"/nonexistent/systemctl"_s);

    pressStop();

    EXPECT_TRUE(text().contains(u"systemctl is not available"_s)) << text().toStdString();
    EXPECT_TRUE(text().contains(u"sudo systemctl stop cups.socket cups.service"_s));
}

}  // namespace

}  // namespace quaywatch
