// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Builds the widgets and the menus of the alerts page.

#include "app/alerts/mute_text.h"
#include "app/gui/alerts/alerts_page.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/row_table.h"
#include "app/gui/widgets/whole_text_dialog.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array kAlertWidths{104, 92, 92, 150, 104, 64};
/// More would not fit on the screen.
constexpr int kMaxMutesListed = 30;

AlertKeeper::Time endOfToday()
{
    const QDateTime midnight = QDate::currentDate().addDays(1).startOfDay();
    return AlertKeeper::Time(std::chrono::milliseconds(midnight.toMSecsSinceEpoch()));
}

}  // namespace

AlertsPage::AlertsPage(AlertKeeper* alerts, QWidget* parent)
    : Page(parent)
    , m_alerts(alerts)
    , m_table(new QTableView(this))
    , m_factsArea(new QScrollArea(this))
    , m_facts(makePlainLabel({}, m_factsArea, /*isSelectable=*/true))
    , m_factsAll(new QToolButton(this))
    , m_emptySign(new QToolButton(this))
    , m_empty(makePlainLabel({}, this))
    , m_muteMenu(new QMenu(this))
    , m_mutedMenu(new QMenu(this))
{
    buildActions();
    QHBoxLayout* bar = buildBar();
    buildTable();
    buildFacts();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addLayout(buildEmpty(), 1);
    column->addWidget(m_factsArea);
    column->addWidget(m_factsAll, 0, Qt::AlignLeft);
    if (m_alerts != nullptr) {
        connect(m_alerts, &AlertKeeper::changed, this, &AlertsPage::takeEntries);
        connect(m_alerts, &AlertKeeper::mutesChanged, this, &AlertsPage::updateControls);
    }
    takeEntries();
    updateFacts();
    updateControls();
}

void AlertsPage::buildFacts()
{
    m_facts->setObjectName(u"alertFacts"_s);
    m_facts->setAccessibleName(tr("What is known of the alert"));
    m_facts->setContentsMargins(14, 10, 14, 12);
    m_facts->setWordWrap(true);
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_factsArea->setWidget(m_facts);
    m_factsArea->setWidgetResizable(true);
    m_factsArea->setFrameShape(QFrame::NoFrame);
    m_factsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_factsArea->setFocusPolicy(Qt::NoFocus);
    m_factsArea->hide();
    m_factsAll->setText(tr("Show all"));
    m_factsAll->setAutoRaise(true);
    m_factsAll->hide();
    connect(m_factsAll, &QToolButton::clicked, this,
            [this] { (new WholeTextDialog(m_wholeFacts, this))->open(); });
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

QAction* AlertsPage::addAction(const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(action);
    return action;
}

void AlertsPage::buildActions()
{
    m_acknowledge = addAction(tr("Acknowledge"), Qt::Key_A);
    connect(m_acknowledge, &QAction::triggered, this, [this] {
        if (m_alerts != nullptr) {
            m_alerts->acknowledge(selectedIds());
        }
    });
    m_acknowledgeAll = addAction(tr("Acknowledge all"), Qt::SHIFT | Qt::Key_A);
    connect(m_acknowledgeAll, &QAction::triggered, this, [this] {
        if (m_alerts != nullptr) {
            m_alerts->acknowledgeAll();
        }
    });
    m_muteMenu->setTitle(tr("Mute"));
    connect(m_muteMenu, &QMenu::aboutToShow, this, &AlertsPage::fillMuteMenu);
    connect(m_mutedMenu, &QMenu::aboutToShow, this, &AlertsPage::fillMutedMenu);
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
    for (QAction* action : {m_acknowledge, m_acknowledgeAll}) {
        QToolButton* button = makeChip(action->text(), action->text(), this);
        button->setDefaultAction(action);
        bar->addWidget(button);
    }
    m_muteButton = makeChip(tr("Mute"), tr("Not to be told of such alerts for a time"), this);
    m_muteButton->setMenu(m_muteMenu);
    m_muteButton->setPopupMode(QToolButton::InstantPopup);
    bar->addWidget(m_muteButton);
    m_mutedButton = makeChip(tr("Muted"), tr("What is muted now, to take it back"), this);
    m_mutedButton->setMenu(m_mutedMenu);
    m_mutedButton->setPopupMode(QToolButton::InstantPopup);
    bar->addWidget(m_mutedButton);
    return bar;
}

void AlertsPage::buildTable()
{
    m_table->setModel(&m_model);
    setUpRowTable(*m_table, tr("Alerts"), kAlertWidths);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AlertsPage::showRowMenu);
    connect(m_table, &QAbstractItemView::activated, this, &Page::inspectRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertsPage::followCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlertsPage::updateControls);
}

void AlertsPage::updateControls()
{
    const bool hasAlerts = m_alerts != nullptr;
    m_acknowledge->setEnabled(hasAlerts && !selectedIds().empty());
    m_acknowledgeAll->setEnabled(hasAlerts && m_alerts->unreadCount() > 0);
    const bool canMute = hasAlerts && current() != nullptr;
    m_muteMenu->menuAction()->setEnabled(canMute);
    m_muteButton->setEnabled(canMute);
    m_mutedButton->setVisible(hasAlerts && !m_alerts->mutes().empty());
}

void AlertsPage::addMute(const QString& text, const Mute::Scope& scope)
{
    QMenu* menu = m_muteMenu->addMenu(text);
    const auto add = [this, menu, scope](const QString& label,
                                         std::optional<AlertKeeper::Time> until) {
        menu->addAction(label, this, [this, scope, until] { m_alerts->mute({scope, until}); });
    };
    add(tr("For one hour"), std::chrono::system_clock::now() + 1h);
    add(tr("Today"), endOfToday());
    add(tr("Until it is taken back"), std::nullopt);
}

void AlertsPage::fillMuteMenu()
{
    m_muteMenu->clear();
    const AlertEntry* entry = current();
    if (entry == nullptr || m_alerts == nullptr) {
        m_muteMenu->addAction(tr("Select an alert first"))->setEnabled(false);
        return;
    }
    if (const auto port = currentPort()) {
        addMute(tr("Port %1").arg(port->port), Mute::OfPort{port->port});
    }
    if (const auto program = programOf(entry->alert)) {
        addMute(forMenu(tr("Program %1").arg(AlertModel::programText(entry->alert))),
                Mute::OfProgram{*program});
    }
    if (entry->alert.key) {
        addMute(tr("This program on this port"), Mute::OfIdentity{*entry->alert.key});
    }
    addMute(
        forMenu(tr("All alerts of this kind: %1").arg(CoreText::of(describe(entry->alert.rule)))),
        Mute::OfRule{entry->alert.rule});
}

void AlertsPage::fillMutedMenu()
{
    m_mutedMenu->clear();
    int listed = 0;
    for (const Mute& mute : m_alerts->mutes()) {
        if (++listed > kMaxMutesListed) {
            break;
        }
        const QString text = MuteText::describe(mute, std::chrono::system_clock::now());
        m_mutedMenu->addAction(forMenu(tr("Tell again: %1").arg(text)), this,
                               [this, scope = mute.scope] { m_alerts->unmute(scope); });
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
            menu.addAction(themedIcon(u"inspect"_s), tr("Show what it sums up"), this,
                           &Page::inspectRequested);
            menu.addSeparator();
        }
        menu.addAction(m_acknowledge);
        menu.addMenu(m_muteMenu);
        menu.addSeparator();
        menu.addAction(themedIcon(u"copy"_s), tr("Copy"), this,
                       [this] { QGuiApplication::clipboard()->setText(selectionText()); });
        if (current() != nullptr && current()->alert.socket) {
            menu.addAction(themedIcon(u"end"_s), tr("End process… (it has gone)"))
                ->setEnabled(false);
        }
        menu.exec(at);
        return;
    }
    RowContext context;
    context.socket = *m_socket;
    context.selected = {*m_socket};
    context.column = Column::LocalPort;
    context.cellText = cell.data().toString();
    context.endTarget = currentEndTarget();
    context.actions = {m_acknowledge, m_muteMenu->menuAction()};
    emit menuRequested(context, at);
}

}  // namespace quaywatch
