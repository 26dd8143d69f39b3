// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_colors.h"

#include "app/delegates/color_mix.h"
#include "app/delegates/palette_colors.h"
#include "app/models/socket_cells.h"

#include <algorithm>
#include <vector>

namespace quaywatch {
namespace {

constexpr double kMaxAssigned = 0.16;  // part of the text's color in an assigned cell
constexpr double kMaxTint = 0.30;
constexpr double kMaxGlow = 0.28;
constexpr double kStep = 0.01;

/// The color of a verdict, which is that of its badge in the tables. All of the map uses this
/// function. An ordinary listener has no badge; it has the color of the state LISTEN.
QColor verdictColor(Verdict verdict, Severity severity, const PaletteColors& colors)
{
    Assessment assessment;
    assessment.verdict = verdict;
    assessment.severity = severity;
    const Tone tone = toneOf(assessment);
    return tone == Tone::None ? colors.listen : colors.tone(tone);
}

/// The largest share up to `most` that fits; 0 if none does.
template <class Fits>
double largestShare(double most, Fits fits)
{
    double share = most;
    while (share > 0 && !fits(share)) {
        share -= kStep;
    }
    return std::max(share, 0.0);
}

bool isEachAtLeast(double least, const std::vector<QColor>& colors, const QColor& ground)
{
    return std::all_of(colors.begin(), colors.end(),
                       [&](const QColor& color) { return contrastOf(color, ground) >= least; });
}

/// Hatching and crosses: as quiet as possible, but visible on these cells.
QColor markOn(const std::vector<QColor>& cells, const QColor& ground, const QColor& tone)
{
    double share = 0.4;
    const auto isVisible = [&](const QColor& mark) {
        return isEachAtLeast(PortMapColors::kShapeContrast, cells, mark);
    };
    while (share < 1 && !isVisible(mixed(ground, tone, share))) {
        share += kStep;
    }
    return mixed(ground, tone, std::min(share, 1.0));
}

/// Sets the shares so that numbers are readable on every face, glowing or not.
void setShares(PortMapColors& colors)
{
    const std::vector<QColor> hues{colors.ordinary, colors.severe, colors.unexpected,
                                   colors.expected, colors.explained};
    const std::vector<QColor> glows{colors.ordinary, colors.traffic, colors.changed, colors.closed};
    const auto isReadable = [&](const QColor& text, const QColor& face, double glow) {
        return std::all_of(glows.begin(), glows.end(), [&](const QColor& event) {
            return contrastOf(text, mixed(face, event, glow)) >= PaletteColors::kLeastContrast;
        });
    };
    const auto onEachHue = [&hues](const auto& fits) {
        return std::all_of(hues.begin(), hues.end(), fits);
    };
    colors.glowShare = largestShare(kMaxGlow, [&](double share) {
        return onEachHue([&](const QColor& hue) { return isReadable(colors.ink, hue, share); });
    });
    colors.tintShare = largestShare(kMaxTint, [&](double share) {
        return onEachHue([&](const QColor& hue) {
            const QColor face = mixed(colors.hole, hue, share);
            return isReadable(colors.text, face, colors.glowShare) &&
                   isReadable(colors.text, face, 0);
        });
    });
}

}  // namespace

PortMapColors PortMapColors::of(const QPalette& palette)
{
    const PaletteColors& base = PaletteColors::of(palette);
    PortMapColors colors;
    colors.ground = base.base;
    colors.ink = base.base;
    colors.text = base.text;
    colors.dim = base.dim;
    colors.ordinary = verdictColor(Verdict::Ordinary, Severity::Info, base);
    colors.severe = verdictColor(Verdict::Unexpected, Severity::High, base);
    colors.unexpected = verdictColor(Verdict::Unexpected, Severity::Medium, base);
    colors.expected = verdictColor(Verdict::Expected, Severity::Info, base);
    colors.explained = verdictColor(Verdict::Explained, Severity::Info, base);
    colors.used = base.dim;
    colors.traffic = base.accent;
    colors.changed = base.waiting;
    colors.closed = base.dim;
    colors.focus = base.accent;

    constexpr double kAccentInCells = 0.3;
    constexpr double kShadeOfHoles = 0.35;
    const QColor tone = mixed(base.text, base.accent, kAccentInCells);
    colors.hole = base.isDark ? mixed(base.base, Qt::black, kShadeOfHoles) : base.base;
    const std::vector<QColor> shapes{colors.ordinary, colors.severe,    colors.unexpected,
                                     colors.expected, colors.explained, colors.used};
    colors.assigned =
        mixed(base.base, tone, largestShare(kMaxAssigned, [&](double share) {
                  return isEachAtLeast(kShapeContrast, shapes, mixed(base.base, tone, share));
              }));
    colors.rim = mixed(base.base, tone, 0.25);
    colors.free = mixed(colors.ground, colors.rim, 0.4);
    colors.mark = markOn({colors.hole, colors.assigned}, base.base, tone);
    setShares(colors);
    return colors;
}

const QColor& PortMapColors::verdict(Verdict verdict, bool isSevere) const
{
    switch (verdict) {
        case Verdict::Ordinary:
            return ordinary;
        case Verdict::Unexpected:
            return isSevere ? severe : unexpected;
        case Verdict::Expected:
            return expected;
        case Verdict::Explained:
            return explained;
    }
    return ordinary;
}

const QColor& PortMapColors::event(PortEvent event, bool isSevere) const
{
    switch (event) {
        case PortEvent::Traffic:
            return traffic;
        case PortEvent::Changed:
            return changed;
        case PortEvent::Closed:
            return closed;
        case PortEvent::Opened:
            return ordinary;
        case PortEvent::Alarm:
            return verdict(Verdict::Unexpected, isSevere);
    }
    return traffic;
}

QColor PortMapColors::face(const QColor& verdict, bool isFilled) const
{
    return isFilled ? verdict : mixed(hole, verdict, tintShare);
}

}  // namespace quaywatch
