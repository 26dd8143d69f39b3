// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/palette_colors.h"
#include "tests/support/gui/color_contrast.h"
#include "tests/support/gui/user_palettes.h"

#include <gtest/gtest.h>

#include <QPalette>

#include <set>
#include <string>
#include <vector>

namespace quaywatch {
namespace {

using test::brownOnCream;
using test::contrast;
using test::yellowOnBlack;

QColor over(const QColor& ground, const QColor& tint)
{
    const auto mix = [&](float under, float on) {
        return under + (on - under) * static_cast<float>(tint.alphaF());
    };
    return QColor::fromRgbF(mix(ground.redF(), tint.redF()), mix(ground.greenF(), tint.greenF()),
                            mix(ground.blueF(), tint.blueF()));
}

struct Set {
    const char* name;
    QPalette palette;
    double least;
};

class PaletteContrast : public testing::TestWithParam<Set> {
protected:
    const PaletteColors& colors = PaletteColors::of(GetParam().palette);

    /// Every background that a cell can have: its own, a tint for an alert over it, and over both
    /// the tint of a flash.
    [[nodiscard]] std::vector<QColor> grounds() const
    {
        std::vector<QColor> all{colors.base, colors.alternate, colors.selection};
        for (const bool isHigh : {false, true}) {
            for (const bool isSelected : {false, true}) {
                all.push_back(over(colors.alternate, colors.alertTint(isHigh, isSelected)));
                all.push_back(over(colors.base, colors.alertTint(isHigh, isSelected)));
            }
        }
        const std::size_t resting = all.size();
        for (const Flash flash : {Flash::New, Flash::Changed, Flash::Closed}) {
            QColor tint = colors.flash(flash);
            tint.setAlpha(colors.tintAlpha());
            for (std::size_t i = 0; i < resting; ++i) {
                all.push_back(over(all[i], tint));
            }
        }
        return all;
    }
};

TEST_P(PaletteContrast, TextIsReadableOnEveryBackground)
{
    for (const QColor& ground : grounds()) {
        EXPECT_GE(contrast(colors.text, ground), GetParam().least) << ground.name().toStdString();
        EXPECT_GE(contrast(colors.dim, ground), GetParam().least) << ground.name().toStdString();
        EXPECT_GE(contrast(colors.received, ground), GetParam().least);
        EXPECT_GE(contrast(colors.sent, ground), GetParam().least);
    }
}

TEST_P(PaletteContrast, BadgesAreReadable)
{
    for (int tone = static_cast<int>(Tone::Quiet); tone <= static_cast<int>(Tone::Danger); ++tone) {
        const QColor& text = colors.tone(static_cast<Tone>(tone));
        QColor tint = text;
        tint.setAlpha(colors.tintAlpha());

        EXPECT_EQ(colors.badgeGround(text), over(colors.base, tint));
        EXPECT_GE(contrast(text, colors.badgeGround(text)), GetParam().least) << tone;
        EXPECT_GE(contrast(text, colors.base), GetParam().least) << tone;
    }
}

TEST_P(PaletteContrast, TheTonesStayDifferentColors)
{
    std::set<QRgb> tones;
    for (const QColor* each : {&colors.tcp, &colors.udp, &colors.listen, &colors.waiting,
                               &colors.warning, &colors.danger}) {
        tones.insert(each->rgb());
        EXPECT_GT(each->hslSaturationF(), 0.2F) << each->name().toStdString();
    }
    EXPECT_EQ(tones.size(), 6U);
}

TEST_P(PaletteContrast, TitlesAndLinksAreReadable)
{
    const QPalette palette = colors.toPalette();

    EXPECT_GE(contrast(colors.dim, colors.window), GetParam().least);
    EXPECT_GE(contrast(colors.text, colors.button()), GetParam().least);
    EXPECT_GE(contrast(colors.accent, colors.base), GetParam().least);
    EXPECT_GE(contrast(colors.warning, colors.base), GetParam().least);
    EXPECT_GE(
        contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)),
        PaletteColors::kLeastContrast);
}

TEST_P(PaletteContrast, ASelectedAlertDiffersFromAnAlert)
{
    const QColor selected = over(colors.base, colors.alertTint(true, true));

    EXPECT_GE(contrast(selected, over(colors.base, colors.alertTint(true, false))), 1.1);
}

TEST_P(PaletteContrast, ThePaletteGivesTheSameColorsAgain)
{
    EXPECT_EQ(&PaletteColors::of(GetParam().palette), &colors);
    EXPECT_EQ(PaletteColors::of(colors.toPalette()).text, colors.text);
    EXPECT_EQ(PaletteColors::of(colors.toPalette()).base, colors.base);
}

TEST(PaletteColors, APaletteOfTheUserKeepsItsColors)
{
    const QPalette palette = yellowOnBlack();
    const PaletteColors& colors = PaletteColors::of(palette);

    EXPECT_TRUE(colors.isDark);
    EXPECT_EQ(colors.text, QColor(Qt::yellow));
    EXPECT_EQ(colors.base, QColor(Qt::black));
}

TEST(PaletteColors, AnyNumberOfPalettesCanBeAskedFor)
{
    for (int i = 0; i < 100; ++i) {
        QPalette palette = brownOnCream();
        palette.setColor(QPalette::Text, QColor(i, 0, 0));

        EXPECT_EQ(PaletteColors::of(palette).text, QColor(i, 0, 0));
    }
    EXPECT_FALSE(PaletteColors::of(PaletteColors::light().toPalette()).isDark);
    EXPECT_TRUE(PaletteColors::of(PaletteColors::dark().toPalette()).isDark);
}

INSTANTIATE_TEST_SUITE_P(
    All, PaletteContrast,
    testing::Values(Set{"Light", PaletteColors::light().toPalette(), PaletteColors::kLeastContrast},
                    Set{"Dark", PaletteColors::dark().toPalette(), PaletteColors::kLeastContrast},
                    Set{"HighContrast", PaletteColors::highContrast().toPalette(),
                        PaletteColors::kHighContrast},
                    Set{"YellowOnBlack", yellowOnBlack(), PaletteColors::kLeastContrast},
                    Set{"BrownOnCream", brownOnCream(), PaletteColors::kLeastContrast}),
    [](const auto& which) { return std::string(which.param.name); });

}  // namespace
}  // namespace quaywatch
