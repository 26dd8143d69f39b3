// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/window_fixture.h"

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
    bool hasMenu = false;
    QTimer::singleShot(0, window.get(), [&hasMenu] {
        if (QWidget* menu = QApplication::activePopupWidget()) {
            hasMenu = true;
            menu->close();
        }
    });

    QTest::keyClick(&page().view(), Qt::Key_F10, Qt::ShiftModifier);

    EXPECT_TRUE(hasMenu);
}

}  // namespace

}  // namespace quaywatch
