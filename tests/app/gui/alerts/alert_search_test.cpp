// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_text.h"
#include "tests/support/gui/alerts_page_fixture.h"

#include <QSignalSpy>

namespace quaywatch::test {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST_F(AlertsPageTest, SearchShowsTheAlertsInWhichAllWordsOccur)
{
    keeper.add({alertAbout(listenerOn(931)), alertAbout(listenerOn(7703, "socat", 2))});
    ASSERT_EQ(model().rowCount(), 2);

    page.setSearch(u"SOCAT  unassigned"_s);
    EXPECT_EQ(model().rowCount(), 1);
    EXPECT_EQ(cell(0, AlertColumn::Program), u"socat"_s);

    page.setSearch(u"socat 931/"_s);
    EXPECT_EQ(model().rowCount(), 0);
    EXPECT_EQ(label(u"alertsEmpty"_s), u"No alert matches the search."_s);

    page.setSearch({});
    EXPECT_EQ(model().rowCount(), 2);
}

TEST_F(AlertsPageTest, SearchFindsThePortsOfCombinedAlerts)
{
    Alert sum = sumUp({alertAbout(listenerOn(931)), alertAbout(listenerOn(7703, "socat", 2))});
    sum.at = kAlertTime;
    keeper.add({sum});

    page.setSearch(u"7703"_s);

    EXPECT_EQ(model().rowCount(), 1);
}

TEST_F(AlertsPageTest, AnAlertThatIsToBeShownEndsASearchThatHidesIt)
{
    keeper.add({alertAbout(listenerOn(931))});
    page.setSearch(u"nothing"_s);
    QSignalSpy changed(&page, &Page::searchChanged);

    EXPECT_TRUE(page.selectAlert(keeper.entries().front().id));

    EXPECT_TRUE(page.search().isEmpty());
    EXPECT_EQ(changed.size(), 1);
}

}  // namespace
}  // namespace quaywatch::test
