// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/autostart.h"
#include "app/desktop/notifier.h"
#include "app/desktop/tray.h"

#include <QDBusConnection>
#include <QObject>
#include <QString>

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
    /// Whether there is a tray now.
    using TrayCheck = std::function<bool()>;

    DesktopShell(const Parts& parts, Autostart autostart, TrayCheck hasTray,
                 QObject* parent = nullptr);

    void setBus(const QDBusConnection& bus);
    /// Shows the window for the first time, or hides it in the tray; without one it is minimized.
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
    void act(Notifier::Action action, quint64 alertId);
    [[nodiscard]] bool hasTray() const;

    Parts m_parts;
    Autostart m_autostart;
    TrayCheck m_isTrayThere;
    Tray m_tray;
    Notifier m_notifier;
    bool m_startsWithSession = false;  // as it was last heeded
    bool m_isQuitting = false;
    bool m_hasToldNoTray = false;
};

}  // namespace quaywatch
