// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QToolButton>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::tcpListener;

class PausedWindow : public test::WindowTest {
protected:
    void SetUp() override { open({tcpListener(22), tcpListener(53), tcpListener(80)}); }
    [[nodiscard]] int rowCount() const { return page().view().model()->rowCount(); }
};

TEST_F(PausedWindow, PauseHoldsTheRowsAndSaysHowManyChangesWait)
{
    const int rows = rowCount();
    QTest::keyClick(&page().view(), Qt::Key_Space);
    ASSERT_TRUE(monitor->isPaused());
    EXPECT_TRUE(child<QLabel>(u"poll"_s).text().startsWith(u"Paused at "_s));
    machine.snapshot = test::snapshotOf({tcpListener(4001), tcpListener(4002)});
    monitor->setPaused(false);  // starts a poll
    monitor->setPaused(true);
    ASSERT_TRUE(waitForUpdate());

    EXPECT_EQ(rowCount(), rows);
    EXPECT_TRUE(child<QLabel>(u"poll"_s).text().endsWith(u" changes waiting"_s));
    EXPECT_GT(monitor->waitingCount(), 1U);

    child<QToolButton>(u"resume"_s).click();

    EXPECT_FALSE(monitor->isPaused());
    EXPECT_EQ(monitor->shownSnapshot()->sockets.size(), 2U);
    EXPECT_FALSE(child<QToolButton>(u"resume"_s).isVisible());
}

TEST_F(PausedWindow, RefreshShowsTheStateWhilePaused)
{
    monitor->setPaused(true);
    machine.snapshot = test::snapshotOf({tcpListener(4001)});

    monitor->refreshNow();

    ASSERT_TRUE(waitForUpdate());
    EXPECT_EQ(monitor->shownSnapshot()->sockets.size(), 1U);
    EXPECT_TRUE(monitor->isPaused());
    EXPECT_EQ(monitor->waitingCount(), 0U);
}

}  // namespace
}  // namespace quaywatch
