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

/// The icon in the desktop's tray. Shows whether there are unread alerts and whether the watch is
/// paused or fails, by shape and not by color alone. Its menu has the few actions that are useful
/// without the window. All texts are the program's own, because trays guess whether a text is HTML.
/// Qt may query the desktop when the icon is created, which is when it is first turned on: see
/// TrayProbe.
class Tray final : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Quiet,
        Unread,
        Paused,
        Problem,  ///< Nothing is watched, because the sockets cannot be read.
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
    /// The numbers that the last poll found.
    void setCounts(int listeners, int connections);
    void setWindowShown(bool isShown);

    [[nodiscard]] QMenu& menu() noexcept { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_toolTip; }
    [[nodiscard]] State state() const noexcept;

    /// Returns the program's icon with a badge for the state.
    [[nodiscard]] static QIcon iconOf(State state);

signals:
    void toggleRequested();  ///< The window is to be shown, or hidden if it is visible.
    void pauseRequested(bool isPaused);
    void alertsRequested();
    void quitRequested();

private:
    void makeIcon();
    void update();
    [[nodiscard]] QString describe() const;

    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;  // null until first turned on
    QAction* m_toggle;
    QAction* m_pause;
    QAction* m_alerts;
    int m_unread = 0;
    int m_listeners = 0;
    int m_connections = 0;
    bool m_hasProblem = false;
    bool m_isPaused = false;
    bool m_isWindowShown = true;
    std::optional<State> m_shown;  // the state that the icon shows
    QString m_toolTip;
};

}  // namespace quaywatch
