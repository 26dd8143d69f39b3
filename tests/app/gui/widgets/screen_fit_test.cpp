// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/screen_fit.h"

#include <gtest/gtest.h>
#include <QScreen>
#include <QWidget>

namespace quaywatch {
namespace {

TEST(ScreenFit, KeepsASizeThatFits)
{
    const QWidget window;

    EXPECT_EQ(fittingSize(window, QSize(300, 200)), QSize(300, 200));
}

TEST(ScreenFit, KeepsTheTitleAndTheButtonsOnASmallScreen)
{
    const QWidget window;
    const QSize screen = window.screen()->availableSize();

    const QSize size = fittingSize(window, QSize(300, 2 * screen.height()));

    EXPECT_EQ(size.width(), 300);
    EXPECT_LT(size.height(), screen.height());
}

}  // namespace
}  // namespace quaywatch
