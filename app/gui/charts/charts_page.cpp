// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts/charts_page.h"

#include "app/charts/time_chart.h"
#include "app/gui/charts/charts_picture.h"
#include "app/gui/charts/subject_box.h"
#include "app/gui/widgets/row_table.h"
#include "app/gui/widgets/segments.h"
#include "app/history/history_controller.h"
#include "app/text/count_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QBuffer>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

qint64 millisecondsOf(std::chrono::system_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

/// Time in milliseconds at which a chart's line begins; empty if it has none.
std::optional<qint64> firstKnown(const QList<ChartPoint>& points)
{
    const auto known = std::find_if(points.begin(), points.end(),
                                    [](const ChartPoint& point) { return point.isKnown; });
    return known != points.end() ? std::optional(known->at) : std::nullopt;
}

/// Time in milliseconds at which the time axis begins. The axis is shorter soon after the start, so
/// that more detail is visible.
qint64 startOf(qint64 first, qint64 end, TrafficRange range)
{
    const std::chrono::milliseconds least = range == TrafficRange::Hour ? 5min : 60min;
    const qint64 longest = std::chrono::milliseconds(TrafficSeries::lengthOf(range)).count();
    return std::max(end - longest, std::min(first, end - least.count()));
}

}  // namespace

ChartsPage::ChartsPage(const TrafficSeries& traffic, HistoryController* history, QWidget* parent)
    : Page(parent)
    , m_traffic(traffic)
    , m_history(history)
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
    if (m_history != nullptr) {
        connect(m_history, &HistoryController::pastReady, this, &ChartsPage::takePast);
    }
    updateTitles();
    refresh();
}

void ChartsPage::buildHead()
{
    m_head = new QWidget(this);
    m_subject = new SubjectBox(m_head);
    const QString tip = tr("Show traffic of: type to search for a port or a program");
    m_subject->setToolTip(forTip(tip));
    m_subject->setAccessibleDescription(tip);
    m_ranges = new Segments(tr("Time span"), m_head);
    m_ranges->add(tr("Last hour"), tr("The last hour, in steps of 15 seconds"));
    m_ranges->add(tr("Last day"), tr("The last day, in steps of 5 minutes"));
    connect(m_ranges, &Segments::currentChanged, this,
            [this](int index) { setRange(static_cast<TrafficRange>(index)); });
    connect(m_subject, &SubjectBox::subjectChanged, this, [this] {
        m_past = {};
        m_notFound.clear();
        updateTitles();
        askHistory();
        refresh();
    });
    connect(m_subject, &SubjectBox::nothingFound, this, [this](const QString& text) {
        m_notFound = plainText(text.toStdString(), 80);
        refresh();
    });
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(12, 10, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_ranges);
    row->addSpacing(8);
    row->addWidget(m_subject);
    row->addStretch(1);
    QToolButton* exportButton =
        makeChip(tr("Export…"), tr("Export the charts as CSV or as a picture (Ctrl+S)"), m_head);
    connect(exportButton, &QToolButton::clicked, this, &Page::exportRequested);
    row->addWidget(exportButton);
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
        new TimeChart({}, ChartUnit::Count, Lines{{{}, ChartColor::Connections}}, m_grid),
        new TimeChart({}, ChartUnit::PerMinute, Lines{{{}, ChartColor::Opened}}, m_grid),
        new TimeChart(tr("Traffic"), ChartUnit::BytesPerSecond,
                      Lines{{tr("Received"), ChartColor::Received}, {tr("Sent"), ChartColor::Sent}},
                      m_grid),
    };
    chart(Chart::Connections).setTitle(tr("Open connections"), CountText::openConnections());
    chart(Chart::Opened).setTitle(tr("New connections"), CountText::newConnections());
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
    if (std::holds_alternative<PortId>(m_subject->subject())) {
        chart(Chart::Listeners).setTitle(tr("Listening sockets"));
    } else {
        chart(Chart::Listeners).setTitle(tr("Listening ports"), CountText::listening());
    }
}

void ChartsPage::setRange(TrafficRange range)
{
    if (std::exchange(m_range, range) == range) {
        return;
    }
    m_ranges->setCurrentIndex(static_cast<int>(range));
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
    askHistory();
    refresh();
}

void ChartsPage::askHistory()
{
    m_isPastAwaited = m_history != nullptr;
    if (m_isPastAwaited) {
        m_history->requestPast(m_subject->subject());
    }
}

void ChartsPage::takePast(const PastAnswer& answer)
{
    if (answer.subject != m_subject->subject()) {
        return;
    }
    m_isPastAwaited = false;
    m_past = answer.minutes ? ChartsPast(*answer.minutes) : ChartsPast();
    refresh();
}

void ChartsPage::refresh()
{
    m_subject->offer(m_traffic);
    const ChartsPoints points = this->points();
    const bool isEnough =
        std::any_of(points.begin(), points.end(),
                    [](const QList<ChartPoint>& each) { return firstKnown(each).has_value(); });
    m_grid->setVisible(isEnough);
    m_empty->setVisible(!isEnough);
    if (isEnough) {
        showPoints(points);
    } else if (points.front().isEmpty() && m_traffic.now()) {
        m_empty->setText(
            tr("Nothing is recorded: there was no such socket, or others were busier. "
               "Only the busiest ports and programs are kept."));
    } else {
        m_empty->setText(
            tr("The charts begin with the second refresh and show the activity from now on"));
    }
    const QString text = note();
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

ChartsPoints ChartsPage::points() const
{
    return chartsPoints(m_traffic.points(m_subject->subject(), m_range), m_past,
                        TrafficSeries::stepOf(m_range));
}

void ChartsPage::showPoints(const ChartsPoints& points)
{
    // The axis moves by whole steps, not at each poll.
    const qint64 step = std::chrono::milliseconds(TrafficSeries::stepOf(m_range)).count();
    const qint64 to = (points.front().back().at + step - 1) / step * step;
    qint64 first = to;
    m_isPastShown = false;
    for (const QList<ChartPoint>& each : points) {
        first = std::min(first, firstKnown(each).value_or(to));
        m_isPastShown = m_isPastShown ||
                        std::any_of(each.begin(), each.end(),
                                    [](const ChartPoint& point) { return point.isFromHistory; });
    }
    const ChartPoint& last = points.front().back();
    m_isPresentShown = last.isKnown && !last.isFromHistory;
    for (std::size_t i = 0; i < kChartCount; ++i) {
        m_charts.at(i)->setPoints(points.at(i), startOf(first, to, m_range), to);
    }
}

QString ChartsPage::note() const
{
    QStringList sentences;
    if (!m_notFound.isEmpty()) {
        sentences.append(
            tr("No port or program here is called \u201c%1\u201d.").arg(inSentence(m_notFound)));
    }
    if (m_isPastShown) {
        sentences.append(
            tr("The lighter part of a line comes from the history, one value per minute."));
    }
    if (!m_grid->isHidden() && std::any_of(m_charts.begin(), m_charts.end(),
                                           [](TimeChart* each) { return each->hasHoles(); })) {
        sentences.append(tr("The hatched parts were not watched."));
    }
    if (!m_traffic.now()) {
        return sentences.join(u'\n');
    }
    if (!m_traffic.isCounting()) {
        sentences.append(
            tr("This system does not report closed connections: connections shorter than the "
               "interval are not counted."));
    }
    const auto begin = *m_traffic.now() - TrafficSeries::lengthOf(m_range);
    if (!m_traffic.gaps().empty() && m_traffic.gaps().back().to >= begin) {
        const EventGap& gap = m_traffic.gaps().back();
        sentences.append(
            tr("Between %1 and %2 the system dropped events: connections may be missing.")
                .arg(ChartScale::timeText(millisecondsOf(gap.from)),
                     ChartScale::timeText(millisecondsOf(gap.to))));
    }
    return sentences.join(u'\n');
}

std::vector<ExportFormat> ChartsPage::exportFormats() const
{
    return {ExportFormat::Csv, ExportFormat::Png};
}

Exporter ChartsPage::exporter() const
{
    if (m_grid->isHidden()) {
        return {};
    }
    return [points = points(), subject = m_subject->subjectText(),
            picture =
                chartsPicture({*m_grid, m_charts, pictureTitle(), note()})](ExportFormat format) {
        if (format == ExportFormat::Csv) {
            return QByteArray::fromStdString(chartsCsv(points, subject.toStdString()));
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        return bytes;
    };
}

QString ChartsPage::pictureTitle() const
{
    const QString until =
        m_traffic.now()
            ? dateAndMinutes(QDateTime::fromMSecsSinceEpoch(millisecondsOf(*m_traffic.now())))
            : QString();
    return (m_range == TrafficRange::Hour ? tr("%1: the hour until %2")
                                          : tr("%1: the day until %2"))
        .arg(m_subject->subjectText(), until);
}

bool ChartsPage::isReady() const
{
    return m_isPresentShown && !m_isPastAwaited;
}

QWidget& ChartsPage::focusTarget()
{
    // Never the subject box: there a slash or a blank is text, and not a key of the page.
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
