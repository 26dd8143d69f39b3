// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tray.h"

#include "app/text/number_text.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QSystemTrayIcon>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QColor kUnreadBadge(0xd9, 0x48, 0x0f);
constexpr QColor kPauseBadge(0x4a, 0x55, 0x60);
constexpr QColor kProblemBadge(0xb4, 0x1c, 0x2b);

/// Draws a disk with a rim in the lower right corner, so that it stands out on any panel.
QRectF drawBadge(QPainter& painter, int size, const QColor& color)
{
    const qreal diameter = size * 0.56;
    const qreal rim = std::max(1.0, size / 16.0);
    const QRectF disk(size - diameter, size - diameter, diameter, diameter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(disk);
    painter.setBrush(color);
    painter.drawEllipse(disk.adjusted(rim, rim, -rim, -rim));
    return disk;
}

void drawExclamation(QPainter& painter, const QRectF& disk)
{
    const qreal width = disk.width() * 0.16;
    const QPointF center = disk.center();
    painter.setBrush(Qt::white);
    painter.drawRect(QRectF(center.x() - width / 2, disk.top() + disk.height() * 0.24, width,
                            disk.height() * 0.30));
    painter.drawRect(QRectF(center.x() - width / 2, disk.top() + disk.height() * 0.62, width,
                            disk.height() * 0.14));
}

void drawPause(QPainter& painter, const QRectF& disk)
{
    const qreal width = disk.width() * 0.14;
    painter.setBrush(Qt::white);
    for (const qreal side : {-1.0, 1.0}) {
        painter.drawRect(QRectF(disk.center().x() + side * width * 1.1 - width / 2,
                                disk.top() + disk.height() * 0.30, width, disk.height() * 0.40));
    }
}

void drawCross(QPainter& painter, const QRectF& disk)
{
    const qreal arm = disk.width() * 0.20;
    const QPointF center = disk.center();
    painter.setPen(QPen(Qt::white, disk.width() * 0.14, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(center - QPointF(arm, arm), center + QPointF(arm, arm));
    painter.drawLine(center - QPointF(arm, -arm), center + QPointF(arm, -arm));
}

void drawState(QPainter& painter, int size, Tray::State state)
{
    switch (state) {
        case Tray::State::Quiet:
            break;
        case Tray::State::Unread:
            drawExclamation(painter, drawBadge(painter, size, kUnreadBadge));
            break;
        case Tray::State::Paused:
            drawPause(painter, drawBadge(painter, size, kPauseBadge));
            break;
        case Tray::State::Problem:
            drawCross(painter, drawBadge(painter, size, kProblemBadge));
            break;
    }
}

}  // namespace

QIcon Tray::iconOf(State state)
{
    QIcon plain = QApplication::windowIcon();
    if (state == State::Quiet) {
        return plain;
    }
    QIcon result;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture(size, size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(state == State::Unread ? 1.0 : 0.6);
        plain.paint(&painter, picture.rect());
        painter.setOpacity(1.0);
        drawState(painter, size, state);
        painter.end();
        result.addPixmap(picture);
    }
    return result;
}

Tray::Tray(QObject* parent)
    : QObject(parent)
    , m_toggle(m_menu.addAction(QString()))
    , m_pause(m_menu.addAction(tr("Pause")))
    , m_alerts(m_menu.addAction(QString()))
{
    m_pause->setCheckable(true);
    m_menu.addSeparator();
    QAction* quit = m_menu.addAction(tr("Quit"));
    connect(m_toggle, &QAction::triggered, this, &Tray::toggleRequested);
    connect(m_pause, &QAction::triggered, this, &Tray::pauseRequested);
    connect(m_alerts, &QAction::triggered, this, &Tray::alertsRequested);
    connect(quit, &QAction::triggered, this, &Tray::quitRequested);
    update();
}

Tray::~Tray() = default;

void Tray::setOn(bool isOn)
{
    if (isOn && !m_icon) {
        makeIcon();
    }
    if (m_icon) {
        m_icon->setVisible(isOn);
    }
}

void Tray::makeIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger) {
                    emit toggleRequested();
                }
            });
    m_icon->setContextMenu(&m_menu);
    m_icon->setToolTip(m_toolTip);
    update();
}

void Tray::setUnread(int count)
{
    m_unread = count;
    update();
}

void Tray::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    update();
}

void Tray::setProblem(bool hasProblem)
{
    m_hasProblem = hasProblem;
    update();
}

void Tray::setCounts(int listeners, int connections)
{
    m_listeners = listeners;
    m_connections = connections;
    update();
}

void Tray::setWindowShown(bool isShown)
{
    m_isWindowShown = isShown;
    update();
}

Tray::State Tray::state() const noexcept
{
    if (m_hasProblem) {
        return State::Problem;
    }
    // Unread alerts are shown before the pause: they stay unread while the watch is paused.
    if (m_unread > 0) {
        return State::Unread;
    }
    return m_isPaused ? State::Paused : State::Quiet;
}

void Tray::update()
{
    m_toggle->setText(m_isWindowShown ? tr("Hide the window") : tr("Show the window"));
    m_pause->setChecked(m_isPaused);
    m_alerts->setText(
        m_unread == 0
            ? tr("Alerts")
            : tr("Alerts (%1 unread)").arg(numberText(static_cast<std::uint64_t>(m_unread))));
    // Called at every poll: set the icon only if it has changed.
    if (m_icon && m_shown != state()) {
        m_shown = state();
        m_icon->setIcon(iconOf(*m_shown));
    }
    if (const QString text = describe(); text != m_toolTip) {
        m_toolTip = text;
        if (m_icon) {
            m_icon->setToolTip(text);
        }
    }
}

QString Tray::describe() const
{
    QStringList parts{tr("Quaywatch")};
    if (m_hasProblem) {
        parts << tr("The sockets cannot be read");
    } else {
        const QString connections =
            m_connections == 1 ? tr("1 connection") : tr("%Ln connections", nullptr, m_connections);
        parts << tr("%Ln listening", nullptr, m_listeners) + u", "_s + connections;
    }
    if (m_unread == 1) {
        parts << tr("1 unread alert");
    } else if (m_unread > 1) {
        parts << tr("%Ln unread alerts", nullptr, m_unread);
    }
    if (m_isPaused) {
        parts << tr("Paused");
    }
    return parts.join(u" – "_s);
}

}  // namespace quaywatch
