// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/connections_page.h"

#include <QHeaderView>
#include <QTableView>

namespace quaywatch {

namespace {

const std::vector<Column> kConnectionColumns{
    Column::Protocol,   Column::LocalAddress, Column::LocalPort, Column::RemoteAddress,
    Column::RemotePort, Column::State,        Column::Process,   Column::Pid,
    Column::User,       Column::Verdict,
};

}  // namespace

ConnectionsPage::ConnectionsPage(QWidget* parent)
    : SocketPage(parent)
    , m_table(new QTableView(this))
{
    QTableView* table = m_table;
    table->setModel(&m_model);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(tr("Connections"));
    adopt(table, table->horizontalHeader(),
          {tr("There are no connections"),
           tr("There are no connections in this network namespace; others are not listed"),
           tr("No connection was found, but not all socket tables could be read"),
           tr("No connection matches this filter")},
          kConnectionColumns);
    table->setSortingEnabled(true);
    filterModel({});
    connect(&m_model, &SocketTableModel::applied, this, &Page::countChanged);
}

void ConnectionsPage::setRowHeight(int height)
{
    m_table->verticalHeader()->setDefaultSectionSize(height);
}

void ConnectionsPage::filterModel(const Filter& filter)
{
    // Listeners have their own view.
    static const Filter kNoListeners = Filter::parse("!is:listener").value();
    m_model.setFilter(Filter::both(filter, kNoListeners));
}

}  // namespace quaywatch
