// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui/window_fixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTimer>

namespace quaywatch {

namespace {

using test::process;
using test::tcpListener;
using test::WindowTest;

class WindowKeysTest : public WindowTest {};

TEST_F(WindowKeysTest, ShiftF10OpensTheMenuOfTheRowAsTheMenuKeyDoes)
{
    open({tcpListener(22).id(1).ownedBy(process("sshd", 800))});
    ASSERT_TRUE(window->selectPort(22));
    page().view().setFocus();
    int menuCount = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, window.get(), [&menuCount] {
        if (QWidget* menu = QApplication::activePopupWidget()) {
            ++menuCount;
            menu->close();
        }
    });
    timer.start(0);

    QTest::keyClick(&page().view(), Qt::Key_F10, Qt::ShiftModifier);

    EXPECT_TRUE(QTest::qWaitFor([&menuCount] { return menuCount > 0; }));
    EXPECT_EQ(menuCount, 1);
}

}  // namespace

}  // namespace quaywatch
