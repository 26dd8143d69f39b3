// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/chart_cursor.h"
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

/// The series that sets a line's color; the color follows the palette.
// No underlying type: lupdate 6.8 loses the namespace after an enum that has one.
enum class ChartColor { Listeners, Connections, Opened, Received, Sent };

/// The values at one time.
struct ChartPoint {
    static constexpr std::size_t kMaxLines = 2;

    qint64 at = 0;         ///< Milliseconds since the epoch.
    bool isKnown = false;  ///< False if this time was not watched.
    std::array<double, kMaxLines> values{};
    bool isFromHistory = false;  ///< From the history, with a coarser resolution than live data.

    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// Lines over time, with a title and the current values as text. A time that was not watched is a
/// hatched gap in the lines; values from the history are paler. The arrow keys and the pointer
/// select an earlier time, whose values are then shown.
///
/// All text given to it must be plain, and is shown as plain text. The build selects how it draws
/// (chart_plot.h); this class does not depend on that.
class TimeChart final : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString name;  ///< Not shown for a single line, which the title describes.
        ChartColor color = ChartColor::Listeners;
    };
    using PlotFactory = std::function<ChartPlot*(QWidget* parent)>;

    TimeChart(const QString& title, ChartUnit unit, const QList<Line>& lines,
              QWidget* parent = nullptr);
    /// @param makePlot  Makes the plot; tests replace it.
    TimeChart(const QString& title, ChartUnit unit, const QList<Line>& lines,
              const PlotFactory& makePlot, QWidget* parent = nullptr);

    /// @param tip  What the chart counts, as the tool tip of the title; empty for none.
    void setTitle(const QString& title, const QString& tip = {});
    /// Shows these points, in ascending order of time. Redraws only after a visible change: a line
    /// that grows by less than a pixel is not redrawn.
    ///
    /// @param from,to  Ends of the time axis, in milliseconds since the epoch.
    void setPoints(const QList<ChartPoint>& points, qint64 from, qint64 to);

    /// The selected time; empty for the present.
    [[nodiscard]] std::optional<qint64> pointedTime() const { return m_cursor.time(); }
    /// The text beside the title: "Received 1.2 MB/s, Sent 3 kB/s".
    [[nodiscard]] QString readout() const;

    /// For a picture: shows the present values, and neither a selected time nor the focus.
    void setForPicture(bool isForPicture)
    {
        m_isForPicture = isForPicture;
        m_cursor.setSuspended(isForPicture);
        showSelection();
    }
    /// Whether a part of the time axis was not watched.
    [[nodiscard]] bool hasHoles() const noexcept { return m_hasHoles; }

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
    void draw();
    void updateColors();
    void updateTexts();
    void placeMarker();
    void showSelection();
    [[nodiscard]] bool isVisiblyOther(const QList<ChartPoint>& points, qint64 from) const;
    [[nodiscard]] Plot plot() const;
    void addRuns(Plot& plot) const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] static QString momentText(const ChartPoint& point);

    ChartUnit m_unit;
    QList<Line> m_lines;
    ChartPlot* m_plot = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_time = nullptr;
    QList<QLabel*> m_swatches;
    QList<QLabel*> m_values;
    QFrame* m_marker = nullptr;
    QList<ChartPoint> m_points;
    ChartCursor m_cursor{m_points};
    QList<ChartPoint> m_drawn;
    qint64 m_from = 0;
    qint64 m_to = 0;
    qint64 m_drawnFrom = 0;
    bool m_hasHoles = false;
    bool m_isForPicture = false;
};

}  // namespace quaywatch
