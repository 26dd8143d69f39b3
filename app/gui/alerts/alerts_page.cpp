// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/alerts/alerts_page.h"

#include "app/alerts/alert_export.h"
#include "app/gui/widgets/row_table.h"
#include "app/text/bounded_text.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"
#include "core/sockets/close_index.h"
#include "core/watch/service_key.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Divisor for the part of the page that the facts may use: a summary alert has many lines of
/// facts, and most of the page is for the list.
constexpr int kFactsPart = 3;

QDate dayOf(AlertKeeper::Time time)
{
    return localTime(time).date();
}

/// Finds the socket of an alert in a snapshot: the same socket, otherwise the same service on the
/// same port, for example after a restart.
const SocketRecord* findAgain(const SocketRecord& socket, const Snapshot& snapshot)
{
    if (const SocketRecord* row = findSocketRow(snapshot, socket.key)) {
        return row;
    }
    if (socket.direction == Direction::Outbound) {
        return nullptr;
    }
    const std::string service = serviceKeyOf(socket);
    const auto found = std::find_if(snapshot.sockets.begin(), snapshot.sockets.end(),
                                    [&](const SocketRecord& row) {
                                        return row.key.localPort == socket.key.localPort &&
                                               row.isListener() && serviceKeyOf(row) == service;
                                    });
    return found == snapshot.sockets.end() ? nullptr : &*found;
}

}  // namespace

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

AlertKeeper::Time AlertsPage::now() const
{
    return m_snapshot ? m_snapshot->takenAt : std::chrono::system_clock::now();
}

std::optional<int> AlertsPage::count() const
{
    return m_alerts != nullptr ? std::optional(m_alerts->unreadCount()) : std::nullopt;
}

QWidget& AlertsPage::focusTarget()
{
    return *m_table;
}

const AlertEntry* AlertsPage::current() const
{
    return m_model.entryAt(m_table->currentIndex());
}

void AlertsPage::findSocket()
{
    const AlertEntry* entry = current();
    m_socket = entry != nullptr && entry->alert.socket && m_snapshot
                   ? findAgain(*entry->alert.socket, *m_snapshot)
                   : nullptr;
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
    if (m_socket == nullptr || m_socket->owners().empty()) {
        return std::nullopt;
    }
    std::optional<EndTarget> target = endTargetOf(*m_socket);
    if (target && target->port) {
        target->socket = m_socket->key;
    }
    return target;
}

std::vector<std::uint64_t> AlertsPage::selectedIds() const
{
    std::vector<std::uint64_t> ids;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows()) {
        if (const AlertEntry* entry = m_model.entryAt(row)) {
            ids.push_back(entry->id);
        }
    }
    // A table that gets the focus has a current row before anything is selected.
    if (const AlertEntry* entry = current(); ids.empty() && entry != nullptr) {
        ids.push_back(entry->id);
    }
    return ids;
}

QString AlertsPage::selectionText() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() && current() != nullptr) {
        rows.append(m_table->currentIndex());
    }
    return textOfRows(std::move(rows));
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
    QStringList ports;
    for (const Port port : entry->alert.ports) {
        ports.append(QString::number(port));
    }
    const QString filter = ports.isEmpty() ? u"is:unexpected"_s : u"port:"_s + ports.join(u',');
    const auto matching =
        Filter::parse(filter.toStdString()).value_or(Filter()).select(*m_snapshot);
    const bool isListening =
        std::any_of(matching.begin(), matching.end(),
                    [](const SocketRecord* socket) { return socket->isListener(); });
    emit viewRequested(isListening ? u"listeners"_s : u"connections"_s, filter);
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
    const QModelIndex index = m_model.indexOf(id);
    m_table->setCurrentIndex(index);
    return index.isValid();
}

void AlertsPage::takeEntries()
{
    if (m_alerts == nullptr) {
        return;
    }
    std::vector<AlertEntry> entries = m_alerts->entries();
    if (m_unreadOnly->isChecked()) {
        std::erase_if(entries, [](const AlertEntry& entry) { return !entry.isUnread(); });
    }
    m_model.setEntries(std::move(entries), now());
    followCurrent();
    emit countChanged();
}

void AlertsPage::followCurrent()
{
    findSocket();
    updateFacts();
    updateControls();
    emit currentChanged();
}

void AlertsPage::updateFacts()
{
    const AlertEntry* entry = current();
    m_factsArea->setVisible(entry != nullptr);
    if (entry != nullptr) {
        QStringList lines{CoreText::whole(entry->alert.reason)};
        for (const std::string& fact : entry->alert.evidence) {
            lines.append(u"\u2022 "_s + CoreText::whole(fact));
        }
        if (entry->alert.socket && m_socket == nullptr) {
            lines.append(tr("It has gone since."));
        }
        if (!entry->alert.socket) {
            lines.append(tr("Enter shows where this is."));
        }
        if (entry->isMuted) {
            lines.append(tr("It is muted, and not counted as new."));
        }
        m_wholeFacts = lines.join(u'\n');
        const BoundedText part = BoundedText::of(m_wholeFacts);
        m_facts->setText(part.shown);
        m_factsAll->setVisible(part.isCut);
        fitFacts();
    } else {
        m_factsAll->hide();
    }
    updateEmpty();
}

void AlertsPage::fitFacts()
{
    // Without a text there is no height for its width.
    if (const int needed = m_facts->heightForWidth(m_factsArea->viewport()->width()); needed > 0) {
        m_factsArea->setFixedHeight(std::min(needed, height() / kFactsPart));
    }
}

void AlertsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    fitFacts();
}

void AlertsPage::updateEmpty()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_emptySign->setVisible(isEmpty && m_since);
    if (!isEmpty) {
        return;
    }
    if (m_unreadOnly->isChecked() && m_alerts != nullptr && !m_alerts->entries().empty()) {
        m_empty->setText(tr("You have read them all."));
    } else if (m_since) {
        m_empty->setText(
            tr("Nothing unexpected has happened since %1.").arg(whenText(*m_since, now())));
    } else {
        m_empty->setText(tr("Nothing has been looked at yet."));
    }
}

QByteArray AlertsPage::state() const
{
    return m_table->horizontalHeader()->saveState();
}

void AlertsPage::restoreState(const QByteArray& state)
{
    m_table->horizontalHeader()->restoreState(state);
}

}  // namespace quaywatch
