// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/palette_colors.h"
#include "tests/support/gui/color_contrast.h"

#include <gtest/gtest.h>

#include <vector>

namespace quaywatch {
namespace {

using test::contrast;

QColor over(const QColor& ground, const QColor& tint)
{
    const auto mix = [&](float under, float on) {
        return under + (on - under) * static_cast<float>(tint.alphaF());
    };
    return QColor::fromRgbF(mix(ground.redF(), tint.redF()), mix(ground.greenF(), tint.greenF()),
                            mix(ground.blueF(), tint.blueF()));
}

class PaletteContrast : public testing::TestWithParam<bool> {
protected:
    const PaletteColors& colors = GetParam() ? PaletteColors::dark() : PaletteColors::light();

    /// Every background that a cell can have.
    [[nodiscard]] std::vector<QColor> grounds() const
    {
        std::vector<QColor> all{colors.base, colors.alternate, colors.selection};
        for (const bool isHigh : {false, true}) {
            for (const bool isSelected : {false, true}) {
                all.push_back(over(colors.alternate, colors.alertTint(isHigh, isSelected)));
            }
        }
        return all;
    }
};

TEST_P(PaletteContrast, TextIsReadableOnEveryBackground)
{
    for (const QColor& ground : grounds()) {
        EXPECT_GE(contrast(colors.text, ground), 7.0) << ground.name().toStdString();
        EXPECT_GE(contrast(colors.dim, ground), 3.0) << ground.name().toStdString();
    }
}

TEST_P(PaletteContrast, BadgesAreReadableOnEveryBackground)
{
    for (int tone = static_cast<int>(Tone::Tcp); tone <= static_cast<int>(Tone::Danger); ++tone) {
        QColor tint = colors.tone(static_cast<Tone>(tone));
        const QColor text = tint;
        tint.setAlpha(colors.tintAlpha());
        for (const QColor& ground : grounds()) {
            EXPECT_GE(contrast(text, over(ground, tint)), 3.0)
                << tone << " on " << ground.name().toStdString();
        }
    }
}

TEST_P(PaletteContrast, ASelectedAlertDiffersFromAnAlertAndFromASelection)
{
    const QColor selected = over(colors.base, colors.alertTint(true, true));

    EXPECT_GE(contrast(selected, over(colors.base, colors.alertTint(true, false))), 1.1);
    // Red, not purple: less blue than the selection of an ordinary row.
    EXPECT_GT(selected.red(), selected.blue());
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, PaletteContrast, testing::Bool(),
                         [](const auto& which) { return which.param ? "Dark" : "Light"; });

}  // namespace
}  // namespace quaywatch
