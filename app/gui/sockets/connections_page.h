// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/sockets/socket_page.h"
#include "app/models/socket_table_model.h"

class QTableView;

namespace quaywatch {

/// All sockets that are not listeners, in one table.
class ConnectionsPage final : public SocketPage {
    Q_OBJECT

public:
    explicit ConnectionsPage(QWidget* parent = nullptr);

    [[nodiscard]] std::optional<int> count() const override { return m_model.shownCount(); }

private:
    void applyToModel(const SnapshotUpdate& update) override { m_model.apply(update); }
    void filterModel(const Filter& filter) override;
    void setFlashTime(std::chrono::milliseconds time) override { m_model.setFlashTime(time); }
    void setRowHeight(int height) override;

    SocketTableModel m_model;
    QTableView* m_table;
};

}  // namespace quaywatch
