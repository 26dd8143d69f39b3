// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_colors.h"

#include "app/delegates/color_mix.h"
#include "app/delegates/palette_colors.h"

namespace quaywatch {

PortMapColors PortMapColors::of(const QPalette& palette)
{
    const PaletteColors& base = PaletteColors::of(palette);
    PortMapColors colors;
    colors.ground = base.base;
    colors.assigned = base.isDark ? QColor(0x33, 0x3b, 0x4a) : QColor(0xcd, 0xd7, 0xe6);
    colors.hole = base.isDark ? QColor(0x0d, 0x0f, 0x13) : QColor(0xff, 0xff, 0xff);
    colors.rim = base.isDark ? QColor(0x39, 0x41, 0x50) : QColor(0xc3, 0xcd, 0xdb);
    colors.free = mixed(colors.ground, colors.rim, 0.4);
    colors.mark = base.isDark ? QColor(0x7b, 0x87, 0x9b) : QColor(0x66, 0x73, 0x88);
    colors.ink = base.base;
    colors.text = base.text;
    colors.dim = base.dim;
    colors.ordinary = base.listen;
    colors.unexpected = base.isDark ? QColor(0xff, 0x6b, 0x5e) : QColor(0xc8, 0x1e, 0x1e);
    colors.expected = base.established;
    colors.explained = base.waiting;
    colors.used = base.accent;
    colors.changed = base.waiting;
    colors.closed = base.dim;
    colors.focus = base.accent;
    return colors;
}

const QColor& PortMapColors::verdict(Verdict verdict) const
{
    switch (verdict) {
        case Verdict::Ordinary:
            return ordinary;
        case Verdict::Unexpected:
            return unexpected;
        case Verdict::Expected:
            return expected;
        case Verdict::Explained:
            return explained;
    }
    return ordinary;
}

const QColor& PortMapColors::event(PortEvent event) const
{
    switch (event) {
        case PortEvent::Traffic:
            return used;
        case PortEvent::Changed:
            return changed;
        case PortEvent::Closed:
            return closed;
        case PortEvent::Opened:
            return ordinary;
        case PortEvent::Alarm:
            return unexpected;
    }
    return used;
}

}  // namespace quaywatch
