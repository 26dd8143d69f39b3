// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/filter_memory.h"

#include "app/models/socket_roles.h"

#include <QItemSelection>
#include <QItemSelectionModel>
#include <QTreeView>

#include <utility>
#include <vector>

namespace quaywatch {

namespace {

/// A large table applies a filter on another thread; updates may come before its result.
constexpr int kTries = 3;

const SocketRecord* recordOf(const QModelIndex& index)
{
    return index.data(SocketRole).value<const SocketRecord*>();
}

}  // namespace

/// A port is known by its number and protocol, since its sockets differ with the filter.
std::optional<FilterMemory::Row> FilterMemory::rowAt(const QModelIndex& index)
{
    const QAbstractItemModel& model = *index.model();
    const bool isPort = !index.parent().isValid() && model.hasChildren(index);
    const SocketRecord* socket = recordOf(isPort ? model.index(0, 0, index) : index);
    if (socket == nullptr) {
        return std::nullopt;
    }
    SocketKey key = socket->key;
    if (isPort) {
        key = {};
        key.localPort = socket->key.localPort;
        key.protocol = socket->key.protocol;
    }
    return Row(isPort, key);
}

void FilterMemory::take()
{
    const QItemSelectionModel& selection = *m_view.selectionModel();
    int count = 0;
    for (const QItemSelectionRange& range : selection.selection()) {
        count += range.height();
    }
    if (count > 0) {
        m_selected.clear();
        m_current = rowAt(selection.currentIndex().siblingAtColumn(0));
        for (const QModelIndex& index :
             count <= kMaxRows ? selection.selectedRows() : QModelIndexList()) {
            if (auto row = rowAt(index)) {
                m_selected.insert(std::move(*row));
            }
        }
    }
    if (const auto* tree = qobject_cast<const QTreeView*>(&m_view)) {
        for (int i = 0; i < tree->model()->rowCount(); ++i) {
            const QModelIndex index = tree->model()->index(i, 0);
            if (auto row = tree->isExpanded(index) ? rowAt(index) : std::nullopt) {
                m_expanded.insert(std::move(*row));
            }
        }
    }
    m_triesLeft = kTries;
}

void FilterMemory::restore()
{
    --m_triesLeft;
    if (m_selected.empty() && m_expanded.empty()) {
        return;
    }
    QItemSelection found;
    QModelIndex current;
    const auto visit = [&](const QModelIndex& index) {
        const auto row = rowAt(index);
        if (row && m_selected.contains(*row)) {
            found.select(index, index);
            current = !current.isValid() || row == m_current ? index : current;
        }
        return row;
    };
    auto* tree = qobject_cast<QTreeView*>(&m_view);
    const QAbstractItemModel& model = *m_view.model();
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex index = model.index(i, 0);
        const auto row = visit(index);
        if (tree != nullptr && row && m_expanded.contains(*row)) {
            tree->expand(index);
        }
        for (int child = 0; child < model.rowCount(index); ++child) {
            visit(model.index(child, 0, index));
        }
    }
    if (found.isEmpty() || m_view.selectionModel()->hasSelection()) {
        return;
    }
    m_view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_view.selectionModel()->select(
        found, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void FilterMemory::forget()
{
    m_selected.clear();
    m_current.reset();
}

}  // namespace quaywatch
