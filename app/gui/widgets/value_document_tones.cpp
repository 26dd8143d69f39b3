// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The fonts and colors of a ValueDocument.

#include "app/gui/widgets/value_document.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/theme.h"
#include "app/models/socket_cells.h"

namespace quaywatch {

namespace {

QBrush brushOf(ValueDocument::Tone tone, const PaletteColors& colors, const QPalette& palette)
{
    switch (tone) {
        case ValueDocument::Tone::Plain:
            break;
        case ValueDocument::Tone::Dim:
            return palette.placeholderText();
        case ValueDocument::Tone::Danger:
            return colors.danger;
        case ValueDocument::Tone::Warning:
            return colors.warning;
        case ValueDocument::Tone::Good:
            return colors.established;
        case ValueDocument::Tone::Known:
            return colors.tcp;
    }
    return palette.text();
}

}  // namespace

ValueDocument::Tone ValueDocument::toneOf(const Assessment& assessment)
{
    switch (quaywatch::toneOf(assessment)) {
        case quaywatch::Tone::Danger:
            return Tone::Danger;
        case quaywatch::Tone::Warning:
            return Tone::Warning;
        case quaywatch::Tone::Established:
            return Tone::Good;
        case quaywatch::Tone::Tcp:
            return Tone::Known;
        default:
            return Tone::Plain;
    }
}

QTextCharFormat ValueDocument::format(Tone tone) const
{
    const PaletteColors& colors = PaletteColors::of(palette());
    QTextCharFormat result;
    result.setForeground(brushOf(tone, colors, palette()));
    return result;
}

QTextCharFormat ValueDocument::monospace(Tone tone) const
{
    QTextCharFormat result = format(tone);
    const QFont fixed = monospaceFont(font());
    result.setFontFamilies(fixed.families().isEmpty() ? QStringList{fixed.family()}
                                                      : fixed.families());
    result.setFontPointSize(fixed.pointSizeF());
    return result;
}

}  // namespace quaywatch
