// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"
#include "core/filter/filter.h"

#include <cstdint>
#include <vector>

namespace quaywatch {

/// The filter and the order of the rows.
struct RowSpec {
    Filter filter;
    Column column = Column::LocalPort;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// A row to be sorted: its number in the model, and the socket.
struct RowRef {
    std::uint32_t slot = 0;
    const SocketRecord* record = nullptr;
};

/// Three-way comparison by one column only, 0 for equal: addresses as addresses (IPv4 first, an
/// IPv4-mapped one as IPv4), numbers as numbers, texts without regard to ASCII case, verdicts from
/// the most to the least severe, rows without a value last in both orders.
[[nodiscard]] int compareByColumn(const SocketRecord& a, const SocketRecord& b, Column column,
                                  Qt::SortOrder order);

/// A strict total order: by the column, then by SocketKey.
[[nodiscard]] bool comesBefore(const SocketRecord& a, const SocketRecord& b, Column column,
                               Qt::SortOrder order);

/// Returns the slots of the matching rows, in order. Safe on any thread.
[[nodiscard]] std::vector<std::uint32_t> orderOf(const std::vector<RowRef>& rows,
                                                 const RowSpec& spec);

/// Whether rows may move in this column when only a counter changed.
[[nodiscard]] bool isCounter(Column column) noexcept;

}  // namespace quaywatch
