// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_grid.h"
#include "app/models/port_map/port_map_cells.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace quaywatch {

/// The texts of the map. All of them are plain text that is safe to show.
class PortMapText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::PortMapText)

public:
    /// A summary of the ports in several lines, for a tool tip.
    [[nodiscard]] static QString tip(const PortMapCells& cells, PortRange range,
                                     bool isFilteredOut = false);
    /// The summary as a phrase for a screen reader, for example "931, unassigned, nothing listens".
    [[nodiscard]] static QString phrase(const PortMapCells& cells, PortRange range,
                                        bool isFilteredOut = false);
    /// The summary in one line, for the window.
    [[nodiscard]] static QString readout(const PortMapCells& cells, PortRange range,
                                         bool isFilteredOut = false);
    /// For example "Well-known ports", "Registered ports 1024–2047".
    [[nodiscard]] static QString title(const PortMapView& view);
    /// The label of an alarm, for example "931  nc.openbsd".
    [[nodiscard]] static QString callout(const PortMapCells& cells, Port port);

private:
    [[nodiscard]] static QString portTip(const PortMapCells& cells, Port port);
    [[nodiscard]] static QString blockTip(const PortMapCells& cells, PortRange range);
    [[nodiscard]] static QString assignmentLine(Port port);
    [[nodiscard]] static QStringList socketLines(const PortMapCells& cells, Port port);
    [[nodiscard]] static QString blockFacts(const PortMapCells& cells, PortRange range);
};

}  // namespace quaywatch
