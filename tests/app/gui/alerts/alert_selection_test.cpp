// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/row_menu.h"
#include "tests/support/gui/alerts_page_fixture.h"

#include <QCoreApplication>
#include <QFocusEvent>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

namespace quaywatch::test {
namespace {

TEST_F(AlertsPageTest, ActsOnWhatIsHighlightedAlone)
{
    apply({listenerOn(931)});
    keeper.add({alertAbout(listenerOn(931))});
    table().selectionModel()->setCurrentIndex(model().index(0, 0), QItemSelectionModel::NoUpdate);

    EXPECT_FALSE(page.currentEndTarget());
    EXPECT_EQ(page.currentSocket(), nullptr);
    QTest::keyClick(&table(), Qt::Key_A);
    EXPECT_EQ(keeper.unreadCount(), 1);
}

TEST_F(AlertsPageTest, HighlightsTheCurrentRowWhenTheTableGetsTheFocus)
{
    apply({listenerOn(931)});
    keeper.add({alertAbout(listenerOn(931))});
    table().selectionModel()->setCurrentIndex(model().index(0, 0), QItemSelectionModel::NoUpdate);

    QFocusEvent focus(QEvent::FocusIn);
    QCoreApplication::sendEvent(&table(), &focus);
    QCoreApplication::processEvents();

    EXPECT_TRUE(table().selectionModel()->isSelected(model().index(0, 0)));
    EXPECT_TRUE(page.currentEndTarget());
}

TEST_F(AlertsPageTest, MutesNothingThatIsNotHighlighted)
{
    keeper.add({alertAbout(listenerOn(931))});
    table().selectionModel()->setCurrentIndex(model().index(0, 0), QItemSelectionModel::NoUpdate);

    const auto buttons = page.findChildren<QToolButton*>();
    const auto mute = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton* button) {
        return button->text() == QStringLiteral("Mute");
    });
    ASSERT_NE(mute, buttons.end());
    EXPECT_FALSE((*mute)->isEnabled());
}

TEST_F(AlertsPageTest, EndsTheProcessesOfAllSelectedAlerts)
{
    apply({listenerOn(931, "nc", 1), listenerOn(932, "socat", 2)});
    keeper.add({alertAbout(listenerOn(931, "nc", 1)), alertAbout(listenerOn(932, "socat", 2))});

    table().selectAll();

    EXPECT_EQ(page.endRequest().targets().size(), 2U);
    QSignalSpy menus(&page, &AlertsPage::menuRequested);
    emit table().customContextMenuRequested(table().visualRect(model().index(0, 0)).center());
    ASSERT_EQ(menus.size(), 1);
    EXPECT_EQ(menus.front().front().value<RowContext>().selected.size(), 2U);
}

}  // namespace
}  // namespace quaywatch::test
