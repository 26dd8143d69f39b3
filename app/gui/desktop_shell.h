// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/autostart.h"
#include "app/desktop/notifier.h"
#include "app/desktop/tray.h"
#include "app/desktop/tray_probe.h"

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace quaywatch {

class AlertManager;
class MainWindow;
class MonitorController;
class Settings;

/// Manages the desktop integration of the window: the tray, notifications and the start with the
/// session. Follows the settings and their changes. If the desktop does not support something, the
/// window reports it, and the program continues. Lives on the GUI thread.
class DesktopShell final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        MainWindow& window;
        MonitorController& monitor;
        Settings& settings;
        AlertManager& alerts;
    };
    /// Whether there is a tray now. Called only after TrayProbe has found that this is safe.
    using TrayCheck = std::function<bool()>;

    DesktopShell(const Parts& parts, Autostart autostart, TrayCheck hasTray,
                 std::chrono::milliseconds trayPatience = TrayProbe::kPatience,
                 QObject* parent = nullptr);

    void setBus(const QDBusConnection& bus);
    /// Shows the window for the first time, or hides it in the tray. Without a tray the window is
    /// minimized; if the tray has not answered yet, this may happen seconds later.
    void start(bool isHidden);
    /// Brings the window to the front and shows the view with that name, if there is one.
    void raise(const QString& view = {});

    [[nodiscard]] Tray& tray() noexcept { return m_tray; }
    [[nodiscard]] Notifier& notifier() noexcept { return m_notifier; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectParts();
    void applySettings();
    void showCounts();
    void followAutostart();
    void toggle();
    void hide();
    void takeTrayAnswer();
    [[nodiscard]] bool isTrayThere() const;
    void act(Notifier::Action action, quint64 alertId);
    [[nodiscard]] bool hasTray() const;

    Parts m_parts;
    Autostart m_autostart;
    TrayCheck m_isTrayThere;
    TrayProbe m_probe;
    Tray m_tray;
    Notifier m_notifier;
    bool m_startsWithSession = false;  // as last applied
    bool m_isQuitting = false;
    bool m_isHiddenStartDue = false;  // waits for the answer of the tray
    bool m_hasReportedNoTray = false;
    QString m_trayNotice;  // the notice that the window shows
};

}  // namespace quaywatch
