// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_panel.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/page/row_menu.h"
#include "app/gui/widgets/value_document.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QTextBlock>
#include <QTextDocument>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::WindowTest;

// A tag, a line break, an escape sequence, a right-to-left override and an ampersand.
const std::string kEvil = "<img src=x><b>evil</b>\n\x1b[31m\xE2\x80\xAE&rm";

class HostileText : public WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(931)
                  .ownedBy(process(kEvil, 4711, 1000, kEvil))
                  .serviceContext(kEvil, kEvil),
              tcpConnection("10.0.0.1", 4000, "10.0.0.2", 443)
                  .ownedBy(process(kEvil, 4711, 1000, kEvil))
                  .serviceContext(kEvil, kEvil)});
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
    /// Bold text or an image on a page for plain text can only come from the untrusted text.
    static void expectPlainPage(const QTextDocument& page)
    {
        expectHarmless(page.toPlainText());
        EXPECT_FALSE(page.toPlainText().contains(QChar::ObjectReplacementCharacter));
        for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
            EXPECT_FALSE(block.text().contains(u"evil"_s) && !block.text().contains(u"<b>"_s));
        }
    }
};

void expectOneHarmlessLine(const QString& text)
{
    for (const QChar c : {QChar(0x1b), QChar(0x202e), QChar(u'\n')}) {
        EXPECT_FALSE(text.contains(c)) << text.toStdString();
    }
}

TEST_F(HostileText, LabelsOfTheWindowNeverInterpretHtml)
{
    expectPlainLabels(*window);
}

TEST_F(HostileText, DetailsShowTheNameLiterally)
{
    const auto* page = window->findChild<ValueDocument*>();

    EXPECT_TRUE(page->toPlainText().contains(u"<img src=x><b>evil</b>\\n\\e[31m"_s))
        << page->toPlainText().toStdString();
    expectPlainPage(*page->document());
}

TEST_F(HostileText, DialogShowsTheProcessNameLiterally)
{
    QSignalSpy plans(monitor.get(), &MonitorController::planReady);
    const EndProcessDialog dialog(*monitor, {931, Protocol::Tcp, {}}, ProcessSignal::Terminate);
    ASSERT_TRUE(plans.wait(5000));

    expectPlainLabels(dialog);
    EXPECT_TRUE(dialog.findChild<QLabel*>()->text().contains(u"<b>evil</b>"_s));
    expectPlainPage(*dialog.findChild<ValueDocument*>()->document());
}

/// Checks every role of every cell below a row; returns the number of texts.
int expectHarmlessCells(const QAbstractItemModel& model, const QModelIndex& parent)
{
    int texts = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (int role = 0; role <= DimRole; ++role) {
                const QVariant value = cell.data(role);
                if (value.typeId() != QMetaType::QString || value.toString().isEmpty()) {
                    continue;
                }
                ++texts;
                expectOneHarmlessLine(value.toString());
                // Qt must detect a tool tip as rich text, and it must show the name literally.
                const bool isRich = role == Qt::ToolTipRole;
                EXPECT_EQ(Qt::mightBeRichText(value.toString()) && isRich, isRich);
                EXPECT_FALSE(isRich && value.toString().contains(u"<b>evil"_s));
                EXPECT_FALSE(isRich && value.toString().contains(u"<img"_s));
            }
        }
        texts += expectHarmlessCells(model, model.index(row, 0, parent));
    }
    return texts;
}

TEST_F(HostileText, EveryRoleOfEveryCellIsSafeInBothViews)
{
    for (const auto& name : {u"listeners"_s, u"connections"_s}) {
        ASSERT_TRUE(window->showView(name));
        EXPECT_GT(expectHarmlessCells(*page().view().model(), {}), 40) << name.toStdString();
    }
}

TEST_F(HostileText, MenuShowsTheNameWithoutAMnemonic)
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
