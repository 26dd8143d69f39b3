// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/time_chart.h"

#include "app/charts/chart_plot.h"
#include "app/charts/painted_plot.h"
#include "app/delegates/palette_colors.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 kStep = 15'000;
constexpr qint64 kNoonInMilliseconds = 1'800'000'000'000;

/// Records what it is asked to draw.
class NotingPlot final : public ChartPlot {
public:
    using ChartPlot::ChartPlot;
    void show(const Plot& plot) override
    {
        last = plot;
        ++count;
    }
    using ChartPlot::show;
    [[nodiscard]] QRectF area() const override { return rect(); }

    Plot last;
    int count = 0;
};

ChartPoint known(qint64 step, double first, double second = 0)
{
    return {kNoonInMilliseconds + step * kStep, true, {first, second}};
}

ChartPoint unknown(qint64 step)
{
    return {kNoonInMilliseconds + step * kStep, false, {}};
}

class TimeChartTest : public testing::Test {
protected:
    TimeChartTest()
        : chart(u"Bytes"_s, ChartUnit::BytesPerSecond,
                {{u"Received"_s, ChartColor::Received}, {u"Sent"_s, ChartColor::Sent}},
                [this](QWidget* parent) { return plot = new NotingPlot(parent); })
    {
        chart.resize(600, 300);
    }
    void setPoints(const QList<ChartPoint>& points)
    {
        chart.setPoints(points, kNoonInMilliseconds, kNoonInMilliseconds + 100 * kStep);
    }

    NotingPlot* plot = nullptr;
    TimeChart chart;
};

TEST_F(TimeChartTest, DrawsALineForEachValue)
{
    setPoints({known(1, 1000, 10), known(2, 2000, 20)});

    ASSERT_EQ(plot->last.lines.size(), 2);
    EXPECT_EQ(plot->last.lines[1].runs,
              (QList<QList<QPointF>>{{{double(kNoonInMilliseconds + kStep), 10},
                                      {double(kNoonInMilliseconds + 2 * kStep), 20}}}));
    EXPECT_NE(plot->last.lines[0].color, plot->last.lines[1].color);
    EXPECT_NE(plot->last.lines[0].isDashed, plot->last.lines[1].isDashed)
        << "color is not the only difference";
}

TEST_F(TimeChartTest, LeavesAGapForUnwatchedTime)
{
    setPoints(
        {unknown(0), known(1, 5), known(2, 5), unknown(3), unknown(4), known(5, 7), known(6, 7)});

    EXPECT_EQ(plot->last.lines[0].runs.size(), 2);
    EXPECT_EQ(plot->last.holes, (QList<PlotHole>{{double(kNoonInMilliseconds + 2 * kStep),
                                                  double(kNoonInMilliseconds + 5 * kStep)}}))
        << "there is no gap before the first point";
}

TEST_F(TimeChartTest, DrawsHistoryPalerAndWithoutAGap)
{
    ChartPoint first = known(1, 5);
    ChartPoint second = known(2, 6);
    first.isFromHistory = true;
    second.isFromHistory = true;
    setPoints({first, second, known(3, 7), known(4, 8)});

    ASSERT_EQ(plot->last.lines.size(), 4);
    EXPECT_GT(plot->last.lines[2].color.lightness(), plot->last.lines[0].color.lightness())
        << "closer to the white background";
    EXPECT_EQ(plot->last.lines[2].runs,
              (QList<QList<QPointF>>{{{double(kNoonInMilliseconds + kStep), 5},
                                      {double(kNoonInMilliseconds + 2 * kStep), 6}}}));
    EXPECT_EQ(plot->last.lines[0].runs.front().front(),
              QPointF(double(kNoonInMilliseconds + 2 * kStep), 6))
        << "the line continues";
    EXPECT_TRUE(plot->last.holes.isEmpty());
    EXPECT_NE(plot->last.lines[2].isDashed, plot->last.lines[3].isDashed);
}

TEST_F(TimeChartTest, DrawsASinglePointAsAStroke)
{
    setPoints({known(1, 5), unknown(2), known(3, 5), known(4, 5)});

    ASSERT_EQ(plot->last.lines[0].runs.size(), 2);
    EXPECT_EQ(plot->last.lines[0].runs[0].size(), 2);
}

TEST_F(TimeChartTest, DrawsOnlyTheVisibleSpan)
{
    setPoints({known(1, 5), known(2, 5)});
    ChartPoint later = known(2, 5);
    later.at += 1000;

    setPoints({known(1, 5), later});
    EXPECT_EQ(plot->count, 1) << "less than a pixel";

    later.values[0] = 6;
    setPoints({known(1, 5), later});
    EXPECT_EQ(plot->count, 2);
}

TEST_F(TimeChartTest, ShowsTheCurrentValues)
{
    setPoints({known(1, 1000, 10), known(2, 2000, 20)});

    EXPECT_EQ(chart.readout(), u"Received 2 kB/s, Sent 20 B/s"_s);
    EXPECT_TRUE(chart.accessibleDescription().startsWith(chart.readout()))
        << chart.accessibleDescription().toStdString();
    EXPECT_TRUE(chart.accessibleDescription().contains(u"1 kB/s to 2 kB/s"_s));
}

TEST_F(TimeChartTest, ShowsThatTheCurrentValueIsUnknown)
{
    setPoints({known(1, 1000, 10), unknown(2)});

    EXPECT_EQ(chart.readout(), u"Received \u2013, Sent \u2013"_s);
}

TEST_F(TimeChartTest, KeysMoveToEarlierMoments)
{
    chart.show();
    setPoints({known(1, 1000, 10), known(2, 2000, 20), known(3, 3000, 30)});

    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chart.pointedTime(), kNoonInMilliseconds + 2 * kStep);
    EXPECT_EQ(chart.readout(), u"Received 2 kB/s, Sent 20 B/s"_s);
    QTest::keyClick(&chart, Qt::Key_Home);
    EXPECT_EQ(chart.pointedTime(), kNoonInMilliseconds + kStep);
    QTest::keyClick(&chart, Qt::Key_End);
    EXPECT_EQ(chart.pointedTime(), std::nullopt);
}

TEST_F(TimeChartTest, KeepsTheRequestedMoment)
{
    chart.show();
    setPoints({known(1, 1000, 10), known(2, 2000, 20)});
    QTest::keyClick(&chart, Qt::Key_Left);

    setPoints({known(1, 1000, 10), known(2, 2000, 20), known(3, 3000, 30)});

    EXPECT_EQ(chart.pointedTime(), kNoonInMilliseconds + kStep);
}

TEST_F(TimeChartTest, ShowsTheMomentUnderThePointer)
{
    chart.show();
    setPoints({known(1, 1000, 10), known(50, 2000, 20), known(99, 3000, 30)});

    QTest::mouseMove(&chart, plot->geometry().center());

    EXPECT_EQ(chart.pointedTime(), kNoonInMilliseconds + 50 * kStep);
}

TEST_F(TimeChartTest, LetsTheFocusMoveOn)
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    TimeChart inside(u"Bytes"_s, ChartUnit::Count, {{}}, &window);
    QLineEdit next;
    column->addWidget(&inside);
    column->addWidget(&next);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    inside.setFocus();

    QTest::keyClick(&inside, Qt::Key_Tab);

    EXPECT_TRUE(next.hasFocus());
}

TEST_F(TimeChartTest, ShowsATitleLiterally)
{
    chart.setTitle(u"<img src=x>"_s);

    for (const QLabel* label : chart.findChildren<QLabel*>()) {
        EXPECT_TRUE(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    }
    EXPECT_EQ(chart.accessibleName(), u"<img src=x>"_s);
}

TEST_F(TimeChartTest, FollowsThePalette)
{
    chart.setPalette(PaletteColors::light().toPalette());
    setPoints({known(1, 5), known(2, 5)});
    EXPECT_EQ(plot->last.lines[0].color, PaletteColors::light().received);

    chart.setPalette(PaletteColors::dark().toPalette());

    EXPECT_EQ(plot->last.lines[0].color, PaletteColors::dark().received);
}

/// The plot of this build, and the one that every build has.
class DrawingTest : public testing::TestWithParam<TimeChart::PlotFactory> {
protected:
    /// The share of a color in a part of a picture.
    static int countOf(const QColor& color, const QImage& image, const QRect& part)
    {
        int count = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const int distance = std::abs(pixel.red() - color.red()) +
                                     std::abs(pixel.green() - color.green()) +
                                     std::abs(pixel.blue() - color.blue());
                count += distance < 90 ? 1 : 0;
            }
        }
        return count;
    }
};

TEST_P(DrawingTest, DrawsPointsAtTheirTimes)
{
    TimeChart chart(u"Connections"_s, ChartUnit::Count, {{{}, ChartColor::Connections}},
                    GetParam());
    chart.setPalette(PaletteColors::light().toPalette());
    chart.resize(600, 300);
    chart.show();
    QList<ChartPoint> points;
    for (int step = 60; step < 100; ++step) {
        points.append(step > 70 && step < 80 ? unknown(step) : known(step, 3));
    }
    chart.setPoints(points, kNoonInMilliseconds, kNoonInMilliseconds + 100 * kStep);

    const QImage image = chart.grab().toImage();

    const QColor color = PaletteColors::light().established;
    const auto column = [&](int percent) {
        // The plot takes nearly the whole width; a fifth is for labels.
        const int x = 100 + (image.width() - 140) * percent / 100;
        return countOf(color, image, QRect(x, 60, 4, image.height() - 100));
    };
    EXPECT_EQ(column(30), 0);
    EXPECT_GT(column(65), 0);
    EXPECT_EQ(column(75), 0);
    EXPECT_GT(column(90), 0);
}

TEST_P(DrawingTest, LooksTheSameAfterAResize)
{
    const auto picture = [](bool isResized) {
        TimeChart chart(u"Connections"_s, ChartUnit::Count, {{{}, ChartColor::Connections}},
                        GetParam());
        chart.resize(isResized ? QSize(800, 500) : QSize(600, 300));
        chart.show();
        chart.setPoints({known(10, 3), known(50, 4), known(90, 1)}, kNoonInMilliseconds,
                        kNoonInMilliseconds + 100 * kStep);
        chart.grab();
        chart.resize(600, 300);
        // New texts post a layout request, which has to be processed first.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return chart.grab().toImage();
    };

    EXPECT_EQ(picture(true), picture(false));
}

INSTANTIATE_TEST_SUITE_P(Plots, DrawingTest,
                         testing::Values(TimeChart::PlotFactory(makeChartPlot),
                                         TimeChart::PlotFactory([](QWidget* parent) {
                                             return new PaintedPlot(parent);
                                         })),
                         [](const auto& plot) {
                             return plot.index == 0 ? "OfThisBuild" : "Painted";
                         });

}  // namespace
}  // namespace quaywatch
