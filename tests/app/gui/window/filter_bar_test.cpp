// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/filter_bar.h"

#include <gtest/gtest.h>
#include <QCompleter>
#include <QLineEdit>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;

/// What the filter bar makes of a text when its first proposal is taken; empty if there is none.
QString completed(const QString& text)
{
    FilterBar bar;
    auto* const edit = bar.findChild<QLineEdit*>(u"filterEdit"_s);
    edit->setText(text);
    QCompleter& completer = *edit->completer();
    completer.setCompletionPrefix(text);
    return completer.completionCount() == 0 ? QString() : completer.currentCompletion();
}

TEST(FilterBar, CompletesTheLastWordBehindSigns)
{
    EXPECT_EQ(completed(u"is:une"_s), u"is:unexpected"_s);
    EXPECT_EQ(completed(u"!is:une"_s), u"!is:unexpected"_s);
    EXPECT_EQ(completed(u"nc (is:une"_s), u"nc (is:unexpected"_s);
    EXPECT_EQ(completed(u"a|is:ker"_s), u"a|is:kernel"_s);
    EXPECT_EQ(completed(u"us"_s), u"user:"_s);
    EXPECT_EQ(completed(u"nosuch"_s), QString());
}

}  // namespace

}  // namespace quaywatch
