// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/listeners/listener_tree.h"
#include "app/models/socket_roles.h"
#include "core/traffic/port_activity.h"

#include <QCoreApplication>
#include <QVariant>

namespace quaywatch {

/// What the cells of the listeners view show: of a port, of its sockets, and of the row that counts
/// further peers. Belongs to the GUI thread and to ListenerTreeModel.
class ListenerCells {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::ListenerCells)

public:
    /// @param tree  Must outlive this object.
    explicit ListenerCells(const ListenerTree& tree)
        : m_tree(tree)
    {
    }

    /// Sets the source of connection activity, which must outlive this object. Null: there is none.
    void setActivity(const PortActivity* activity) { m_activity = activity; }

    [[nodiscard]] QVariant ofPort(const ListenerTree::Group& group, Column column, int role) const;
    /// @param group  The port of the child row.
    [[nodiscard]] QVariant ofChild(const ListenerTree::Group& group,
                                   const ListenerTree::Child& child, Column column, int role) const;

private:
    [[nodiscard]] QVariant ofActivity(const ListenerTree::Group& group, int role) const;
    [[nodiscard]] static QVariant ofOmitted(std::size_t count, Column column, int role);

    const ListenerTree& m_tree;
    const PortActivity* m_activity = nullptr;
};

}  // namespace quaywatch
