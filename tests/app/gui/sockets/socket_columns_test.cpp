// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/socket_columns.h"

#include "app/delegates/socket_delegate.h"
#include "app/models/socket_cells.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontMetrics>
#include <QHeaderView>
#include <QScopeGuard>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpConnection;
using test::tcpListener;

class SocketColumnsTest : public test::WindowTest {
protected:
    void SetUp() override
    {
        open({tcpListener(931).ownedBy(process("x")),
              tcpConnection("10.0.0.1", 22, "10.0.0.2", 50000).ownedBy(process("x"))});
    }
    [[nodiscard]] QHeaderView& header() const { return page().header(); }
    [[nodiscard]] int widthOf(Column column) const
    {
        return header().sectionSize(static_cast<int>(column));
    }
    [[nodiscard]] int room() const { return header().viewport()->width(); }
    [[nodiscard]] int contentWidth(Column column) const
    {
        return dynamic_cast<SocketDelegate&>(*page().view().itemDelegate()).contentWidth(column);
    }
    void resizeTo(int width)
    {
        window->resize(width, 768);
        QCoreApplication::processEvents();
    }
    /// As the user drags the right edge of a title.
    void drag(Column column, int by)
    {
        header().resizeSection(static_cast<int>(column), widthOf(column) + by);
    }
    void toggle(Column column, bool isShown)
    {
        // The menu's action does the same; the state is what the settings keep.
        SocketColumns& columns = *page().findChild<SocketColumns*>();
        columns.setShown(column, isShown);
    }
};

TEST_F(SocketColumnsTest, BadgesAndNumbersAreWholeInEveryWindow)
{
    for (const QString& view : {u"listeners"_s, u"connections"_s}) {
        window->showView(view);
        for (const int width : {1024, 1280, 1366, 1600, 1920}) {
            resizeTo(width);
            for (int section = 0; section < header().count(); ++section) {
                const auto column = static_cast<Column>(section);
                if (!header().isSectionHidden(section) &&
                    (isBadgeColumn(column) || column == Column::Pid)) {
                    EXPECT_GE(widthOf(column), contentWidth(column))
                        << view.toStdString() << ' ' << width << ' ' << section;
                }
            }
        }
    }
}

TEST_F(SocketColumnsTest, TheColumnsFillTheTable)
{
    for (const int width : {1366, 1920, 1400}) {
        resizeTo(width);

        EXPECT_EQ(header().length(), room()) << width;
    }
}

TEST_F(SocketColumnsTest, AColumnThatIsAddedTakesItsRoomFromTheOthers)
{
    resizeTo(1920);

    toggle(Column::Place, true);
    EXPECT_EQ(header().length(), room());

    drag(Column::User, 30);
    toggle(Column::FirstSeen, true);
    EXPECT_EQ(header().length(), room()) << "also after the user has changed a width";

    toggle(Column::FirstSeen, false);
    EXPECT_EQ(header().length(), room());
}

TEST_F(SocketColumnsTest, AWidthThatTheUserChoseStays)
{
    drag(Column::User, 30);
    const int chosen = widthOf(Column::User);

    resizeTo(1920);
    resizeTo(1280);

    EXPECT_EQ(widthOf(Column::User), chosen);
}

TEST_F(SocketColumnsTest, TheWidthsFollowTheFontThereAndBack)
{
    const QFont small = QApplication::font();
    const auto restore = qScopeGuard([&small] { QApplication::setFont(small); });
    resizeTo(1920);
    const int port = widthOf(Column::LocalPort);
    const int process = widthOf(Column::Process);

    QFont large = small;
    large.setPointSizeF(small.pointSizeF() * 1.6);
    QApplication::setFont(large);
    EXPECT_TRUE(QTest::qWaitFor([&] { return widthOf(Column::LocalPort) > port; }));
    EXPECT_GE(widthOf(Column::LocalPort), contentWidth(Column::LocalPort));

    QApplication::setFont(small);
    EXPECT_TRUE(QTest::qWaitFor([&] { return widthOf(Column::LocalPort) == port; }));
    EXPECT_EQ(widthOf(Column::Process), process);
}

TEST_F(SocketColumnsTest, TheStateKeepsWhatTheUserChoseAndNothingElse)
{
    toggle(Column::Place, true);
    const QByteArray automatic = page().state();
    drag(Column::User, 30);
    const int chosen = widthOf(Column::User);
    const QByteArray manual = page().state();

    page().restoreState(automatic);
    EXPECT_FALSE(header().isSectionHidden(static_cast<int>(Column::Place)));
    EXPECT_EQ(header().length(), std::max(room(), header().length()));
    EXPECT_NE(widthOf(Column::User), chosen);

    page().restoreState(manual);
    EXPECT_EQ(widthOf(Column::User), chosen);

    page().restoreState("24,Sans,10;m garbage");
    EXPECT_TRUE(header().isSectionHidden(static_cast<int>(Column::Place))) << "the defaults";
}

}  // namespace
}  // namespace quaywatch
