// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/palette_colors.h"

namespace quaywatch {

const PaletteColors& PaletteColors::light()
{
    static const PaletteColors kLight{
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
    };
    return kLight;
}

const PaletteColors& PaletteColors::dark()
{
    static const PaletteColors kDark{
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
    };
    return kDark;
}

const PaletteColors& PaletteColors::of(const QPalette& palette)
{
    return isDarkPalette(palette) ? dark() : light();
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
    const int strong = isDark ? 64 : 44;  // as strong as the fill of badges
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
    palette.setColor(QPalette::Button, isDark ? line : window);
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
    return palette.color(QPalette::WindowText).lightness() >
           palette.color(QPalette::Window).lightness();
}

}  // namespace quaywatch
