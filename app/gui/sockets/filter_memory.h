// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <optional>
#include <set>
#include <tuple>

class QAbstractItemView;
class QModelIndex;

namespace quaywatch {

/// Remembers which rows were selected and expanded before the filter changed, and selects and
/// expands those that are shown again afterwards. Another selection by the user ends that. For the
/// GUI thread; belongs to one view.
class FilterMemory {
public:
    /// A selection of more rows is not remembered.
    static constexpr int kMaxRows = 1000;

    explicit FilterMemory(QAbstractItemView& view)
        : m_view(view)
    {
    }

    /// Call this before the filter changes.
    void take();
    /// Whether rows may still appear because of that change.
    [[nodiscard]] bool isWaiting() const noexcept { return m_triesLeft > 0; }
    /// Call this when rows may have appeared.
    void restore();
    /// The user has selected other rows.
    void forget();

private:
    /// A port of the tree, or a socket.
    using Row = std::tuple<bool, SocketKey>;

    [[nodiscard]] static std::optional<Row> rowAt(const QModelIndex& index);

    QAbstractItemView& m_view;
    std::set<Row> m_selected;
    std::optional<Row> m_current;
    std::set<Row> m_expanded;
    int m_triesLeft = 0;
};

}  // namespace quaywatch
