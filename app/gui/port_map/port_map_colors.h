// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/port_map/port_highlights.h"
#include "core/sockets/verdict.h"

#include <QColor>
#include <QPalette>

namespace quaywatch {

/// The map's colors. A shape always tells the same as a hue: filled and hollow cells, hatching,
/// a cross, a ring, a tick.
struct PortMapColors {
    QColor ground;    ///< What the cells lie on.
    QColor assigned;  ///< A cell with a service.
    QColor hole;      ///< A cell without one,
    QColor free;      ///< A cell of many ports without one.
    QColor rim;       ///< and its outline.
    QColor mark;      ///< Hatching, cross and dot of the rarer states.
    QColor ink;       ///< Figures on a filled cell.
    QColor text;      ///< Figures on a tinted cell.
    QColor dim;       ///< Scales.
    QColor ordinary;  ///< Listeners, by verdict.
    QColor unexpected;
    QColor expected;
    QColor explained;
    QColor used;     ///< Connections without a listener.
    QColor changed;  ///< Afterglow of a change,
    QColor closed;   ///< and of an end.
    QColor focus;

    [[nodiscard]] static PortMapColors of(const QPalette& palette);
    [[nodiscard]] const QColor& verdict(Verdict verdict) const;
    [[nodiscard]] const QColor& event(PortEvent event) const;
};

/// `share` of the second color in the first.
[[nodiscard]] QColor mixed(const QColor& color, const QColor& with, double share);

}  // namespace quaywatch
