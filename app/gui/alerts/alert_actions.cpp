// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/alerts/alert_actions.h"

#include "app/alerts/mute_text.h"
#include "app/gui/page/row_menu.h"
#include "app/gui/widgets/focus_selection.h"
#include "app/gui/widgets/row_table.h"
#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"

#include <QAction>
#include <QBoxLayout>
#include <QDateTime>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include <chrono>

namespace quaywatch {

using namespace std::chrono_literals;

namespace {

/// More would not fit on the screen.
constexpr int kMaxMutesListed = 30;

AlertManager::Time endOfToday()
{
    const QDateTime midnight = QDate::currentDate().addDays(1).startOfDay();
    return AlertManager::Time(std::chrono::milliseconds(midnight.toMSecsSinceEpoch()));
}

}  // namespace

AlertActions::AlertActions(AlertManager* alerts, const AlertModel& model, const QTableView& table,
                           QWidget* page)
    : QObject(page)
    , m_alerts(alerts)
    , m_model(model)
    , m_table(table)
    , m_page(page)
    , m_acknowledge(addAction(tr("Acknowledge"), Qt::Key_A))
    , m_acknowledgeAll(addAction(tr("Acknowledge all"), Qt::SHIFT | Qt::Key_A))
    , m_muteMenu(new QMenu(page))
    , m_unmuteMenu(new QMenu(page))
{
    connect(m_acknowledge, &QAction::triggered, this, [this] {
        if (m_alerts != nullptr) {
            m_alerts->acknowledge(selectedIds());
        }
    });
    connect(m_acknowledgeAll, &QAction::triggered, this, [this] {
        if (m_alerts != nullptr) {
            m_alerts->acknowledgeAll();
        }
    });
    m_muteMenu->setTitle(tr("M&ute"));
    connect(m_muteMenu, &QMenu::aboutToShow, this, &AlertActions::fillMuteMenu);
    connect(m_unmuteMenu, &QMenu::aboutToShow, this, &AlertActions::fillUnmuteMenu);
}

QAction* AlertActions::addAction(const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page->addAction(action);
    return action;
}

void AlertActions::addButtons(QBoxLayout& bar)
{
    for (QAction* action : {m_acknowledge, m_acknowledgeAll}) {
        QToolButton* button = makeChip(action->text(), action->text(), m_page);
        button->setDefaultAction(action);
        bar.addWidget(button);
    }
    m_muteButton = makeMenuButton(tr("Mute"), tr("Show no such alerts for a time"), m_muteMenu);
    bar.addWidget(m_muteButton);
    m_unmuteButton =
        makeMenuButton(tr("Muted"), tr("Show what is muted, to unmute it"), m_unmuteMenu);
    bar.addWidget(m_unmuteButton);
}

QToolButton* AlertActions::makeMenuButton(const QString& text, const QString& tip, QMenu* menu)
{
    QToolButton* button = makeChip(text, tip, m_page);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

QList<QAction*> AlertActions::rowActions() const
{
    return {m_acknowledge, m_muteMenu->menuAction()};
}

const AlertEntry* AlertActions::current() const
{
    return m_model.entryAt(highlightedRow(m_table));
}

std::vector<std::uint64_t> AlertActions::selectedIds() const
{
    std::vector<std::uint64_t> ids;
    for (const QModelIndex& row : m_table.selectionModel()->selectedRows()) {
        if (const AlertEntry* entry = m_model.entryAt(row)) {
            ids.push_back(entry->id);
        }
    }
    return ids;
}

void AlertActions::update()
{
    const bool hasAlerts = m_alerts != nullptr;
    m_acknowledge->setEnabled(hasAlerts && !selectedIds().empty());
    m_acknowledgeAll->setEnabled(hasAlerts && m_alerts->unreadCount() > 0);
    const bool canMute = hasAlerts && current() != nullptr;
    m_muteMenu->menuAction()->setEnabled(canMute);
    if (m_muteButton != nullptr) {
        m_muteButton->setEnabled(canMute);
        m_unmuteButton->setVisible(hasAlerts && !m_alerts->mutes().empty());
    }
}

void AlertActions::addMute(const QString& text, const Mute::Scope& scope)
{
    QMenu* menu = m_muteMenu->addMenu(text);
    const auto add = [this, menu, scope](const QString& label,
                                         std::optional<AlertManager::Time> until) {
        menu->addAction(label, this, [this, scope, until] { m_alerts->mute({scope, until}); });
    };
    add(tr("For one hour"), std::chrono::system_clock::now() + 1h);
    add(tr("Today"), endOfToday());
    add(tr("Until unmuted"), std::nullopt);
}

void AlertActions::fillMuteMenu()
{
    m_muteMenu->clear();
    const AlertEntry* entry = current();
    if (entry == nullptr || m_alerts == nullptr) {
        m_muteMenu->addAction(tr("Select an alert first"))->setEnabled(false);
        return;
    }
    if (entry->alert.socket) {
        const Port port = portOfRow(*entry->alert.socket);
        addMute(tr("Port %1").arg(port), Mute::OfPort{port});
    }
    if (const auto program = programOf(entry->alert)) {
        addMute(forMenu(tr("Program %1").arg(inSentence(AlertModel::programText(entry->alert)))),
                Mute::OfProgram{*program});
    }
    if (entry->alert.key) {
        addMute(tr("This program on this port"), Mute::OfIdentity{*entry->alert.key});
    }
    addMute(
        forMenu(tr("All alerts of this kind: %1").arg(CoreText::of(describe(entry->alert.rule)))),
        Mute::OfRule{entry->alert.rule});
}

void AlertActions::fillUnmuteMenu()
{
    m_unmuteMenu->clear();
    int listed = 0;
    for (const Mute& mute : m_alerts->mutes()) {
        if (++listed > kMaxMutesListed) {
            break;
        }
        const QString text = MuteText::describe(mute, std::chrono::system_clock::now());
        m_unmuteMenu->addAction(forMenu(tr("Unmute: %1").arg(text)), this,
                                [this, scope = mute.scope] { m_alerts->unmute(scope); });
    }
}

}  // namespace quaywatch
