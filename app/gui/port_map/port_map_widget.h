// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_grid.h"
#include "app/gui/port_map/port_map_highlight_layer.h"
#include "app/gui/port_map/port_map_navigation.h"
#include "app/gui/port_map/port_map_painter.h"
#include "app/models/flash_clock.h"
#include "app/models/port_map/port_map_cells.h"
#include "app/models/port_map/port_map_matches.h"

#include <QPixmap>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace quaywatch {

/// The port map: 1,024 ports as one picture, or all 65,536 in cells of 32. One cell is current,
/// like the current row of a table; arrow keys, digits and the mouse change it.
///
/// The cells are kept as one picture, in which an update repaints only the cells that have changed.
/// The highlights of recent events are drawn on top. While nothing glows, or the map is hidden,
/// nothing moves and no timer runs. Belongs to the GUI thread.
class PortMapWidget final : public QWidget {
    Q_OBJECT

public:
    explicit PortMapWidget(QWidget* parent = nullptr);
    explicit PortMapWidget(FlashClock::Now now, QWidget* parent = nullptr);

    void apply(const SnapshotUpdate& update);
    /// Repaints everything after a change that no update reports: another registry is active.
    void repaintAll();
    [[nodiscard]] const PortMapCells& cells() const noexcept { return m_cells; }

    /// Dims ports that do not match. The filter is applied to the sockets only while the map is
    /// visible.
    void setFilter(const Filter& filter);
    [[nodiscard]] const PortMapMatches& matches() const noexcept { return m_matches; }
    [[nodiscard]] bool isFilteredOut(PortRange range) const { return !m_matches.matchesAny(range); }

    [[nodiscard]] const PortMapView& view() const noexcept { return m_view; }
    /// Shows a page, or all ports. If the current port is on another page, it moves to the new one.
    void setView(const PortMapView& view);
    /// From all ports to the page of the current one.
    void zoomIn();
    void zoomOut();

    [[nodiscard]] Port currentPort() const noexcept { return m_current; }
    /// Makes a port current. Shows its page, unless all ports are shown.
    void setCurrentPort(Port port);
    /// The ports of the current cell.
    [[nodiscard]] PortRange currentRange() const;
    /// The ports of the cell under the pointer, or of the current cell if there is none.
    [[nodiscard]] PortRange pointedRange() const;
    [[nodiscard]] QString phraseOf(int cell) const;
    /// The map as it is drawn, without the rings of the current cell and of the one under the
    /// pointer, and without what glows for a moment only.
    [[nodiscard]] QPixmap picture();
    [[nodiscard]] const PortMapGrid& grid() const noexcept { return m_grid; }

    /// Without motion, a glow has constant strength and disappears when it ends.
    void setMotionReduced(bool isReduced) { m_highlights.setMotionReduced(isReduced); }
    [[nodiscard]] bool isAnimating() const { return m_highlights.isAnimating(); }
    /// Updates the glows to the current time and drops those that have expired. Needed only by
    /// tests: a timer does the same.
    void advance() { m_highlights.advance(); }

    [[nodiscard]] QSize sizeHint() const override { return {900, 640}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 300}; }

signals:
    void viewChanged();
    /// The set of ports that match the filter has changed.
    void matchesChanged();
    void currentChanged();
    /// Another cell is under the pointer, or none.
    void pointedChanged();
    void activated();
    void menuRequested(quaywatch::Port port, const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void connectNavigation();
    void catchUp();
    void layOut();
    void renderBackground();
    void paintScales(QPainter& painter) const;
    void paintRest(QPainter& painter, int cell);
    void repaintPorts(const std::vector<Port>& ports);
    void updateCell(int cell);
    void tellAccessibility();
    void describe();

    PortMapCells m_cells;
    PortMapMatches m_matches;
    Filter m_filter;
    bool m_areMatchesStale = false;  // apply the filter when the map is shown
    FlashClock::Now m_now;
    PortMapView m_view = PortMapView::page(0);
    PortMapGrid m_grid;
    PortMapPainter m_painter;
    QPixmap m_background;  // all cells without glow; null: to be drawn
    Port m_current = 0;
    PortMapHighlightLayer m_highlights;
    PortMapNavigation m_navigation;
};

}  // namespace quaywatch
