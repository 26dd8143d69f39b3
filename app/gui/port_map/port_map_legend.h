// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/port_map/port_map_painter.h"
#include "app/models/port_map/port_map_cells.h"

#include <QRect>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace quaywatch {

/// Explains the shapes and colors of the map, with the number of ports for each: "282 unassigned".
/// What listens comes first.
class PortMapLegend final : public QWidget {
    Q_OBJECT

public:
    explicit PortMapLegend(QWidget* parent = nullptr);

    /// Numbers of ports that match a filter.
    struct Matches {
        std::size_t here = 0;       ///< Of the ports on the map.
        std::size_t elsewhere = 0;  ///< Of the other ports.
    };

    /// Sets the counts of the ports on the map.
    /// @param isByBlock  A cell has many ports, so that assignments have no shapes.
    /// @param matches    Empty: there is no filter.
    void setCounts(const AssignmentCounts& tcp, const AssignmentCounts& udp,
                   const PortMapCounts& sockets, bool isByBlock,
                   const std::optional<Matches>& matches = std::nullopt);
    /// The entries as text, one in each line.
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        QString text;
        QString tip;
        std::function<void(PortMapPainter&, QPainter&, const QRect&)> draw;
    };

    void addMatches(const Matches& matches, std::size_t ports);
    void addAssignments(const AssignmentCounts& tcp, const AssignmentCounts& udp, bool isByBlock);
    void addBlocks();
    void addListeners(const PortMapCounts& counts);
    void addConnections(const PortMapCounts& counts);
    void addCell(std::size_t count, const QString& what, const QString& tip,
                 const PortMapCell& cell);
    /// Computes the position of each entry in a given width; returns the height.
    int layOut(int width, std::vector<QRect>* rects) const;
    [[nodiscard]] QSize swatchSize() const;

    std::vector<Entry> m_entries;
};

}  // namespace quaywatch
