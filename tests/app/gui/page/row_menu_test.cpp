// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/row_menu.h"

#include "tests/support/gui/window_fixture.h"

#include <gtest/gtest.h>
#include <QAbstractItemView>
#include <QAction>
#include <QKeySequence>
#include <QMenu>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

class RowMenuTest : public test::WindowTest {
protected:
    void SetUp() override { open({tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711))}); }
};

TEST_F(RowMenuTest, OffersTheActionsOfTheRow)
{
    ASSERT_TRUE(window->selectPort(931));
    const auto context = page().context(page().view().currentIndex());
    ASSERT_TRUE(context.has_value());
    RowMenu menu(*context);

    QStringList texts;
    for (const QAction* action : menu.actions()) {
        texts.append(action->text());
    }

    for (const QString& text : {u"&Inspect"_s, u"E&xplain this port"_s, u"Hi&story of port 931"_s,
                                u"&End process…"_s, u"&Kill process…"_s, u"&Copy"_s,
                                u"&Filter by this"_s, u"&Hide this"_s, u"&Open in browser"_s}) {
        EXPECT_TRUE(texts.contains(text)) << text.toStdString();
    }
}

TEST_F(RowMenuTest, TheMenuAndItsCopyMenuHaveAMnemonicOfItsOwnForEachItem)
{
    ASSERT_TRUE(window->selectPort(931));
    const auto context = page().context(page().view().currentIndex());
    ASSERT_TRUE(context.has_value());
    const RowMenu menu(*context);
    QList<const QMenu*> menus{&menu};
    for (const auto* each : menu.findChildren<QMenu*>()) {
        if (each->title() == u"&Copy"_s) {
            menus.append(each);
        }
    }
    ASSERT_EQ(menus.size(), 2);

    for (const QMenu* each : menus) {
        QStringList seen;
        for (const QAction* action : each->actions()) {
            if (!action->isSeparator()) {
                const QString key = QKeySequence::mnemonic(action->text()).toString();
                EXPECT_FALSE(key.isEmpty()) << action->text().toStdString();
                EXPECT_FALSE(seen.contains(key)) << action->text().toStdString();
                seen.append(key);
            }
        }
    }
}

TEST_F(RowMenuTest, FiltersByTheCell)
{
    ASSERT_TRUE(window->selectPort(931));
    const QModelIndex cell = page().view().currentIndex();
    const auto context = page().context(cell.siblingAtColumn(static_cast<int>(Column::Process)));
    ASSERT_TRUE(context.has_value());

    EXPECT_EQ(filterWordsFor(context->socket, context->column).constFirst(), u"process:=nc"_s);
}

}  // namespace
}  // namespace quaywatch
