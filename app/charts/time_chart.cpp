// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/time_chart.h"

#include "app/charts/chart_plot.h"
#include "app/charts/plot_look.h"
#include "app/delegates/palette_colors.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kSwatch(18, 10);
/// A point that moved by less than this fraction (1/800) of the range counts as unmoved.
constexpr qint64 kPlacesAcross = 800;

const QColor& colorOf(ChartColor color, const PaletteColors& colors)
{
    switch (color) {
        case ChartColor::Listeners:
            return colors.listen;
        case ChartColor::Connections:
            return colors.established;
        case ChartColor::Opened:
            return colors.udp;
        case ChartColor::Received:
            return colors.received;
        case ChartColor::Sent:
            return colors.sent;
    }
    return colors.text;
}

/// Mixes a color half with the background. Opacity would not do, since the segments of a line
/// overlap.
QColor paled(const QColor& color, const QColor& ground)
{
    return {(color.red() + ground.red()) / 2, (color.green() + ground.green()) / 2,
            (color.blue() + ground.blue()) / 2};
}

/// Makes a run of one point a short stroke, so that it is visible.
void endRun(QList<QList<QPointF>>& runs, double stroke)
{
    if (!runs.isEmpty() && runs.back().size() == 1) {
        const QPointF only = runs.back().front();
        runs.back().prepend({only.x() - stroke, only.y()});
    }
}

}  // namespace

TimeChart::TimeChart(const QString& title, ChartUnit unit, const QList<Line>& lines,
                     QWidget* parent)
    : TimeChart(title, unit, lines, makeChartPlot, parent)
{
}

TimeChart::TimeChart(const QString& title, ChartUnit unit, const QList<Line>& lines,
                     const PlotFactory& makePlot, QWidget* parent)
    : QWidget(parent)
    , m_unit(unit)
    , m_lines(lines)
    , m_plot(makePlot(this))
    , m_marker(new QFrame(m_plot))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_marker->setFrameShape(QFrame::VLine);
    m_marker->setFrameShadow(QFrame::Plain);
    m_marker->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 6);
    column->setSpacing(6);
    buildHead(title);
    column->addWidget(m_plot, 1);
    setTitle(title);
    updateColors();
}

void TimeChart::buildHead(const QString& title)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    m_title = makePlainLabel(title, this);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    head->addWidget(m_title);
    head->addStretch(1);
    m_time = makePlainLabel({}, this);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(m_time);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_swatches.append(makePlainLabel({}, this));
        m_values.append(makePlainLabel({}, this));
        head->addSpacing(8);
        head->addWidget(m_swatches.back());
        head->addWidget(m_values.back());
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
}

void TimeChart::setTitle(const QString& title, const QString& tip)
{
    m_title->setText(title);
    m_title->setToolTip(tip.isEmpty() ? QString() : forTip(tip));
    m_title->setAccessibleDescription(tip);
    setAccessibleName(title);
}

void TimeChart::setPoints(const QList<ChartPoint>& points, qint64 from, qint64 to)
{
    m_points = points;
    m_from = from;
    m_to = to;
    m_cursor.setRange(from, to);
    if (isVisiblyOther(points, from)) {
        draw();
    }
    showSelection();
}

bool TimeChart::isVisiblyOther(const QList<ChartPoint>& points, qint64 from) const
{
    if (points.size() != m_drawn.size() || from != m_drawnFrom) {
        return true;
    }
    const qint64 pixel = (m_to - m_from) / kPlacesAcross;
    return !std::equal(points.begin(), points.end(), m_drawn.begin(),
                       [pixel](const ChartPoint& a, const ChartPoint& b) {
                           return a.isKnown == b.isKnown && a.values == b.values &&
                                  a.isFromHistory == b.isFromHistory &&
                                  std::abs(a.at - b.at) < pixel;
                       });
}

void TimeChart::draw()
{
    m_drawn = m_points;
    m_drawnFrom = m_from;
    const Plot drawn = plot();
    m_hasHoles = !drawn.holes.isEmpty();
    m_plot->show(drawn);
}

Plot TimeChart::plot() const
{
    Plot plot;
    plot.from = static_cast<double>(m_from);
    plot.to = static_cast<double>(m_to);
    plot.times = ChartScale::timeTicks(m_from, m_to);
    const PaletteColors& colors = PaletteColors::of(palette());
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        plot.lines.append({colorOf(m_lines[i].color, colors), i > 0, {}});
    }
    const bool hasHistory =
        std::any_of(m_points.begin(), m_points.end(),
                    [](const ChartPoint& each) { return each.isKnown && each.isFromHistory; });
    for (qsizetype i = 0; i < m_lines.size() && hasHistory; ++i) {
        plot.lines.append({paled(plot.lines[i].color, colors.base), i > 0, {}});
    }
    addRuns(plot);
    double most = 0;
    for (const ChartPoint& point : m_points) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(m_lines.size()); ++i) {
            most = std::max(most, point.isKnown ? point.values.at(i) : 0);
        }
    }
    plot.values = ChartScale::valueTicks(most, m_unit);
    return plot;
}

/// Adds the lines as runs. A line joins its paler part from the history without a gap.
void TimeChart::addRuns(Plot& plot) const
{
    const double stroke = (plot.to - plot.from) / kPlacesAcross * 3;
    const ChartPoint* before = nullptr;  // null in a gap
    std::optional<double> lastKnown;
    for (const ChartPoint& point : m_points) {
        if (!point.isKnown) {
            before = nullptr;
            continue;
        }
        const auto at = static_cast<double>(point.at);
        if (before == nullptr && lastKnown) {
            plot.holes.append({*lastKnown, at});
        }
        const bool isBeginning = before == nullptr || before->isFromHistory != point.isFromHistory;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const auto value = static_cast<std::size_t>(i);
            QList<QList<QPointF>>& runs =
                plot.lines[i + (point.isFromHistory ? m_lines.size() : 0)].runs;
            if (isBeginning) {
                endRun(runs, stroke);
                runs.append(QList<QPointF>());
            }
            if (isBeginning && before != nullptr) {
                runs.back().append({static_cast<double>(before->at), before->values.at(value)});
            }
            runs.back().append({at, point.values.at(value)});
        }
        before = &point;
        lastKnown = at;
    }
    for (PlotLine& line : plot.lines) {
        endRun(line.runs, stroke);
    }
}

QString TimeChart::momentText(const ChartPoint& point)
{
    const QString time = ChartScale::timeText(point.at);
    return point.isFromHistory ? tr("%1, from the history").arg(time) : time;
}

void TimeChart::placeMarker()
{
    const ChartPoint* shown = m_cursor.point();
    m_marker->setVisible(m_cursor.isSet() && shown != nullptr);
    if (m_marker->isHidden()) {
        return;
    }
    const QRectF area = m_plot->area();
    const double share =
        static_cast<double>(shown->at - m_from) / static_cast<double>(m_to - m_from);
    m_marker->setGeometry(
        QRectF(area.left() + share * area.width(), area.top(), 1, area.height()).toRect());
}

void TimeChart::updateTexts()
{
    const ChartPoint* shown = m_cursor.point();
    m_time->setText(m_cursor.isSet() && shown != nullptr ? momentText(*shown) : QString());
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QString value =
            shown != nullptr && shown->isKnown
                ? ChartScale::valueText(shown->values.at(static_cast<std::size_t>(i)), m_unit)
                : u"\u2013"_s;
        //: What a line shows and its present value: "Received 12 kB/s".
        const QString named = tr("%1 %2").arg(inSentence(m_lines[i].name), value);
        m_values[i]->setText(m_lines.size() > 1 ? named : value);
    }
    if (const QString text = description(); text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

QString TimeChart::readout() const
{
    QStringList parts;
    for (const QLabel* value : m_values) {
        parts.append(value->text());
    }
    return parts.join(u", "_s);
}

QString TimeChart::description() const
{
    const ChartPoint* shown = m_cursor.point();
    if (shown == nullptr) {
        return tr("Nothing is known yet.");
    }
    const QString when = m_cursor.isSet() ? tr("at %1").arg(momentText(*shown)) : tr("now");
    QStringList ranges;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const auto line = static_cast<std::size_t>(i);
        std::optional<std::pair<double, double>> range;
        for (const ChartPoint& point : m_points) {
            const double value = point.values.at(line);
            if (point.isKnown) {
                range = std::pair(range ? std::min(range->first, value) : value,
                                  range ? std::max(range->second, value) : value);
            }
        }
        if (range) {
            ranges.append(tr("%1 to %2")
                              .arg(ChartScale::valueText(range->first, m_unit),
                                   ChartScale::valueText(range->second, m_unit)));
        }
    }
    //: What a screen reader says of a chart: its values, when, their range, and the time axis.
    return tr("%1 %2. Between %3 and %4: %5.")
        .arg(readout(), when, ChartScale::timeText(m_from), ChartScale::timeText(m_to),
             ranges.isEmpty() ? tr("nothing is known") : ranges.join(u", "_s));
}

QSize TimeChart::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 16, em * 9};
}

void TimeChart::updateColors()
{
    const PaletteColors& colors = PaletteColors::of(palette());
    for (qsizetype i = 0; i < m_swatches.size(); ++i) {
        QPixmap pixmap(kSwatch * devicePixelRatioF());
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QPen pen = PlotLook::penOf({colorOf(m_lines[i].color, colors), i > 0, {}});
        pen.setWidthF(2);
        painter.setPen(pen);
        painter.drawLine(QPointF(0, kSwatch.height() / 2.0),
                         QPointF(kSwatch.width(), kSwatch.height() / 2.0));
        painter.end();
        m_swatches[i]->setPixmap(pixmap);
    }
    QPalette marker = m_marker->palette();
    marker.setColor(QPalette::WindowText, colors.dim);
    m_marker->setPalette(marker);
    if (!m_drawn.isEmpty()) {
        draw();
    }
}

void TimeChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateColors();
    }
}

void TimeChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeMarker();
}

void TimeChart::showSelection()
{
    placeMarker();
    updateTexts();
}

void TimeChart::keyPressEvent(QKeyEvent* event)
{
    if (m_cursor.press(event->key())) {
        showSelection();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TimeChart::mouseMoveEvent(QMouseEvent* event)
{
    m_cursor.pointAt(event->position(), m_plot->area().translated(m_plot->pos()));
    showSelection();
}

void TimeChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_cursor.clear();
    showSelection();
}

void TimeChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_cursor.clear();
    showSelection();
    update();
}

void TimeChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PaletteColors& colors = PaletteColors::of(palette());
    painter.setPen(QPen(hasFocus() && !m_isForPicture ? colors.accent : colors.line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace quaywatch
