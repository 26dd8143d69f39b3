// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/desktop_shell.h"

#include "app/alerts/alert_manager.h"
#include "app/gui/window/main_window.h"
#include "app/gui/window/status_line.h"
#include "app/gui/window/window_notices.h"
#include "app/monitor/monitor_controller.h"
#include "app/settings/settings.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

DesktopShell::DesktopShell(const Parts& parts, Autostart autostart, TrayCheck hasTray,
                           std::chrono::milliseconds trayPatience, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_autostart(std::move(autostart))
    , m_isTrayThere(std::move(hasTray))
    , m_probe(trayPatience)
{
    followAutostart();
    connectParts();
    m_tray.setUnread(parts.alerts.unreadCount());
    m_tray.setPaused(parts.monitor.isPaused());
    showCounts();
    parts.window.setTrayCheck([shell = QPointer(this)] { return shell && shell->isTrayThere(); });
    applySettings();
    parts.window.installEventFilter(this);
    qApp->installEventFilter(this);
}

void DesktopShell::connectParts()
{
    connect(&m_parts.settings, &Settings::changed, this, &DesktopShell::applySettings);
    connect(&m_probe, &TrayProbe::answered, this, &DesktopShell::takeTrayAnswer);
    connect(&m_parts.monitor, &MonitorController::pausedChanged, &m_tray, &Tray::setPaused);
    connect(&m_parts.monitor, &MonitorController::updated, this, &DesktopShell::showCounts);
    connect(&m_parts.monitor, &MonitorController::failed, this,
            [this] { m_tray.setProblem(true); });
    connect(&m_parts.alerts, &AlertManager::reported, &m_notifier, &Notifier::notify);
    // Without a server there is nothing to offer.
    connect(&m_parts.alerts, &AlertManager::reported, this, [this] {
        if (WindowNotices::mayOfferNotifications(m_parts.settings.values())) {
            m_notifier.findServer();
        }
    });
    connect(&m_notifier, &Notifier::serverFound, this,
            [this] { m_parts.window.notices().offerNotifications(m_parts.settings); });
    connect(&m_parts.alerts, &AlertManager::unreadChanged, this, [this](int count) {
        m_tray.setUnread(count);
        if (count == 0) {
            m_notifier.withdraw();
        }
    });
    connect(&m_notifier, &Notifier::activated, this, &DesktopShell::act);
    connect(&m_notifier, &Notifier::problemFound, &m_parts.window, &MainWindow::report);
    connect(&m_notifier, &Notifier::problemOver, &m_parts.window, &MainWindow::withdraw);
    connect(&m_tray, &Tray::toggleRequested, this, &DesktopShell::toggle);
    connect(&m_tray, &Tray::pauseRequested, &m_parts.monitor, &MonitorController::setPaused);
    connect(&m_tray, &Tray::alertsRequested, this, [this] { raise(u"alerts"_s); });
    // Queued, because the menu that emits the signal is still being handled.
    connect(&m_tray, &Tray::quitRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

void DesktopShell::showCounts()
{
    // Nothing reports that a tray has appeared, so this is checked at each poll.
    if (!m_trayNotice.isEmpty() && hasTray()) {
        m_parts.window.withdraw(std::exchange(m_trayNotice, {}));
    }
    if (const SnapshotPtr& snapshot = m_parts.monitor.snapshot()) {
        const StatusCounts counts = StatusCounts::of(*snapshot);
        m_tray.setCounts(static_cast<int>(counts.listeners), static_cast<int>(counts.connections));
        m_tray.setProblem(false);
    }
}

/// The file decides, not the setting: the desktop's own settings may have changed the file.
void DesktopShell::followAutostart()
{
    m_startsWithSession = m_autostart.isOn();
    m_parts.settings.change(
        [this](SettingsValues& values) { values.startsWithSession = m_startsWithSession; });
}

void DesktopShell::applySettings()
{
    const SettingsValues& values = m_parts.settings.values();
    // On X11 a tray may appear later, and then shows the icon; on other platforms Qt would print a
    // warning.
    m_tray.setOn(values.hasTrayIcon && m_probe.answer() == TrayProbe::Answer::Safe &&
                 (m_isTrayThere() || QGuiApplication::platformName() == "xcb"_L1));
    m_notifier.setOn(values.hasNotifications);
    if (values.closesToTray && m_probe.answer() != TrayProbe::Answer::Awaited && !hasTray() &&
        !std::exchange(m_hasReportedNoTray, true)) {
        m_trayNotice =
            m_probe.answer() == TrayProbe::Answer::NoResponse
                ? tr("The desktop's tray does not respond: closing the window quits Quaywatch.")
                : tr("No tray icon is available: closing the window quits Quaywatch.");
        m_parts.window.report(m_trayNotice);
    }
    // Apply this setting only if it has changed: the file may have been changed by somebody else.
    if (std::exchange(m_startsWithSession, values.startsWithSession) != values.startsWithSession) {
        const QString problem = m_autostart.setOn(values.startsWithSession);
        if (!problem.isEmpty()) {
            m_parts.window.report(problem);
            followAutostart();
        }
    }
}

void DesktopShell::setBus(const QDBusConnection& bus)
{
    m_notifier.setBus(bus);
    m_probe.setBus(bus);
}

void DesktopShell::takeTrayAnswer()
{
    applySettings();
    if (std::exchange(m_isHiddenStartDue, false)) {
        start(true);
    }
}

bool DesktopShell::isTrayThere() const
{
    return m_probe.answer() == TrayProbe::Answer::Safe && m_isTrayThere();
}

bool DesktopShell::hasTray() const
{
    return m_parts.settings.values().hasTrayIcon && isTrayThere();
}

void DesktopShell::start(bool isHidden)
{
    if (!isHidden) {
        m_parts.window.show();
    } else if (m_probe.answer() == TrayProbe::Answer::Awaited) {
        m_isHiddenStartDue = true;
    } else if (hasTray()) {
        hide();
    } else {
        m_parts.window.showMinimized();
    }
}

void DesktopShell::raise(const QString& view)
{
    MainWindow& window = m_parts.window;
    m_isHiddenStartDue = false;
    if (!view.isEmpty()) {
        window.showView(view);
    }
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

void DesktopShell::toggle()
{
    const MainWindow& window = m_parts.window;
    if (window.isVisible() && !window.isMinimized()) {
        hide();
    } else {
        raise();
    }
}

void DesktopShell::hide()
{
    if (hasTray()) {
        m_parts.window.hide();
        // Otherwise closing a dialog while the window is hidden would end the program.
        QApplication::setQuitOnLastWindowClosed(false);
        m_tray.setWindowShown(false);
    } else {
        m_parts.window.showMinimized();
    }
}

bool DesktopShell::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::Quit) {
        m_isQuitting = true;  // From now on windows are closed to end the program, not to hide it.
    }
    if (watched != &m_parts.window) {
        return false;
    }
    if (event->type() == QEvent::Show) {
        QApplication::setQuitOnLastWindowClosed(true);
        m_tray.setWindowShown(true);
    }
    if (event->type() == QEvent::Close && !m_isQuitting && hasTray() &&
        m_parts.settings.values().closesToTray) {
        event->ignore();
        hide();
        return true;
    }
    return false;
}

void DesktopShell::act(Notifier::Action action, quint64 alertId)
{
    raise();
    if (!m_parts.window.showAlert(alertId)) {
        return;  // The alert has been dropped; the list shows those that remain.
    }
    switch (action) {
        case Notifier::Action::Inspect:
            m_parts.window.inspectCurrent();
            break;
        case Notifier::Action::MarkExpected:
            m_parts.window.expectCurrent();
            break;
        case Notifier::Action::EndProcess:
            m_parts.window.endCurrent(ProcessSignal::Terminate);
            break;
        case Notifier::Action::ShowAlerts:
            break;
    }
}

}  // namespace quaywatch
