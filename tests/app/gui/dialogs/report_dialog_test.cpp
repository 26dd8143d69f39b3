// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/report_dialog.h"

#include "tests/support/gui/window_fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class ReportDialogTest : public test::WindowTest {};

TEST_F(ReportDialogTest, ShowsAndCopiesWhatDoctorPrints)
{
    open({test::tcpListener(22).id(1)});
    QSignalSpy ready(monitor.get(), &MonitorController::reportReady);
    const ReportDialog dialog(*monitor);
    auto* copy = dialog.findChild<QPushButton*>(u"copyReport"_s);
    EXPECT_FALSE(copy->isEnabled());
    EXPECT_TRUE(dialog.text().isEmpty());

    ASSERT_TRUE(ready.wait(5000));
    copy->click();

    const QString text = QApplication::clipboard()->text();
    EXPECT_EQ(text, dialog.text());
    EXPECT_TRUE(text.startsWith(u"Quaywatch " QUAYWATCH_VERSION "\n"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"Socket tables"_s));
    EXPECT_TRUE(text.contains(u"Window: Qt "_s));
    EXPECT_EQ(copy->text(), u"Copied"_s);
}

TEST_F(ReportDialogTest, TheMenuOpensIt)
{
    open({});
    bool isOpen = false;
    QTimer::singleShot(0, window.get(), [&] {
        auto* dialog = window->findChild<ReportDialog*>();
        isOpen = dialog != nullptr && dialog->isVisible();
        if (dialog != nullptr) {
            dialog->reject();
        }
    });

    window->findChild<QAction*>(u"reportProblem"_s)->trigger();

    EXPECT_TRUE(isOpen);
}

}  // namespace
}  // namespace quaywatch
