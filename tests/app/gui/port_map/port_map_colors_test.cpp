// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_colors.h"
#include "app/delegates/color_mix.h"
#include "app/delegates/palette_colors.h"
#include "tests/support/gui/color_contrast.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace quaywatch {

namespace {

using test::contrast;

/// WCAG 2.1: graphical objects need a contrast of 3:1 to adjacent colors, text 4.5:1 to its
/// background.
constexpr double kShape = 3.0;
constexpr double kText = 4.5;

class PortMapColorsTest : public testing::TestWithParam<bool> {
protected:
    const PortMapColors colors = PortMapColors::of(
        (GetParam() ? PaletteColors::dark() : PaletteColors::light()).toPalette());
    const std::vector<QColor> hues{colors.ordinary, colors.unexpected, colors.expected,
                                   colors.explained};
};

/// A color as seen by a person without one type of cones (Viénot, Brettel and Mollon, 1999), in
/// linear light.
std::array<double, 3> perceivedWithout(bool isRedMissing, const QColor& color)
{
    const auto linear = [](float channel) { return std::pow(static_cast<double>(channel), 2.2); };
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double b = linear(color.blueF());
    if (isRedMissing) {
        const double both = 0.11238 * r + 0.88762 * g;
        return {both, both, 0.00401 * r - 0.00401 * g + b};
    }
    const double both = 0.29275 * r + 0.70725 * g;
    return {both, both, -0.02234 * r + 0.02234 * g + b};
}

TEST_P(PortMapColorsTest, HighlightsStandOutFromEveryBackground)
{
    for (const QColor& hue : hues) {
        for (const QColor& ground : {colors.ground, colors.hole, colors.assigned}) {
            EXPECT_GE(contrast(hue, ground), kShape)
                << hue.name().toStdString() << " on " << ground.name().toStdString();
        }
    }
    EXPECT_GE(contrast(colors.used, colors.hole), kShape);
    EXPECT_GE(contrast(colors.used, colors.assigned), kShape);
    EXPECT_GE(contrast(colors.focus, colors.ground), kShape);
}

TEST_P(PortMapColorsTest, DigitsAreReadableOnEveryCell)
{
    for (const QColor& hue : hues) {
        EXPECT_GE(contrast(colors.ink, hue), kText) << hue.name().toStdString();
        EXPECT_GE(contrast(colors.text, mixed(colors.hole, hue, 0.30)), kText)
            << hue.name().toStdString();
    }
    EXPECT_GE(contrast(colors.dim, colors.ground), kText);
}

TEST_P(PortMapColorsTest, ShapesOfRareStatesStandOutFromTheirCell)
{
    EXPECT_GE(contrast(colors.mark, colors.hole), kShape);
    EXPECT_GE(contrast(colors.mark, colors.assigned), kShape);
}

TEST_P(PortMapColorsTest, UnexpectedIsDistinctForColorBlindUsersToo)
{
    for (const bool isRedMissing : {true, false}) {
        const auto alarm = perceivedWithout(isRedMissing, colors.unexpected);
        const auto ordinary = perceivedWithout(isRedMissing, colors.ordinary);
        const double brighter =
            (std::max(alarm[0], ordinary[0]) + 0.05) / (std::min(alarm[0], ordinary[0]) + 0.05);
        EXPECT_TRUE(brighter > 1.3 || std::abs(alarm[2] - ordinary[2]) > 0.1);
    }
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, PortMapColorsTest, testing::Bool());

}  // namespace

}  // namespace quaywatch
