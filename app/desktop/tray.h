// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

class QAction;
class QSystemTrayIcon;

namespace quaywatch {

/// The icon in the desktop's tray: whether there are unread alerts and whether the watch is
/// paused or fails, by shape and not by color alone, and a menu of the few things one wants without
/// the window. Shows words of the program's own only: trays guess whether a text is HTML.
/// Qt may ask the desktop when the icon is made, which is when it is first on: see TrayProbe.
class Tray final : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Quiet,
        Unread,
        Paused,
        Problem,  ///< Nothing is watched, as the sockets cannot be read.
    };

    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;
    Tray(const Tray&) = delete;
    Tray& operator=(const Tray&) = delete;
    Tray(Tray&&) = delete;
    Tray& operator=(Tray&&) = delete;

    void setOn(bool isOn);
    void setUnread(int count);
    void setPaused(bool isPaused);
    void setProblem(bool hasProblem);
    /// What the last look found.
    void setCounts(int listeners, int connections);
    void setWindowShown(bool isShown);

    [[nodiscard]] QMenu& menu() noexcept { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_toolTip; }
    [[nodiscard]] State state() const noexcept;

    /// The program's icon with what tells the state.
    [[nodiscard]] static QIcon iconOf(State state);

signals:
    void toggleRequested();  ///< The window is to be shown, or hidden if it is.
    void pauseRequested(bool isPaused);
    void alertsRequested();
    void quitRequested();

private:
    void makeIcon();
    void update();
    [[nodiscard]] QString describe() const;

    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;  // null until it is first on
    QAction* m_toggle;
    QAction* m_pause;
    QAction* m_alerts;
    int m_unread = 0;
    int m_listeners = 0;
    int m_connections = 0;
    bool m_hasProblem = false;
    bool m_isPaused = false;
    bool m_isWindowShown = true;
    std::optional<State> m_shown;  // by the icon
    QString m_toolTip;
};

}  // namespace quaywatch
