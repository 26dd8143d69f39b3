// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/palette_colors.h"
#include "app/gui/history/history_page_bar.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/widgets/switch_button.h"
#include "app/gui/window/filter_bar.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class ThemeChange : public testing::Test {
protected:
    void SetUp() override { QApplication::setPalette(PaletteColors::light().toPalette()); }
    void TearDown() override { QApplication::setPalette(m_before); }
    static void makeDark()
    {
        QApplication::setPalette(PaletteColors::dark().toPalette());
        QCoreApplication::processEvents();
    }

private:
    QPalette m_before = QApplication::palette();
};

TEST_F(ThemeChange, TheSignOfANoticeFollows)
{
    NoticeBar bar;
    bar.say(NoticeBar::Kind::Hint, u"text"_s);
    const auto* sign = bar.findChild<QLabel*>();
    const QImage before = sign->pixmap().toImage();
    ASSERT_FALSE(before.isNull());

    makeDark();

    EXPECT_NE(sign->pixmap().toImage(), before);
}

TEST_F(ThemeChange, TheRecordingSwitchFollows)
{
    HistoryPageBar bar(nullptr);
    bar.setRecording(true, true);
    auto* recording = bar.findChild<SwitchButton*>();
    const QImage before = recording->grab().toImage();

    makeDark();

    EXPECT_NE(recording->grab().toImage(), before);
}

TEST_F(ThemeChange, TheErrorOfTheFilterFollows)
{
    QWidget window;
    auto* bar = new FilterBar(&window);
    window.show();
    bar->setText(u"port:80 ("_s);
    const auto* error = window.findChild<QLabel*>(u"filterError"_s);
    ASSERT_TRUE(error->isVisible());

    makeDark();

    const QPalette palette = error->palette();
    EXPECT_EQ(palette.color(QPalette::Window), PaletteColors::dark().base);
    EXPECT_EQ(palette.color(QPalette::WindowText), PaletteColors::dark().warning);
}

}  // namespace
}  // namespace quaywatch
