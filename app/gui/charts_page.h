// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page.h"
#include "core/traffic_series.h"

#include <array>

class QGridLayout;
class QLabel;
class QToolButton;

namespace quaywatch {

class SubjectBox;
class TimeChart;

/// How busy the machine, a port or a program was in the last hour or day. Draws only while it is
/// seen.
class ChartsPage final : public Page {
    Q_OBJECT

public:
    enum class Chart : std::uint8_t { Listeners, Connections, Opened, Bytes };
    static constexpr std::size_t kChartCount = 4;

    /// @param traffic  Must outlive the page, and have each update before the page does.
    explicit ChartsPage(const TrafficSeries& traffic, QWidget* parent = nullptr);

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
    /// What each chart says, a line each.
    [[nodiscard]] QString selectionText() const override;
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
    void showPoints(const std::vector<TrafficPoint>& points);
    void updateTitles();
    [[nodiscard]] QString note() const;

    const TrafficSeries& m_traffic;
    TrafficRange m_range = TrafficRange::Hour;
    QWidget* m_head = nullptr;
    SubjectBox* m_subject = nullptr;
    QToolButton* m_hourButton = nullptr;
    QToolButton* m_dayButton = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_grid = nullptr;
    std::array<TimeChart*, kChartCount> m_charts{};
};

}  // namespace quaywatch
