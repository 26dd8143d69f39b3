// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/report_dialog.h"

#include "tests/support/gui/window_fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>

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

TEST_F(ReportDialogTest, TheMenuHasIt)
{
    open({});

    EXPECT_NE(window->findChild<QAction*>(u"reportProblem"_s), nullptr);
}

}  // namespace
}  // namespace quaywatch
