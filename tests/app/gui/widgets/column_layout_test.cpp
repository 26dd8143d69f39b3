// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/column_layout.h"

#include <gtest/gtest.h>

#include <numeric>

namespace quaywatch {
namespace {

const std::vector<ColumnNeed> kNeeds{
    {50, 50, false}, {80, 120, false}, {100, 150, true}, {40, 80, false}};

int sum(const std::vector<int>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

TEST(ColumnLayout, TheFlexibleColumnGetsTheRest)
{
    EXPECT_EQ(layOutColumns(kNeeds, 1000), (std::vector<int>{50, 120, 750, 80}));
    EXPECT_EQ(layOutColumns(kNeeds, 400), (std::vector<int>{50, 120, 150, 80}));
}

TEST(ColumnLayout, InANarrowTableTheColumnsShrinkTogether)
{
    const std::vector<int> widths = layOutColumns(kNeeds, 335);

    EXPECT_EQ(sum(widths), 335);
    EXPECT_EQ(widths[0], 50) << "cannot shrink";
    EXPECT_EQ(widths[1], 100) << "half of what it can";
    EXPECT_EQ(widths[3], 60);
}

TEST(ColumnLayout, NoColumnBecomesNarrowerThanItNeeds)
{
    EXPECT_EQ(layOutColumns(kNeeds, 100), (std::vector<int>{50, 80, 100, 40}));
    EXPECT_EQ(layOutColumns(kNeeds, 0), (std::vector<int>{50, 80, 100, 40}));
}

TEST(ColumnLayout, WithoutAFlexibleColumnTheRestStaysEmpty)
{
    EXPECT_EQ(layOutColumns({{50, 60, false}, {50, 50, false}}, 500), (std::vector<int>{60, 50}));
}

TEST(ColumnLayout, ABestWidthBelowTheLeastDoesNotCount)
{
    EXPECT_EQ(layOutColumns({{50, 10, false}, {20, 30, true}}, 90), (std::vector<int>{50, 40}));
}

TEST(ColumnLayout, NothingIsDividedAmongNoColumns)
{
    EXPECT_TRUE(layOutColumns({}, 100).empty());
}

}  // namespace
}  // namespace quaywatch
