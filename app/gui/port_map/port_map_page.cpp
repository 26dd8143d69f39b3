// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_page.h"

#include "app/gui/page/export_rows.h"
#include "app/gui/port_map/port_map_legend.h"
#include "app/gui/port_map/port_map_text.h"
#include "app/gui/port_map/port_map_widget.h"
#include "app/gui/widgets/elided_label.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

PortMapPage::PortMapPage(QWidget* parent)
    : Page(parent)
    , m_map(new PortMapWidget(this))
    , m_legend(new PortMapLegend(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildHeader();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_map, 1);
    column->addWidget(m_legend);

    connect(m_map, &PortMapWidget::viewChanged, this, [this] {
        takeView();
        updateLegend();
        updateReadout();
        emit currentChanged();
    });
    connect(m_map, &PortMapWidget::matchesChanged, this, [this] {
        updateLegend();
        updateReadout();
    });
    connect(m_map, &PortMapWidget::currentChanged, this, &PortMapPage::updateReadout);
    connect(m_map, &PortMapWidget::currentChanged, this, &PortMapPage::updateZoomButton);
    connect(m_map, &PortMapWidget::currentChanged, this, &Page::currentChanged);
    connect(m_map, &PortMapWidget::pointedChanged, this, &PortMapPage::updateReadout);
    connect(m_map, &PortMapWidget::menuRequested, this, &PortMapPage::showMenu);
    connect(m_map, &PortMapWidget::activated, this, &Page::inspectRequested);
    takeView();
    updateLegend();
    updateReadout();
}

void PortMapPage::buildHeader()
{
    m_header = new QWidget(this);
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(16, 10, 16, 2);
    row->setSpacing(8);
    const auto addButton = [this, row](const QString& text, const QString& name,
                                       const QString& tip) {
        auto* button = new QToolButton(m_header);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    m_allButton = addButton({}, {}, {});
    m_previous = addButton(u"\u2039"_s, tr("Previous ports"), tr("1,024 ports down (Page Up)"));
    m_next = addButton(u"\u203a"_s, tr("Next ports"), tr("1,024 ports up (Page Down)"));
    m_title = makePlainLabel({}, m_header);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    row->addWidget(m_title);
    m_readout = new ElidedLabel(m_header);  // A long text must not widen the window.
    m_readout->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_readout, 1);

    const auto stepPage = [this](int pages) {
        m_map->setView(PortMapView::page(m_map->view().pageNumber() + pages));
        m_map->setFocus();
    };
    connect(m_allButton, &QToolButton::clicked, this, [this] {
        m_map->view().isAll() ? m_map->zoomIn() : m_map->zoomOut();
        m_map->setFocus();
    });
    connect(m_previous, &QToolButton::clicked, this, [stepPage] { stepPage(-1); });
    connect(m_next, &QToolButton::clicked, this, [stepPage] { stepPage(1); });
}

void PortMapPage::apply(const SnapshotUpdate& update)
{
    m_map->apply(update);
    if (!update.steps.isQuiet() || update.isFirst) {
        updateLegend();
        updateReadout();
    }
}

void PortMapPage::setFilter(const Filter& filter)
{
    m_map->setFilter(filter);
}

void PortMapPage::applySettings(const SettingsValues& values)
{
    m_map->setMotionReduced(values.hasReducedMotion);
}

void PortMapPage::onRegistryChanged()
{
    m_map->repaintAll();
    takeView();
    updateLegend();
    updateReadout();
}

QWidget& PortMapPage::focusTarget()
{
    return *m_map;
}

const SocketRecord* PortMapPage::currentSocket() const
{
    return m_map->view().isAll() ? nullptr : m_map->cells().leadSocket(m_map->currentPort());
}

std::optional<PortId> PortMapPage::currentPort() const
{
    if (m_map->view().isAll()) {
        return std::nullopt;
    }
    return PortId{m_map->currentPort(), Protocol::Tcp};
}

std::optional<EndTarget> PortMapPage::endTargetOn(Port port) const
{
    const SocketRecord* socket = m_map->cells().leadSocket(port);
    return socket != nullptr ? endTargetOf(*socket) : std::nullopt;
}

std::optional<EndTarget> PortMapPage::currentEndTarget() const
{
    return m_map->view().isAll() ? std::nullopt : endTargetOn(m_map->currentPort());
}

QString PortMapPage::selectionText() const
{
    return PortMapText::phrase(m_map->cells(), m_map->currentRange());
}

std::vector<ExportFormat> PortMapPage::exportFormats() const
{
    return {ExportFormat::Png, ExportFormat::Csv, ExportFormat::Json};
}

Exporter PortMapPage::exporter() const
{
    const PortMapCells& cells = m_map->cells();
    if (!cells.snapshot()) {
        return {};
    }
    std::vector<SocketRecord> rows;
    const PortRange range = m_map->view().range();
    for (const SocketRecord& socket : cells.snapshot()->sockets) {
        if (socket.isListener() && range.contains(socket.key.localPort)) {
            rows.push_back(socket);
        }
    }
    return [rows = std::move(rows), snapshot = cells.snapshot(),
            picture = picture(*cells.snapshot())](ExportFormat format) {
        if (format != ExportFormat::Png) {
            return exportBytes(rows, *snapshot, format);
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        return bytes;
    };
}

/// The map below a line that describes it, and above its legend.
QImage PortMapPage::picture(const Snapshot& snapshot) const
{
    constexpr int kMargin = 16;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int head = QFontMetrics(bold).height() + kMargin;
    const QSize size(m_map->width(), head + m_map->height() + m_legend->height());
    QImage image(size * devicePixelRatioF(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    //: Above a picture: what it shows, and when.
    const QString title =
        tr("%1, %2").arg(PortMapText::title(m_map->view()), dateAndTime(snapshot.takenAt));
    const QRect line(kMargin, 0, size.width() - 2 * kMargin, head);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(bold).elidedText(title, Qt::ElideRight, line.width()));
    painter.drawPixmap(0, head, m_map->picture());
    m_legend->render(&painter, {0, head + m_map->height()});
    return image;
}

bool PortMapPage::selectPort(Port port)
{
    m_map->setCurrentPort(port);
    return true;
}

void PortMapPage::selectFirst()
{
    const PortMapCells& cells = m_map->cells();
    const PortRange range = m_map->view().range();
    const std::vector<Port> alarms = cells.alarmsIn(range);
    const auto listening = cells.firstListening(range);
    if (!alarms.empty()) {
        m_map->setCurrentPort(alarms.front());
    } else if (listening) {
        m_map->setCurrentPort(*listening);
    }
}

bool PortMapPage::activate()
{
    if (!m_map->view().isAll()) {
        return false;
    }
    m_map->zoomIn();
    return true;
}

void PortMapPage::showMenu(Port port, const QPoint& position)
{
    const SocketRecord* socket = m_map->cells().leadSocket(port);
    if (socket == nullptr) {
        return;
    }
    RowContext context;
    context.socket = *socket;
    context.column = Column::LocalPort;
    context.cellText = QString::number(port);
    context.endRequest = EndRequest(endTargetOn(port));
    for (const SocketRecord* listener : m_map->cells().listeners(port)) {
        context.selected.push_back(*listener);
    }
    if (context.selected.empty()) {
        context.selected.push_back(*socket);
    }
    emit menuRequested(context, position);
}

void PortMapPage::takeView()
{
    const PortMapView& view = m_map->view();
    m_title->setText(PortMapText::title(view));
    updateZoomButton();
    m_previous->setEnabled(!view.isAll() && view.pageNumber() > 0);
    m_tcp = assignmentCounts(view.range(), Protocol::Tcp);
    m_udp = assignmentCounts(view.range(), Protocol::Udp);
    m_next->setEnabled(!view.isAll() && view.pageNumber() + 1 < PortMapView::kPageCount);
}

void PortMapPage::updateLegend()
{
    const PortMapView& view = m_map->view();
    const PortMapCells& cells = m_map->cells();
    const PortMapMatches& matches = m_map->matches();
    std::optional<PortMapLegend::Matches> shown;
    if (matches.isFiltering()) {
        const std::size_t here = matches.count(view.range());
        shown = {here, matches.count(PortMapView::all().range()) - here};
    }
    m_legend->setCounts(m_tcp, m_udp, cells.counts(view.range()), view.isAll(), shown);
}

void PortMapPage::updateReadout()
{
    const PortRange range = m_map->pointedRange();
    const QString text = PortMapText::readout(m_map->cells(), range, m_map->isFilteredOut(range));
    m_readout->setText(text);
}

/// Leads to all ports, and from there back to the page of the current one.
void PortMapPage::updateZoomButton()
{
    const bool isAll = m_map->view().isAll();
    const PortRange page = PortMapView::pageOf(m_map->currentPort()).range();
    //: A button that leads back from the map of all ports: %1 and %2 are port numbers.
    const QString back = tr("Ports %1\u2013%2").arg(page.first).arg(page.last);
    m_allButton->setText(isAll ? back : tr("All ports"));
    m_allButton->setAccessibleName(m_allButton->text());
    m_allButton->setToolTip(isAll ? tr("Back to these ports (+ or mouse wheel)")
                                  : tr("Show all 65,536 ports (\u2212 or mouse wheel)"));
}

}  // namespace quaywatch
