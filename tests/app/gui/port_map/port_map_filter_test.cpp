// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_legend.h"
#include "app/gui/port_map/port_map_page.h"
#include "app/gui/port_map/port_map_widget.h"
#include "app/gui/window/filter_bar.h"
#include "tests/support/gui/map_fixture.h"
#include "tests/support/gui/window_fixture.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QToolTip>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::MapTest;
using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::unexpected;
using test::WindowTest;

Filter filterOf(std::string_view text)
{
    const auto filter = Filter::parse(text);
    EXPECT_TRUE(filter.has_value()) << text;
    return filter.value_or(Filter());
}

class PortMapFilterTest : public MapTest {
protected:
    void SetUp() override
    {
        MapTest::SetUp();
        show({ssh(), nc()});
    }
    static SocketRecord ssh() { return tcpListener(22).id(1).ownedBy(process("sshd", 800)); }
    static SocketRecord nc()
    {
        return unexpected(tcpListener(931).id(2).ownedBy(process("nc", 4711)));
    }
    [[nodiscard]] bool isOut(Port port) const { return map.isFilteredOut({port, port}); }
    [[nodiscard]] QColor colorOf(Port port)
    {
        const QRect face = map.grid().face(*map.view().cellOf(port));
        return map.grab().toImage().pixelColor(face.left() + 3, face.center().y());
    }
    [[nodiscard]] QString accessibleTextAt(Port port)
    {
        return QAccessible::queryAccessibleInterface(&map)
            ->child(*map.view().cellOf(port))
            ->text(QAccessible::Name);
    }
};

TEST_F(PortMapFilterTest, KeepsPortsWithAMatchingSocket)
{
    map.setFilter(filterOf("process:nc"));

    EXPECT_FALSE(isOut(931));
    EXPECT_TRUE(isOut(22));
    EXPECT_TRUE(isOut(23));
    EXPECT_EQ(map.matches().count(map.view().range()), 1U);
}

TEST_F(PortMapFilterTest, KeepsVacantPortsThatMatch)
{
    map.setFilter(filterOf("port:900-1023"));

    EXPECT_FALSE(isOut(900));
    EXPECT_FALSE(isOut(931));
    EXPECT_TRUE(isOut(899));
    EXPECT_EQ(map.matches().count(map.view().range()), 124U);
}

TEST_F(PortMapFilterTest, MatchesAPortWithSocketsByItsSocketsOnly)
{
    show({tcpConnection("10.0.0.1", 22, "10.0.0.2", 931)});

    map.setFilter(filterOf("!port:931"));

    EXPECT_TRUE(isOut(22)) << "its connection has the remote port 931";
    EXPECT_FALSE(isOut(23));
}

TEST_F(PortMapFilterTest, OneMatchingSocketOfThePortSuffices)
{
    show({ssh(), nc(),
          tcpConnection("10.0.0.1", 22, "10.0.0.2", 40000).ownedBy(process("session", 900))});

    map.setFilter(filterOf("process:session"));

    EXPECT_FALSE(isOut(22));
}

TEST_F(PortMapFilterTest, FollowsTheSockets)
{
    map.setFilter(filterOf("process:nc"));
    QSignalSpy changed(&map, &PortMapWidget::matchesChanged);

    show({ssh(), nc(), tcpListener(940).id(3).ownedBy(process("nc", 4712))});
    EXPECT_FALSE(isOut(940));
    show({ssh(), nc()});
    EXPECT_TRUE(isOut(940));
    EXPECT_EQ(changed.count(), 2);
    show({ssh(), nc()});
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(PortMapFilterTest, UpdatesWhenItIsShownAgain)
{
    map.setFilter(filterOf("process:nc"));
    map.hide();
    show({ssh(), tcpListener(940).id(3).ownedBy(process("nc", 4712))});
    map.setFilter(filterOf("process:nc state:listen"));
    map.show();

    EXPECT_FALSE(isOut(940));
    EXPECT_TRUE(isOut(931));
}

TEST_F(PortMapFilterTest, DimsOnlyFilteredOutCells)
{
    map.setMotionReduced(true);
    const QColor sshBefore = colorOf(22);
    const QColor ncBefore = colorOf(931);

    map.setFilter(filterOf("process:nc"));
    EXPECT_NE(colorOf(22), sshBefore);
    EXPECT_EQ(colorOf(931), ncBefore);

    map.setFilter(Filter());
    EXPECT_EQ(colorOf(22), sshBefore);
}

TEST_F(PortMapFilterTest, TellsAScreenReaderThatACellIsFilteredOut)
{
    map.setCurrentPort(22);
    map.setFilter(filterOf("process:nc"));

    EXPECT_TRUE(accessibleTextAt(22).endsWith(u"Filtered out"_s))
        << accessibleTextAt(22).toStdString();
    EXPECT_FALSE(accessibleTextAt(931).contains(u"Filtered out"_s));
    EXPECT_TRUE(map.accessibleDescription().endsWith(u"Filtered out"_s));
}

TEST_F(PortMapFilterTest, ToolTipSaysThatACellIsFilteredOut)
{
    map.setFilter(filterOf("process:nc"));
    const QPoint at = centerOf(22);
    QHelpEvent help(QEvent::ToolTip, at, map.mapToGlobal(at));
    QCoreApplication::sendEvent(&map, &help);

    EXPECT_TRUE(QToolTip::text().contains(u"Filtered out"_s));
}

TEST_F(PortMapFilterTest, ACellOfManyPortsStaysIfOneMatches)
{
    map.setFilter(filterOf("process:nc"));
    map.zoomOut();

    EXPECT_FALSE(map.isFilteredOut({928, 959}));
    EXPECT_TRUE(map.isFilteredOut({0, 31}));
}

class PortMapFilterBarTest : public WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(22).id(1).ownedBy(process("sshd", 800)),
              tcpListener(8080).id(3).ownedBy(process("nc", 4712)),
              unexpected(tcpListener(931).id(2).ownedBy(process("nc", 4711)))});
        ASSERT_TRUE(window->showView(u"map"));
        mapPage().map().setFocus();
    }
    [[nodiscard]] PortMapPage& mapPage() const
    {
        return dynamic_cast<PortMapPage&>(window->page());
    }
    [[nodiscard]] QStringList legend() const { return mapPage().legend().text().split(u'\n'); }
    void type(const QString& text)
    {
        QTest::keyClick(&mapPage().map(), Qt::Key_Slash);
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
};

TEST_F(PortMapFilterBarTest, TypedOnTheMapDimsItAndCountsMatches)
{
    type(u"process:nc"_s);

    EXPECT_TRUE(mapPage().map().isFilteredOut({22, 22}));
    EXPECT_EQ(legend().value(0), u"1 of %1 ports match"_s.arg(QLocale().toString(1024)));
    EXPECT_EQ(legend().value(1), u"1 more match on other pages"_s);
}

TEST_F(PortMapFilterBarTest, ClearedFromTheMapUndimsIt)
{
    type(u"process:nc"_s);
    mapPage().map().setFocus();
    QTest::keyClick(&mapPage().map(), Qt::Key_Escape);

    EXPECT_FALSE(mapPage().map().isFilteredOut({22, 22}));
    EXPECT_FALSE(mapPage().legend().text().contains(u"match"_s));
}

TEST_F(PortMapFilterBarTest, SetInATableAppliesToTheMapToo)
{
    ASSERT_TRUE(window->showView(u"listeners"));
    window->setFilterText(u"port:8080"_s);
    ASSERT_TRUE(window->showView(u"map"));

    EXPECT_EQ(legend().value(0), u"0 of %1 ports match"_s.arg(QLocale().toString(1024)));
    mapPage().map().zoomOut();
    EXPECT_EQ(legend().value(0), u"1 of %1 ports match"_s.arg(QLocale().toString(65536)));
}

}  // namespace

}  // namespace quaywatch
