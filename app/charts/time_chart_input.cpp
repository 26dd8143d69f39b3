// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Keyboard and pointer input of a chart.

#include "app/charts/chart_plot.h"
#include "app/charts/time_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace quaywatch {

void TimeChart::pointAt(std::optional<qint64> time)
{
    m_pointed = time && *time >= m_from && *time <= m_to ? time : std::nullopt;
    placeMarker();
    updateTexts();
}

void TimeChart::pointBy(qsizetype steps)
{
    const ChartPoint* shown = shownPoint();
    if (shown == nullptr) {
        return;
    }
    const qsizetype now = shown - m_points.constData();
    const qsizetype wanted = std::clamp<qsizetype>(now + steps, 0, m_points.size() - 1);
    pointAt(wanted + 1 == m_points.size() ? std::nullopt : std::optional(m_points[wanted].at));
}

void TimeChart::keyPressEvent(QKeyEvent* event)
{
    constexpr qsizetype kPage = 20;
    switch (event->key()) {
        case Qt::Key_Left:
            pointBy(-1);
            break;
        case Qt::Key_Right:
            pointBy(1);
            break;
        case Qt::Key_PageUp:
            pointBy(-kPage);
            break;
        case Qt::Key_PageDown:
            pointBy(kPage);
            break;
        case Qt::Key_Home:
            pointBy(-m_points.size());
            break;
        case Qt::Key_End:
            pointAt({});
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void TimeChart::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = m_plot->area().translated(m_plot->pos());
    if (!area.contains(event->position())) {
        pointAt({});
        return;
    }
    const double share = (event->position().x() - area.left()) / area.width();
    pointAt(m_from + static_cast<qint64>(share * static_cast<double>(m_to - m_from)));
}

void TimeChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    pointAt({});
}

void TimeChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    pointAt({});
    update();
}

}  // namespace quaywatch
