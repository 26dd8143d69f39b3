// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/alerts/alerts_page.h"

#include "app/alerts/alert_export.h"
#include "app/gui/alerts/alert_actions.h"
#include "app/gui/alerts/alert_facts.h"
#include "app/gui/alerts/alert_socket.h"
#include "app/gui/widgets/focus_selection.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/mnemonics.h"
#include "app/gui/widgets/row_table.h"
#include "app/gui/widgets/row_table_columns.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QClipboard>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Divisor for the part of the page that the facts may use: a summary alert has many lines of
/// facts, and most of the page is for the list.
constexpr int kFactsPart = 3;

QDate dayOf(AlertManager::Time time)
{
    return localTime(time).date();
}

}  // namespace

AlertsPage::AlertsPage(AlertManager* alerts, QWidget* parent)
    : Page(parent)
    , m_alerts(alerts)
    , m_table(new QTableView(this))
    , m_facts(new AlertFacts(this))
    , m_emptySign(new QToolButton(this))
    , m_empty(makePlainLabel({}, this))
    , m_actions(new AlertActions(alerts, m_model, *m_table, this))
{
    QHBoxLayout* bar = buildBar();
    buildTable();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addLayout(buildEmpty(), 1);
    column->addWidget(m_facts);
    if (m_alerts != nullptr) {
        connect(m_alerts, &AlertManager::changed, this, &AlertsPage::onAlertsChanged);
        connect(m_alerts, &AlertManager::mutesChanged, m_actions, &AlertActions::update);
    }
    takeEntries();
    updateFacts();
    m_actions->update();
}

/// Builds the text that is shown in place of rows, over the middle of the table.
QGridLayout* AlertsPage::buildEmpty()
{
    // A button, since it paints its icon in the colors of the current theme.
    m_emptySign->setIcon(themedIcon(u"check"_s));
    m_emptySign->setIconSize({32, 32});
    m_emptySign->setAutoRaise(true);
    m_emptySign->setEnabled(false);
    m_emptySign->setFocusPolicy(Qt::NoFocus);
    m_emptySign->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->setObjectName(u"alertsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto* grid = new QGridLayout;
    grid->setRowStretch(0, 1);
    grid->setRowStretch(3, 1);
    grid->addWidget(m_table, 0, 0, 4, 1);
    grid->addWidget(m_emptySign, 1, 0, Qt::AlignCenter);
    grid->addWidget(m_empty, 2, 0);
    return grid;
}

QHBoxLayout* AlertsPage::buildBar()
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 10, 12, 8);
    bar->setSpacing(8);
    m_unreadOnly = makeChip(tr("Unread"), tr("Show only what is new"), this);
    m_unreadOnly->setCheckable(true);
    connect(m_unreadOnly, &QToolButton::toggled, this, &AlertsPage::takeEntries);
    bar->addWidget(m_unreadOnly);
    bar->addStretch(1);
    m_actions->addButtons(*bar);
    return bar;
}

void AlertsPage::buildTable()
{
    m_columns = &setUpRowTable(*m_table, m_model, tr("Alerts"));
    connect(m_table, &QWidget::customContextMenuRequested, this, &AlertsPage::showRowMenu);
    connect(m_table, &QAbstractItemView::activated, this, &Page::inspectRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertsPage::followCurrent);
    // What is selected changes without the current row, too.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlertsPage::followCurrent);
    new FocusSelection(*m_table);
}

void AlertsPage::apply(const SnapshotUpdate& update)
{
    m_snapshot = update.after;
    if (!m_since) {
        m_since = update.after->takenAt;
    }
    // The displayed times depend on the day, so they change at midnight.
    if (const QDate day = dayOf(now()); std::exchange(m_day, day) != day) {
        takeEntries();
    }
    if (m_alerts != nullptr && !m_alerts->mutes().empty()) {
        m_alerts->dropExpired(update.after->takenAt);
    }
    const bool wasThere = m_socket != nullptr;
    findSocket();
    if (wasThere != (m_socket != nullptr)) {
        updateFacts();
        emit currentChanged();
    }
}

AlertManager::Time AlertsPage::now() const
{
    return m_snapshot ? m_snapshot->takenAt : std::chrono::system_clock::now();
}

void AlertsPage::applySettings(const SettingsValues& values)
{
    m_columns->setCompact(values.hasCompactRows);
}

std::optional<int> AlertsPage::count() const
{
    return m_alerts != nullptr ? std::optional(m_alerts->unreadCount()) : std::nullopt;
}

QWidget& AlertsPage::focusTarget()
{
    return *m_table;
}

void AlertsPage::setSearch(const QString& text)
{
    m_search = AlertSearch(text);
    takeEntries();
}

const AlertEntry* AlertsPage::current() const
{
    return m_model.entryAt(highlightedRow(*m_table));
}

const SocketRecord* AlertsPage::socketOf(const AlertEntry* entry) const
{
    return entry != nullptr && m_snapshot ? findAlertSocket(entry->alert, *m_snapshot) : nullptr;
}

void AlertsPage::findSocket()
{
    m_socket = socketOf(current());
}

std::vector<SocketRecord> AlertsPage::selectedSockets() const
{
    std::vector<SocketRecord> sockets;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows()) {
        if (const SocketRecord* socket = socketOf(m_model.entryAt(row))) {
            sockets.push_back(*socket);
        }
    }
    return sockets;
}

const SocketRecord* AlertsPage::currentSocket() const
{
    return m_socket;
}

std::optional<PortId> AlertsPage::currentPort() const
{
    const AlertEntry* entry = current();
    if (entry == nullptr || !entry->alert.socket) {
        return std::nullopt;
    }
    return PortId{portOfRow(*entry->alert.socket), entry->alert.socket->key.protocol};
}

std::optional<EndTarget> AlertsPage::currentEndTarget() const
{
    return alertEndTarget(m_socket);
}

EndRequest AlertsPage::endRequest() const
{
    EndRequest request;
    for (const SocketRecord& socket : selectedSockets()) {
        request.add(alertEndTarget(&socket));
    }
    return request;
}

QString AlertsPage::selectionText() const
{
    return textOfRows(m_table->selectionModel()->selectedRows());
}

Exporter AlertsPage::exporter() const
{
    if (m_model.rowCount() == 0) {
        return {};
    }
    return [entries = m_model.entries()](ExportFormat format) {
        return QByteArray::fromStdString(format == ExportFormat::Json ? alertsJson(entries)
                                                                      : alertsCsv(entries));
    };
}

bool AlertsPage::selectPort(Port port)
{
    for (const AlertEntry& entry : m_model.entries()) {
        if (entry.alert.socket && portOfRow(*entry.alert.socket) == port) {
            return selectAlert(entry.id);
        }
    }
    return false;
}

bool AlertsPage::activate()
{
    const AlertEntry* entry = current();
    if (entry == nullptr || entry->alert.socket || !m_snapshot) {
        return false;
    }
    const AlertView view = alertView(entry->alert, *m_snapshot);
    emit viewRequested(view.name, view.filter);
    return true;
}

void AlertsPage::selectFirst()
{
    m_table->setCurrentIndex(m_model.index(0, 0));
}

bool AlertsPage::selectAlert(std::uint64_t id)
{
    if (!m_model.indexOf(id).isValid()) {
        m_unreadOnly->setChecked(false);
    }
    if (!m_model.indexOf(id).isValid() && !m_search.isEmpty()) {
        setSearch({});
        emit searchChanged();
    }
    const QModelIndex index = m_model.indexOf(id);
    m_table->setCurrentIndex(index);
    return index.isValid();
}

void AlertsPage::onAlertsChanged()
{
    const bool wasHighlighted = highlightedRow(*m_table).isValid();
    takeEntries();
    if (wasHighlighted) {
        // What is acknowledged among the unread ones is gone; the same key goes on with the next.
        highlightCurrent(*m_table);
    }
}

void AlertsPage::takeEntries()
{
    if (m_alerts == nullptr) {
        return;
    }
    std::vector<AlertEntry> entries = m_alerts->entries();
    std::erase_if(entries, [this](const AlertEntry& entry) {
        return (m_unreadOnly->isChecked() && !entry.isUnread()) || !m_search.matches(entry);
    });
    m_model.setEntries(std::move(entries), now());
    followCurrent();
    emit countChanged();
}

void AlertsPage::followCurrent()
{
    findSocket();
    updateFacts();
    m_actions->update();
    emit currentChanged();
}

void AlertsPage::updateFacts()
{
    const AlertEntry* entry = current();
    m_facts->showAlert(entry, entry != nullptr && entry->alert.socket && m_socket == nullptr);
    updateEmpty();
}

void AlertsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_facts->setHeightLimit(height() / kFactsPart);
}

void AlertsPage::updateEmpty()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_emptySign->setVisible(isEmpty && m_since && m_search.isEmpty());
    if (!isEmpty) {
        return;
    }
    if (!m_search.isEmpty()) {
        m_empty->setText(tr("No alert matches the search."));
    } else if (m_unreadOnly->isChecked() && m_alerts != nullptr && !m_alerts->entries().empty()) {
        m_empty->setText(tr("You have read them all."));
    } else if (m_since) {
        m_empty->setText(
            tr("Nothing unexpected has happened since %1.").arg(whenText(*m_since, now())));
    } else {
        m_empty->setText(tr("Nothing has been checked yet."));
    }
}

void AlertsPage::showRowMenu(const QPoint& position)
{
    const QModelIndex cell = m_table->indexAt(position);
    if (m_model.entryAt(cell) == nullptr) {
        return;
    }
    const QPoint at = m_table->viewport()->mapToGlobal(position);
    if (m_socket == nullptr) {
        QMenu menu(this);
        if (current() != nullptr && !current()->alert.socket) {
            menu.addAction(themedIcon(u"inspect"_s), tr("&Show its sockets"), this,
                           &Page::inspectRequested);
            menu.addSeparator();
        }
        menu.addActions(m_actions->rowActions());
        menu.addSeparator();
        menu.addAction(themedIcon(u"copy"_s), tr("&Copy"), this,
                       [this] { QGuiApplication::clipboard()->setText(selectionText()); });
        if (current() != nullptr && current()->alert.socket) {
            menu.addAction(themedIcon(u"end"_s), tr("&End process… (already closed)"))
                ->setEnabled(false);
        }
        addMnemonics(menu);
        menu.exec(at);
        return;
    }
    RowContext context;
    context.socket = *m_socket;
    context.selected = selectedSockets();
    context.column = Column::LocalPort;
    context.cellText = cell.data().toString();
    context.endRequest = endRequest();
    const QList<QAction*> actions = m_actions->rowActions();
    context.actions = {actions.begin(), actions.end()};
    emit menuRequested(context, at);
}

QByteArray AlertsPage::state() const
{
    return m_columns->state();
}

void AlertsPage::restoreState(const QByteArray& state)
{
    m_columns->restore(state);
}

}  // namespace quaywatch
