// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/alerts/alert_manager.h"
#include "app/models/alert_model.h"

#include <QList>
#include <QObject>

class QAction;
class QBoxLayout;
class QMenu;
class QTableView;
class QToolButton;

namespace quaywatch {

/// What can be done with alerts: acknowledge them, mute alerts like the current one, and unmute.
/// Makes the actions and their menus, and the buttons for them. The current and the selected alerts
/// are those of the table. Belongs to the GUI thread and to its parent, the page.
class AlertActions final : public QObject {
    Q_OBJECT

public:
    /// @param alerts  Null if there are none; the actions are then disabled.
    /// @param table   Shows the model. All three must outlive this object.
    /// @param page    The shortcuts of the actions work in it.
    AlertActions(AlertManager* alerts, const AlertModel& model, const QTableView& table,
                 QWidget* page);

    void addButtons(QBoxLayout& bar);
    /// The actions for the menu of an alert.
    [[nodiscard]] QList<QAction*> rowActions() const;
    /// Enables what can be done with the current and the selected alerts.
    void update();

private:
    QAction* addAction(const QString& text, const QKeySequence& key);
    QToolButton* makeMenuButton(const QString& text, const QString& tip, QMenu* menu);
    void fillMuteMenu();
    void fillUnmuteMenu();
    void addMute(const QString& text, const Mute::Scope& scope);
    [[nodiscard]] const AlertEntry* current() const;
    [[nodiscard]] std::vector<std::uint64_t> selectedIds() const;

    AlertManager* m_alerts;
    const AlertModel& m_model;
    const QTableView& m_table;
    QWidget* m_page;
    QAction* m_acknowledge;
    QAction* m_acknowledgeAll;
    QMenu* m_muteMenu;
    QMenu* m_unmuteMenu;
    QToolButton* m_muteButton = nullptr;
    QToolButton* m_unmuteButton = nullptr;
};

}  // namespace quaywatch
