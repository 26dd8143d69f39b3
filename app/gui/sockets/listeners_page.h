// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/sockets/socket_page.h"
#include "app/models/listeners/listener_tree_model.h"

namespace quaywatch {

/// The listeners, as a tree of ports that expand to their sockets and peers.
class ListenersPage final : public SocketPage {
    Q_OBJECT

public:
    /// @param activity,traffic  The activity and traffic of each port; must outlive the page.
    ListenersPage(const PortActivity& activity, const TrafficSeries& traffic,
                  QWidget* parent = nullptr);

    void onRegistryChanged() override;
    [[nodiscard]] std::optional<int> count() const override { return m_model.shownCount(); }

private:
    void applyToModel(const SnapshotUpdate& update) override { m_model.apply(update); }
    void filterModel(const Filter& filter) override;
    void setFlashTime(std::chrono::milliseconds time) override { m_model.setFlashTime(time); }

    ListenerTreeModel m_model;
};

}  // namespace quaywatch
