// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/screen_fit.h"

#include <gtest/gtest.h>
#include <QCoreApplication>
#include <QGuiApplication>
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

TEST(ScreenFit, BringsAWindowBackThatIsTooLargeOrOutside)
{
    QWidget window;
    const QRect screen = window.screen()->availableGeometry();
    window.setGeometry(screen.right() + 500, -300, 2 * screen.width(), 2 * screen.height());

    fitIntoScreen(window);

    EXPECT_TRUE(screen.contains(window.geometry()));
    EXPECT_LT(window.height(), screen.height()) << "space for the title bar";
}

TEST(ScreenFit, LeavesAWindowThatFits)
{
    QWidget window;
    const QRect fitting(window.screen()->availableGeometry().topLeft() + QPoint(30, 40),
                        QSize(300, 200));
    window.setGeometry(fitting);

    fitIntoScreen(window);

    EXPECT_EQ(window.geometry(), fitting);
}

TEST(ScreenFit, BringsAWindowBackWhoseScreenIsRemoved)
{
    QWidget window;
    keepOnScreen(window);
    QScreen* screen = window.screen();
    window.setGeometry(screen->availableGeometry().right() + 500, 40, 300, 200);

    emit qGuiApp->screenRemoved(screen);
    QCoreApplication::processEvents();

    EXPECT_TRUE(screen->availableGeometry().contains(window.geometry()));
    EXPECT_EQ(window.size(), QSize(300, 200));
}

TEST(ScreenFit, FollowsASmallerScreen)
{
    QWidget window;
    keepOnScreen(window);
    QScreen* screen = window.screen();
    window.setGeometry(0, 0, 2 * screen->size().width(), 100);

    emit screen->availableGeometryChanged(screen->availableGeometry());
    QCoreApplication::processEvents();

    EXPECT_LT(window.width(), screen->size().width());
}

}  // namespace
}  // namespace quaywatch
