// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_navigation.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace quaywatch {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTypingPause = 1200ms;
constexpr int kLastPort = std::numeric_limits<Port>::max();
constexpr int kWheelStep = 120;
constexpr int kRowsOfPage = 8;  // that Page Up and Page Down move by, if all ports are shown

}  // namespace

PortMapNavigation::PortMapNavigation(const PortMapView& view, const PortMapGrid& grid,
                                     FlashClock::Now now)
    : m_view(view)
    , m_grid(grid)
    , m_now(std::move(now))
{
}

bool PortMapNavigation::handle(QEvent& event, Port current)
{
    switch (event.type()) {
        case QEvent::KeyPress:
            return pressKey(static_cast<const QKeyEvent&>(event), current);
        case QEvent::MouseButtonPress:
            pressMouse(static_cast<const QMouseEvent&>(event), current);
            return false;
        case QEvent::MouseButtonDblClick: {
            const auto& mouse = static_cast<const QMouseEvent&>(event);
            if (mouse.button() == Qt::LeftButton && m_grid.cellAt(mouse.position().toPoint())) {
                emit activated();
            }
            return true;
        }
        case QEvent::MouseMove:
            pointAt(m_grid.cellAt(static_cast<const QMouseEvent&>(event).position().toPoint()));
            return true;
        case QEvent::Leave:
            pointAt(std::nullopt);
            return false;
        case QEvent::FocusOut:
            m_typed.clear();
            return false;
        case QEvent::Wheel:
            turnWheel(static_cast<const QWheelEvent&>(event));
            event.accept();
            return true;
        case QEvent::ContextMenu:
            requestMenu(static_cast<const QContextMenuEvent&>(event), current);
            return true;
        default:
            return false;
    }
}

bool PortMapNavigation::pressKey(const QKeyEvent& event, Port current)
{
    if (const std::optional<Port> port = portAfter(event, current)) {
        emit portRequested(*port);
        return true;
    }
    switch (event.key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            emit zoomInRequested();
            return true;
        case Qt::Key_Minus:
        case Qt::Key_Backspace:
            emit zoomOutRequested();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            emit activated();
            return true;
        default:
            break;
    }
    const QString text = event.text();
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && text.size() == 1 && text.front() >= u'0' && text.front() <= u'9') {
        typeDigit(text.front().digitValue());
        return true;
    }
    return false;
}

std::optional<Port> PortMapNavigation::portAfter(const QKeyEvent& event, Port current) const
{
    const int one = m_view.portsPerCell();
    const int row = one * PortMapView::kColumns;
    const int page = m_view.isAll() ? kRowsOfPage * row : PortMapView::kPageSize;
    const bool isControl = event.modifiers().testFlag(Qt::ControlModifier);
    const PortRange range = m_view.range();
    const int rowStart = current - (current - range.first) % row;
    const auto movedBy = [current](int ports) {
        const int target = current + ports;
        return target >= 0 && target <= kLastPort ? static_cast<Port>(target) : current;
    };
    const auto at = [](int port) { return static_cast<Port>(std::clamp(port, 0, kLastPort)); };
    switch (event.key()) {
        case Qt::Key_Left:
            return movedBy(-one);
        case Qt::Key_Right:
            return movedBy(one);
        case Qt::Key_Up:
            return movedBy(-row);
        case Qt::Key_Down:
            return movedBy(row);
        case Qt::Key_Home:
            return at(isControl ? range.first : rowStart);
        case Qt::Key_End:
            return at(isControl ? range.last - one + 1 : rowStart + row - one);
        case Qt::Key_PageUp:
            return movedBy(-page);
        case Qt::Key_PageDown:
            return movedBy(page);
        default:
            return std::nullopt;
    }
}

void PortMapNavigation::typeDigit(int digit)
{
    const FlashClock::TimePoint now = m_now();
    const QString longer = m_typed + QString::number(digit);
    const bool isContinued = now < m_typedAt + kTypingPause && longer.toInt() <= kLastPort;
    m_typed = isContinued ? longer : QString::number(digit);
    m_typedAt = now;
    emit portTyped(static_cast<Port>(m_typed.toInt()));
}

void PortMapNavigation::pressMouse(const QMouseEvent& event, Port current)
{
    if (const auto cell = m_grid.cellAt(event.position().toPoint())) {
        const PortRange range = m_view.rangeOf(*cell);
        if (!range.contains(current)) {
            emit portRequested(range.first);
        }
    }
}

void PortMapNavigation::pointAt(std::optional<int> cell)
{
    if (m_pointed != cell) {
        emit pointedChanged(std::exchange(m_pointed, cell), cell);
    }
}

void PortMapNavigation::turnWheel(const QWheelEvent& event)
{
    m_wheel += event.angleDelta().y();
    if (m_wheel >= kWheelStep && m_view.isAll()) {
        if (const auto cell = m_grid.cellAt(event.position().toPoint())) {
            emit portRequested(m_view.rangeOf(*cell).first);
        }
        emit zoomInRequested();
    } else if (m_wheel <= -kWheelStep) {
        emit zoomOutRequested();
    }
    if (std::abs(m_wheel) >= kWheelStep) {
        m_wheel = 0;
    }
}

void PortMapNavigation::requestMenu(const QContextMenuEvent& event, Port current)
{
    const bool isByMouse = event.reason() == QContextMenuEvent::Mouse;
    const std::optional<int> cell = isByMouse ? m_grid.cellAt(event.pos()) : m_view.cellOf(current);
    if (cell && !m_view.isAll()) {
        emit menuRequested(m_view.rangeOf(*cell).first,
                           isByMouse ? event.pos() : m_grid.face(*cell).center());
    }
}

}  // namespace quaywatch
