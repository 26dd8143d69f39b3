// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_grid.h"
#include "app/models/port_map/port_map_cells.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace quaywatch {

/// What the map says in words. All plain text that is safe to show.
class PortMapText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::PortMapText)

public:
    /// Everything that is to be known at a glance, in lines: for a tool tip.
    [[nodiscard]] static QString tip(const PortMapCells& cells, PortRange range,
                                     bool isFilteredOut = false);
    /// The same as a phrase for a screen reader: "931, unassigned, nothing listens".
    [[nodiscard]] static QString phrase(const PortMapCells& cells, PortRange range,
                                        bool isFilteredOut = false);
    /// The same in one line, for people.
    [[nodiscard]] static QString readout(const PortMapCells& cells, PortRange range,
                                         bool isFilteredOut = false);
    /// "Well-known ports", "Registered ports 1024–2047".
    [[nodiscard]] static QString title(const PortMapView& view);
    /// What an alarm is labeled with: "931  nc.openbsd".
    [[nodiscard]] static QString callout(const PortMapCells& cells, Port port);

private:
    [[nodiscard]] static QString portTip(const PortMapCells& cells, Port port);
    [[nodiscard]] static QString blockTip(const PortMapCells& cells, PortRange range);
    [[nodiscard]] static QString assignmentLine(Port port);
    [[nodiscard]] static QStringList socketLines(const PortMapCells& cells, Port port);
    [[nodiscard]] static QString blockFacts(const PortMapCells& cells, PortRange range);
};

}  // namespace quaywatch
