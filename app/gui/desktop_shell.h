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

class AlertKeeper;
class MainWindow;
class MonitorController;
class Settings;

/// What is around the window: the tray, notifications and the start with the session, as the
/// settings have it and changing with them. What the desktop cannot do the window says, and goes
/// on. Lives on the GUI thread.
class DesktopShell final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        MainWindow& window;
        MonitorController& monitor;
        Settings& settings;
        AlertKeeper& alerts;
    };
    /// Whether there is a tray now. Called once TrayProbe found that it may be.
    using TrayCheck = std::function<bool()>;

    DesktopShell(const Parts& parts, Autostart autostart, TrayCheck hasTray,
                 std::chrono::milliseconds trayPatience = TrayProbe::kPatience,
                 QObject* parent = nullptr);

    void setBus(const QDBusConnection& bus);
    /// Shows the window for the first time, or hides it in the tray; without one it is minimized,
    /// which may be seconds later if the tray has not answered yet.
    void start(bool isHidden);
    /// Brings the window to the front; turns to the view if there is one of that name.
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
    bool m_startsWithSession = false;  // as it was last heeded
    bool m_isQuitting = false;
    bool m_isHiddenStartDue = false;  // once the tray has answered
    bool m_hasReportedNoTray = false;
    QString m_trayNotice;  // what the window says of it
};

}  // namespace quaywatch
