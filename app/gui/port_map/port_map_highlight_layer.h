// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_grid.h"
#include "app/gui/port_map/port_map_painter.h"
#include "app/models/flash_clock.h"
#include "app/models/port_map/port_map_cells.h"
#include "app/models/port_map/port_map_matches.h"

#include <QRect>
#include <QRegion>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

class QPainter;
class QWidget;

namespace quaywatch {

/// The highlights on the port map: the glow of recent events, of listeners that are unexpected, and
/// the label of the newest alarm. Asks the map to repaint only the areas that change. While nothing
/// highlights, or the map is hidden, no timer runs. Belongs to the GUI thread and to the map's
/// widget.
class PortMapHighlightLayer {
public:
    /// The parts of the map that the layer reads when it updates or paints.
    struct Map {
        PortMapCells& cells;  ///< Not const: expired highlights are taken out of it.
        const PortMapMatches& matches;
        const PortMapView& view;
        const PortMapGrid& grid;
        PortMapPainter& painter;
    };

    /// @param canvas  The widget that is painted on. It and the map must outlive the layer.
    PortMapHighlightLayer(QWidget& canvas, const Map& map, FlashClock::Now now);

    /// Takes over the alarms of the view, and labels the newest one.
    /// @param ports  The ports that changed at `now`, in ascending order.
    void noteAlarms(const std::vector<Port>& ports, FlashClock::TimePoint now);
    /// Repaints the highlights, and drops those that have expired.
    void advance();
    /// Repaints the areas of the highlights and of the label.
    void invalidate();
    /// Starts the timer if something highlights in the view, or stops it.
    void startTimer();
    void stopTimer() { m_timer.stop(); }
    [[nodiscard]] bool isAnimating() const { return m_timer.isActive(); }
    /// Without motion, a glow has constant strength and disappears when it ends.
    void setMotionReduced(bool isReduced);

    /// @param region  Only highlights that intersect it are painted.
    void paint(QPainter& painter, const QRegion& region) const;
    /// Paints only what stays: the glow of listeners that are unexpected.
    void paintAlarms(QPainter& painter, const QRegion& region) const;
    void paintCallout(QPainter& painter) const;
    /// The area of the glow of an unexpected listener in a cell.
    [[nodiscard]] QRect restingRect(int cell) const;

private:
    // The highlight of a cell at one moment.
    struct CellHighlight {
        PortEvent event = PortEvent::Traffic;
        double strength = 0;
        double age = 0;  // in seconds
        bool isSevere = false;
    };
    // A cell with something unexpected.
    struct Alarm {
        int cell = 0;
        bool isSevere = false;
    };

    template <class Visit>
    void visitHighlights(Visit visit) const;
    [[nodiscard]] CellHighlight highlightOf(const PortHighlights::Highlight& glow,
                                            FlashClock::TimePoint now) const;
    [[nodiscard]] bool isFilteredOut(PortRange range) const;
    [[nodiscard]] bool hasRipple(const CellHighlight& highlight) const;
    [[nodiscard]] QRect highlightRect(int cell, const CellHighlight& highlight) const;
    [[nodiscard]] QRect calloutRect() const;

    QWidget& m_canvas;
    Map m_map;
    FlashClock::Now m_now;
    QTimer m_timer;
    std::vector<Alarm> m_alarms;  // in the view
    std::optional<Port> m_calloutPort;
    bool m_isCalloutSevere = false;
    QString m_callout;
    bool m_isMotionReduced = false;
    bool m_isCrowded = false;  // too many highlights for wide ones
};

}  // namespace quaywatch
