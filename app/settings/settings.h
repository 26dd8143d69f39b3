// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace quaywatch {

// No underlying type: lupdate 6.8 loses the namespace after an enum that has one.
enum class Theme { System, Light, Dark, HighContrast };

/// Every setting, with its default.
struct SettingsValues {
    std::chrono::milliseconds interval{1000};
    Theme theme = Theme::System;
    QString language;  ///< Code of the window's language, "de"; empty: as the system.
    bool hasReducedMotion = false;
    bool hasDetails = true;      ///< Whether the details panel is shown.
    int tableZoomPercent = 100;  ///< Size of the text in tables.
    bool hasCompactRows = false;
    QString view;  ///< Name of the view that was shown last; empty for the first.
    QByteArray geometry;
    QByteArray splitter;
    QVariantMap pages;  ///< The state of each page as bytes, by the name of its view.
    bool hasHistory = true;
    std::chrono::days historyAge{30};
    int historyMegabytes = 64;  ///< Maximum size of the file.
    QStringList mutes;          ///< Muted alerts, as MuteText writes them.
    bool hasNotifications = false;
    bool wasOfferedNotifications = false;  ///< The window has asked once.
    bool hasTrayIcon = true;
    bool closesToTray = false;  ///< Only where there is a tray; otherwise closing quits.
    bool startsWithSession =
        false;             ///< Follows the autostart file if another program changes that.
    QStringList rulesOff;  ///< Tokens of the rules that are switched off.
    int mostAlertsPerMinute = 5;
    int closeWaitCount = 50;
    std::chrono::minutes replacedFor{30};

    friend bool operator==(const SettingsValues&, const SettingsValues&) = default;
};

/// The settings file: an INI file, read once. Lives on the GUI thread.
///
/// If the file or one of its values cannot be read, the default is used and problem() describes it
/// for the user. This is never an error that stops the program.
class Settings final : public QObject {
    Q_OBJECT

public:
    /// @param path         Path of the file, which need not exist; empty: it is neither read nor
    ///                     saved.
    /// @param systemFiles  Files with defaults for all users, which need not exist; a later one has
    ///                     priority. They apply where the user's file says nothing.
    explicit Settings(const QString& path, QObject* parent = nullptr,
                      const QStringList& systemFiles = {});

    /// Path of this user's settings: quaywatch/quaywatch.ini in XDG's configuration folder.
    [[nodiscard]] static QString defaultPath();

    /// Paths of the administrator's defaults, such as /etc/xdg/quaywatch/quaywatch.ini: in the
    /// folders of $XDG_CONFIG_DIRS, the most important one last.
    [[nodiscard]] static QStringList systemFiles();

    [[nodiscard]] const SettingsValues& values() const noexcept { return m_values; }
    /// What went wrong so far, as a sentence for the user; empty if nothing did.
    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }

    /// Lets `edit` change the values, then writes those that differ and emits one signal.
    template <class Edit>
    void change(Edit&& edit)
    {
        SettingsValues next = m_values;
        std::forward<Edit>(edit)(next);
        store(next);
    }

signals:
    void changed();
    /// Emitted at most once in the life of the object.
    void problemFound(const QString& problem);

private:
    void load();
    void loadSystemFile(const QString& path);
    void readFrom(const QSettings& file, bool isSystem);
    void store(const SettingsValues& next);
    void write(const SettingsValues& before);
    void setAsideBrokenFile();
    void reportProblem(const QString& problem);

    std::optional<QSettings> m_file;
    SettingsValues m_values;
    QString m_problem;
};

}  // namespace quaywatch
