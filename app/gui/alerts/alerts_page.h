// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/alerts/alert_manager.h"
#include "app/gui/alerts/alert_search.h"
#include "app/gui/page/page.h"
#include "app/models/alert_model.h"

#include <QDate>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QTableView;
class QToolButton;

namespace quaywatch {

class AlertActions;
class AlertFacts;
class RowTableColumns;

/// The alerts, newest first, with the actions for each: acknowledge it, mute it, and, through the
/// window, inspect its socket, mark it as expected or end its process. The current state of the
/// socket comes from the latest snapshot. If the socket no longer exists, the page says so, and no
/// process can be ended.
class AlertsPage final : public Page {
    Q_OBJECT

public:
    /// @param alerts  Null if there are none, which the page then reports. Must outlive the page.
    explicit AlertsPage(AlertManager* alerts, QWidget* parent = nullptr);

    void apply(const SnapshotUpdate& update) override;
    void applySettings(const SettingsValues& values) override;
    [[nodiscard]] std::optional<int> count() const override;
    [[nodiscard]] bool hasFilter() const override { return false; }
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] QString searchHint() const override
    {
        return tr("Search: port, program, user or reason");
    }
    [[nodiscard]] QString search() const override { return m_search.text(); }
    void setSearch(const QString& text) override;
    [[nodiscard]] const SocketRecord* currentSocket() const override;
    [[nodiscard]] std::optional<PortId> currentPort() const override;
    [[nodiscard]] std::optional<EndTarget> currentEndTarget() const override;
    [[nodiscard]] EndRequest endRequest() const override;
    [[nodiscard]] QString selectionText() const override;
    [[nodiscard]] Exporter exporter() const override;
    /// Selects the newest alert about the port.
    bool selectPort(Port port) override;
    /// A summary alert has no socket to inspect: shows the sockets that it sums up.
    bool activate() override;
    void selectFirst() override;
    /// Makes an alert current. @return Whether it is still in the list.
    bool selectAlert(std::uint64_t id);
    [[nodiscard]] QByteArray state() const override;
    void restoreState(const QByteArray& state) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QHBoxLayout* buildBar();
    void buildTable();
    QGridLayout* buildEmpty();
    void onAlertsChanged();
    void takeEntries();
    void followCurrent();
    void findSocket();
    void updateFacts();
    void updateEmpty();
    void showRowMenu(const QPoint& position);
    [[nodiscard]] const AlertEntry* current() const;
    /// The socket of an alert now; null if there is none.
    [[nodiscard]] const SocketRecord* socketOf(const AlertEntry* entry) const;
    /// The sockets of the selected alerts that are there now.
    [[nodiscard]] std::vector<SocketRecord> selectedSockets() const;
    /// The time of the displayed snapshot, or the current time.
    [[nodiscard]] AlertManager::Time now() const;

    AlertManager* m_alerts;
    AlertModel m_model;
    SnapshotPtr m_snapshot;
    const SocketRecord* m_socket = nullptr;  // of the current alert, in m_snapshot; null: none
    std::optional<AlertManager::Time> m_since;
    AlertSearch m_search;
    QDate m_day;  // the day on which the times are shown
    QTableView* m_table;
    RowTableColumns* m_columns = nullptr;
    AlertFacts* m_facts;
    QToolButton* m_emptySign;
    QLabel* m_empty;
    QToolButton* m_unreadOnly = nullptr;
    AlertActions* m_actions;
};

}  // namespace quaywatch
