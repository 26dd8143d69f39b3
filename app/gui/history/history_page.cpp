// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/history/history_page.h"

#include "app/gui/history/history_controls.h"
#include "app/gui/widgets/history_notice.h"
#include "app/gui/widgets/row_table.h"
#include "app/history/history_changes.h"
#include "app/history/history_export.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<HistoryItem> itemsOf(const std::vector<HistoryRow>& rows)
{
    std::vector<HistoryItem> items;
    items.reserve(rows.size());
    for (const HistoryRow& row : rows) {
        items.push_back(HistoryText::item(row));
    }
    return items;
}

template <class Source>
std::vector<Source> sourcesOf(const HistoryModel& model)
{
    std::vector<Source> sources;
    for (const HistoryItem& item : model.items()) {
        if (const auto* source = std::get_if<Source>(&item.source)) {
            sources.push_back(*source);
        }
    }
    return sources;
}

}  // namespace

HistoryPage::Mode HistoryPage::mode() const
{
    return m_changesButton->isChecked() ? Mode::Changes : Mode::Timeline;
}

void HistoryPage::setMode(Mode mode)
{
    (mode == Mode::Changes ? m_changesButton : m_timelineButton)->setChecked(true);
    m_tables->setCurrentIndex(static_cast<int>(mode));
    updateControls();
    updateTexts();
    ask();
}

void HistoryPage::setSearch(const QString& text)
{
    m_search->setText(text);
    ask();
}

HistorySearch HistoryPage::search() const
{
    HistorySearch search = HistorySearch::parse(m_search->text());
    search.isAlertsOnly = m_alertsButton->isChecked();
    return search;
}

std::optional<HistoryTime> HistoryPage::since() const
{
    return m_history != nullptr ? sinceOf(*m_since, *m_time, m_overview, m_history->now())
                                : std::nullopt;
}

QTableView& HistoryPage::table() const
{
    return *static_cast<QTableView*>(m_tables->currentWidget());
}

HistoryModel& HistoryPage::model()
{
    return mode() == Mode::Changes ? m_changes : m_timeline;
}

const HistoryModel& HistoryPage::model() const
{
    return mode() == Mode::Changes ? m_changes : m_timeline;
}

void HistoryPage::connectHistory()
{
    connect(m_history, &HistoryController::timelineReady, this, &HistoryPage::showTimeline);
    connect(m_history, &HistoryController::changesReady, this, &HistoryPage::showChanges);
    connect(m_history, &HistoryController::overviewReady, this, &HistoryPage::showOverview);
    connect(m_history, &HistoryController::statusChanged, this, &HistoryPage::updateTexts);
    connect(m_history, &HistoryController::recorded, this, [this] {
        if (isVisible()) {
            ask();
        }
    });
    connect(&m_timeline, &HistoryModel::moreWanted, this, [this] {
        m_isNextAsked = true;
        m_history->requestTimeline(m_shownSearch, m_next);
    });
}

void HistoryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_history != nullptr) {
        m_history->requestOverview();
    }
    ask();
}

void HistoryPage::askSoon()
{
    m_typing.start();
}

void HistoryPage::ask()
{
    m_typing.stop();
    if (m_history == nullptr || !isVisible()) {
        return;
    }
    if (mode() == Mode::Timeline) {
        // The new request replaces a request for an older page that is under way.
        m_isNextAsked = false;
        m_askedSearch = search();
        m_history->requestTimeline(m_askedSearch);
    } else if (const std::optional<HistoryTime> time = since()) {
        m_history->requestChanges(*time, search());
        m_comparedWith = time;
    }
}

void HistoryPage::showTimeline(const TimelineAnswer& answer)
{
    m_problem = answer.page ? std::nullopt : std::optional(answer.page.error());
    const TimelinePage page = answer.page.value_or(TimelinePage());
    const HistoryTime now = m_history->now();
    if (std::exchange(m_isNextAsked, false)) {
        m_next = page.next;
        m_timeline.append(itemsOf(page.rows), page.next.has_value());
        return;
    }
    m_traffic = answer.traffic;
    QScrollBar& bar = *static_cast<QTableView*>(m_tables->widget(0))->verticalScrollBar();
    const int before = bar.value();
    const bool isSameSearch = std::exchange(m_shownSearch, m_askedSearch) == m_askedSearch;
    std::optional<int> added;
    if (isSameSearch) {
        added = m_timeline.refresh(itemsOf(page.rows), page.next.has_value(), now);
    } else {
        m_timeline.setItems(itemsOf(page.rows), page.next.has_value(), now);
    }
    if (!added) {
        m_next = page.next;
    } else if (before > 0 && *added > 0) {
        // The rows that the user reads stay at their position.
        bar.setValue(before + *added * table().verticalHeader()->defaultSectionSize());
    }
    updateTexts();
}

void HistoryPage::showChanges(const ChangesAnswer& answer)
{
    m_problem = answer.changes ? std::nullopt : std::optional(answer.changes.error());
    const HistoryChanges changes = answer.changes.value_or(HistoryChanges());
    const HistoryTime now = m_history->now();
    std::vector<HistoryItem> items;
    items.reserve(changes.changes.size());
    for (const HistoryChange& change : changes.changes) {
        items.push_back(HistoryText::item(change, now));
    }
    m_beginning = changes.beginning;
    m_isCut = changes.isCut;
    auto& view = *static_cast<QTableView*>(m_tables->widget(static_cast<int>(Mode::Changes)));
    const int row = view.currentIndex().row();
    m_changes.setItems(std::move(items), false, now);
    if (row >= 0 && row < m_changes.rowCount()) {
        view.setCurrentIndex(m_changes.index(row, 0));
    }
    updateTexts();
}

void HistoryPage::showOverview(const OverviewAnswer& answer)
{
    m_overview = answer.overview.value_or(HistoryOverview());
    fillSince(*m_since, m_overview);
    updateControls();
    if (mode() == Mode::Changes) {
        ask();
    }
}

void HistoryPage::updateTexts()
{
    updateNote();
    updateEmptyText();
}

void HistoryPage::updateNote()
{
    QStringList parts;
    if (m_history != nullptr) {
        parts.append(noticeOf(m_history->status()));
    }
    parts.append(mode() == Mode::Changes ? changesNote({m_comparedWith, m_beginning, m_isCut})
                                         : timelineNote(m_traffic));
    parts.removeAll(QString());
    m_note->setText(parts.join(u' '));
}

void HistoryPage::updateEmptyText()
{
    m_empty->setVisible(model().rowCount() == 0);
    if (m_history == nullptr) {
        m_empty->setText(tr("There is no history here"));
    } else if (m_problem && m_history->settings().isOn) {
        m_empty->setText(textOf(*m_problem));
    } else if (!m_history->settings().isOn && m_problem) {
        m_empty->setText(tr("The history is switched off: nothing is recorded"));
    } else if (!m_search->text().trimmed().isEmpty() || m_alertsButton->isChecked()) {
        m_empty->setText(tr("Nothing in the history matches this search"));
    } else if (mode() == Mode::Changes) {
        m_empty->setText(tr("Nothing changed: what listened then listens now, and nothing else"));
    } else {
        m_empty->setText(
            tr("Nothing recorded yet: here you will see when programs begin and "
               "cease to listen, and every alert"));
    }
}

void HistoryPage::savePoint()
{
    bool isGiven = false;
    const QString name =
        QInputDialog::getText(this, tr("Save this point in time"), tr("What it is called:"),
                              QLineEdit::Normal, dateAndTime(m_history->now()), &isGiven);
    if (isGiven && !name.trimmed().isEmpty()) {
        m_history->savePoint(plainText(name.trimmed().toStdString(), 100));
    }
}

void HistoryPage::forgetPoint()
{
    if (const std::optional<std::int64_t> id = pointOf(*m_since)) {
        m_history->forgetPoint(*id);
    }
}

void HistoryPage::applySettings(const SettingsValues& values)
{
    const QSignalBlocker blocker(m_recordButton);
    m_recordButton->setChecked(values.hasHistory);
}

QWidget& HistoryPage::focusTarget()
{
    return table();
}

void HistoryPage::activateSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

QString HistoryPage::selectionText() const
{
    return textOfRows(table().selectionModel()->selectedRows());
}

Exporter HistoryPage::exporter() const
{
    if (model().rowCount() == 0) {
        return {};
    }
    if (mode() == Mode::Timeline) {
        return [rows = sourcesOf<HistoryRow>(m_timeline)](ExportFormat format) {
            return QByteArray::fromStdString(format == ExportFormat::Json ? timelineJson(rows)
                                                                          : timelineCsv(rows));
        };
    }
    return [changes = sourcesOf<HistoryChange>(m_changes),
            since = m_comparedWith.value_or(HistoryTime())](ExportFormat format) {
        return QByteArray::fromStdString(format == ExportFormat::Json ? changesJson(changes, since)
                                                                      : changesCsv(changes));
    };
}

bool HistoryPage::selectPort(Port port)
{
    m_search->setText(QString::number(port));
    setMode(Mode::Timeline);
    return true;
}

void HistoryPage::selectFirst()
{
    table().setCurrentIndex(model().index(0, 0));
}

QByteArray HistoryPage::state() const
{
    return static_cast<QTableView*>(m_tables->widget(0))->horizontalHeader()->saveState();
}

void HistoryPage::restoreState(const QByteArray& state)
{
    for (int i = 0; i < m_tables->count(); ++i) {
        static_cast<QTableView*>(m_tables->widget(i))->horizontalHeader()->restoreState(state);
    }
}

}  // namespace quaywatch
