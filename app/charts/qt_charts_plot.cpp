// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The only file that uses Qt Charts. It avoids known problems: no legend and no title, since both
/// interpret text as HTML; no animation, no OpenGL, no area; lines change only by replace(); the
/// plot area is set explicitly, so that a changed label causes no new layout.

#include "app/charts/chart_plot.h"
#include "app/charts/plot_look.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QVBoxLayout>

namespace quaywatch {
namespace {

/// Draws the hatched gaps behind the lines, and keeps space for labels.
class PlotView final : public QChartView {
public:
    PlotView(QChart* chart, QWidget* parent)
        : QChartView(chart, parent)
    {
    }

    void setHoles(const QList<PlotHole>& holes)
    {
        m_holes = holes;
        resetCachedContent();
        viewport()->update();
    }

    /// Call this only after the chart has its new size: otherwise the axes keep their old position.
    void placeChart()
    {
        chart()->setPlotArea(PlotLook::areaOf(rect(), fontMetrics()));
        // The lines follow at once, the axes with the next layout.
        chart()->layout()->invalidate();
        chart()->layout()->activate();
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QChartView::resizeEvent(event);
        placeChart();
    }
    void drawBackground(QPainter* painter, const QRectF& rect) override
    {
        QChartView::drawBackground(painter, rect);
        const QRectF area = chart()->plotArea();
        const QBrush brush = PlotLook::of(palette()).hole;
        for (const PlotHole& hole : m_holes) {
            const double left = chart()->mapToPosition({hole.from, 0}).x();
            const double right = chart()->mapToPosition({hole.to, 0}).x();
            painter->fillRect(QRectF(left, area.top(), right - left, area.height()) & area, brush);
        }
    }

private:
    QList<PlotHole> m_holes;
};

class QtChartsPlot final : public ChartPlot {
public:
    explicit QtChartsPlot(QWidget* parent)
        : ChartPlot(parent)
        , m_chart(new QChart)
        , m_view(new PlotView(m_chart, this))
        , m_times(new QCategoryAxis(m_chart))
        , m_values(new QCategoryAxis(m_chart))
    {
        m_chart->legend()->hide();
        m_chart->setMargins({});
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
        m_chart->setBackgroundVisible(false);
        m_chart->setAnimationOptions(QChart::NoAnimation);
        m_chart->addAxis(m_times, Qt::AlignBottom);
        m_chart->addAxis(m_values, Qt::AlignLeft);
        for (QCategoryAxis* axis : {m_times, m_values}) {
            axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
            axis->setTruncateLabels(false);
            axis->setLineVisible(false);
        }
        m_view->setRenderHint(QPainter::Antialiasing);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->viewport()->setFocusPolicy(Qt::NoFocus);
        // Otherwise, the plot may move by the size of the scroll bars.
        m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_view->viewport()->setAutoFillBackground(false);
        m_view->setBackgroundBrush(Qt::NoBrush);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_view);
        dress();
    }

    void show(const Plot& plot) override
    {
        if (plot.to <= plot.from || plot.values.isEmpty()) {
            return;
        }
        setTicks(*m_times, m_plot.times, plot.times);
        setTicks(*m_values, m_plot.values, plot.values);
        if (m_plot.from != plot.from || m_plot.to != plot.to) {
            m_times->setRange(plot.from, plot.to);
        }
        if (m_plot.values != plot.values) {
            m_values->setRange(0, plot.values.back().at);
        }
        showLines(plot.lines);
        if (m_plot.holes != plot.holes || (!plot.holes.isEmpty() && m_plot.from != plot.from)) {
            m_view->setHoles(plot.holes);
        }
        m_plot = plot;
    }
    using ChartPlot::show;

    [[nodiscard]] QRectF area() const override { return PlotLook::areaOf(rect(), fontMetrics()); }

protected:
    void changeEvent(QEvent* event) override
    {
        ChartPlot::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
            dress();
        }
    }

private:
    void dress()
    {
        const PlotLook look = PlotLook::of(palette());
        for (QCategoryAxis* axis : {m_times, m_values}) {
            axis->setLabelsFont(font());
            axis->setLabelsColor(look.text);
            axis->setGridLinePen(QPen(look.grid, 1));
        }
        m_view->placeChart();
    }

    static void setTicks(QCategoryAxis& axis, const QList<ChartTick>& before,
                         const QList<ChartTick>& ticks)
    {
        if (before == ticks) {
            return;
        }
        for (const QString& label : axis.categoriesLabels()) {
            axis.remove(label);
        }
        for (const ChartTick& tick : ticks) {
            QString label = tick.text;  // Labels must be unique: 12:00 of two days.
            while (axis.categoriesLabels().contains(label)) {
                label += u' ';
            }
            axis.append(label, tick.at);
        }
    }

    void showLines(const QList<PlotLine>& lines)
    {
        qsizetype used = 0;
        for (const PlotLine& line : lines) {
            for (const QList<QPointF>& run : line.runs) {
                QLineSeries& series = lineAt(used++);
                const QPen pen = PlotLook::penOf(line);
                if (series.pen() != pen) {
                    series.setPen(pen);
                }
                series.replace(run);
            }
        }
        for (qsizetype i = used; i < m_lines.size(); ++i) {
            if (m_lines[i]->count() > 0) {
                m_lines[i]->clear();
            }
        }
    }

    QLineSeries& lineAt(qsizetype index)
    {
        while (m_lines.size() <= index) {
            auto* series = new QLineSeries(m_chart);
            m_chart->addSeries(series);
            series->attachAxis(m_times);
            series->attachAxis(m_values);
            m_lines.append(series);
        }
        return *m_lines[index];
    }

    QChart* m_chart;  // owned by the view's scene
    PlotView* m_view;
    QCategoryAxis* m_times;
    QCategoryAxis* m_values;
    QList<QLineSeries*> m_lines;  // one per run; unused ones are empty
    Plot m_plot;
};

}  // namespace

ChartPlot* makeChartPlot(QWidget* parent)
{
    return new QtChartsPlot(parent);
}

}  // namespace quaywatch
