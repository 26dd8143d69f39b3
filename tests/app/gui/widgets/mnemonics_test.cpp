// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/mnemonics.h"

#include <gtest/gtest.h>
#include <QMenu>
#include <QStringList>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

QStringList textsWith(const QStringList& texts)
{
    QMenu menu;
    for (const QString& text : texts) {
        menu.addAction(text);
    }
    addMnemonics(menu);
    QStringList result;
    for (const QAction* action : menu.actions()) {
        result.append(action->text());
    }
    return result;
}

TEST(Mnemonics, AreTheFirstLettersOfWordsWherePossible)
{
    EXPECT_EQ(textsWith({u"Port"_s, u"Process"_s, u"Local address"_s, u"Local port"_s}),
              (QStringList{u"&Port"_s, u"P&rocess"_s, u"&Local address"_s, u"L&ocal port"_s}));
}

TEST(Mnemonics, StayWhereTheyAre)
{
    EXPECT_EQ(textsWith({u"Copy"_s, u"&Copy all"_s}), (QStringList{u"C&opy"_s, u"&Copy all"_s}));
}

TEST(Mnemonics, AnAmpersandOfTheTextIsNone)
{
    EXPECT_EQ(textsWith({u"a && b"_s}), (QStringList{u"&a && b"_s}));
}

TEST(Mnemonics, AnEntryWithoutAFreeLetterHasNone)
{
    EXPECT_EQ(textsWith({u"A"_s, u"a"_s, u"…"_s}), (QStringList{u"&A"_s, u"a"_s, u"…"_s}));
}

}  // namespace
}  // namespace quaywatch
