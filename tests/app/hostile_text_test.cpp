// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details_panel.h"
#include "app/gui/end_process_dialog.h"
#include "app/gui/row_menu.h"
#include "app/gui/value_document.h"
#include "tests/support/window_fixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QTextBlock>
#include <QTextDocument>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;
using test::WindowTest;

// A tag, a line break, an escape sequence, a right-to-left override and an ampersand.
const std::string kEvil = "<img src=x><b>evil</b>\n\x1b[31m\xE2\x80\xAE&rm";

class HostileText : public WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(931).ownedBy(process(kEvil, 4711, 1000, kEvil)).place(kEvil, kEvil)});
        QSignalSpy settled(window.get(), &MainWindow::detailsSettled);
        ASSERT_TRUE(window->selectPort(931));
        ASSERT_TRUE(settled.wait(5000));
    }
    static void expectHarmless(const QString& text)
    {
        for (const QChar c : {QChar(0x1b), QChar(0x202e)}) {
            EXPECT_FALSE(text.contains(c)) << text.toStdString();
        }
    }
    static void expectPlainLabels(const QWidget& root)
    {
        for (const auto* label : root.findChildren<QLabel*>()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
            expectHarmless(label->text());
        }
    }
    /// Bold or an image in a page that only ever gets plain text would be the stranger's doing.
    static void expectPlainPage(const QTextDocument& page)
    {
        expectHarmless(page.toPlainText());
        EXPECT_FALSE(page.toPlainText().contains(QChar::ObjectReplacementCharacter));
        for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
            EXPECT_FALSE(block.text().contains(u"evil"_s) && !block.text().contains(u"<b>"_s));
        }
    }
};

TEST_F(HostileText, LabelsOfTheWindowAreNeverReadAsHtml)
{
    expectPlainLabels(*window);
}

TEST_F(HostileText, DetailsShowTheNameToTheLetter)
{
    const auto* page = window->findChild<ValueDocument*>();

    EXPECT_TRUE(page->toPlainText().contains(u"<img src=x><b>evil</b>\\n\\e[31m"_s))
        << page->toPlainText().toStdString();
    expectPlainPage(*page->document());
}

TEST_F(HostileText, DialogNamesTheProcessToTheLetter)
{
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    const EndProcessDialog dialog(*monitor, {931, Protocol::Tcp, {}}, ProcessSignal::Terminate);
    ASSERT_TRUE(plans.wait(5000));

    expectPlainLabels(dialog);
    EXPECT_TRUE(dialog.findChild<QLabel*>()->text().contains(u"<b>evil</b>"_s));
    expectPlainPage(*dialog.findChild<ValueDocument*>()->document());
}

TEST_F(HostileText, CellsAndTheirToolTipsAreSafe)
{
    const QAbstractItemModel& model = *page().view().model();
    for (int column = 0; column < model.columnCount(); ++column) {
        const QModelIndex cell = model.index(0, column);
        expectHarmless(cell.data().toString());
        expectHarmless(cell.data(Qt::AccessibleTextRole).toString());
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        expectHarmless(tip);
        EXPECT_FALSE(tip.contains(u"<b>evil"_s)) << tip.toStdString();
        EXPECT_FALSE(tip.contains(u"<img"_s)) << tip.toStdString();
    }
}

TEST_F(HostileText, MenuShowsTheNameAndMakesNoShortcutOfIt)
{
    const auto context = page().context(page().view().currentIndex());
    ASSERT_TRUE(context.has_value());
    const RowMenu menu(*context);

    for (const auto* each : menu.findChildren<QMenu*>()) {
        for (const QAction* action : each->actions()) {
            expectHarmless(action->text());
            EXPECT_FALSE(action->text().contains(u"&rm"_s) && !action->text().contains(u"&&rm"_s))
                << action->text().toStdString();
        }
    }
}

}  // namespace

}  // namespace quaywatch
