// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/bounded_text.h"

#include "app/gui/widgets/whole_text_dialog.h"
#include "app/text/qt_text.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTextBlock>

namespace quaywatch::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QChar kEllipsis(0x2026);

TEST(BoundedText, KeepsAShortText)
{
    const QString text = u"nc -l -p 931\nand more"_s;

    EXPECT_EQ(BoundedText::of(text).shown, text);
    EXPECT_FALSE(BoundedText::of(text).isCut);
    EXPECT_FALSE(BoundedText::of(QString()).isCut);
}

TEST(BoundedText, TruncatesALongWordAndKeepsTheRest)
{
    const BoundedText text = BoundedText::of(u"a "_s + QString(257, u'x') + u" b"_s);

    EXPECT_EQ(text.shown, u"a "_s + QString(255, u'x') + kEllipsis + u" b"_s);
    EXPECT_TRUE(text.isCut);
}

TEST(BoundedText, KeepsWordsAndTextsThatJustFit)
{
    const QString word(256, u'x');
    EXPECT_EQ(BoundedText::of(word).shown, word);
    const QString whole = (u"x "_s).repeated(2048);
    ASSERT_EQ(whole.size(), BoundedText::kLongest);
    EXPECT_EQ(BoundedText::of(whole).shown, whole);
    EXPECT_FALSE(BoundedText::of(whole).isCut);
    EXPECT_TRUE(BoundedText::of(whole + u'x').isCut);
}

TEST(BoundedText, IsNeverLongerThanAllowed)
{
    for (const int length : {1, 3, 255, 256, 257, 300}) {
        const QString text = (QString(length, u'x') + u' ').repeated(131'000 / (length + 1));
        const BoundedText part = BoundedText::of(text);
        EXPECT_LE(part.shown.size(), BoundedText::kLongest) << length;
        EXPECT_TRUE(part.isCut) << length;
        EXPECT_TRUE(part.shown.endsWith(kEllipsis)) << length;
    }
}

TEST(BoundedText, SplitsNoCombiningSequenceOrSurrogatePair)
{
    const QString ship = QString::fromUcs4(U"\U0001F6A2");
    const BoundedText pairs = BoundedText::of(ship.repeated(300));
    EXPECT_EQ(pairs.shown, ship.repeated(127) + kEllipsis);

    const QString marked = u"e\u0301"_s;
    const BoundedText marks = BoundedText::of(marked.repeated(300));
    EXPECT_EQ(marks.shown, marked.repeated(127) + kEllipsis);
}

TEST(BoundedText, DoesNotBreakAtANoBreakSpace)
{
    EXPECT_TRUE(BoundedText::of((u"word\u00a0"_s).repeated(100)).isCut);
}

TEST(BoundedText, AppliesToPlainTextsToolTipsMenusAndTitles)
{
    const std::string word(1'000, 'x');
    EXPECT_EQ(plainText(word, 4096).size(), 256);
    const QString many = (u"word "_s).repeated(26'000);
    EXPECT_LE(forTip(many).size(), BoundedText::kLongest + qsizetype{9});
    EXPECT_LE(forMenu(many).size(), BoundedText::kLongestMenuText);
    EXPECT_LE(forTitle(many).size(), BoundedText::kLongestMenuText);
    EXPECT_EQ(fullPlainText(word).size(), 1'000);
}

TEST(WholeTextView, LaysOutShortPiecesAndCopiesTheOriginalText)
{
    QApplication::clipboard()->clear();
    const QString text = QString(131'000, u'A') + u"\n\n"_s + (u"word "_s).repeated(26'000) +
                         QString::fromUcs4(U"\U0001F6A2").repeated(2'000);
    WholeTextView view;

    view.showText(text);

    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        ASSERT_LE(block.length(), 1'025);
    }
    view.selectAll();
    view.copy();
    EXPECT_TRUE(QApplication::clipboard()->text() == text);
}

TEST(WholeTextView, CopiesTheSelection)
{
    WholeTextView view;
    view.showText(QString(1'500, u'A') + u"\nB"_s);
    QTextCursor cursor = view.textCursor();
    cursor.setPosition(1'000);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    view.setTextCursor(cursor);

    view.copy();

    EXPECT_EQ(QApplication::clipboard()->text(), QString(500, u'A') + u"\nB"_s);
}

TEST(WholeTextDialog, CopiesTheWholeText)
{
    const QString text(131'000, u'A');
    auto* dialog = new WholeTextDialog(text);

    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == u"Copy all"_s) {
            button->click();
        }
    }
    dialog->close();

    EXPECT_TRUE(QApplication::clipboard()->text() == text);
}

}  // namespace
}  // namespace quaywatch::test
