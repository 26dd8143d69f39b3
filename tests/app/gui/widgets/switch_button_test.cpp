// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/switch_button.h"

#include "app/delegates/palette_colors.h"

#include <gtest/gtest.h>
#include <QImage>
#include <QTest>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class SwitchButtonTest : public testing::Test {
protected:
    SwitchButtonTest()
    {
        button.setPalette(PaletteColors::light().toPalette());
        button.resize(button.sizeHint());
    }
    [[nodiscard]] bool shows(const QColor& color)
    {
        const QImage image = button.grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == color.rgb()) {
                    return true;
                }
            }
        }
        return false;
    }

    SwitchButton button{u"Recording"_s};
};

TEST_F(SwitchButtonTest, IsLitWithARedDotOnlyWhileItIsOnAndActive)
{
    const PaletteColors& colors = PaletteColors::light();
    button.setChecked(true);
    EXPECT_FALSE(shows(colors.danger)) << "nothing goes on";
    EXPECT_FALSE(shows(colors.accent));

    button.setActive(true);
    EXPECT_TRUE(shows(colors.danger));
    EXPECT_TRUE(shows(colors.accent));

    button.setActive(false);
    button.setChecked(false);
    EXPECT_FALSE(shows(colors.danger));
}

TEST_F(SwitchButtonTest, AClickOnItsTextSwitchesIt)
{
    button.show();

    QTest::mouseClick(&button, Qt::LeftButton, {}, {button.width() - 10, button.height() / 2});

    EXPECT_TRUE(button.isChecked());
}

}  // namespace
}  // namespace quaywatch
