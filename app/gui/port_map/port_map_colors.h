// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/port_map/port_highlights.h"
#include "core/sockets/verdict.h"

#include <QColor>
#include <QPalette>

namespace quaywatch {

/// The colors of the map. Every color has a shape with the same meaning: filled and hollow cells,
/// hatching, a cross, a ring, a tick.
struct PortMapColors {
    QColor ground;    ///< Background of the cells.
    QColor assigned;  ///< A cell with a service.
    QColor hole;      ///< A cell without a service.
    QColor free;      ///< A cell of many ports, all without a service.
    QColor rim;       ///< Outline of a cell without a service.
    QColor mark;      ///< Hatching, cross and dot of the rarer states.
    QColor ink;       ///< Numbers on a filled cell.
    QColor text;      ///< Numbers on a tinted cell.
    QColor dim;       ///< Scales.
    QColor ordinary;  ///< Listeners, by verdict.
    QColor unexpected;
    QColor expected;
    QColor explained;
    QColor used;     ///< Connections without a listener.
    QColor changed;  ///< Afterglow of a change.
    QColor closed;   ///< Afterglow of a closed socket.
    QColor focus;

    [[nodiscard]] static PortMapColors of(const QPalette& palette);
    [[nodiscard]] const QColor& verdict(Verdict verdict) const;
    [[nodiscard]] const QColor& event(PortEvent event) const;
};

}  // namespace quaywatch
