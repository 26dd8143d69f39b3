// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/document_badges.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/labels.h"

#include <gtest/gtest.h>
#include <QImage>
#include <QScrollBar>

#include <set>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class DocumentBadges : public testing::Test {
protected:
    DocumentBadges()
    {
        page.resize(500, 300);
        page.setPalette(PaletteColors::light().toPalette());
    }
    [[nodiscard]] std::set<QRgb> colors()
    {
        const QImage image = page.grab().toImage().convertToFormat(QImage::Format_RGB32);
        std::set<QRgb> found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                found.insert(image.pixel(x, y));
            }
        }
        return found;
    }
    void show(const std::vector<ValueDocument::Badge>& badges)
    {
        page.begin();
        page.badges(badges);
        page.end();
    }

    ValueDocument page;
};

TEST_F(DocumentBadges, APillHasTheColorsOfTheTables)
{
    const PaletteColors& light = PaletteColors::light();

    show({{u"Unexpected"_s, Tone::Danger, BadgeShape::Pill, u"should be checked"_s}});

    EXPECT_TRUE(colors().contains(light.badgeGround(light.danger).rgb()));
    EXPECT_TRUE(page.wholeText().contains(u"Unexpected"_s)) << "it stays text";
}

TEST_F(DocumentBadges, ABarHasTheColorOfItsToneAndPlainText)
{
    const PaletteColors& light = PaletteColors::light();

    show({{u"931"_s, Tone::Warning, BadgeShape::Bar, u"lower severity"_s}});

    const std::set<QRgb> found = colors();
    EXPECT_TRUE(found.contains(light.warning.rgb()));
    EXPECT_FALSE(found.contains(light.badgeGround(light.warning).rgb()));
}

TEST_F(DocumentBadges, FollowAChangeOfTheTheme)
{
    const PaletteColors& dark = PaletteColors::dark();
    show({{u"TCP"_s, Tone::Tcp, BadgeShape::Pill, u"a protocol"_s},
          {u"UDP"_s, Tone::Udp, BadgeShape::Row, u"another"_s}});

    page.setPalette(dark.toPalette());

    const std::set<QRgb> found = colors();
    EXPECT_TRUE(found.contains(dark.badgeGround(dark.tcp).rgb()));
    EXPECT_TRUE(found.contains(dark.badgeGround(dark.udp).rgb()));
    EXPECT_FALSE(found.contains(PaletteColors::light().udp.rgb()));
}

TEST_F(DocumentBadges, TheHelpShowsEveryVerdictAndExposure)
{
    page.resize(600, 4000);
    fillHelp(page);
    const PaletteColors& light = PaletteColors::light();

    const std::set<QRgb> found = colors();
    for (const QColor* tone : {&light.danger, &light.warning, &light.established, &light.tcp,
                               &light.waiting, &light.dim}) {
        EXPECT_TRUE(found.contains(light.badgeGround(*tone).rgb())) << tone->name().toStdString();
    }
    for (const Exposure exposure : {Exposure::All, Exposure::Public, Exposure::Private,
                                    Exposure::LinkLocal, Exposure::Multicast, Exposure::Loopback}) {
        EXPECT_TRUE(page.wholeText().contains(Labels::badge(exposure)));
    }
}

}  // namespace
}  // namespace quaywatch
