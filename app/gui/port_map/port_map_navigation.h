// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_grid.h"
#include "app/models/flash_clock.h"

#include <QObject>
#include <QString>

#include <optional>

class QContextMenuEvent;
class QEvent;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace quaywatch {

/// Keyboard and mouse input of the port map: turns events into requests, such as another current
/// port. Keeps the digits typed so far and the cell under the pointer. Belongs to the GUI thread
/// and to the map's widget, which carries out the requests.
class PortMapNavigation final : public QObject {
    Q_OBJECT

public:
    /// Both references must outlive this object.
    PortMapNavigation(const PortMapView& view, const PortMapGrid& grid, FlashClock::Now now);

    /// Handles an event of the map's widget.
    /// @param current  The current port.
    /// @return Whether the event needs no further handling.
    bool handle(QEvent& event, Port current);
    /// The cell under the pointer; empty if there is none.
    [[nodiscard]] std::optional<int> pointedCell() const noexcept { return m_pointed; }
    /// Forgets the cell under the pointer, without a signal: another view is shown.
    void forgetPointedCell() { m_pointed.reset(); }

signals:
    void portRequested(quaywatch::Port port);
    /// A number was typed: its page is requested as well, if all ports are shown.
    void portTyped(quaywatch::Port port);
    void zoomInRequested();
    void zoomOutRequested();
    void activated();
    /// Another cell is under the pointer, or none.
    void pointedChanged(std::optional<int> before, std::optional<int> now);
    /// @param position  In the coordinates of the map's widget.
    void menuRequested(quaywatch::Port port, const QPoint& position);

private:
    bool pressKey(const QKeyEvent& event, Port current);
    /// The port that a key leads to, which is the current one at the end of the ports; empty if the
    /// key does not move.
    [[nodiscard]] std::optional<Port> portAfter(const QKeyEvent& event, Port current) const;
    void typeDigit(int digit);
    void pressMouse(const QMouseEvent& event, Port current);
    void pointAt(std::optional<int> cell);
    void turnWheel(const QWheelEvent& event);
    void requestMenu(const QContextMenuEvent& event, Port current);

    const PortMapView& m_view;
    const PortMapGrid& m_grid;
    FlashClock::Now m_now;
    std::optional<int> m_pointed;
    QString m_typed;
    FlashClock::TimePoint m_typedAt;
    int m_wheel = 0;  // turned so far, in eighths of a degree
};

}  // namespace quaywatch
