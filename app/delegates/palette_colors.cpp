// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/palette_colors.h"

#include "app/delegates/color_mix.h"

#include <algorithm>
#include <array>
#include <list>
#include <utility>

namespace quaywatch {

namespace {

/// Moves a color towards black or white until it can be read on all of these grounds.
QColor readable(const QColor& color, const std::vector<QColor>& grounds, bool isDark, double least)
{
    constexpr float kStep = 0.01F;
    QColor result = color;
    for (;;) {
        const bool isReadable =
            std::all_of(grounds.begin(), grounds.end(),
                        [&](const QColor& ground) { return contrastOf(result, ground) >= least; });
        const float lightness = result.lightnessF() + (isDark ? kStep : -kStep);
        if (isReadable || lightness < 0 || lightness > 1) {
            return result;
        }
        result =
            QColor::fromHslF(std::max(result.hslHueF(), 0.0F), result.hslSaturationF(), lightness);
    }
}

/// Makes every text of a set readable. A badge has its own tint as ground, whatever is below it;
/// the other texts of a table are on every ground that a cell can have.
PaletteColors withContrast(PaletteColors colors, double least)
{
    for (QColor PaletteColors::*const each :
         {&PaletteColors::tcp, &PaletteColors::udp, &PaletteColors::listen,
          &PaletteColors::established, &PaletteColors::waiting, &PaletteColors::warning,
          &PaletteColors::danger, &PaletteColors::dim}) {
        // The ground has the color of the text, so that it takes several rounds.
        constexpr int kRounds = 6;
        for (int round = 0; round < kRounds; ++round) {
            const std::vector<QColor> grounds{colors.base, colors.badgeGround(colors.*each)};
            colors.*each = readable(colors.*each, grounds, colors.isDark, least);
        }
    }
    const std::vector<QColor> grounds = colors.cellGrounds();
    for (QColor PaletteColors::*const each :
         {&PaletteColors::dim, &PaletteColors::received, &PaletteColors::sent}) {
        colors.*each = readable(colors.*each, grounds, colors.isDark, least);
    }
    colors.accent = readable(colors.accent, {colors.base, colors.alternate, colors.window},
                             colors.isDark, least);
    return colors;
}

using PaletteKey = std::array<QRgb, 4>;

PaletteKey keyOf(const QPalette& palette)
{
    const auto color = [&palette](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role).rgb();
    };
    return {color(QPalette::Window), color(QPalette::Base), color(QPalette::Text),
            color(QPalette::Highlight)};
}

/// A set with the colors of somebody else's palette.
PaletteColors derivedFrom(const QPalette& palette)
{
    const auto color = [&palette](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role);
    };
    PaletteColors colors = isDarkPalette(palette) ? PaletteColors::dark() : PaletteColors::light();
    colors.window = color(QPalette::Window);
    colors.base = color(QPalette::Base);
    colors.alternate = mixed(colors.base, color(QPalette::AlternateBase), 0.5);
    colors.text = color(QPalette::Text);
    colors.accent = color(QPalette::Highlight);
    colors.selection = mixed(colors.base, colors.accent, 0.25);
    colors.dim = mixed(colors.text, colors.base, 0.35);
    colors.line = mixed(colors.window, colors.text, 0.15);
    return withContrast(colors, PaletteColors::kLeastContrast);
}

}  // namespace

const PaletteColors& PaletteColors::light()
{
    static const PaletteColors kLight = withContrast(
        {
            .window = QColor(0xf5, 0xf6, 0xf8),
            .base = QColor(0xff, 0xff, 0xff),
            .alternate = QColor(0xf7, 0xf9, 0xfb),
            .text = QColor(0x1c, 0x24, 0x30),
            .dim = QColor(0x66, 0x70, 0x85),
            .line = QColor(0xdf, 0xe3, 0xe9),
            .accent = QColor(0x25, 0x63, 0xeb),
            .selection = QColor(0xdb, 0xe7, 0xff),
            .tcp = QColor(0x25, 0x63, 0xeb),
            .udp = QColor(0x7c, 0x3a, 0xed),
            .listen = QColor(0x0f, 0x76, 0x6e),
            .established = QColor(0x15, 0x80, 0x3d),
            .waiting = QColor(0xa1, 0x62, 0x07),
            .warning = QColor(0xc2, 0x41, 0x0c),
            .danger = QColor(0xb9, 0x1c, 0x1c),
            .received = QColor(0x25, 0x63, 0xeb),
            .sent = QColor(0xb4, 0x53, 0x09),
            .isDark = false,
        },
        kLeastContrast);
    return kLight;
}

const PaletteColors& PaletteColors::dark()
{
    static const PaletteColors kDark = withContrast(
        {
            .window = QColor(0x1b, 0x1e, 0x24),
            .base = QColor(0x15, 0x18, 0x1d),
            .alternate = QColor(0x1a, 0x1d, 0x23),
            .text = QColor(0xe3, 0xe7, 0xee),
            .dim = QColor(0x8b, 0x95, 0xa5),
            .line = QColor(0x2c, 0x31, 0x3a),
            .accent = QColor(0x6e, 0xa8, 0xfe),
            .selection = QColor(0x24, 0x39, 0x5f),
            .tcp = QColor(0x6e, 0xa8, 0xfe),
            .udp = QColor(0xb7, 0x94, 0xf6),
            .listen = QColor(0x4f, 0xd1, 0xc5),
            .established = QColor(0x68, 0xd3, 0x91),
            .waiting = QColor(0xec, 0xc9, 0x4b),
            .warning = QColor(0xfb, 0x92, 0x3c),
            .danger = QColor(0xfc, 0x81, 0x81),
            .received = QColor(0x6e, 0xa8, 0xfe),
            .sent = QColor(0xf6, 0xad, 0x55),
            .isDark = true,
        },
        kLeastContrast);
    return kDark;
}

const PaletteColors& PaletteColors::highContrast()
{
    static const PaletteColors kColors = withContrast(
        {
            .window = QColor(0x00, 0x00, 0x00),
            .base = QColor(0x00, 0x00, 0x00),
            .alternate = QColor(0x0c, 0x0c, 0x0c),
            .text = QColor(0xff, 0xff, 0xff),
            .dim = QColor(0xd6, 0xd6, 0xd6),
            .line = QColor(0x46, 0x46, 0x46),
            .accent = QColor(0xff, 0xd5, 0x00),
            .selection = QColor(0x24, 0x1e, 0x00),
            .tcp = QColor(0x8f, 0xc1, 0xff),
            .udp = QColor(0xd3, 0xb8, 0xff),
            .listen = QColor(0x5c, 0xf0, 0xe0),
            .established = QColor(0x7c, 0xf0, 0x9c),
            .waiting = QColor(0xff, 0xe0, 0x66),
            .warning = QColor(0xff, 0xb3, 0x66),
            .danger = QColor(0xff, 0x99, 0x99),
            .received = QColor(0x8f, 0xc1, 0xff),
            .sent = QColor(0xff, 0xb3, 0x66),
            .isDark = true,
        },
        kHighContrast);
    return kColors;
}

const PaletteColors& PaletteColors::of(const QPalette& palette)
{
    struct Known {
        PaletteKey key;
        PaletteColors colors;
    };
    constexpr std::size_t kMaxKnown = 16;
    static std::list<Known> known = [] {
        std::list<Known> own;
        for (const PaletteColors* each : {&light(), &dark(), &highContrast()}) {
            own.push_back({keyOf(each->toPalette()), *each});
        }
        return own;
    }();
    const PaletteKey key = keyOf(palette);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&key](const Known& each) { return each.key == key; });
    if (found != known.end()) {
        return found->colors;
    }
    if (known.size() > kMaxKnown + 3) {
        known.erase(std::next(known.begin(), 3));  // the oldest that is not the program's own
    }
    return known.emplace_back(Known{key, derivedFrom(palette)}).colors;
}

std::vector<QColor> PaletteColors::cellGrounds() const
{
    std::vector<QColor> grounds{base, alternate, selection};
    for (const QColor& under : {base, alternate}) {
        for (const bool isHigh : {false, true}) {
            for (const bool isSelected : {false, true}) {
                grounds.push_back(composited(alertTint(isHigh, isSelected), under));
            }
        }
    }
    const std::size_t resting = grounds.size();
    for (const Flash each : {Flash::New, Flash::Changed, Flash::Closed}) {
        QColor tint = flash(each);
        tint.setAlpha(tintAlpha());
        for (std::size_t i = 0; i < resting; ++i) {
            grounds.push_back(composited(tint, grounds[i]));
        }
    }
    return grounds;
}

QColor PaletteColors::badgeGround(const QColor& tone) const
{
    QColor tint = tone;
    tint.setAlpha(tintAlpha());
    return composited(tint, base);
}

QColor PaletteColors::handle() const
{
    constexpr double kShare = 0.14;
    return mixed(line, text, kShare);
}

const QColor& PaletteColors::tone(Tone tone) const
{
    switch (tone) {
        case Tone::None:
            return text;
        case Tone::Quiet:
            return dim;
        case Tone::Tcp:
            return tcp;
        case Tone::Udp:
            return udp;
        case Tone::Listen:
            return listen;
        case Tone::Established:
            return established;
        case Tone::Waiting:
            return waiting;
        case Tone::Warning:
            return warning;
        case Tone::Danger:
            return danger;
    }
    return text;
}

const QColor& PaletteColors::flash(Flash flash) const
{
    switch (flash) {
        case Flash::None:
            return base;
        case Flash::New:
            return established;
        case Flash::Changed:
            return waiting;
        case Flash::Closed:
            return danger;
    }
    return base;
}

QColor PaletteColors::alertTint(bool isHigh, bool isSelected) const
{
    QColor tint = isHigh ? danger : warning;
    constexpr int kWeak = 28;             // 11 %
    const int strong = isDark ? 52 : 44;  // as strong as the fill of badges
    tint.setAlpha(isSelected ? strong : kWeak);
    return tint;
}

QPalette PaletteColors::toPalette() const
{
    QPalette palette(window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button());
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, danger);
    palette.setColor(QPalette::ToolTipBase, isDark ? line : base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, dim);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, isDark ? base : QColor(Qt::white));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, udp);
    palette.setColor(QPalette::Mid, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, dim);
    }
    return palette;
}

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Active, QPalette::WindowText).lightness() >
           palette.color(QPalette::Active, QPalette::Window).lightness();
}

}  // namespace quaywatch
