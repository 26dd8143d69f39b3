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

/// A page of the preferences: shows some of the settings and gives them back. It changes nothing
/// by itself.
class PreferencesPage : public QWidget {
    Q_OBJECT

public:
    /// @param title  Of the page, in its list and for screen readers.
    explicit PreferencesPage(QString title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const noexcept { return m_title; }

    virtual void load(const SettingsValues& values) = 0;
    /// Told what is in force before load(), and whenever that is another.
    virtual void setInForce(const SettingsValues& values);
    /// Writes what the page shows, and touches no other setting.
    virtual void store(SettingsValues& values) const = 0;

signals:
    /// What store() would write may be another.
    void edited();

protected:
    [[nodiscard]] QVBoxLayout& column() const noexcept { return *m_column; }
    /// Adds a line in bold above what belongs together.
    void addHeading(const QString& text);
    /// Adds a sentence in small that explains what stands above it. Plain text.
    QLabel* addHint(const QString& text);
    /// Adds a choice that tells edited().
    QCheckBox* addBox(const QString& name, const QString& text);

private:
    QString m_title;
    QVBoxLayout* m_column;
};

/// How often is looked, and what an alert is for.
[[nodiscard]] PreferencesPage* makeWatchingPage(QWidget* parent);
/// How the desktop is spoken to.
///
/// @param hasTray  Whether the desktop shows one now.
[[nodiscard]] PreferencesPage* makeDesktopPage(bool hasTray, QWidget* parent);
/// Whether and how much of the past is kept.
///
/// @param history  Null where there is none.
[[nodiscard]] PreferencesPage* makeHistoryPreferences(const HistoryController* history,
                                                      QWidget* parent);
[[nodiscard]] PreferencesPage* makeAppearancePage(QWidget* parent);

}  // namespace quaywatch
