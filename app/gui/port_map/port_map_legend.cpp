// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_legend.h"

#include "app/text/count_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace quaywatch {

namespace {

constexpr int kMarginX = 16;
constexpr int kMarginY = 8;
constexpr int kSwatchGap = 7;
constexpr int kEntryGap = 20;
constexpr int kRowGap = 6;

QString withCount(std::size_t count, const QString& what)
{
    //: A count and what is counted: "282 Unassigned".
    return PortMapLegend::tr("%1 %2").arg(QLocale().toString(static_cast<qulonglong>(count)), what);
}

PortMapCell listener(Verdict verdict, bool isExposed)
{
    PortMapCell cell;
    cell.listensTcp = true;
    cell.isExposed = isExposed;
    cell.verdict = verdict;
    cell.isSevere = verdict == Verdict::Unexpected;
    return cell;
}

PortMapBlock partlyAssigned(std::uint32_t listening)
{
    PortMapBlock block;
    block.ports = 32;
    block.assigned = 16;
    block.listening = listening;
    block.isExposed = listening > 0;
    return block;
}

}  // namespace

PortMapLegend::PortMapLegend(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Legend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PortMapLegend::setCounts(const AssignmentCounts& tcp, const AssignmentCounts& udp,
                              const PortMapCounts& sockets, bool isByBlock,
                              const std::optional<Matches>& matches)
{
    const QString before = text();
    m_entries.clear();
    if (matches) {
        addMatches(*matches, std::accumulate(tcp.begin(), tcp.end(), std::size_t{0}));
    }
    addListeners(sockets);
    addConnections(sockets);
    addAssignments(tcp, udp, isByBlock);
    if (isByBlock) {
        addBlocks();
    }
    if (const QString now = text(); now != before) {
        setAccessibleDescription(now);
        updateGeometry();
        update();
    }
}

void PortMapLegend::addMatches(const Matches& matches, std::size_t ports)
{
    const QString here = QLocale().toString(qulonglong{matches.here});
    const QString tip =
        tr("Bright ports match the filter: by one of their sockets, or without sockets by number, "
           "name or assignment.");
    m_entries.push_back(
        {tr("%1 of %Ln ports match", nullptr, static_cast<int>(ports)).arg(here), tip, {}});
    if (matches.elsewhere > 0) {
        m_entries.push_back(
            {tr("%Ln more match on other pages", nullptr, static_cast<int>(matches.elsewhere)),
             tip,
             {}});
    }
}

void PortMapLegend::addAssignments(const AssignmentCounts& tcp, const AssignmentCounts& udp,
                                   bool isByBlock)
{
    for (const AssignmentState state :
         {AssignmentState::Assigned, AssignmentState::Unassigned, AssignmentState::Reserved,
          AssignmentState::Deassigned, AssignmentState::Private, AssignmentState::Unlisted}) {
        const std::size_t byTcp = tcp.at(static_cast<std::size_t>(state));
        const std::size_t byUdp = udp.at(static_cast<std::size_t>(state));
        if (byTcp == 0 && byUdp == 0) {
            continue;
        }
        Entry entry;
        entry.text = withCount(byTcp, Labels::badge(state).toLower());
        entry.tip = tr("%1.\nTCP: %2 ports, UDP: %3. Where they differ, the cell is split: TCP "
                       "above, UDP below.")
                        .arg(Labels::phrase(state), QLocale().toString(qulonglong{byTcp}),
                             QLocale().toString(qulonglong{byUdp}));
        if (!isByBlock) {
            entry.draw = [state](PortMapPainter& map, QPainter& painter, const QRect& face) {
                map.paintAssignment(painter, face, state, state);
            };
        } else if (state == AssignmentState::Assigned || state == AssignmentState::Unassigned) {
            const std::uint32_t share = state == AssignmentState::Assigned ? 32 : 0;
            entry.draw = [share](PortMapPainter& map, QPainter& painter, const QRect& face) {
                PortMapBlock block;
                block.ports = 32;
                block.assigned = share;
                map.paintBlock(painter, face, block, {});
            };
        }
        m_entries.push_back(std::move(entry));
    }
}

void PortMapLegend::addBlocks()
{
    const auto add = [this](const QString& text, const QString& tip, const PortMapBlock& block,
                            const QString& figure) {
        m_entries.push_back(
            {text, tr("A cell of this map is 32 ports.") + tip,
             [block, figure](PortMapPainter& map, QPainter& painter, const QRect& face) {
                 map.paintBlock(painter, face, block, figure);
             }});
    };
    add(tr("some of the 32 ports assigned"), {}, partlyAssigned(0), {});
    add(tr("number of ports with a listener"), u'\n' + CountText::listening(), partlyAssigned(2),
        QString::number(2));
}

void PortMapLegend::addCell(std::size_t count, const QString& what, const QString& tip,
                            const PortMapCell& cell)
{
    m_entries.push_back({withCount(count, what), tip,
                         [cell](PortMapPainter& map, QPainter& painter, const QRect& face) {
                             map.paintCell(painter, face, cell, {});
                         }});
}

/// Every port that listens is in one of these numbers, as its cell is in one of these colors.
void PortMapLegend::addListeners(const PortMapCounts& counts)
{
    const QString once =
        tr("Each port that listens is in one of these numbers; a cell of several has the color of "
           "the most important one.");
    //: A number, and the ports that it counts: "24 listening".
    m_entries.push_back({withCount(counts.listening(), tr("listening")),
                         CountText::listening() + u'\n' + once,
                         {}});
    const auto add = [&](std::size_t count, Verdict verdict) {
        addCell(count, Labels::badge(verdict).toLower(), Labels::phrase(verdict) + u'\n' + once,
                listener(verdict, true));
    };
    add(counts.unexpected, Verdict::Unexpected);
    addCell(counts.exposed, tr("exposed"),
            tr("Ordinary, not bound to loopback only. UDP only is round.") + u'\n' + once,
            listener(Verdict::Ordinary, true));
    addCell(counts.loopback, tr("loopback only"),
            tr("Ordinary, bound to loopback only.") + u'\n' + once,
            listener(Verdict::Ordinary, false));
    if (counts.expected > 0) {
        add(counts.expected, Verdict::Expected);
    }
    if (counts.explained > 0) {
        add(counts.explained, Verdict::Explained);
    }
}

/// Ports without a listener that connections use.
void PortMapLegend::addConnections(const PortMapCounts& counts)
{
    PortMapCell cell;
    cell.tcp = cell.udp = AssignmentState::Assigned;
    cell.isUsed = true;
    if (counts.connectionsOnly > 0) {
        addCell(counts.connectionsOnly, tr("connections only"),
                tr("Ports without a listener that connections of this machine use. The dot has the "
                   "color of the verdict."),
                cell);
    }
    if (counts.unexpectedConnections > 0) {
        cell.verdict = Verdict::Unexpected;
        cell.isSevere = true;
        addCell(counts.unexpectedConnections,
                counts.unexpectedConnections == 1 ? tr("unexpected connection")
                                                  : tr("unexpected connections"),
                tr("Shown on the port that makes them unexpected, of this end or of the other.") +
                    u'\n' + CountText::unexpected(),
                cell);
    }
}

QString PortMapLegend::text() const
{
    QStringList lines;
    for (const Entry& entry : m_entries) {
        lines.append(entry.text);
    }
    return lines.join(u'\n');
}

QSize PortMapLegend::swatchSize() const
{
    const int height = fontMetrics().height() - 2;
    return {height * 3 / 2, height};
}

int PortMapLegend::layOut(int width, std::vector<QRect>* rects) const
{
    const int height = fontMetrics().height();
    QPoint at(kMarginX, kMarginY);
    for (const Entry& entry : m_entries) {
        const int wide = (entry.draw ? swatchSize().width() + kSwatchGap : 0) +
                         fontMetrics().horizontalAdvance(entry.text);
        if (at.x() > kMarginX && at.x() + wide > width - kMarginX) {
            at = {kMarginX, at.y() + height + kRowGap};
        }
        if (rects != nullptr) {
            rects->emplace_back(at, QSize(wide, height));
        }
        at.rx() += wide + kEntryGap;
    }
    return at.y() + height + kMarginY;
}

int PortMapLegend::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

QSize PortMapLegend::sizeHint() const
{
    return {600, heightForWidth(600)};
}

QSize PortMapLegend::minimumSizeHint() const
{
    return {200, fontMetrics().height() + 2 * kMarginY};
}

bool PortMapLegend::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    std::vector<QRect> rects;
    layOut(width(), &rects);
    const auto found = std::find_if(rects.begin(), rects.end(), [help](const QRect& rect) {
        return rect.contains(help->pos());
    });
    if (found == rects.end()) {
        QToolTip::hideText();
        return true;
    }
    const Entry& entry = m_entries[static_cast<std::size_t>(found - rects.begin())];
    QToolTip::showText(help->globalPos(), forTip(entry.tip), this, *found);
    return true;
}

void PortMapLegend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    PortMapPainter map(PortMapColors::of(palette()), font(), swatchSize(), 4, devicePixelRatioF());
    painter.fillRect(rect(), map.colors().ground);
    std::vector<QRect> rects;
    layOut(width(), &rects);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        QRect text = rects[i];
        if (m_entries[i].draw) {
            const QRect swatch(text.topLeft() + QPoint(0, 1), swatchSize());
            m_entries[i].draw(map, painter, swatch);
            text.setLeft(swatch.right() + kSwatchGap);
        }
        painter.setFont(font());  // A swatch with a number has another one.
        painter.setPen(map.colors().text);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         m_entries[i].text);
    }
}

void PortMapLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
}

}  // namespace quaywatch
