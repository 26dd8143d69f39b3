// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/connections_page.h"

#include <QHeaderView>
#include <QTableView>

namespace quaywatch {

namespace {

const std::vector<std::pair<Column, int>> kConnectionColumns{
    {Column::Protocol, 62},       {Column::LocalAddress, 118}, {Column::LocalPort, 58},
    {Column::RemoteAddress, 134}, {Column::RemotePort, 76},    {Column::State, 106},
    {Column::Process, 150},       {Column::Pid, 62},           {Column::User, 74},
    {Column::Verdict, 80},
};

}  // namespace

ConnectionsPage::ConnectionsPage(QWidget* parent)
    : SocketPage({tr("There are no connections"), tr("No connection matches this filter")}, parent)
{
    auto* table = new QTableView(this);
    table->setModel(&m_model);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(tr("Connections"));
    adopt(table, table->horizontalHeader(), kConnectionColumns);
    table->verticalHeader()->setDefaultSectionSize(rowHeight());
    table->setSortingEnabled(true);
    filterModel({});
    connect(&m_model, &SocketTableModel::applied, this, &Page::countChanged);
}

void ConnectionsPage::applySettings(const SettingsValues& values)
{
    m_model.setFlashTime(flashTimeOf(values));
}

void ConnectionsPage::filterModel(const Filter& filter)
{
    // Listeners have their own view.
    static const Filter kNoListeners = Filter::parse("!is:listener").value();
    m_model.setFilter(Filter::both(filter, kNoListeners));
}

}  // namespace quaywatch
