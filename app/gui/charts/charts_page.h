// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/charts_points.h"
#include "app/gui/page/page.h"
#include "core/traffic/traffic_series.h"

#include <array>
#include <tuple>
#include <vector>

class QGridLayout;
class QLabel;

namespace quaywatch {

class HistoryController;
class Segments;
class SubjectBox;
class TimeChart;
struct PastAnswer;

/// Charts of the traffic of the machine, a port or a program in the last hour or day. Draws only
/// while it is visible. Data that the series does not have comes from the history.
class ChartsPage final : public Page {
    Q_OBJECT

public:
    using Chart = TrafficChart;
    static constexpr std::size_t kChartCount = std::tuple_size_v<ChartsPoints>;

    /// @param traffic  Must outlive the page, and receive each update before the page does.
    /// @param history  Null: there is none. Must outlive the page.
    explicit ChartsPage(const TrafficSeries& traffic, HistoryController* history = nullptr,
                        QWidget* parent = nullptr);

    [[nodiscard]] TimeChart& chart(Chart chart) const;
    [[nodiscard]] SubjectBox& subjectBox() const noexcept { return *m_subject; }
    [[nodiscard]] TrafficRange range() const noexcept { return m_range; }
    void setRange(TrafficRange range);

    void apply(const SnapshotUpdate& update) override;
    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] bool hasFilter() const override { return false; }
    [[nodiscard]] bool hasDetails() const override { return false; }
    [[nodiscard]] QWidget& focusTarget() override;
    void activateSearch() override;
    /// The text of each chart, one line each.
    [[nodiscard]] QString selectionText() const override;
    [[nodiscard]] std::vector<ExportFormat> exportFormats() const override;
    [[nodiscard]] Exporter exporter() const override;
    /// Shows the traffic of the port; TCP before UDP.
    bool selectPort(Port port) override;
    [[nodiscard]] QByteArray state() const override;
    void restoreState(const QByteArray& state) override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildHead();
    void buildCharts();
    void refresh();
    [[nodiscard]] ChartsPoints points() const;
    void showPoints(const ChartsPoints& points);
    void updateTitles();
    void askHistory();
    void takePast(const PastAnswer& answer);
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString pictureTitle() const;

    const TrafficSeries& m_traffic;
    HistoryController* m_history;
    QString m_notFound;  // what was typed, if there is no such port or program
    ChartsPast m_past;
    bool m_isPastAwaited = false;
    bool m_isPastShown = false;
    bool m_isPresentShown = false;
    TrafficRange m_range = TrafficRange::Hour;
    QWidget* m_head = nullptr;
    SubjectBox* m_subject = nullptr;
    Segments* m_ranges = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_grid = nullptr;
    std::array<TimeChart*, kChartCount> m_charts{};
};

}  // namespace quaywatch
