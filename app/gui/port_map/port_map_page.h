// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "app/models/port_map/port_map_cells.h"

class QImage;
class QLabel;
class QToolButton;

namespace quaywatch {

class ElidedLabel;
class PortMapLegend;
class PortMapWidget;

/// The page of the port map, with the controls to show other ports above the map and the legend
/// below it.
class PortMapPage final : public Page {
    Q_OBJECT

public:
    explicit PortMapPage(QWidget* parent = nullptr);

    [[nodiscard]] PortMapWidget& map() const noexcept { return *m_map; }
    [[nodiscard]] PortMapLegend& legend() const noexcept { return *m_legend; }

    void apply(const SnapshotUpdate& update) override;
    void setFilter(const Filter& filter) override;
    void applySettings(const SettingsValues& values) override;
    void onRegistryChanged() override;

    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] const SocketRecord* currentSocket() const override;
    [[nodiscard]] std::optional<PortId> currentPort() const override;
    [[nodiscard]] std::optional<EndTarget> currentEndTarget() const override;
    [[nodiscard]] QString selectionText() const override;
    /// The map as a picture with its legend, or the listeners on its ports as rows.
    [[nodiscard]] Exporter exporter() const override;
    [[nodiscard]] std::vector<ExportFormat> exportFormats() const override;
    bool selectPort(Port port) override;
    /// Selects the first port that is unexpected, or otherwise the first one with a listener.
    void selectFirst() override;
    bool activate() override;

private:
    void buildHeader();
    void showMenu(Port port, const QPoint& position);
    void takeView();
    void updateLegend();
    void updateReadout();
    void updateZoomButton();
    [[nodiscard]] std::optional<EndTarget> endTargetOn(Port port) const;
    [[nodiscard]] QImage picture(const Snapshot& snapshot) const;

    PortMapWidget* m_map = nullptr;
    PortMapLegend* m_legend = nullptr;
    QWidget* m_header = nullptr;
    QToolButton* m_allButton = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QLabel* m_title = nullptr;
    ElidedLabel* m_readout = nullptr;
    AssignmentCounts m_tcp{};  // of the ports on the map
    AssignmentCounts m_udp{};
};

}  // namespace quaywatch
