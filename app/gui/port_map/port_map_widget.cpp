// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_widget.h"

#include "app/gui/port_map/port_map_accessible.h"
#include "app/gui/port_map/port_map_text.h"
#include "app/text/qt_text.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QToolTip>

#include <algorithm>
#include <chrono>
#include <utility>

namespace quaywatch {

PortMapWidget::PortMapWidget(QWidget* parent)
    : PortMapWidget([] { return std::chrono::steady_clock::now(); }, parent)
{
}

PortMapWidget::PortMapWidget(FlashClock::Now now, QWidget* parent)
    : QWidget(parent)
    , m_now(now)
    , m_highlights(*this, {m_cells, m_matches, m_view, m_grid, m_painter}, now)
    , m_navigation(m_view, m_grid, std::move(now))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Called before anything that notifies assistive technology of the map, since Qt keeps the
    // first accessible object that it creates.
    makePortMapAccessible();
    setAccessibleName(tr("Port map"));
    connectNavigation();
}

void PortMapWidget::connectNavigation()
{
    connect(&m_navigation, &PortMapNavigation::portRequested, this, &PortMapWidget::setCurrentPort);
    connect(&m_navigation, &PortMapNavigation::portTyped, this, [this](Port port) {
        if (m_view.isAll()) {
            setView(PortMapView::pageOf(port));
        }
        setCurrentPort(port);
    });
    connect(&m_navigation, &PortMapNavigation::zoomInRequested, this, &PortMapWidget::zoomIn);
    connect(&m_navigation, &PortMapNavigation::zoomOutRequested, this, &PortMapWidget::zoomOut);
    connect(&m_navigation, &PortMapNavigation::activated, this, &PortMapWidget::activated);
    connect(&m_navigation, &PortMapNavigation::pointedChanged, this,
            [this](std::optional<int> before, std::optional<int> now) {
                for (const auto& cell : {before, now}) {
                    if (cell) {
                        updateCell(*cell);
                    }
                }
                emit pointedChanged();
            });
    connect(&m_navigation, &PortMapNavigation::menuRequested, this,
            [this](Port port, const QPoint& position) {
                emit menuRequested(port, mapToGlobal(position));
            });
}

void PortMapWidget::apply(const SnapshotUpdate& update)
{
    const FlashClock::TimePoint now = m_now();
    std::vector<Port> ports = m_cells.apply(update, now);
    m_highlights.noteAlarms(ports, now);
    bool areMatchesOthers = false;
    if (isVisible()) {
        const std::vector<Port> turned = m_matches.apply(update);
        areMatchesOthers = !turned.empty();
        ports.insert(ports.end(), turned.begin(), turned.end());
        repaintPorts(ports);
        m_highlights.invalidate();
    } else {
        m_background = QPixmap();
        m_areMatchesStale = true;
    }
    if (std::any_of(ports.begin(), ports.end(),
                    [this](Port port) { return currentRange().contains(port); })) {
        describe();
    }
    m_highlights.startTimer();
    if (areMatchesOthers) {
        emit matchesChanged();
    }
}

void PortMapWidget::setFilter(const Filter& filter)
{
    m_filter = filter;
    m_areMatchesStale = true;
    catchUp();
}

/// Finds the ports that match the filter. Skipped while the map is hidden, because it takes some
/// time with many sockets.
void PortMapWidget::catchUp()
{
    if (!isVisible() || !std::exchange(m_areMatchesStale, false)) {
        return;
    }
    const bool wasFiltering = m_matches.isFiltering();
    m_matches.setFilter(m_filter, m_cells.snapshot());
    if (wasFiltering || m_matches.isFiltering()) {
        m_background = QPixmap();
        update();
        describe();
        emit matchesChanged();
    }
}

void PortMapWidget::setView(const PortMapView& view)
{
    if (m_view == view) {
        return;
    }
    m_view = view;
    m_navigation.forgetPointedCell();
    m_background = QPixmap();
    m_highlights.noteAlarms({}, m_now());
    if (!view.range().contains(m_current)) {
        setCurrentPort(static_cast<Port>(view.range().first + m_current % PortMapView::kPageSize));
    }
    describe();
    update();
    m_highlights.startTimer();
    emit viewChanged();
}

void PortMapWidget::zoomIn()
{
    if (m_view.isAll()) {
        setView(PortMapView::pageOf(m_current));
    }
}

void PortMapWidget::zoomOut()
{
    setView(PortMapView::all());
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
    for (const Port each : {before.first, port}) {
        if (const auto cell = m_view.cellOf(each)) {
            updateCell(*cell);
        }
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

PortRange PortMapWidget::currentRange() const
{
    return m_view.rangeOf(m_view.cellOf(m_current).value_or(0));
}

PortRange PortMapWidget::pointedRange() const
{
    const std::optional<int> cell = m_navigation.pointedCell();
    return cell ? m_view.rangeOf(*cell) : currentRange();
}

QString PortMapWidget::phraseOf(int cell) const
{
    const PortRange range = m_view.rangeOf(cell);
    return PortMapText::phrase(m_cells, range, isFilteredOut(range));
}

void PortMapWidget::repaintPorts(const std::vector<Port>& ports)
{
    if (m_background.isNull() || m_grid.isEmpty()) {
        update();
        return;
    }
    QPainter painter(&m_background);
    painter.setRenderHint(QPainter::Antialiasing);
    std::optional<int> last;
    for (const Port port : ports) {
        const auto cell = m_view.cellOf(port);
        if (!cell || cell == last) {
            continue;
        }
        last = cell;
        painter.fillRect(m_grid.slot(*cell), m_painter.colors().ground);
        paintRest(painter, *cell);
        // Also erases the glow of an alarm that has ended.
        update(m_highlights.restingRect(*cell));
    }
}

void PortMapWidget::updateCell(int cell)
{
    update(m_grid.slot(cell).adjusted(-4, -4, 4, 4));
}

bool PortMapWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return (isEnabled() && m_navigation.handle(*event, m_current)) || QWidget::event(event);
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

void PortMapWidget::paintEvent(QPaintEvent* event)
{
    if (m_background.isNull() || m_background.devicePixelRatioF() != devicePixelRatioF()) {
        renderBackground();
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_background);
    if (m_grid.isEmpty()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    m_highlights.paint(painter, event->region());
    if (const auto cell = m_navigation.pointedCell()) {
        m_painter.paintFocus(painter, m_grid.face(*cell), false);
    }
    if (const auto cell = m_view.cellOf(m_current)) {
        m_painter.paintFocus(painter, m_grid.face(*cell), hasFocus());
    }
    m_highlights.paintCallout(painter);
}

void PortMapWidget::resizeEvent(QResizeEvent* event)
{
    m_background = QPixmap();
    layOut();
    QWidget::resizeEvent(event);
}

void PortMapWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        repaintAll();
    }
    QWidget::changeEvent(event);
}

void PortMapWidget::repaintAll()
{
    m_background = QPixmap();
    update();
}

void PortMapWidget::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    catchUp();
    m_highlights.advance();
}

void PortMapWidget::hideEvent(QHideEvent* event)
{
    m_highlights.stopTimer();
    QWidget::hideEvent(event);
}

void PortMapWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    tellAccessibility();
}

}  // namespace quaywatch
