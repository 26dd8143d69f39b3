// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/dialogs/mark_several_dialog.h"
#include "app/gui/dialogs/registry_dialog.h"
#include "app/gui/dialogs/report_dialog.h"
#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/widgets/whole_text_dialog.h"
#include "app/registry/registry_manager.h"
#include "tests/support/gui/mark_expected_fixture.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QScrollArea>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::expectedNc;
using test::MarkExpected;
using test::nc;
using test::tcpListener;

/// A screen of 1366 x 768 at scale 2, without the frame of a window.
constexpr QSize kSmall(667, 336);

void expectThatItFits(QDialog& dialog)
{
    dialog.show();
    QCoreApplication::processEvents();
    dialog.resize(kSmall);
    QCoreApplication::processEvents();

    const std::string title = dialog.windowTitle().toStdString();
    EXPECT_EQ(dialog.size(), kSmall) << title;
    for (const auto* button : dialog.findChild<QDialogButtonBox*>()->buttons()) {
        const QRect place(button->mapTo(&dialog, QPoint(0, 0)), button->size());
        EXPECT_TRUE(!button->isVisible() || dialog.rect().contains(place))
            << title << ": " << button->text().toStdString();
    }
}

TEST_F(MarkExpected, DialogsFitOnASmallScreen)
{
    open({nc(), tcpListener(7703)});
    MarkExpectedDialog one(m_editor, nc());
    expectThatItFits(one);
    MarkSeveralDialog several(m_editor, {nc(), tcpListener(7703)});
    expectThatItFits(several);
    ForgetExpectedDialog forget(m_editor, {expectedNc()});
    expectThatItFits(forget);
    EndProcessDialog end(*monitor, EndTarget{931, Protocol::Tcp}, ProcessSignal::Terminate);
    expectThatItFits(end);
    AboutDialog about;
    expectThatItFits(about);
    ReportDialog report(*monitor);
    expectThatItFits(report);
    PreferencesDialog preferences(settings, {nullptr, true});
    expectThatItFits(preferences);
    PageDialog help(u"Help"_s);
    fillHelp(help.page());
    expectThatItFits(help);
    auto* whole = new WholeTextDialog(u"a\n"_s.repeated(500));
    expectThatItFits(*whole);
    delete whole;
}

TEST_F(MarkExpected, TheRegistryDialogFitsOnASmallScreen)
{
    RegistryManager keeper(m_folder.path("registry.tsv"));
    RegistryDialog dialog(keeper);
    expectThatItFits(dialog);
}

TEST_F(MarkExpected, ADialogOpensAtTheSizeOfItsContent)
{
    MarkExpectedDialog dialog(m_editor, nc());
    dialog.show();
    QCoreApplication::processEvents();

    const auto* area = dialog.findChild<QScrollArea*>();
    EXPECT_GE(area->viewport()->height(), area->widget()->minimumSizeHint().height());
    EXPECT_GE(dialog.width(), 520);
}

}  // namespace
}  // namespace quaywatch
