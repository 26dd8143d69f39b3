// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_highlight_layer.h"

#include "app/gui/port_map/port_map_text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace quaywatch {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kFrame = 40ms;
constexpr double kRippleSeconds = 1.6;
constexpr double kRestingAlarm = 0.6;     // glow of a listener that is still unexpected
constexpr double kFilteredShare = 0.3;    // factor for highlights that are filtered out
constexpr double kUnmovedStrength = 0.8;  // of a glow without motion
constexpr std::size_t kMaxWideHighlights = 24;

}  // namespace

PortMapHighlightLayer::PortMapHighlightLayer(QWidget& canvas, const Map& map, FlashClock::Now now)
    : m_canvas(canvas)
    , m_map(map)
    , m_now(std::move(now))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { advance(); });
}

void PortMapHighlightLayer::setMotionReduced(bool isReduced)
{
    m_isMotionReduced = isReduced;
    m_timer.stop();
    m_canvas.update();
    startTimer();
}

void PortMapHighlightLayer::advance()
{
    const auto expired = m_map.cells.highlights().takeExpired(m_now());
    for (const Port port : expired) {
        if (port == m_calloutPort) {
            m_canvas.update(calloutRect());
            m_calloutPort.reset();
        }
        if (const auto cell = m_map.view.cellOf(port)) {
            m_canvas.update(highlightRect(*cell, {PortEvent::Alarm, 0, 0, false}));
        }
    }
    invalidate();
    startTimer();
}

void PortMapHighlightLayer::startTimer()
{
    const auto [first, last] = m_map.cells.highlights().in(m_map.view.range());
    if (!m_canvas.isVisible() || first == last) {
        m_timer.stop();
    } else if (!m_isMotionReduced) {
        if (!m_timer.isActive()) {
            m_timer.start(kFrame);
        }
    } else if (const auto end = m_map.cells.highlights().nextEnd()) {
        m_timer.start(std::max(1ms, std::chrono::ceil<std::chrono::milliseconds>(*end - m_now())));
    }
}

void PortMapHighlightLayer::noteAlarms(const std::vector<Port>& ports, FlashClock::TimePoint now)
{
    m_alarms.clear();
    for (const Port port : m_map.cells.alarmsIn(m_map.view.range())) {
        const int cell = *m_map.view.cellOf(port);
        if (m_alarms.empty() || m_alarms.back().cell != cell) {
            m_alarms.push_back({cell, false});
        }
        if (m_map.cells.cell(port).isSevere) {
            m_alarms.back().isSevere = true;
        }
    }
    const PortHighlights& highlights = m_map.cells.highlights();
    if (m_calloutPort && std::binary_search(ports.begin(), ports.end(), *m_calloutPort)) {
        m_canvas.update(calloutRect());
    }
    for (const Port port : ports) {
        const PortHighlights::Highlight* glow = highlights.find(port);
        if (glow != nullptr && glow->event == PortEvent::Alarm && glow->since == now) {
            m_canvas.update(calloutRect());  // area of the previous label
            m_calloutPort = port;
            m_callout = PortMapText::callout(m_map.cells, port);
            m_isCalloutSevere = m_map.cells.cell(port).isSevere;
        }
    }
    const auto [first, last] = highlights.in(m_map.view.range());
    const auto count = static_cast<std::size_t>(std::distance(first, last));
    const bool isCrowded = std::max(count, m_alarms.size()) > kMaxWideHighlights;
    if (std::exchange(m_isCrowded, isCrowded) != isCrowded) {
        m_canvas.update();
    }
}

PortMapHighlightLayer::CellHighlight PortMapHighlightLayer::highlightOf(
    const PortHighlights::Highlight& glow, FlashClock::TimePoint now) const
{
    const double strength = PortHighlights::strengthOf(glow, now);
    return {glow.event, m_isMotionReduced && strength > 0 ? kUnmovedStrength : strength,
            std::chrono::duration<double>(now - glow.since).count(), false};
}

template <class Visit>
void PortMapHighlightLayer::visitHighlights(Visit visit) const
{
    const FlashClock::TimePoint now = m_now();
    auto [each, last] = m_map.cells.highlights().in(m_map.view.range());
    while (each != last) {
        const int cell = *m_map.view.cellOf(each->first);
        const PortRange range = m_map.view.rangeOf(cell);
        CellHighlight highlight = highlightOf(each->second, now);
        for (++each; each != last && range.contains(each->first); ++each) {
            const CellHighlight other = highlightOf(each->second, now);
            if (std::pair(other.event, other.strength) >
                std::pair(highlight.event, highlight.strength)) {
                highlight = other;
            }
        }
        // New unexpected events are shown at full strength, whatever the filter.
        if (highlight.event != PortEvent::Alarm && isFilteredOut(range)) {
            highlight.strength *= kFilteredShare;
        }
        highlight.isSevere =
            highlight.event == PortEvent::Alarm && m_map.cells.block(range).isSevere;
        visit(cell, highlight);
    }
}

bool PortMapHighlightLayer::isFilteredOut(PortRange range) const
{
    return !m_map.matches.matchesAny(range);
}

bool PortMapHighlightLayer::hasRipple(const CellHighlight& highlight) const
{
    return highlight.event == PortEvent::Alarm && highlight.age < kRippleSeconds &&
           !m_isMotionReduced && !m_isCrowded;
}

QRect PortMapHighlightLayer::highlightRect(int cell, const CellHighlight& highlight) const
{
    // The ripple's area stays one frame longer than the ripple, so that its last frame is erased.
    const CellHighlight earlier{highlight.event, highlight.strength, highlight.age - 0.25, false};
    const int reach = hasRipple(earlier) ? m_map.painter.rippleReach()
                                         : m_map.painter.reachOf(highlight.event, !m_isCrowded);
    return m_map.grid.face(cell).adjusted(-reach - 2, -reach - 2, reach + 2, reach + 2);
}

QRect PortMapHighlightLayer::restingRect(int cell) const
{
    return highlightRect(cell, {PortEvent::Alarm, kRestingAlarm, 2 * kRippleSeconds, false});
}

void PortMapHighlightLayer::invalidate()
{
    visitHighlights([this](int cell, const CellHighlight& highlight) {
        m_canvas.update(highlightRect(cell, highlight));
    });
    if (m_calloutPort) {
        m_canvas.update(calloutRect());
    }
}

void PortMapHighlightLayer::paintAlarms(QPainter& painter, const QRegion& region) const
{
    for (const Alarm& alarm : m_alarms) {
        if (region.intersects(restingRect(alarm.cell))) {
            const PortRange range = m_map.view.rangeOf(alarm.cell);
            const double share = isFilteredOut(range) ? kFilteredShare : 1;
            m_map.painter.paintGlow(
                painter, m_map.grid.face(alarm.cell),
                {PortEvent::Alarm, alarm.isSevere, !m_isCrowded, kRestingAlarm * share});
        }
    }
}

void PortMapHighlightLayer::paint(QPainter& painter, const QRegion& region) const
{
    paintAlarms(painter, region);
    visitHighlights([&](int cell, const CellHighlight& highlight) {
        if (!region.intersects(highlightRect(cell, highlight))) {
            return;
        }
        const QRect face = m_map.grid.face(cell);
        m_map.painter.paintGlow(
            painter, face, {highlight.event, highlight.isSevere, !m_isCrowded, highlight.strength});
        if (hasRipple(highlight)) {
            m_map.painter.paintRipple(painter, face, highlight.isSevere,
                                      highlight.age / kRippleSeconds);
        }
    });
}

QRect PortMapHighlightLayer::calloutRect() const
{
    const auto cell = m_calloutPort ? m_map.view.cellOf(*m_calloutPort) : std::nullopt;
    if (!cell || m_map.grid.isEmpty()) {
        return {};
    }
    QFont bold = m_canvas.font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const int width = std::min(metrics.horizontalAdvance(m_callout) + 22, m_canvas.width() - 8);
    const QRect face = m_map.grid.face(*cell);
    QRect box(face.center().x() - width / 2, 0, width, metrics.height() + 10);
    const bool isBelow = face.top() - box.height() - 8 < 0;
    box.moveTop(isBelow ? face.bottom() + 9 : face.top() - box.height() - 8);
    box.moveLeft(std::clamp(box.left(), 4, std::max(4, m_canvas.width() - width - 4)));
    return box;
}

void PortMapHighlightLayer::paintCallout(QPainter& painter) const
{
    const PortHighlights::Highlight* glow =
        m_calloutPort ? m_map.cells.highlights().find(*m_calloutPort) : nullptr;
    const QRect box = calloutRect();
    if (glow == nullptr || glow->event != PortEvent::Alarm || box.isEmpty()) {
        return;
    }
    QFont bold = m_canvas.font();
    bold.setWeight(QFont::DemiBold);
    painter.setOpacity(std::min(1.0, 5 * highlightOf(*glow, m_now()).strength));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_map.painter.colors().event(PortEvent::Alarm, m_isCalloutSevere));
    painter.drawRoundedRect(box, box.height() / 3.0, box.height() / 3.0);
    painter.setPen(m_map.painter.colors().ink);
    painter.setFont(bold);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetrics(bold).elidedText(m_callout, Qt::ElideRight, box.width() - 14));
    painter.setOpacity(1);
}

}  // namespace quaywatch
