// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/port_map/port_highlights.h"
#include "core/sockets/verdict.h"

#include <QColor>
#include <QPalette>

namespace quaywatch {

/// The colors of the map, all derived from a palette, also from one of the user's. Every color has
/// a shape with the same meaning: filled and hollow cells, hatching, a cross, a ring, a tick.
///
/// Numbers have a contrast of at least PaletteColors::kLeastContrast on every face, also while it
/// glows, and what listens one of at least kShapeContrast to the cells around it.
struct PortMapColors {
    /// Contrast of graphical objects by WCAG 2.2.
    static constexpr double kShapeContrast = 3.0;

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
    QColor severe;    ///< Unexpected with high severity.
    QColor unexpected;
    QColor expected;
    QColor explained;
    QColor used;     ///< Connections without a listener.
    QColor traffic;  ///< Afterglow of connections.
    QColor changed;  ///< Afterglow of a change.
    QColor closed;   ///< Afterglow of a closed socket.
    QColor focus;
    double tintShare = 0;  ///< Part of the verdict's color in a tinted cell.
    double glowShare = 0;  ///< Part of the event's color in a face that glows.

    [[nodiscard]] static PortMapColors of(const QPalette& palette);
    /// @param isSevere  Of an unexpected one: its severity is high.
    [[nodiscard]] const QColor& verdict(Verdict verdict, bool isSevere) const;
    [[nodiscard]] const QColor& event(PortEvent event, bool isSevere) const;
    /// The face of a listener: filled with the color of its verdict, or tinted with it.
    [[nodiscard]] QColor face(const QColor& verdict, bool isFilled) const;
};

}  // namespace quaywatch
