// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <optional>

namespace quaywatch {

struct ChartPoint;

/// The point of a chart that is selected with the keys or the pointer; without a selection, the
/// last one. Times are milliseconds since the epoch. Belongs to the GUI thread and to its chart.
class ChartCursor {
public:
    /// @param points  Of the chart, in ascending order of time; must outlive the cursor.
    explicit ChartCursor(const QList<ChartPoint>& points);

    /// Sets the ends of the time axis. A selected time before them is dropped.
    void setRange(qint64 from, qint64 to);
    /// Moves the selection, if the key does that. @return Whether it does.
    bool press(int key);
    /// Selects the time at a position; drops the selection outside the plot.
    /// @param area  Of the plot, in the same coordinates.
    void pointAt(const QPointF& position, const QRectF& area);
    void clear() { m_time.reset(); }
    /// While it is suspended, it is as if nothing were selected.
    void setSuspended(bool isSuspended) noexcept { m_isSuspended = isSuspended; }

    [[nodiscard]] bool isSet() const noexcept { return m_time && !m_isSuspended; }
    /// The selected point, or the last one; null if there is none.
    [[nodiscard]] const ChartPoint* point() const;
    /// The time of the selected point; empty without a selection.
    [[nodiscard]] std::optional<qint64> time() const;

private:
    void select(qint64 time);
    void moveBy(qsizetype steps);

    const QList<ChartPoint>& m_points;
    qint64 m_from = 0;
    qint64 m_to = 0;
    std::optional<qint64> m_time;
    bool m_isSuspended = false;
};

}  // namespace quaywatch
