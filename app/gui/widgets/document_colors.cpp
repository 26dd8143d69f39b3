// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/document_colors.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/document_badges.h"

#include <QHash>
#include <QPalette>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <array>
#include <utility>
#include <vector>

namespace quaywatch {

namespace {

using ColorMap = QHash<QRgb, QColor>;

ColorMap mapBetween(const QPalette& from, const QPalette& to)
{
    constexpr std::array kRoles{QPalette::AlternateBase, QPalette::PlaceholderText, QPalette::Link,
                                QPalette::Text};
    const PaletteColors& old = PaletteColors::of(from);
    const PaletteColors& wanted = PaletteColors::of(to);
    ColorMap map;
    const auto add = [&](QColor a, QColor b) { map.insert(a.rgba(), b); };
    const auto addTone = [&](QColor a, QColor b) {
        add(a, b);
        a.setAlpha(old.tintAlpha());
        b.setAlpha(wanted.tintAlpha());
        add(a, b);
    };
    addTone(old.danger, wanted.danger);
    addTone(old.tcp, wanted.tcp);
    addTone(old.warning, wanted.warning);
    addTone(old.established, wanted.established);
    for (const QPalette::ColorRole role : kRoles) {
        add(from.color(role), to.color(role));
    }
    return map;
}

/// Replaces the brushes of a format.
/// @return Whether the format has changed.
bool recolor(QTextFormat& format, const ColorMap& map, const PaletteColors& wanted)
{
    // The color of a mark is known; several tones may have had one color.
    if (format.hasProperty(kBadgeToneProperty) &&
        format.intProperty(kBadgeShapeProperty) != static_cast<int>(BadgeShape::Bar)) {
        const auto tone = static_cast<Tone>(format.intProperty(kBadgeToneProperty));
        format.setProperty(QTextFormat::ForegroundBrush, QBrush(wanted.tone(tone)));
        return true;
    }
    bool hasChanged = false;
    for (const auto property : {QTextFormat::ForegroundBrush, QTextFormat::BackgroundBrush}) {
        if (!format.hasProperty(property)) {
            continue;
        }
        const auto found = map.constFind(format.brushProperty(property).color().rgba());
        if (found != map.cend()) {
            format.setProperty(property, QBrush(*found));
            hasChanged = true;
        }
    }
    return hasChanged;
}

struct Part {
    int begin = 0;
    int end = 0;
    QTextCharFormat format;
};

}  // namespace

void recolor(QTextDocument& document, const QPalette& from, const QPalette& to)
{
    const ColorMap map = mapBetween(from, to);
    const PaletteColors& wanted = PaletteColors::of(to);
    std::vector<Part> parts;
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat blockFormat = block.blockFormat();
        if (recolor(blockFormat, map, wanted)) {
            cursor.setPosition(block.position());
            cursor.setBlockFormat(blockFormat);
        }
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            const QTextFragment fragment = each.fragment();
            Part part{fragment.position(), fragment.position() + fragment.length(),
                      fragment.charFormat()};
            if (recolor(part.format, map, wanted)) {
                parts.push_back(std::move(part));
            }
        }
    }
    for (const Part& part : parts) {
        cursor.setPosition(part.begin);
        cursor.setPosition(part.end, QTextCursor::KeepAnchor);
        cursor.setCharFormat(part.format);
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        QTextFrameFormat frameFormat = frame->frameFormat();
        if (recolor(frameFormat, map, wanted)) {
            frame->setFrameFormat(frameFormat);
        }
    }
    cursor.endEditBlock();
}

}  // namespace quaywatch
