// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Keyboard and mouse input of the port map.

#include "app/gui/port_map/port_map_text.h"
#include "app/gui/port_map/port_map_widget.h"
#include "app/text/qt_text.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
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

}  // namespace

bool PortMapWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto cell = m_grid.cellAt(help->pos())) {
        const PortRange range = m_view.rangeOf(*cell);
        QToolTip::showText(help->globalPos(),
                           forTip(PortMapText::tip(m_cells, range, isFilteredOut(range))), this,
                           m_grid.slot(*cell));
    } else {
        QToolTip::hideText();
        event->ignore();
    }
    return true;
}

void PortMapWidget::setCurrentPort(Port port)
{
    const PortRange before = currentRange();
    const bool isSame = std::exchange(m_current, port) == port;
    if (!m_view.isAll() && !m_view.range().contains(port)) {
        setView(PortMapView::pageOf(port));
    }
    if (isSame) {
        return;
    }
    if (const auto cell = m_view.cellOf(before.first)) {
        updateCell(*cell);
    }
    if (const auto cell = m_view.cellOf(port)) {
        updateCell(*cell);
    }
    tellAccessibility();
    emit currentChanged();
}

void PortMapWidget::describe()
{
    const QString phrase = phraseOf(m_view.cellOf(m_current).value_or(0));
    if (accessibleDescription() != phrase) {
        setAccessibleDescription(phrase);
    }
}

void PortMapWidget::tellAccessibility()
{
    describe();
    if (hasFocus() && QAccessible::isActive()) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(m_view.cellOf(m_current).value_or(0));
        QAccessible::updateAccessibility(&focus);
    }
}

void PortMapWidget::moveTo(int port)
{
    setCurrentPort(static_cast<Port>(std::clamp(port, 0, kLastPort)));
}

void PortMapWidget::moveBy(int ports)
{
    const int target = m_current + ports;
    if (target >= 0 && target <= kLastPort) {
        moveTo(target);
    }
}

void PortMapWidget::typeDigit(int digit)
{
    const FlashClock::TimePoint now = m_now();
    const QString longer = m_typed + QString::number(digit);
    const bool goesOn = now < m_typedAt + kTypingPause && longer.toInt() <= kLastPort;
    m_typed = goesOn ? longer : QString::number(digit);
    m_typedAt = now;
    const auto port = static_cast<Port>(m_typed.toInt());
    if (m_view.isAll()) {
        setView(PortMapView::pageOf(port));
    }
    moveTo(port);
}

bool PortMapWidget::handleNavigation(const QKeyEvent& event)
{
    const int one = m_view.portsPerCell();
    const int row = one * PortMapView::kColumns;
    const bool isControl = event.modifiers().testFlag(Qt::ControlModifier);
    const PortRange range = m_view.range();
    const int inRow = (m_current - range.first) % row;
    switch (event.key()) {
        case Qt::Key_Left:
            moveBy(-one);
            return true;
        case Qt::Key_Right:
            moveBy(one);
            return true;
        case Qt::Key_Up:
            moveBy(-row);
            return true;
        case Qt::Key_Down:
            moveBy(row);
            return true;
        case Qt::Key_Home:
            moveTo(isControl ? range.first : m_current - inRow);
            return true;
        case Qt::Key_End:
            moveTo(isControl ? range.last - one + 1 : m_current - inRow + row - one);
            return true;
        case Qt::Key_PageUp:
            moveBy(m_view.isAll() ? -8 * row : -PortMapView::kPageSize);
            return true;
        case Qt::Key_PageDown:
            moveBy(m_view.isAll() ? 8 * row : PortMapView::kPageSize);
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomIn();
            return true;
        case Qt::Key_Minus:
        case Qt::Key_Backspace:
            zoomOut();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            emit activated();
            return true;
        default:
            return false;
    }
}

void PortMapWidget::keyPressEvent(QKeyEvent* event)
{
    if (handleNavigation(*event)) {
        return;
    }
    const QString text = event->text();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && text.size() == 1 && text.front() >= u'0' && text.front() <= u'9') {
        typeDigit(text.front().digitValue());
        return;
    }
    QWidget::keyPressEvent(event);
}

void PortMapWidget::mousePressEvent(QMouseEvent* event)
{
    const auto cell = m_grid.cellAt(event->position().toPoint());
    if (cell) {
        const PortRange range = m_view.rangeOf(*cell);
        if (!range.contains(m_current)) {
            setCurrentPort(range.first);
        }
    }
    QWidget::mousePressEvent(event);
}

void PortMapWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_grid.cellAt(event->position().toPoint())) {
        emit activated();
    }
}

void PortMapWidget::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(m_grid.cellAt(event->position().toPoint()));
}

void PortMapWidget::leaveEvent(QEvent* event)
{
    setHovered(std::nullopt);
    QWidget::leaveEvent(event);
}

void PortMapWidget::setHovered(std::optional<int> cell)
{
    if (m_hovered == cell) {
        return;
    }
    for (const auto& each : {std::exchange(m_hovered, cell), cell}) {
        if (each) {
            updateCell(*each);
        }
    }
    emit pointedChanged();
}

void PortMapWidget::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    if (m_wheel >= kWheelStep && m_view.isAll()) {
        if (const auto cell = m_grid.cellAt(event->position().toPoint())) {
            setCurrentPort(m_view.rangeOf(*cell).first);
        }
        zoomIn();
    } else if (m_wheel <= -kWheelStep) {
        zoomOut();
    }
    if (std::abs(m_wheel) >= kWheelStep) {
        m_wheel = 0;
    }
    event->accept();
}

void PortMapWidget::contextMenuEvent(QContextMenuEvent* event)
{
    std::optional<int> cell = m_view.cellOf(m_current);
    if (event->reason() == QContextMenuEvent::Mouse) {
        cell = m_grid.cellAt(event->pos());
    }
    if (!cell || m_view.isAll()) {
        return;
    }
    const bool isByKey = event->reason() != QContextMenuEvent::Mouse;
    emit menuRequested(m_view.rangeOf(*cell).first,
                       isByKey ? mapToGlobal(m_grid.face(*cell).center()) : event->globalPos());
}

}  // namespace quaywatch
