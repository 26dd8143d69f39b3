// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/time_chart.h"
#include "app/delegates/palette_colors.h"
#include "app/gui/charts/charts_page.h"
#include "app/gui/details/details_panel.h"
#include "app/gui/port_map/port_map_colors.h"
#include "app/gui/port_map/port_map_legend.h"
#include "app/gui/port_map/port_map_page.h"
#include "app/gui/port_map/port_map_widget.h"
#include "tests/support/gui/map_fixture.h"
#include "tests/support/gui/user_palettes.h"
#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QImage>
#include <QTextBrowser>

#include <set>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::tcpListener;

/// A window whose palette changes while it runs, as when the user chooses other colors.
class PaletteChange : public test::WindowTest {
protected:
    void SetUp() override
    {
        QApplication::setPalette(PaletteColors::light().toPalette());
        open({tcpListener(22).id(1).ownedBy(process("sshd", 800)),
              test::unexpected(tcpListener(931).id(2).ownedBy(process("nc", 4711)))});
    }
    void TearDown() override
    {
        window.reset();
        QApplication::setPalette(QPalette());
    }
    static QImage pictureOf(QWidget& widget)
    {
        QCoreApplication::processEvents();
        return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    static std::set<QRgb> colorsOf(QWidget& widget)
    {
        const QImage image = pictureOf(widget);
        std::set<QRgb> colors;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                colors.insert(image.pixel(x, y));
            }
        }
        return colors;
    }
};

TEST_F(PaletteChange, TheMapAndItsLegendAreRepainted)
{
    ASSERT_TRUE(window->showView(u"map"));
    auto& page = dynamic_cast<PortMapPage&>(window->page());
    PortMapWidget& map = page.map();
    ASSERT_EQ(pictureOf(map).pixelColor(1, 1), QColor(Qt::white));

    QApplication::setPalette(test::yellowOnBlack());

    const PortMapColors colors = PortMapColors::of(test::yellowOnBlack());
    const QImage picture = pictureOf(map);
    EXPECT_EQ(picture.pixelColor(1, 1), QColor(Qt::black));
    const QRect face = map.grid().face(*map.view().cellOf(931));
    EXPECT_EQ(picture.pixel(face.left() + 3, face.bottom() - 3), colors.severe.rgb());
    const QRect assigned = map.grid().face(*map.view().cellOf(80));
    EXPECT_EQ(picture.pixel(assigned.center()), colors.assigned.rgb());
    const std::set<QRgb> legend = colorsOf(page.legend());
    EXPECT_TRUE(legend.contains(QColor(Qt::yellow).rgb()));
    EXPECT_TRUE(legend.contains(colors.severe.rgb()));
    EXPECT_FALSE(legend.contains(QColor(Qt::white).rgb()));
}

TEST_F(PaletteChange, TheDetailsAreRepainted)
{
    QSignalSpy settled(window.get(), &MainWindow::detailsSettled);
    ASSERT_TRUE(window->selectPort(931));
    ASSERT_TRUE(settled.wait(5000));
    auto& panel = *window->findChild<DetailsPanel*>();

    QApplication::setPalette(test::yellowOnBlack());

    const std::set<QRgb> colors = colorsOf(panel);
    EXPECT_TRUE(colors.contains(QColor(Qt::yellow).rgb()));
    EXPECT_TRUE(colors.contains(QColor(Qt::black).rgb()));
    EXPECT_FALSE(colors.contains(PaletteColors::light().text.rgb()));
    EXPECT_FALSE(colors.contains(QColor(Qt::white).rgb()));
}

TEST_F(PaletteChange, TheChartsAreRepainted)
{
    ASSERT_TRUE(window->showView(u"charts"));
    auto& page = dynamic_cast<ChartsPage&>(window->page());
    TimeChart& chart = page.chart(ChartsPage::Chart::Listeners);
    constexpr qint64 kStart = 1'800'000'000'000;
    chart.setPoints({{kStart, true, {1, 0}}, {kStart + 60'000, true, {1, 0}}}, kStart,
                    kStart + 60'000);
    for (QWidget* each = &chart; each != &page; each = each->parentWidget()) {
        each->show();
    }
    chart.resize(400, 200);

    QApplication::setPalette(test::yellowOnBlack());

    const QPalette chosen = test::yellowOnBlack();
    const PaletteColors& wanted = PaletteColors::of(chosen);
    const std::set<QRgb> colors = colorsOf(chart);  // the page also has a text cursor
    EXPECT_TRUE(colors.contains(wanted.listen.rgb())) << "the line and its mark";
    EXPECT_TRUE(colors.contains(wanted.line.rgb())) << "the grid";
    EXPECT_FALSE(colors.contains(PaletteColors::light().line.rgb()));
    EXPECT_FALSE(colors.contains(QColor(Qt::white).rgb()));
}

}  // namespace
}  // namespace quaywatch
