// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/page_search.h"

#include "app/gui/window/filter_bar.h"
#include "tests/support/gui/window_fixture.h"

#include <QLineEdit>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::tcpListener;

class PageSearchTest : public test::WindowTest {
protected:
    void SetUp() override { open({tcpListener(22), tcpListener(931)}); }
    [[nodiscard]] PageSearch& search() const { return child<PageSearch>(u"pageSearch"_s); }
    void pressFind() const { QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier); }
};

TEST_F(PageSearchTest, ControlFLeadsToTheOneFieldOfThePage)
{
    pressFind();
    EXPECT_TRUE(child<QLineEdit>(u"filterEdit"_s).hasFocus());
    EXPECT_FALSE(search().isVisible());

    for (const QString& view : {u"alerts"_s, u"history"_s}) {
        window->showView(view);
        pressFind();
        EXPECT_TRUE(search().hasFocus()) << view.toStdString();
        EXPECT_FALSE(child<QLineEdit>(u"filterEdit"_s).isVisible()) << view.toStdString();
        EXPECT_EQ(window->page().findChildren<QLineEdit*>(u"historySearch"_s).size(), 0);
    }
}

TEST_F(PageSearchTest, EachPageKeepsItsText)
{
    window->showView(u"alerts");
    pressFind();
    QTest::keyClicks(&search(), u"nc"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    EXPECT_EQ(window->page().search(), u"nc"_s);

    window->showView(u"history");
    EXPECT_TRUE(search().text().isEmpty());
    EXPECT_TRUE(window->page().search().isEmpty());

    window->showView(u"alerts");
    EXPECT_EQ(search().text(), u"nc"_s);
}

TEST_F(PageSearchTest, EscapeClearsItAndThenLeavesIt)
{
    window->showView(u"alerts");
    pressFind();
    QTest::keyClicks(&search(), u"nc"_s);
    QTest::keyClick(&search(), Qt::Key_Return);

    QTest::keyClick(&search(), Qt::Key_Escape);
    EXPECT_TRUE(window->page().search().isEmpty());
    EXPECT_TRUE(search().hasFocus());

    QTest::keyClick(&search(), Qt::Key_Escape);
    EXPECT_TRUE(window->page().focusTarget().hasFocus());
}

TEST_F(PageSearchTest, EscapeInTheRowsClearsTheSearchOfTheirPage)
{
    window->setFilterText(u"port:22"_s);
    window->showView(u"history");
    pressFind();
    QTest::keyClicks(&search(), u"22"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    ASSERT_EQ(window->page().search(), u"22"_s);
    window->page().focusTarget().setFocus();

    QTest::keyClick(&window->page().focusTarget(), Qt::Key_Escape);

    EXPECT_TRUE(window->page().search().isEmpty());
    EXPECT_EQ(child<QLineEdit>(u"filterEdit"_s).text(), u"port:22"_s);
}

TEST_F(PageSearchTest, ShowsWhatThePageItselfSearchesFor)
{
    window->showView(u"history");

    window->selectPort(931);

    EXPECT_EQ(search().text(), u"931"_s);
}

}  // namespace
}  // namespace quaywatch
