// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/window_fixture.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTreeView>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;
using test::WindowTest;

class WindowWidthTest : public WindowTest {};

TEST_F(WindowWidthTest, At1200PixelsAllColumnsOfTheListenersAreSeen)
{
    open({tcpListener(22).id(1).ownedBy(process("sshd", 800))});
    window->resize(1200, 800);
    QCoreApplication::processEvents();
    const auto* tree = page().findChild<QTreeView*>();

    EXPECT_LE(tree->header()->length(), tree->viewport()->width());
    EXPECT_FALSE(tree->header()->isSectionHidden(static_cast<int>(Column::Activity)));
}

TEST_F(WindowWidthTest, APageLeadsToAnotherUnderAFilter)
{
    open({tcpListener(22).id(1).ownedBy(process("sshd", 800)), tcpListener(931).id(2)});
    ASSERT_TRUE(window->showView(u"alerts"));

    emit window->page().viewRequested(u"listeners"_s, u"port:931"_s);

    EXPECT_EQ(window->currentView(), u"listeners"_s);
    EXPECT_EQ(window->page().count(), 1);
}

}  // namespace

}  // namespace quaywatch
