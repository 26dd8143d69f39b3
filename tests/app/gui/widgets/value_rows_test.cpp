// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/value_document.h"

#include <gtest/gtest.h>
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class ValueRows : public testing::Test {
protected:
    void SetUp() override
    {
        document.resize(320, 400);
        document.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&document));
    }
    [[nodiscard]] QTextBlock block(const QString& text) const
    {
        for (QTextBlock each = document.document()->begin(); each.isValid(); each = each.next()) {
            if (each.text().startsWith(text)) {
                return each;
            }
        }
        return {};
    }
    [[nodiscard]] QRectF rectOf(const QTextBlock& each) const
    {
        return document.document()->documentLayout()->blockBoundingRect(each);
    }
    [[nodiscard]] qreal baselineOf(const QTextBlock& each) const
    {
        const QTextLine line = each.layout()->lineAt(0);
        return rectOf(each).top() + line.y() + line.ascent();
    }

    ValueDocument document;
    const QString path = u"/home/somebody/checkouts/a project/build/release/bin/the-server"_s;
};

TEST_F(ValueRows, TheWidestLabelHasRoomInOneLine)
{
    const QString longLabel = u"Arbeitsverzeichnis"_s;
    document.begin();
    document.value(u"PID"_s, u"4711"_s);
    document.value(longLabel, u"/"_s);
    document.heading(u"More"_s);
    document.value(u"User"_s, u"alice"_s);
    document.end();

    EXPECT_EQ(block(longLabel).layout()->lineCount(), 1);
    EXPECT_EQ(rectOf(block(u"4711"_s)).left(), rectOf(block(u"alice"_s)).left())
        << "one edge in all tables of the page";
    EXPECT_GE(rectOf(block(u"4711"_s)).left(), document.fontMetrics().horizontalAdvance(longLabel));
}

TEST_F(ValueRows, BothFontsOfARowStandOnOneLine)
{
    document.begin();
    document.value(u"PID"_s, u"4711"_s, true);
    document.path(u"Path"_s, u"/bin/nc"_s);
    document.end();

    EXPECT_LE(std::abs(baselineOf(block(u"PID"_s)) - baselineOf(block(u"4711"_s))), 1.0);
    EXPECT_LE(std::abs(baselineOf(block(u"Path"_s)) - baselineOf(block(u"/bin"_s))), 1.0);
}

TEST_F(ValueRows, APathIsCutInTheMiddleAndCopiedWhole)
{
    document.begin();
    document.path(u"Path"_s, path);
    document.end();

    const QTextBlock shown = block(u"/h"_s);
    EXPECT_TRUE(shown.text().contains(u'\u2026')) << shown.text().toStdString();
    EXPECT_TRUE(shown.text().contains(u"server"_s)) << shown.text().toStdString();
    EXPECT_EQ(shown.layout()->lineCount(), 1);
    EXPECT_TRUE(document.wholeText().contains(path));

    QUrl copy;
    for (auto each = shown.begin(); !each.atEnd(); ++each) {
        if (each.fragment().charFormat().isAnchor()) {
            copy = QUrl(each.fragment().charFormat().anchorHref());
        }
    }
    emit document.anchorClicked(copy);
    EXPECT_EQ(QApplication::clipboard()->text(), path);
}

TEST_F(ValueRows, APathThatFitsIsWhole)
{
    document.begin();
    document.path(u"Path"_s, path, u" (deleted)"_s);
    document.end();

    document.resize(1200, 400);
    QCoreApplication::processEvents();
    EXPECT_TRUE(block(u"/h"_s).text().startsWith(path));

    document.resize(320, 400);
    QCoreApplication::processEvents();
    EXPECT_TRUE(block(u"/h"_s).text().contains(u'\u2026'));
    EXPECT_TRUE(block(u"/h"_s).text().contains(u" (deleted)"_s));
    EXPECT_TRUE(document.wholeText().contains(path));
}

}  // namespace
}  // namespace quaywatch
