// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/chart_scale.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QFrame;
class QLabel;

namespace quaywatch {

class ChartPlot;
struct Plot;

/// Whose color a line has; it follows the palette.
// No underlying type: lupdate 6.8 loses the namespace after an enum that has one.
enum class ChartColor { Listeners, Connections, Opened, Received, Sent };

/// The values of a moment.
struct ChartPoint {
    static constexpr std::size_t kMaxLines = 2;

    qint64 at = 0;         ///< Milliseconds since the epoch.
    bool isKnown = false;  ///< Else nobody watched.
    std::array<double, kMaxLines> values{};
    bool isFromHistory = false;  ///< Not as finely known as the rest.

    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// Lines over time, with a title and the present values as text. Where nobody watched, lines have
/// a hole, which is hatched; what the history tells is paler. The arrow keys and the pointer ask
/// for an earlier moment's values.
///
/// All text given to it must be plain, and is shown as such. How it draws is the build's choice
/// (chart_plot.h); nothing of that shows here.
class TimeChart final : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString name;  ///< Not shown of a single line: the title tells.
        ChartColor color = ChartColor::Listeners;
    };
    using PlotFactory = std::function<ChartPlot*(QWidget* parent)>;

    TimeChart(const QString& title, ChartUnit unit, const QList<Line>& lines,
              QWidget* parent = nullptr);
    /// @param makePlot  What draws, for a test.
    TimeChart(const QString& title, ChartUnit unit, const QList<Line>& lines,
              const PlotFactory& makePlot, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Shows these, in ascending order of time. Draws only if that shows: a line that goes on by
    /// less than a pixel does not.
    ///
    /// @param from,to  Of the time axis, in milliseconds since the epoch.
    void setPoints(const QList<ChartPoint>& points, qint64 from, qint64 to);

    /// The moment that is asked for; empty for the present.
    [[nodiscard]] std::optional<qint64> pointedTime() const;
    /// What is said beside the title: "Received 1.2 MB/s, Sent 3 kB/s".
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead(const QString& title);
    void pointAt(std::optional<qint64> time);
    void pointBy(qsizetype steps);
    void draw();
    void updateColors();
    void updateTexts();
    void placeMarker();
    [[nodiscard]] bool isVisiblyOther(const QList<ChartPoint>& points, qint64 from) const;
    [[nodiscard]] Plot plot() const;
    void addRuns(Plot& plot) const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] static QString momentText(const ChartPoint& point);
    /// The last one, or the one asked for; null if there is none.
    [[nodiscard]] const ChartPoint* shownPoint() const;

    ChartUnit m_unit;
    QList<Line> m_lines;
    ChartPlot* m_plot = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_time = nullptr;
    QList<QLabel*> m_swatches;
    QList<QLabel*> m_values;
    QFrame* m_marker = nullptr;
    QList<ChartPoint> m_points;
    QList<ChartPoint> m_drawn;
    qint64 m_from = 0;
    qint64 m_to = 0;
    qint64 m_drawnFrom = 0;
    std::optional<qint64> m_pointed;
};

}  // namespace quaywatch
