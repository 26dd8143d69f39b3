// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/number_text.h"

#include <gtest/gtest.h>
#include <QCoreApplication>
#include <QLocale>
#include <QScopeGuard>

#include <limits>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST(NumberText, HasTheSeparatorsOfTheSystem)
{
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });

    QLocale::setDefault(QLocale(QLocale::English));
    EXPECT_EQ(numberText(20'000), u"20,000"_s);
    EXPECT_EQ(QCoreApplication::translate("", "%Ln rows", nullptr, 20'000), u"20,000 rows"_s);
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(numberText(20'000), u"20.000"_s);
}

TEST(NumberText, PluralFormsTakeNoMoreThanAnInt)
{
    EXPECT_EQ(pluralOf(7), 7);
    EXPECT_EQ(pluralOf(std::numeric_limits<std::uint64_t>::max()), std::numeric_limits<int>::max());
}

}  // namespace
}  // namespace quaywatch
