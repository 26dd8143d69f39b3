// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_colors.h"
#include "app/models/port_map/port_map_cells.h"

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QSize>

#include <array>
#include <optional>

namespace quaywatch {

/// Draws single cells of the map and their glow. What is drawn often comes from cached pixmaps;
/// each painter is for one size, palette and pixel ratio.
class PortMapPainter {
public:
    PortMapPainter() = default;
    /// @param face    Size of a cell's face, in device-independent pixels.
    /// @param digits  Number of digits of the longest number in a cell.
    PortMapPainter(const PortMapColors& colors, const QFont& figures, QSize face, int digits,
                   qreal pixelRatio);

    [[nodiscard]] const PortMapColors& colors() const noexcept { return m_colors; }
    /// The font of the numbers in a cell of this size; empty if they would be too small to read.
    [[nodiscard]] const std::optional<QFont>& figures() const noexcept { return m_figures; }

    /// Draws the assignment of a port according to the registry.
    void paintAssignment(QPainter& painter, const QRect& face, AssignmentState tcp,
                         AssignmentState udp);
    /// Draws a port without highlights. @param figure  Its number; empty: none is drawn.
    void paintCell(QPainter& painter, const QRect& face, const PortMapCell& cell,
                   const QString& figure);
    /// Draws a range of ports without highlights: the more of them are assigned, the more is
    /// filled. @param figure  A number in the cell; empty: none is drawn.
    void paintBlock(QPainter& painter, const QRect& face, const PortMapBlock& block,
                    const QString& figure);
    /// Fades a painted cell, which has no number, into the background.
    void paintDimness(QPainter& painter, const QRect& slot) const;
    /// How the glow of a cell looks at one moment.
    struct Glow {
        PortEvent event = PortEvent::Traffic;
        bool isSevere = false;  ///< Of an alarm: its severity is high.
        bool isWide = true;
        double strength = 1;  ///< 0 to 1.
    };
    /// Draws the glow around a face and on it.
    void paintGlow(QPainter& painter, const QRect& face, const Glow& glow);
    /// Draws the rings that spread from an alarm. @param progress  From 0 to 1.
    void paintRipple(QPainter& painter, const QRect& face, bool isSevere, double progress) const;
    void paintFocus(QPainter& painter, const QRect& face, bool isStrong) const;

    /// How far a glow extends beyond a face, in device-independent pixels.
    [[nodiscard]] int reachOf(PortEvent event, bool isWide) const noexcept;
    [[nodiscard]] int rippleReach() const noexcept;

private:
    void drawState(QPainter& painter, const QRectF& face, AssignmentState state) const;
    void drawListener(QPainter& painter, const QRectF& face, const PortMapCell& cell,
                      const QString& figure) const;
    static void drawVerdict(QPainter& painter, const QRectF& face, Verdict verdict,
                            const QColor& ink);
    void drawUse(QPainter& painter, const QRectF& face, Verdict verdict, bool isSevere) const;
    [[nodiscard]] QPixmap makePixmap(QSize size) const;
    [[nodiscard]] QPixmap makeGlow(const Glow& glow, int reach) const;

    PortMapColors m_colors;
    std::optional<QFont> m_figures;
    QSize m_face;
    qreal m_pixelRatio = 1;
    qreal m_radius = 0;
    QHash<int, QPixmap> m_states;  // by both assignment states
    // By PortEvent and width; the last one is that of severe alarms.
    std::array<std::array<QPixmap, 2>, 6> m_highlights;
};

}  // namespace quaywatch
