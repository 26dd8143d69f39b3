// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/settings.h"

#include <QDialog>

#include <vector>

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace quaywatch {

class HistoryController;
class PreferencesPage;

/// Facts that decide which options are available.
struct PreferencesFacts {
    const HistoryController* history = nullptr;  ///< Null if there is none.
    bool hasTray = false;                        ///< Whether the desktop has a tray now.
};

/// The options of the program. Nothing changes before OK or Apply, since a shorter history deletes
/// data.
class PreferencesDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param settings  Must outlive the dialog, and so must the history.
    PreferencesDialog(Settings& settings, const PreferencesFacts& facts, QWidget* parent = nullptr);

    void accept() override;

private:
    void addPage(PreferencesPage* page);
    void buildButtons();
    void showSettings();
    void load(const SettingsValues& values);
    /// The settings with the values of the pages.
    [[nodiscard]] SettingsValues wanted() const;
    void apply();
    void updateApply();

    Settings& m_settings;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QDialogButtonBox* m_buttons = nullptr;
    std::vector<PreferencesPage*> m_pages;
};

}  // namespace quaywatch
