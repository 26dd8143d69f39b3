// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts_page.h"

#include "app/charts/time_chart.h"
#include "app/gui/row_table.h"
#include "app/gui/subject_box.h"
#include "app/text/qt_text.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

qint64 millisecondsOf(std::chrono::system_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

ChartPoint chartPoint(const TrafficPoint& point, ChartsPage::Chart chart)
{
    ChartPoint result{millisecondsOf(point.at), point.isKnown, {}};
    switch (chart) {
        case ChartsPage::Chart::Listeners:
            result.values = {static_cast<double>(point.listeners), 0};
            break;
        case ChartsPage::Chart::Connections:
            result.values = {static_cast<double>(point.connections), 0};
            break;
        case ChartsPage::Chart::Opened:
            result.values = {point.openedPerMinute, 0};
            break;
        case ChartsPage::Chart::Bytes:
            result.values = {point.receivedPerSecond, point.sentPerSecond};
            break;
    }
    return result;
}

/// Where the time axis begins: soon after the start it is a shorter one, in which more is seen.
qint64 beginOf(const std::vector<TrafficPoint>& points, qint64 end, TrafficRange range)
{
    const auto known = std::find_if(points.begin(), points.end(),
                                    [](const TrafficPoint& point) { return point.isKnown; });
    const std::chrono::milliseconds least = range == TrafficRange::Hour ? 5min : 60min;
    const qint64 longest = std::chrono::milliseconds(TrafficSeries::lengthOf(range)).count();
    const qint64 first = known != points.end() ? millisecondsOf(known->at) : end;
    return std::max(end - longest, std::min(first, end - least.count()));
}

}  // namespace

ChartsPage::ChartsPage(const TrafficSeries& traffic, QWidget* parent)
    : Page(parent)
    , m_traffic(traffic)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildHead();
    buildCharts();
    m_note = makePlainLabel({}, this);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(12, 0, 12, 8);
    m_note->setWordWrap(true);
    m_note->hide();
    m_empty = makePlainLabel({}, this);
    m_empty->setObjectName(u"chartsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addWidget(m_grid, 1);
    column->addWidget(m_empty, 1);
    updateTitles();
    refresh();
}

void ChartsPage::buildHead()
{
    m_head = new QWidget(this);
    m_subject = new SubjectBox(m_head);
    m_subject->setToolTip(forTip(tr("Whose traffic: type to search for a port or a program")));
    m_hourButton = makeChip(tr("Last hour"), tr("The last hour, in steps of 15 seconds"), m_head);
    m_dayButton = makeChip(tr("Last day"), tr("The last day, in steps of 5 minutes"), m_head);
    m_hourButton->setCheckable(true);
    m_dayButton->setCheckable(true);
    auto* ranges = new QButtonGroup(this);
    ranges->addButton(m_hourButton);
    ranges->addButton(m_dayButton);
    m_hourButton->setChecked(true);
    connect(m_hourButton, &QToolButton::clicked, this, [this] { setRange(TrafficRange::Hour); });
    connect(m_dayButton, &QToolButton::clicked, this, [this] { setRange(TrafficRange::Day); });
    connect(m_subject, &SubjectBox::subjectChanged, this, [this] {
        updateTitles();
        refresh();
    });
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(12, 10, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_hourButton);
    row->addWidget(m_dayButton);
    row->addSpacing(8);
    row->addWidget(m_subject);
    row->addStretch(1);
}

void ChartsPage::buildCharts()
{
    m_grid = new QWidget(this);
    auto* grid = new QGridLayout(m_grid);
    grid->setContentsMargins(12, 0, 12, 12);
    grid->setSpacing(10);
    using Lines = QList<TimeChart::Line>;
    m_charts = {
        new TimeChart({}, ChartUnit::Count, Lines{{{}, ChartColor::Listeners}}, m_grid),
        new TimeChart(tr("Open connections"), ChartUnit::Count,
                      Lines{{{}, ChartColor::Connections}}, m_grid),
        new TimeChart(tr("New connections"), ChartUnit::PerMinute, Lines{{{}, ChartColor::Opened}},
                      m_grid),
        new TimeChart(tr("Bytes"), ChartUnit::BytesPerSecond,
                      Lines{{tr("Received"), ChartColor::Received}, {tr("Sent"), ChartColor::Sent}},
                      m_grid),
    };
    for (int i = 0; i < static_cast<int>(kChartCount); ++i) {
        grid->addWidget(m_charts.at(static_cast<std::size_t>(i)), i / 2, i % 2);
        grid->setColumnStretch(i % 2, 1);
        grid->setRowStretch(i / 2, 1);
    }
}

TimeChart& ChartsPage::chart(Chart chart) const
{
    return *m_charts.at(static_cast<std::size_t>(chart));
}

void ChartsPage::updateTitles()
{
    const bool isPort = std::holds_alternative<PortId>(m_subject->subject());
    chart(Chart::Listeners).setTitle(isPort ? tr("Listening sockets") : tr("Listening ports"));
}

void ChartsPage::setRange(TrafficRange range)
{
    m_range = range;
    (range == TrafficRange::Hour ? m_hourButton : m_dayButton)->setChecked(true);
    refresh();
}

void ChartsPage::apply(const SnapshotUpdate& /*update*/)
{
    if (isVisible()) {
        refresh();
    }
}

void ChartsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    refresh();
}

void ChartsPage::refresh()
{
    m_subject->offer(m_traffic);
    const std::vector<TrafficPoint> points = m_traffic.points(m_subject->subject(), m_range);
    const bool isEnough = std::any_of(points.begin(), points.end(),
                                      [](const TrafficPoint& each) { return each.isKnown; });
    m_grid->setVisible(isEnough);
    m_empty->setVisible(!isEnough);
    if (isEnough) {
        showPoints(points);
    } else if (points.empty() && m_traffic.now()) {
        m_empty->setText(tr("Nothing is kept of this any more: others were busier"));
    } else {
        m_empty->setText(
            tr("The charts begin with the second look: they show what happens from now on"));
    }
    const QString text = note();
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void ChartsPage::showPoints(const std::vector<TrafficPoint>& points)
{
    // The axis moves a step at a time, not with each look.
    const qint64 step = std::chrono::milliseconds(TrafficSeries::stepOf(m_range)).count();
    const qint64 to = (millisecondsOf(points.back().at) + step - 1) / step * step;
    const qint64 from = beginOf(points, to, m_range);
    for (std::size_t i = 0; i < kChartCount; ++i) {
        QList<ChartPoint> values;
        values.reserve(static_cast<qsizetype>(points.size()));
        for (const TrafficPoint& point : points) {
            values.append(chartPoint(point, static_cast<Chart>(i)));
        }
        m_charts.at(i)->setPoints(values, from, to);
    }
}

QString ChartsPage::note() const
{
    if (!m_traffic.now()) {
        return {};
    }
    if (!m_traffic.isCounting()) {
        return tr(
            "The system does not tell of closed connections here: those that are shorter "
            "than the interval are not counted.");
    }
    const auto begin = *m_traffic.now() - TrafficSeries::lengthOf(m_range);
    if (m_traffic.gaps().empty() || m_traffic.gaps().back().to < begin) {
        return {};
    }
    const EventGap& gap = m_traffic.gaps().back();
    return tr("Between %1 and %2 the system dropped events: connections may be missing.")
        .arg(ChartScale::timeText(millisecondsOf(gap.from)),
             ChartScale::timeText(millisecondsOf(gap.to)));
}

bool ChartsPage::isReady() const
{
    return !m_grid->isHidden();
}

QWidget& ChartsPage::focusTarget()
{
    // Never the choice: in it a slash or a blank is text, and no key of the page.
    return *m_charts.front();
}

void ChartsPage::activateSearch()
{
    m_subject->setFocus();
    m_subject->lineEdit()->selectAll();
}

QString ChartsPage::selectionText() const
{
    QStringList lines;
    for (const TimeChart* chart : m_charts) {
        lines.append(chart->accessibleName() + u'\t' + chart->readout());
    }
    return lines.join(u'\n');
}

bool ChartsPage::selectPort(Port port)
{
    m_subject->offer(m_traffic);
    return m_subject->choose(PortId{port, Protocol::Tcp}) ||
           m_subject->choose(PortId{port, Protocol::Udp});
}

QByteArray ChartsPage::state() const
{
    return m_range == TrafficRange::Day ? "day" : "hour";
}

void ChartsPage::restoreState(const QByteArray& state)
{
    if (state == "day") {
        setRange(TrafficRange::Day);
    }
}

}  // namespace quaywatch
