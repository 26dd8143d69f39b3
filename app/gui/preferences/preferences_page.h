// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace quaywatch {

class HistoryController;

/// A page of the preferences: shows some of the settings and returns them. The page itself changes
/// no setting.
class PreferencesPage : public QWidget {
    Q_OBJECT

public:
    /// @param title  Title of the page, for the list of pages and for screen readers.
    explicit PreferencesPage(QString title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const noexcept { return m_title; }

    virtual void load(const SettingsValues& values) = 0;
    /// Passes the active settings: before load(), and whenever they change.
    virtual void setActive(const SettingsValues& values);
    /// Writes the settings of this page, and changes no others.
    virtual void store(SettingsValues& values) const = 0;

signals:
    /// The result of store() may have changed.
    void edited();

protected:
    [[nodiscard]] QVBoxLayout& column() const noexcept { return *m_column; }
    /// Adds a heading in bold above a group of options.
    void addHeading(const QString& text);
    /// Adds a sentence that explains the option above it. Plain text.
    QLabel* addHint(const QString& text);
    /// Adds a check box that emits edited().
    QCheckBox* addBox(const QString& name, const QString& text);

private:
    QString m_title;
    QVBoxLayout* m_column;
};

/// The page for the poll interval and the rules for alerts.
[[nodiscard]] PreferencesPage* makeWatchingPage(QWidget* parent);
/// The page for notifications, the tray and the start with the session.
///
/// @param hasTray  Whether the desktop has a tray now.
[[nodiscard]] PreferencesPage* makeDesktopPage(bool hasTray, QWidget* parent);
/// The page for whether and how much history is kept.
///
/// @param history  Null if there is none.
[[nodiscard]] PreferencesPage* makeHistoryPreferences(const HistoryController* history,
                                                      QWidget* parent);
[[nodiscard]] PreferencesPage* makeAppearancePage(QWidget* parent);

}  // namespace quaywatch
