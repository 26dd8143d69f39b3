// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_widget.h"
#include "tests/support/gui/map_fixture.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QToolTip>
#include <QWheelEvent>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::MapTest;
using test::process;
using test::tcpListener;
using test::unexpected;

/// Records the areas that a widget is asked to paint.
class PaintLog final : public QObject {
public:
    QRegion region;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent*>(event)->region();
        }
        return QObject::eventFilter(watched, event);
    }
};

class PortMapWidgetTest : public MapTest {
protected:
    /// The areas painted until no paint request is pending.
    [[nodiscard]] QRegion paintedBy(const std::function<void()>& act)
    {
        QCoreApplication::processEvents();
        PaintLog log;
        map.installEventFilter(&log);
        act();
        QCoreApplication::processEvents();
        return log.region;
    }
    [[nodiscard]] QString tipAt(Port port)
    {
        const QPoint at = centerOf(port);
        QHelpEvent help(QEvent::ToolTip, at, map.mapToGlobal(at));
        QCoreApplication::sendEvent(&map, &help);
        return QToolTip::text();
    }
    void turnWheel(int delta, Port over)
    {
        const QPointF at = centerOf(over);
        QWheelEvent wheel(at, map.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&map, &wheel);
    }
    [[nodiscard]] QAccessibleInterface& accessible()
    {
        return *QAccessible::queryAccessibleInterface(&map);
    }
};

TEST_F(PortMapWidgetTest, ArrowKeysMoveByAPortAndByARow)
{
    map.setCurrentPort(100);

    press(Qt::Key_Right);
    EXPECT_EQ(map.currentPort(), 101);
    press(Qt::Key_Down);
    EXPECT_EQ(map.currentPort(), 133);
    press(Qt::Key_Left);
    press(Qt::Key_Up);
    EXPECT_EQ(map.currentPort(), 100);
}

TEST_F(PortMapWidgetTest, HomeAndEndGoToTheEndsOfTheRowAndWithControlOfThePage)
{
    map.setCurrentPort(100);

    press(Qt::Key_Home);
    EXPECT_EQ(map.currentPort(), 96);
    press(Qt::Key_End);
    EXPECT_EQ(map.currentPort(), 127);
    press(Qt::Key_End, Qt::ControlModifier);
    EXPECT_EQ(map.currentPort(), 1023);
    press(Qt::Key_Home, Qt::ControlModifier);
    EXPECT_EQ(map.currentPort(), 0);
}

TEST_F(PortMapWidgetTest, PageDownShowsTheNextThousandAndStaysInRange)
{
    map.setCurrentPort(80);

    press(Qt::Key_PageUp);
    EXPECT_EQ(map.currentPort(), 80);
    press(Qt::Key_PageDown);
    EXPECT_EQ(map.currentPort(), 1104);
    EXPECT_EQ(map.view(), PortMapView::page(1));
    map.setCurrentPort(65535);
    press(Qt::Key_Right);
    EXPECT_EQ(map.currentPort(), 65535);
}

TEST_F(PortMapWidgetTest, TypedDigitsGoToThePort)
{
    QTest::keyClicks(&map, u"931"_s);
    EXPECT_EQ(map.currentPort(), 931);

    now += 5s;
    QTest::keyClicks(&map, u"5432"_s);
    EXPECT_EQ(map.currentPort(), 5432);
    EXPECT_EQ(map.view(), PortMapView::pageOf(5432));
}

TEST_F(PortMapWidgetTest, DigitOutOfRangeStartsANewNumber)
{
    QTest::keyClicks(&map, u"999997"_s);

    EXPECT_EQ(map.currentPort(), 97);
}

TEST_F(PortMapWidgetTest, ClickMakesItsPortCurrentAndSignalsOnce)
{
    QSignalSpy current(&map, &PortMapWidget::currentChanged);

    QTest::mouseClick(&map, Qt::LeftButton, {}, centerOf(931));

    EXPECT_EQ(map.currentPort(), 931);
    EXPECT_EQ(current.count(), 1);
}

TEST_F(PortMapWidgetTest, EnterAndDoubleClickActivate)
{
    QSignalSpy activated(&map, &PortMapWidget::activated);

    press(Qt::Key_Return);
    QTest::mouseDClick(&map, Qt::LeftButton, {}, centerOf(22));

    EXPECT_EQ(activated.count(), 2);
}

TEST_F(PortMapWidgetTest, ZoomsOutToAllPortsAndBackInWhereThePointerIs)
{
    turnWheel(-120, 22);
    ASSERT_TRUE(map.view().isAll());

    turnWheel(120, 5432);

    EXPECT_EQ(map.view(), PortMapView::pageOf(5432));
    EXPECT_TRUE(map.view().range().contains(map.currentPort()));
    press(Qt::Key_Minus);
    EXPECT_TRUE(map.view().isAll());
    press(Qt::Key_Plus);
    EXPECT_EQ(map.view(), PortMapView::pageOf(5432));
}

TEST_F(PortMapWidgetTest, EveryCellIsHitAtItsCenterInEveryView)
{
    for (const PortMapView& view : {PortMapView::page(0), PortMapView::all()}) {
        for (const QSize size : {QSize(400, 320), QSize(1000, 700), QSize(1900, 980)}) {
            const PortMapGrid grid(view, size, {50, 20});
            ASSERT_FALSE(grid.isEmpty());
            EXPECT_TRUE(QRect(QPoint(0, 0), size).contains(grid.bounds()));
            for (int cell = 0; cell < view.cellCount(); ++cell) {
                ASSERT_EQ(grid.cellAt(grid.slot(cell).center()), cell);
            }
        }
    }
}

TEST_F(PortMapWidgetTest, ToolTipShowsNamesStateAndListener)
{
    show({unexpected(tcpListener(931, "127.0.0.1").ownedBy(process("nc", 4711)))});

    const QString gap = tipAt(931);
    EXPECT_TRUE(gap.contains(u"Unassigned"_s)) << gap.toStdString();
    EXPECT_TRUE(gap.contains(u"127.0.0.1:931: nc listens"_s)) << gap.toStdString();
    EXPECT_TRUE(gap.contains(u"listener on an unassigned well-known port"_s));
    const QString http = tipAt(80);
    EXPECT_TRUE(http.contains(u"http, www, www-http"_s)) << http.toStdString();
    EXPECT_TRUE(http.contains(u"Nothing listens"_s));
}

TEST_F(PortMapWidgetTest, UntrustedNameIsNeverInterpretedAsHtml)
{
    show({unexpected(tcpListener(931).ownedBy(process("<b>evil</b>\n\x1b[31m\xE2\x80\xAE&rm")))});

    const QString tip = tipAt(931);
    EXPECT_TRUE(tip.contains(u"&lt;b&gt;evil"_s)) << tip.toStdString();
    EXPECT_FALSE(tip.contains(u"<b>"_s));
    for (const QChar c : {QChar(0x1b), QChar(0x202e)}) {
        EXPECT_FALSE(tip.contains(c));
        EXPECT_FALSE(map.phraseOf(931).contains(c));
    }
}

TEST_F(PortMapWidgetTest, UpdateRepaintsOnlyTheChangedCellAndItsHighlight)
{
    show({});

    const QRegion painted = paintedBy([this] { show({tcpListener(500)}); });

    const QRect cell = map.grid().slot(500);
    ASSERT_FALSE(painted.isEmpty());
    EXPECT_TRUE(painted.contains(cell.center()));
    const int reach = 5 * cell.height();
    EXPECT_TRUE(cell.adjusted(-reach, -reach, reach, reach).contains(painted.boundingRect()));
}

TEST_F(PortMapWidgetTest, UpdateThatChangesNothingRepaintsNothing)
{
    show({tcpListener(500).id(1)});

    EXPECT_TRUE(paintedBy([this] { show({tcpListener(500).id(1)}); }).isEmpty());
}

TEST_F(PortMapWidgetTest, NoAnimationWithoutHighlights)
{
    show({tcpListener(22).id(1)});
    EXPECT_FALSE(map.isAnimating());

    show({tcpListener(22).id(1), tcpListener(80).id(2)});
    EXPECT_TRUE(map.isAnimating());

    now += 1h;
    map.advance();
    EXPECT_FALSE(map.isAnimating());
}

TEST_F(PortMapWidgetTest, HiddenMapPausesItsAnimationUntilShown)
{
    show({});
    show({tcpListener(80)});
    ASSERT_TRUE(map.isAnimating());

    map.hide();
    EXPECT_FALSE(map.isAnimating());
    map.show();
    EXPECT_TRUE(map.isAnimating());
}

TEST_F(PortMapWidgetTest, HighlightFadesAndLeavesTheListener)
{
    show({});
    const QColor gap = map.grab().toImage().pixelColor(centerOf(931));
    show({unexpected(tcpListener(931))});
    const QImage bright = map.grab().toImage();
    now += 1h;
    map.advance();
    const QImage steady = map.grab().toImage();

    EXPECT_NE(bright, steady);
    EXPECT_NE(steady.pixelColor(centerOf(931)), gap);
}

TEST_F(PortMapWidgetTest, WithReducedMotionAHighlightStaysConstantUntilItExpires)
{
    map.setMotionReduced(true);
    show({});
    show({unexpected(tcpListener(931))});
    const QImage first = map.grab().toImage();
    now += 3s;
    EXPECT_EQ(map.grab().toImage(), first);

    now += 1h;
    map.advance();
    EXPECT_NE(map.grab().toImage(), first);
    EXPECT_FALSE(map.isAnimating());
}

TEST_F(PortMapWidgetTest, ScreenReaderGetsEachCellAndTheCurrentOne)
{
    show({unexpected(tcpListener(931).ownedBy(process("nc")))});
    map.setCurrentPort(931);

    QAccessibleInterface& list = accessible();
    EXPECT_EQ(list.role(), QAccessible::List);
    ASSERT_EQ(list.childCount(), 1024);
    const QString name = list.child(931)->text(QAccessible::Name);
    EXPECT_TRUE(name.startsWith(u"931, Unassigned, "_s)) << name.toStdString();
    EXPECT_TRUE(name.contains(u"nc listens"_s)) << name.toStdString();
    EXPECT_EQ(list.focusChild(), list.child(931));
    EXPECT_TRUE(list.child(931)->state().selected);
    EXPECT_FALSE(list.child(932)->state().selected);
    EXPECT_EQ(list.indexOfChild(list.child(7)), 7);
    EXPECT_EQ(list.text(QAccessible::Description), name);
}

TEST_F(PortMapWidgetTest, ScreenReaderCanPressACell)
{
    accessible().child(443)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());

    EXPECT_EQ(map.currentPort(), 443);
}

TEST_F(PortMapWidgetTest, MenuOpensAtThePointer)
{
    QSignalSpy menus(&map, &PortMapWidget::menuRequested);
    const QPoint at = centerOf(80);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, map.mapToGlobal(at));

    QCoreApplication::sendEvent(&map, &event);

    ASSERT_EQ(menus.count(), 1);
    EXPECT_EQ(menus.front().front().value<Port>(), 80);
}

}  // namespace

}  // namespace quaywatch
