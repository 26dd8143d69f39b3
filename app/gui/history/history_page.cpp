// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/history/history_page.h"

#include "app/gui/history/history_controls.h"
#include "app/gui/widgets/history_notice.h"
#include "app/gui/widgets/row_table.h"
#include "app/gui/widgets/row_table_columns.h"
#include "app/history/history_changes.h"
#include "app/history/history_export.h"
#include "app/text/isolated_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTypingTime = 250ms;

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

HistoryPage::HistoryPage(HistoryController* history, Settings& settings, QWidget* parent)
    : Page(parent)
    , m_history(history)
    , m_settings(settings)
    , m_note(makePlainLabel({}, this))
    , m_tables(new QStackedWidget(this))
    , m_bar(new HistoryPageBar(history, this))
{
    m_note->setObjectName(u"historyNote"_s);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(12, 0, 12, 8);
    m_note->setWordWrap(true);
    m_tables->addWidget(buildTable(m_timeline, tr("Timeline")));
    m_tables->addWidget(buildTable(m_changes, tr("What changed")));
    m_empty = makePlainLabel({}, m_tables);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setObjectName(u"historyEmpty"_s);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_note);
    auto* grid = new QGridLayout;
    grid->addWidget(m_tables, 0, 0);
    grid->addWidget(m_empty, 0, 0);
    column->addLayout(grid, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingTime);
    connect(&m_typing, &QTimer::timeout, this, &HistoryPage::ask);
    connect(m_bar, &HistoryPageBar::modeChosen, this, &HistoryPage::setMode);
    connect(m_bar, &HistoryPageBar::chosen, this, &HistoryPage::ask);
    connect(m_bar, &HistoryPageBar::edited, this, &HistoryPage::askSoon);
    connect(m_bar, &HistoryPageBar::recordingToggled, this, [this](bool isOn) {
        m_settings.change([isOn](SettingsValues& values) { values.hasHistory = isOn; });
        updateEmptyText();
    });
    if (m_history != nullptr) {
        connectHistory();
    }
    updateTexts();
}

QTableView* HistoryPage::buildTable(HistoryModel& model, const QString& name)
{
    auto* table = new QTableView(this);
    m_columns.push_back(&setUpRowTable(*table, model, name));
    connect(table, &QWidget::customContextMenuRequested, this,
            [this, table](const QPoint& at) { showRowMenu(*table, at); });
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const HistoryItem* item = this->model().itemAt(index);
        if (item != nullptr && item->subject.protocol) {
            searchFor(HistoryText::port(item->subject));
        }
    });
    return table;
}

void HistoryPage::setMode(Mode mode)
{
    m_bar->setMode(mode);
    m_tables->setCurrentIndex(static_cast<int>(mode));
    updateTexts();
    ask();
}

void HistoryPage::setSearch(const QString& text)
{
    m_bar->setSearch(text);
    ask();
}

void HistoryPage::searchFor(const QString& text)
{
    setSearch(text);
    emit searchChanged();
}

QTableView& HistoryPage::table() const
{
    return *static_cast<QTableView*>(m_tables->currentWidget());
}

HistoryModel& HistoryPage::model()
{
    return m_bar->mode() == Mode::Changes ? m_changes : m_timeline;
}

const HistoryModel& HistoryPage::model() const
{
    return m_bar->mode() == Mode::Changes ? m_changes : m_timeline;
}

void HistoryPage::connectHistory()
{
    connect(m_history, &HistoryController::timelineReady, this, &HistoryPage::showTimeline);
    connect(m_history, &HistoryController::changesReady, this, &HistoryPage::showChanges);
    connect(m_history, &HistoryController::overviewReady, this, &HistoryPage::showOverview);
    connect(m_history, &HistoryController::statusChanged, this, &HistoryPage::updateTexts);
    connect(m_history, &HistoryController::statusChanged, this, &HistoryPage::updateRecording);
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
    if (m_bar->mode() == Mode::Timeline) {
        // The new request replaces a request for an older page that is under way.
        m_isNextAsked = false;
        m_askedSearch = m_bar->search();
        m_history->requestTimeline(m_askedSearch);
    } else if (const std::optional<HistoryTime> time = m_bar->since()) {
        m_history->requestChanges(*time, m_bar->search());
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
    m_bar->setOverview(answer.overview.value_or(HistoryOverview()));
    if (m_bar->mode() == Mode::Changes) {
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
    parts.append(m_bar->mode() == Mode::Changes
                     ? changesNote({m_comparedWith, m_beginning, m_isCut})
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
    } else if (m_bar->isSearching()) {
        m_empty->setText(tr("Nothing in the history matches this search"));
    } else if (m_bar->mode() == Mode::Changes) {
        m_empty->setText(
            m_beginning ? tr("Nothing changed since the history began")
                        : tr("Nothing changed: what listened then listens now, and nothing else"));
    } else {
        m_empty->setText(
            tr("Nothing recorded yet: here you will see when programs begin and "
               "cease to listen, and every alert"));
    }
}

void HistoryPage::showRowMenu(QTableView& table, const QPoint& position)
{
    const HistoryItem* item = model().itemAt(table.indexAt(position));
    if (item == nullptr) {
        return;
    }
    QMenu menu(this);
    const HistorySubject subject = item->subject;
    if (subject.protocol) {
        const QString port = HistoryText::port(subject);
        menu.addAction(tr("Only port %1").arg(port), this, [this, port] { searchFor(port); });
    }
    if (!subject.program.isEmpty()) {
        menu.addAction(forMenu(tr("Only %1").arg(inSentence(subject.program))), this,
                       [this, subject] { searchFor(subject.program); });
    }
    menu.addAction(tr("Everything"), this, [this] { searchFor({}); });
    menu.addSeparator();
    menu.addAction(tr("Copy"), this,
                   [this] { QGuiApplication::clipboard()->setText(selectionText()); });
    menu.exec(table.viewport()->mapToGlobal(position));
}

void HistoryPage::applySettings(const SettingsValues& values)
{
    for (RowTableColumns* columns : m_columns) {
        columns->setCompact(values.hasCompactRows);
    }
    m_isWanted = values.hasHistory;
    updateRecording();
}

void HistoryPage::updateRecording()
{
    m_bar->setRecording(m_isWanted, m_history != nullptr && m_history->status().isRecording);
}

QWidget& HistoryPage::focusTarget()
{
    return table();
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
    if (m_bar->mode() == Mode::Timeline) {
        return [rows = sourcesOf<HistoryRow>(m_timeline)](ExportFormat format) {
            return QByteArray::fromStdString(format == ExportFormat::Json ? timelineJson(rows)
                                                                          : timelineCsv(rows));
        };
    }
    return [changes = sourcesOf<HistoryChange>(m_changes),
            since = m_beginning ? *m_beginning
                                : m_comparedWith.value_or(HistoryTime())](ExportFormat format) {
        return QByteArray::fromStdString(format == ExportFormat::Json ? changesJson(changes, since)
                                                                      : changesCsv(changes));
    };
}

bool HistoryPage::selectPort(Port port)
{
    m_bar->setSearch(QString::number(port));
    setMode(Mode::Timeline);
    emit searchChanged();
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
