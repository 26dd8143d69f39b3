// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Builds the widgets of the history page.

#include "app/gui/history/history_controls.h"
#include "app/gui/history/history_page.h"
#include "app/gui/widgets/row_table.h"
#include "app/text/qt_text.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTypingTime = 250ms;
constexpr std::array kHistoryWidths{136, 96, 92, 190, 86, 150, 92};

}  // namespace

HistoryPage::HistoryPage(HistoryController* history, Settings& settings, QWidget* parent)
    : Page(parent)
    , m_history(history)
    , m_settings(settings)
    , m_note(makePlainLabel({}, this))
    , m_tables(new QStackedWidget(this))
{
    m_note->setObjectName(u"historyNote"_s);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(12, 0, 12, 8);
    m_note->setWordWrap(true);
    QHBoxLayout* bar = buildBar();
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
    column->addLayout(bar);
    column->addWidget(m_note);
    auto* grid = new QGridLayout;
    grid->addWidget(m_tables, 0, 0);
    grid->addWidget(m_empty, 0, 0);
    column->addLayout(grid, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingTime);
    connect(&m_typing, &QTimer::timeout, this, &HistoryPage::ask);
    fillSince(*m_since, m_overview);
    if (m_history != nullptr) {
        connectHistory();
    }
    updateControls();
    updateTexts();
}

void HistoryPage::buildModes()
{
    m_timelineButton = makeChip(tr("Timeline"), tr("What happened, the newest first"), this);
    m_changesButton = makeChip(tr("What changed"),
                               tr("What listens now and did not at a time, and the reverse"), this);
    m_timelineButton->setCheckable(true);
    m_changesButton->setCheckable(true);
    auto* modes = new QButtonGroup(this);
    modes->addButton(m_timelineButton);
    modes->addButton(m_changesButton);
    m_timelineButton->setChecked(true);
    connect(m_timelineButton, &QToolButton::clicked, this, [this] { setMode(Mode::Timeline); });
    connect(m_changesButton, &QToolButton::clicked, this, [this] { setMode(Mode::Changes); });
}

void HistoryPage::buildQuestions()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Port, program, user, address, unit or reason"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setMaxLength(200);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPage::askSoon);
    connect(m_search, &QLineEdit::returnPressed, this, &HistoryPage::ask);

    m_alertsButton = makeChip(tr("Alerts"), tr("Show nothing but alerts"), this);
    m_alertsButton->setCheckable(true);
    connect(m_alertsButton, &QToolButton::toggled, this, &HistoryPage::ask);
    m_since = new QComboBox(this);
    m_since->setObjectName(u"historySince"_s);
    m_since->setAccessibleName(tr("Compare with"));
    m_since->view()->setAccessibleName(m_since->accessibleName());
    m_since->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_time = new QDateTimeEdit(QDateTime::currentDateTime().addDays(-1), this);
    m_time->setAccessibleName(tr("The time to compare with"));
    m_time->setCalendarPopup(true);
    connect(m_since, &QComboBox::currentIndexChanged, this, [this] {
        updateControls();
        ask();
    });
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &HistoryPage::askSoon);
}

QHBoxLayout* HistoryPage::buildBar()
{
    buildModes();
    buildQuestions();
    m_forgetButton =
        makeChip(tr("Forget it"), tr("Forget the saved point that is compared with"), this);
    connect(m_forgetButton, &QToolButton::clicked, this, &HistoryPage::forgetPoint);
    m_saveButton =
        makeChip(tr("Save this point..."), tr("To see later what has changed since now"), this);
    connect(m_saveButton, &QToolButton::clicked, this, &HistoryPage::savePoint);
    m_recordButton = makeChip(tr("Record"), tr("Keep a history. It stays on this machine."), this);
    m_recordButton->setCheckable(true);
    connect(m_recordButton, &QToolButton::toggled, this, [this](bool isOn) {
        m_settings.change([isOn](SettingsValues& values) { values.hasHistory = isOn; });
        updateEmptyText();
    });

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 10, 12, 8);
    bar->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_timelineButton, m_changesButton,
                                                           m_since, m_time, m_forgetButton}) {
        bar->addWidget(widget);
    }
    bar->addWidget(m_search, 1);
    bar->addWidget(m_alertsButton);
    bar->addWidget(m_saveButton);
    bar->addWidget(m_recordButton);
    return bar;
}

QTableView* HistoryPage::buildTable(HistoryModel& model, const QString& name)
{
    auto* table = new QTableView(this);
    table->setModel(&model);
    setUpRowTable(*table, name, kHistoryWidths);
    connect(table, &QWidget::customContextMenuRequested, this,
            [this, table](const QPoint& at) { showRowMenu(*table, at); });
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const HistoryItem* item = this->model().itemAt(index);
        if (item != nullptr && item->subject.protocol) {
            setSearch(HistoryText::port(item->subject));
        }
    });
    return table;
}

void HistoryPage::updateControls()
{
    const bool isChanges = mode() == Mode::Changes;
    m_since->setVisible(isChanges);
    m_time->setVisible(isChanges && isCustom(*m_since));
    m_forgetButton->setVisible(isChanges && pointOf(*m_since).has_value());
    m_alertsButton->setVisible(!isChanges);
    m_saveButton->setEnabled(m_history != nullptr);
    m_recordButton->setEnabled(m_history != nullptr);
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
        menu.addAction(tr("Only port %1").arg(port), this, [this, port] { setSearch(port); });
    }
    if (!subject.program.isEmpty()) {
        menu.addAction(forMenu(tr("Only %1").arg(subject.program)), this,
                       [this, subject] { setSearch(subject.program); });
    }
    menu.addAction(tr("Everything"), this, [this] { setSearch({}); });
    menu.addSeparator();
    menu.addAction(tr("Copy"), this,
                   [this] { QGuiApplication::clipboard()->setText(selectionText()); });
    menu.exec(table.viewport()->mapToGlobal(position));
}

}  // namespace quaywatch
