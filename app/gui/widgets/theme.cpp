// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/theme.h"

#include "app/delegates/color_mix.h"
#include "app/delegates/palette_colors.h"
#include "app/gui/style/program_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <memory>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Chooses a font if there is no desktop, since Qt then uses the first font that it finds.
void chooseFont()
{
    if (!qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP")) {
        return;
    }
    for (const QString& family : {u"Noto Sans"_s, u"DejaVu Sans"_s}) {
        if (QFontDatabase::hasFamily(family)) {
            QFont font(family);
            font.setPointSizeF(10);
            QApplication::setFont(font);
            return;
        }
    }
}

void setUpOnce(bool isStyleChosen)
{
    static const bool isDone = [] {
        chooseFont();
        QFont titles = QApplication::font();
        titles.setWeight(QFont::DemiBold);
        QApplication::setFont(titles, "QHeaderView");
        return true;
    }();
    Q_UNUSED(isDone);
    if (!isStyleChosen && qobject_cast<ProgramStyle*>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new ProgramStyle);
    }
}

/// A palette of the user's, whose weak roles are readable on its ground: Qt makes the text of hints
/// half transparent, and keeps the blue of links also on black.
QPalette withReadableRoles(QPalette palette)
{
    const PaletteColors colors = PaletteColors::of(palette);
    palette.setColor(QPalette::PlaceholderText, colors.dim);
    for (const auto role : {QPalette::Link, QPalette::LinkVisited}) {
        if (contrastOf(palette.color(role), colors.base) < PaletteColors::kLeastContrast) {
            palette.setColor(role, colors.accent);
        }
    }
    return palette;
}

QPalette paletteFor(Theme theme, const DesktopColors& desktop)
{
    switch (theme) {
        case Theme::Light:
            return PaletteColors::light().toPalette();
        case Theme::Dark:
            return PaletteColors::dark().toPalette();
        case Theme::HighContrast:
            return PaletteColors::highContrast().toPalette();
        case Theme::System:
            break;
    }
    // A desktop that has changed between light and dark since the start has other colors now.
    if (desktop.palette && isDarkPalette(*desktop.palette) == desktop.isDark) {
        return withReadableRoles(*desktop.palette);
    }
    return (desktop.isDark ? PaletteColors::dark() : PaletteColors::light()).toPalette();
}

}  // namespace

DesktopColors DesktopColors::ofThisDesktop()
{
    constexpr std::array kRoles{QPalette::Window, QPalette::Base, QPalette::Text,
                                QPalette::Highlight};
    const QPalette palette = QApplication::palette();
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    const QPalette standard = fusion ? fusion->standardPalette() : QPalette();
    const bool isOwn = std::any_of(kRoles.begin(), kRoles.end(), [&](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role) != standard.color(QPalette::Active, role);
    });
    DesktopColors colors{isDarkPalette(palette), std::nullopt};
    if (isOwn) {
        colors.palette = palette;
    }
    return colors;
}

DesktopColors DesktopColors::now()
{
    QApplication::setPalette(QPalette());  // that of the desktop again
    return ofThisDesktop();
}

QFont monospaceFont(const QFont& beside)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (const QString& family : {u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s}) {
        if (QFontDatabase::hasFamily(family)) {
            font = QFont(family);
            break;
        }
    }
    font.setPointSizeF(beside.pointSizeF() * 0.92);
    return font;
}

void applyTheme(Theme theme, const DesktopColors& desktop, bool isStyleChosen)
{
    setUpOnce(isStyleChosen);
    const QPalette palette = paletteFor(theme, desktop);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

}  // namespace quaywatch
