// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/filter_bar.h"
#include "tests/support/gui/window_fixture.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;
using test::WindowTest;

class WindowWidthTest : public WindowTest {};

TEST_F(WindowWidthTest, AtItsFirstSizeAllListenerColumnsAreVisible)
{
    open({tcpListener(22).id(1).ownedBy(process("sshd", 800))});
    window->resize(1280, 800);
    QCoreApplication::processEvents();
    const auto* tree = page().findChild<QTreeView*>();

    EXPECT_LE(tree->header()->length(), tree->viewport()->width());
    EXPECT_FALSE(tree->header()->isSectionHidden(static_cast<int>(Column::Activity)));
}

TEST_F(WindowWidthTest, AFreshWindowFitsIntoItsScreen)
{
    open({});
    const MainWindow fresh({*monitor, settings}, currentUser);

    const QSize screen = fresh.screen()->availableSize();
    EXPECT_LT(fresh.width(), screen.width());
    EXPECT_LT(fresh.height(), screen.height()) << "space for the title bar";
}

TEST_F(WindowWidthTest, ASavedSizeThatIsTooLargeIsReduced)
{
    open({});
    const QSize screen = window->screen()->availableSize();
    window->resize(2 * screen.width(), 2 * screen.height());
    settings.change([this](SettingsValues& values) { values.geometry = window->saveGeometry(); });

    const MainWindow next({*monitor, settings}, currentUser);

    EXPECT_LT(next.width(), screen.width());
    EXPECT_LT(next.height(), screen.height());
}

TEST_F(WindowWidthTest, InASmallWindowTheViewsAndTheFilterStayVisible)
{
    open({tcpListener(22).id(1), tcpListener(931).id(2)});
    const auto& tabs = child<QTabBar>(u"viewSwitch"_s);
    const auto& filter = child<QLineEdit>(u"filterEdit"_s);
    const auto chips = window->findChild<FilterBar*>()->findChildren<QToolButton*>(
        QString(), Qt::FindDirectChildrenOnly);
    ASSERT_FALSE(chips.isEmpty());

    window->resize(800, 500);
    QCoreApplication::processEvents();

    EXPECT_LE(tabs.tabRect(tabs.count() - 1).right(), tabs.width());
    EXPECT_GE(filter.width(), 100);
    EXPECT_FALSE(chips.front()->isVisible());
    QToolButton& more = *chips.back();
    EXPECT_TRUE(more.isVisible()) << "holds the words that have no room";
    emit more.menu()->aboutToShow();
    ASSERT_FALSE(more.menu()->actions().isEmpty());
    more.menu()->actions().front()->trigger();
    EXPECT_EQ(filter.text(), u"is:unexpected"_s);

    window->resize(1280, 800);
    QCoreApplication::processEvents();

    EXPECT_TRUE(chips.front()->isVisible());
}

TEST_F(WindowWidthTest, LongTitlesAreElidedAndNotCutOff)
{
    open({tcpListener(22).id(1)});

    for (const auto* header : window->findChildren<QHeaderView*>()) {
        EXPECT_TRUE(header->orientation() == Qt::Vertical ||
                    header->textElideMode() == Qt::ElideRight);
    }
}

TEST_F(WindowWidthTest, APageLinksToAnotherUnderAFilter)
{
    open({tcpListener(22).id(1).ownedBy(process("sshd", 800)), tcpListener(931).id(2)});
    ASSERT_TRUE(window->showView(u"alerts"));

    emit window->page().viewRequested(u"listeners"_s, u"port:931"_s);

    EXPECT_EQ(window->currentView(), u"listeners"_s);
    EXPECT_EQ(window->page().count(), 1);
}

}  // namespace

}  // namespace quaywatch
