// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_cursor.h"

#include "app/charts/time_chart.h"

#include <algorithm>
#include <cstdlib>

namespace quaywatch {

ChartCursor::ChartCursor(const QList<ChartPoint>& points)
    : m_points(points)
{
}

void ChartCursor::setRange(qint64 from, qint64 to)
{
    m_from = from;
    m_to = to;
    if (m_time && *m_time < from) {
        m_time.reset();
    }
}

bool ChartCursor::press(int key)
{
    constexpr qsizetype kPage = 20;
    switch (key) {
        case Qt::Key_Left:
            moveBy(-1);
            return true;
        case Qt::Key_Right:
            moveBy(1);
            return true;
        case Qt::Key_PageUp:
            moveBy(-kPage);
            return true;
        case Qt::Key_PageDown:
            moveBy(kPage);
            return true;
        case Qt::Key_Home:
            moveBy(-m_points.size());
            return true;
        case Qt::Key_End:
            clear();
            return true;
        default:
            return false;
    }
}

void ChartCursor::pointAt(const QPointF& position, const QRectF& area)
{
    if (!area.contains(position)) {
        clear();
        return;
    }
    const double share = (position.x() - area.left()) / area.width();
    select(m_from + static_cast<qint64>(share * static_cast<double>(m_to - m_from)));
}

void ChartCursor::select(qint64 time)
{
    m_time = time >= m_from && time <= m_to ? std::optional(time) : std::nullopt;
}

void ChartCursor::moveBy(qsizetype steps)
{
    const ChartPoint* shown = point();
    if (shown == nullptr) {
        return;
    }
    const qsizetype now = shown - m_points.constData();
    const qsizetype wanted = std::clamp<qsizetype>(now + steps, 0, m_points.size() - 1);
    if (wanted + 1 == m_points.size()) {
        clear();
    } else {
        select(m_points[wanted].at);
    }
}

const ChartPoint* ChartCursor::point() const
{
    if (m_points.isEmpty()) {
        return nullptr;
    }
    if (!isSet()) {
        return &m_points.back();
    }
    const auto isNearer = [time = *m_time](const ChartPoint& a, const ChartPoint& b) {
        return std::abs(a.at - time) < std::abs(b.at - time);
    };
    return &*std::min_element(m_points.begin(), m_points.end(), isNearer);
}

std::optional<qint64> ChartCursor::time() const
{
    const ChartPoint* selected = isSet() ? point() : nullptr;
    return selected != nullptr ? std::optional(selected->at) : std::nullopt;
}

}  // namespace quaywatch
