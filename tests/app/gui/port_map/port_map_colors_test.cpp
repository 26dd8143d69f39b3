// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_colors.h"
#include "app/delegates/color_mix.h"
#include "app/delegates/palette_colors.h"
#include "tests/support/gui/color_contrast.h"
#include "tests/support/gui/user_palettes.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

namespace quaywatch {

namespace {

using test::contrast;

/// WCAG 2.2: graphical objects need a contrast of 3:1 to adjacent colors.
constexpr double kShape = 3.0;

struct ColorSet {
    const char* name;
    QPalette palette;
    double leastText;
};

/// Without it, the name of a test has the bytes of its parameter, which differ in each run.
void PrintTo(const ColorSet& set, std::ostream* out)
{
    *out << set.name;
}

class PortMapColorsTest : public testing::TestWithParam<ColorSet> {
protected:
    const PortMapColors colors = PortMapColors::of(GetParam().palette);
    const std::vector<QColor> hues{colors.ordinary, colors.severe, colors.unexpected,
                                   colors.expected, colors.explained};
    /// A face of the map while each event glows on it.
    [[nodiscard]] std::vector<QColor> glowing(const QColor& face) const
    {
        std::vector<QColor> faces;
        for (const PortEvent event :
             {PortEvent::Traffic, PortEvent::Changed, PortEvent::Closed, PortEvent::Opened}) {
            faces.push_back(mixed(face, colors.event(event, false), colors.glowShare));
        }
        return faces;
    }
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

TEST_P(PortMapColorsTest, WhatListensStandsOutFromEveryBackground)
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

TEST_P(PortMapColorsTest, NumbersAreReadableOnEveryFace)
{
    for (const QColor& hue : hues) {
        for (const bool isFilled : {true, false}) {
            const QColor& figure = isFilled ? colors.ink : colors.text;
            const QColor face = colors.face(hue, isFilled);
            EXPECT_GE(contrast(figure, face), GetParam().leastText) << face.name().toStdString();
            for (const QColor& glow : glowing(face)) {
                EXPECT_GE(contrast(figure, glow), PaletteColors::kLeastContrast)
                    << glow.name().toStdString();
            }
        }
    }
}

TEST_P(PortMapColorsTest, ScalesLegendAndReadoutAreReadable)
{
    const PaletteColors& base = PaletteColors::of(GetParam().palette);

    EXPECT_GE(contrast(colors.dim, colors.ground), GetParam().leastText);
    EXPECT_GE(contrast(colors.text, colors.ground), GetParam().leastText) << "text of the legend";
    EXPECT_GE(contrast(base.dim, base.base), GetParam().leastText);
}

TEST_P(PortMapColorsTest, AssignedCellsAreQuieterThanWhatListens)
{
    EXPECT_LT(contrast(colors.assigned, colors.ground), 2);
    EXPECT_GT(contrast(colors.assigned, colors.hole), 1.1) << "but differ from unassigned ones";
    EXPECT_GT(colors.tintShare, 0.1);
}

TEST_P(PortMapColorsTest, ColorsComeFromThePalette)
{
    EXPECT_EQ(colors.ground, GetParam().palette.color(QPalette::Base));
    EXPECT_EQ(colors.text, GetParam().palette.color(QPalette::Text));
}

/// The color of a badge in the tables is that of the cell.
TEST_P(PortMapColorsTest, VerdictsHaveTheColorsOfTheTables)
{
    const PaletteColors& base = PaletteColors::of(GetParam().palette);

    EXPECT_EQ(colors.verdict(Verdict::Unexpected, true), base.danger);
    EXPECT_EQ(colors.verdict(Verdict::Unexpected, false), base.warning);
    EXPECT_EQ(colors.verdict(Verdict::Expected, false), base.tone(Tone::Established));
    EXPECT_EQ(colors.verdict(Verdict::Explained, false), base.tone(Tone::Tcp));
}

TEST_P(PortMapColorsTest, ShapesOfRareStatesStandOutFromTheirCell)
{
    EXPECT_GE(contrast(colors.mark, colors.hole), kShape);
    EXPECT_GE(contrast(colors.mark, colors.assigned), kShape);
}

TEST_P(PortMapColorsTest, UnexpectedIsDistinctForColorBlindUsersToo)
{
    for (const bool isRedMissing : {true, false}) {
        const auto alarm = perceivedWithout(isRedMissing, colors.severe);
        const auto ordinary = perceivedWithout(isRedMissing, colors.ordinary);
        const double brighter =
            (std::max(alarm[0], ordinary[0]) + 0.05) / (std::min(alarm[0], ordinary[0]) + 0.05);
        EXPECT_TRUE(brighter > 1.3 || std::abs(alarm[2] - ordinary[2]) > 0.1);
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, PortMapColorsTest,
    testing::Values(
        ColorSet{"Light", PaletteColors::light().toPalette(), PaletteColors::kLeastContrast},
        ColorSet{"Dark", PaletteColors::dark().toPalette(), PaletteColors::kLeastContrast},
        ColorSet{"HighContrast", PaletteColors::highContrast().toPalette(),
                 PaletteColors::kHighContrast},
        ColorSet{"YellowOnBlack", test::yellowOnBlack(), PaletteColors::kLeastContrast},
        ColorSet{"BrownOnCream", test::brownOnCream(), PaletteColors::kLeastContrast}),
    [](const auto& which) { return std::string(which.param.name); });

}  // namespace

}  // namespace quaywatch
